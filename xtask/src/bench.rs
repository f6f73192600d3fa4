//! How fast, beside strict C and the Python programs, and in the page: one table, all measured in one run.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::shell::{ask, command, run, say, which};
use crate::tools::Browser;

/// Name of a case in the runners' output, and what it is.
const CASES: [(&str, &str); 8] = [
    ("evaluate", "R(RQ)(RQ) at 10,000 frequencies"),
    ("fit-one-arc", "fit of R(RQ), 77 points, no start given"),
    ("fit-two-arcs", "fit of R(RQ)(RQ), 77 points, no start given"),
    ("fit-arc", "the study's protocol on the arc, 77 points"),
    ("series", "series of 1,000 spectra, 57 points, one thread"),
    ("kramers-kronig", "Kramers-Kronig test, 77 points"),
    ("relaxation-times", "relaxation times, 77 points, lambda from the data"),
    ("simulate", "a slider step: one cell at 81 frequencies"),
];

/// What is promised: `program` takes at least `factor` times as long as `than`.
const TARGETS: [(&str, &str, &str, f64); 6] = [
    ("evaluate", "C", "wasm", 0.5),
    ("fit-one-arc", "impedance.py", "wasm", 100.0),
    ("fit-two-arcs", "impedance.py", "wasm", 200.0),
    ("kramers-kronig", "impedance.py", "wasm", 5.0),
    ("kramers-kronig", "pyimpspec", "wasm", 100.0),
    ("relaxation-times", "pyDRTtools", "wasm", 50.0),
];
/// And of every case: native takes at least this share of wasm's time.
const OF_NATIVE: f64 = 1.0 / 1.5;

/// Name of a case of the page in Chromium, what it is, and the most seconds it may take, if that is promised.
const PAGE: [(&str, &str, Option<f64>); 9] = [
    ("slider-95", "a slider step until it is painted, processor 4x throttled: 95 of 100", Some(1.0 / 60.0)),
    ("slider-median", "the same, median", None),
    ("least-95", "the same in a page with nothing but a slider and eight curves: 95 of 100", None),
    ("least-median", "its median", None),
    ("free-slider-95", "a slider step until it is painted, processor as it is: 95 of 100", None),
    ("free-slider-median", "its median", None),
    ("first-curve", "navigation to the first curve, slow 4G, processor 4x throttled", Some(1.5)),
    ("series-circuit", "1,000 spectra in series until the trend is drawn: a circuit", Some(1.0)),
    ("series-arc", "the same: the study's protocol on each arc", None),
];

const PROGRAMS: [&str; 6] = ["wasm", "native", "C", "impedance.py", "pyimpspec", "pyDRTtools"];
const FOLDER: &str = "target/bench";
const VENV: &str = "target/bench-venv";
const REQUIREMENTS: &str = "bench/requirements.txt";

/// Median seconds by program and case.
type Times = BTreeMap<(String, String), f64>;

/// Longest that a runner may take; what it has measured by then counts.
const PATIENCE: Duration = Duration::from_secs(300);

/// Measures everything that is there; `save` keeps the table in bench/RESULTS.md. Package and page must have been built.
pub fn bench(save: bool) -> Result<()> {
    std::fs::create_dir_all(FOLDER)?;
    let mut times = Times::new();
    let bench = ["bench", "--quiet", "--locked", "--package", "interphase", "--bench", "native"];

    say("cargo bench: the engine, native");
    // Compiled apart, so that patience is for measuring only.
    attempt(
        "native",
        run(command("cargo", &bench).arg("--no-run"))
            .and_then(|()| collect(&mut times, "native", &mut command("cargo", &bench))),
    );
    say("node: the engine, in wasm");
    attempt("wasm", collect(&mut times, "wasm", &mut command("node", &["bench/wasm.mjs"])));
    attempt("C", in_c(&mut times));
    attempt("Chromium", in_page(&mut times));
    attempt("Python", in_python(&mut times));

    let table = table(&times);
    println!("\n{table}");
    if save {
        std::fs::write("bench/RESULTS.md", format!("# Measured\n\n{table}"))?;
        say("kept in bench/RESULTS.md");
    }
    Ok(())
}

