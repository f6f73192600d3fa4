//! Dates and times as instruments write them, brought to one form that sorts: `2018-02-04T10:02:46`.

use std::collections::BTreeMap;

/// Which comes first where a date does not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// 02/04 is the 4th of February.
    MonthFirst,
    /// 02.04. is the 2nd of April.
    DayFirst,
}

/// Keeps the moment a measurement began as `meta["started"]`, where it can be read.
#[inline(never)]
pub fn note_start(meta: &mut BTreeMap<String, String>, text: &str, order: Order) {
    if let Some(stamp) = parse(text, order) {
        meta.insert("started".into(), stamp);
    }
}

/// `2018-02-04T10:02:46.5` from "02/04/2018 10:02:46.500", "28.6.2019 12:33:35", "2019-06-28T12:33:35", "Feb. 20, 2020
/// 15:55:08", "Thursday, July 19, 2018 9:40:30 AM", "12/16/2025 2:29:15 PM".
#[inline(never)]
pub fn parse(text: &str, order: Order) -> Option<String> {
    let mut numbers: Vec<(u32, char)> = Vec::new();
    let mut month = None;
    let mut clock: Option<(u32, u32, f64)> = None;
    let mut afternoon = None;
    for word in text.split([' ', 'T', '\t', ',']).filter(|w| !w.is_empty()) {
        let lower = word.trim_matches(['.', ',']).to_ascii_lowercase();
        if word.contains(':') {
            let mut parts =
                word.split(':').map(|p| p.trim().parse::<f64>().ok().filter(|x| x.is_finite() && *x >= 0.0));
            let hour = parts.next()??;
            let minute = parts.next()??;
            let second = parts.next().flatten().unwrap_or(0.0);
            (hour < 24.0 && minute < 60.0 && second < 61.0).then_some(())?;
            clock = clock.or(Some((hour as u32, minute as u32, second)));
        } else if lower == "pm" || lower == "am" {
            afternoon = Some(lower == "pm");
        } else if let Some(number) = month_number(&lower) {
            month = month.or(Some(number));
        } else {
            for part in word.split_inclusive(['/', '.', '-']) {
                let sign = part.chars().last().filter(|c| !c.is_ascii_digit()).unwrap_or(' ');
                if let Ok(number) = part.trim_end_matches(['/', '.', '-']).parse::<u32>()
                    && numbers.len() < 3
                {
                    numbers.push((number, sign));
                }
            }
        }
    }
    let (year, month, day) = match (month, numbers.as_slice()) {
        (Some(month), [(day, _), (year, _), ..]) if *day <= 31 => (*year, month, *day),
        (None, [(year, _), (month, _), (day, _)]) if *year > 31 => (*year, *month, *day),
        (None, [(a, sign), (b, _), (year, _)]) => {
            let day_first = *a > 12 || (*b <= 12 && (order == Order::DayFirst || *sign == '.'));
            if day_first { (*year, *b, *a) } else { (*year, *a, *b) }
        }
        _ => return None,
    };
    let year = if year < 100 { year + if year < 70 { 2000 } else { 1900 } } else { year };
    if !(1970..=2200).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let Some((hour, minute, second)) = clock else { return Some(format!("{year:04}-{month:02}-{day:02}")) };
    let hour = match afternoon {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    let millis = (second * 1000.0).round() as u32;
    let mut stamp = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{:02}", millis / 1000);
    if !millis.is_multiple_of(1000) {
        stamp.push_str(&format!(".{:03}", millis % 1000));
    }
    Some(stamp)
}

/// The stamp of a moment counted in seconds since 1970-01-01.
pub fn of_seconds(seconds: f64) -> String {
    let millis = (seconds.clamp(0.0, 7.2e9) * 1000.0).round() as u64;
    let (days, millis) = (millis / 86_400_000, millis % 86_400_000);
    // Days of the Gregorian calendar, in eras of 400 years that begin in March.
    let days = days + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day_of_year = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day_of_year + 2) / 153;
    let (day, month) = (day_of_year - (153 * month + 2) / 5 + 1, if month < 10 { month + 3 } else { month - 9 });
    let year = era * 400 + year + u64::from(month <= 2);
    let (hour, minute, second) = (millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60);
    let mut stamp = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}");
    if !millis.is_multiple_of(1000) {
        stamp.push_str(&format!(".{:03}", millis % 1000));
    }
    stamp
}

fn month_number(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    if word.len() < 3 || !word.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    MONTHS.iter().position(|m| word.starts_with(m)).map(|i| i as u32 + 1)
}

/// Seconds since 1970-01-01 of a stamp in the one form, for ordering and differences.
pub fn seconds(stamp: &str) -> Option<f64> {
    let (date, clock) = stamp.split_once('T').unwrap_or((stamp, "00:00:00"));
    let mut date = date.split('-').map(|p| p.parse::<i64>().ok());
    let (year, month, day) = (date.next()??, date.next()??, date.next()??);
    if !(1970..=2200).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let mut clock = clock.split(':').map(|p| p.parse::<f64>().ok().filter(|x| (0.0..3600.0).contains(x)));
    let (hour, minute, second) = (clock.next()??, clock.next()??, clock.next()??);
    // Days of the Gregorian calendar, years counted from March.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1 - 719_468;
    Some(days as f64 * 86_400.0 + hour * 3600.0 + minute * 60.0 + second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_many_programs() {
        for (text, order, expected) in [
            ("02/04/2018 10:02:46", Order::MonthFirst, Some("2018-02-04T10:02:46")),
            ("05/15/2025 01:18:45.867", Order::MonthFirst, Some("2025-05-15T01:18:45.867")),
            ("28/6/2019 12:33:35", Order::MonthFirst, Some("2019-06-28T12:33:35")),
            ("15.5.2026 11:28:10", Order::MonthFirst, Some("2026-05-15T11:28:10")),
            ("03.04.2026", Order::MonthFirst, Some("2026-04-03")),
            ("10-12-2018 11:04:34", Order::MonthFirst, Some("2018-10-12T11:04:34")),
            ("Feb. 20, 2020   15:55:08", Order::MonthFirst, Some("2020-02-20T15:55:08")),
            ("Thursday, July 19, 2018 9:40:30 AM", Order::MonthFirst, Some("2018-07-19T09:40:30")),
            ("12/16/2025 2:29:15 PM", Order::MonthFirst, Some("2025-12-16T14:29:15")),
            ("2019-06-28T12:33:35", Order::MonthFirst, Some("2019-06-28T12:33:35")),
            ("26.02.2025, 15:11", Order::DayFirst, Some("2025-02-26T15:11:00")),
            ("xx/xx/xxxx xx:xx:xx", Order::MonthFirst, None),
            ("", Order::MonthFirst, None),
        ] {
            assert_eq!(parse(text, order).as_deref(), expected, "{text}");
        }
        assert_eq!(seconds("1970-01-01T00:00:00"), Some(0.0));
        assert_eq!(seconds("2018-02-04T10:02:46.5"), Some(1_517_738_566.5));
        assert_eq!(seconds("2000-03-01"), Some(951_868_800.0));
        for stamp in ["1970-01-01T00:00:00", "2000-02-29T23:59:59", "2024-07-16T09:32:48.071", "2100-03-01T12:00:00"] {
            assert_eq!(of_seconds(seconds(stamp).unwrap()), stamp);
        }
    }
}