/// A runner that fails is told, and the others go on.
fn attempt(what: &str, result: Result<()>) {
    if let Err(error) = result {
        say(&format!("{what}: {error:#}"));
    }
}

fn in_c(times: &mut Times) -> Result<()> {
    let program = c_program()?.context("there is no C compiler (cc)")?;
    collect(times, "C", &mut command(&program.to_string_lossy(), &[]))
}

fn in_page(times: &mut Times) -> Result<()> {
    let chromium = Browser::CHROMIUM.find().context("there is no Chromium (INTERPHASE_CHROMIUM names it)")?;
    say("Chromium: the page (a minute)");
    collect(times, "Chromium", command("node", &["bench/page.mjs"]).env(Browser::CHROMIUM.variable, chromium))
}

fn in_python(times: &mut Times) -> Result<()> {
    let python = python()?.context("there is no Python with venv")?;
    say("python: impedance.py, pyimpspec, pyDRTtools (some minutes)");
    collect(times, "", &mut command(&python.to_string_lossy(), &["bench/peers.py"]))
}

/// Runs a runner and reads its lines as they come: `[program:]case <tab> seconds <tab> calls`.
fn collect(times: &mut Times, program: &str, runner: &mut Command) -> Result<()> {
    let mut child = runner.stdout(Stdio::piped()).spawn().context("it cannot be started")?;
    let lines = BufReader::new(child.stdout.take().context("it has no output")?).lines();
    let (told, heard) = mpsc::channel();
    std::thread::spawn(move || lines.map_while(Result::ok).try_for_each(|line| told.send(line)));
    let end = Instant::now() + PATIENCE;
    loop {
        match heard.recv_timeout(end.saturating_duration_since(Instant::now())) {
            Ok(line) => {
                let mut fields = line.split('\t');
                let (Some(name), Some(Ok(seconds))) = (fields.next(), fields.next().map(str::parse::<f64>)) else {
                    continue;
                };
                let (program, case) = name.split_once(':').unwrap_or((program, name));
                println!("  {program}: {case} {} ms", milliseconds(seconds));
                times.insert((program.to_owned(), case.to_owned()), seconds);
            }
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
            Err(mpsc::RecvTimeoutError::Timeout) => {
                child.kill()?;
                child.wait()?;
                bail!("the rest was not measured within {} s", PATIENCE.as_secs());
            }
        }
    }
    let status = child.wait()?;
    if status.success() { Ok(()) } else { bail!("the runner failed ({status})") }
}

fn c_program() -> Result<Option<PathBuf>> {
    let Some(compiler) = ["cc", "gcc", "clang"].iter().find_map(|name| which(name)) else { return Ok(None) };
    say("cc -O3: strict C");
    let program = Path::new(FOLDER).join("circuit");
    let mut cc =
        command(&compiler.to_string_lossy(), &["-std=c11", "-D_POSIX_C_SOURCE=199309L", "-O3", "bench/circuit.c"]);
    run(cc.arg("-o").arg(&program).arg("-lm"))?;
    Ok(Some(program))
}

/// Python of an environment of its own with the peers in it, made where it is missing or the list has changed.
fn python() -> Result<Option<PathBuf>> {
    let python = Path::new(VENV).join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let wanted = std::fs::read_to_string(REQUIREMENTS)?;
    let done = Path::new(VENV).join("installed.txt");
    if std::fs::read_to_string(&done).is_ok_and(|installed| installed == wanted) {
        return Ok(Some(python));
    }
    let Some(system) =
        ["python3", "python"].iter().find(|name| ask(name, &["-c", "import venv, ensurepip; print(1)"]).is_some())
    else {
        return Ok(None);
    };
    say("pip installs the Python programs into target/bench-venv");
    run(&mut command(system, &["-m", "venv", VENV]))?;
    let pip = ["-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check", "-r", REQUIREMENTS];
    if let Err(error) = run(&mut command(&python.to_string_lossy(), &pip)) {
        say(&format!("they cannot be installed: {error:#}"));
        return Ok(None);
    }
    std::fs::write(done, wanted)?;
    Ok(Some(python))
}

fn table(times: &Times) -> String {
    let time = |program: &str, case: &str| times.get(&(program.to_owned(), case.to_owned())).copied();
    let shown: Vec<&str> = PROGRAMS.into_iter().filter(|p| times.keys().any(|key| key.0 == *p)).collect();
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{}\n", machine());
    let _ = writeln!(text, "Medians in milliseconds; in brackets how many times as long as ours in wasm.\n");
    let _ = writeln!(text, "| | {} |", shown.join(" | "));
    let _ = writeln!(text, "|---|{}", "---:|".repeat(shown.len()));
    for (case, title) in CASES {
        let Some(ours) = time("wasm", case) else { continue };
        let cells: Vec<String> = shown
            .iter()
            .map(|program| match time(program, case) {
                None => String::new(),
                Some(seconds) if *program == "wasm" => milliseconds(seconds),
                Some(seconds) => format!("{} ({}x)", milliseconds(seconds), significant(seconds / ours)),
            })
            .collect();
        let _ = writeln!(text, "| {title} | {} |", cells.join(" | "));
    }
    let _ = writeln!(text, "\n| aim, for wasm | needed | measured | |\n|---|---:|---:|---|");
    let of_native = CASES.map(|(case, _)| (case, "native", "wasm", OF_NATIVE));
    for (case, program, than, needed) in TARGETS.into_iter().chain(of_native) {
        let (Some(theirs), Some(ours)) = (time(program, case), time(than, case)) else { continue };
        let title = CASES.iter().find(|c| c.0 == case).map_or(case, |c| c.1);
        let factor = theirs / ours;
        // Where we may be slower, say by how much; else how much faster we are.
        let (sentence, needed, measured, met) = if needed < 1.0 {
            (
                format!("{title}: at most so many times as long as {program}"),
                1.0 / needed,
                1.0 / factor,
                factor >= needed,
            )
        } else {
            (format!("{title}: so many times faster than {program}"), needed, factor, factor >= needed)
        };
        let mark = if met { "met" } else { "**missed**" };
        let _ = writeln!(text, "| {sentence} | {} | {} | {mark} |", significant(needed), significant(measured));
    }
    if PAGE.iter().any(|(case, ..)| time("Chromium", case).is_some()) {
        let _ = writeln!(text, "\n| the page in Chromium | at most ms | measured ms | |\n|---|---:|---:|---|");
    }
    for (case, title, most) in PAGE {
        let Some(measured) = time("Chromium", case) else { continue };
        let mark = most.map_or("", |most| if measured <= most { "met" } else { "**missed**" });
        let most = most.map(milliseconds).unwrap_or_default();
        let _ = writeln!(text, "| {title} | {most} | {} | {mark} |", milliseconds(measured));
    }
    text
}

/// Processor, system, versions and date, as far as they can be told.
fn machine() -> String {
    let processor = std::fs::read_to_string("/proc/cpuinfo").ok().and_then(|text| {
        text.lines().find(|line| line.starts_with("model name"))?.split_once(": ").map(|pair| pair.1.to_owned())
    });
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let versions = [
        ask("rustc", &["--version"]),
        ask("node", &["--version"]).map(|v| format!("Node {v}")),
        ask("cc", &["--version"]),
        Browser::CHROMIUM.find().and_then(|path| ask(&path.to_string_lossy(), &["--version"])),
        ask(&Path::new(VENV).join("bin/python").to_string_lossy(), &["--version"]),
        std::fs::read_to_string(REQUIREMENTS).ok().map(|list| {
            list.lines()
                .filter(|line| !line.starts_with('#'))
                .map(|line| line.replace("==", " "))
                .collect::<Vec<_>>()
                .join(", ")
        }),
    ];
    format!(
        "`cargo xtask bench`, {}. {} ({cores} cores), {}. {}.",
        ask("date", &["+%-d %B %Y"]).unwrap_or_else(|| "no date".into()),
        processor.unwrap_or_else(|| std::env::consts::ARCH.into()),
        std::env::consts::OS,
        versions.into_iter().flatten().collect::<Vec<_>>().join("; ")
    )
}

fn milliseconds(seconds: f64) -> String {
    significant(1000.0 * seconds)
}

/// About three significant digits.
fn significant(value: f64) -> String {
    let digits = (2.0 - value.abs().max(1e-9).log10().floor()).clamp(0.0, 9.0) as usize;
    format!("{value:.digits$}")
}
