//! Every test, as CI runs them: style, types, engine, page, and the built page in browsers.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::package::Speed;
use crate::shell::{command, run, say};
use crate::sizes;
use crate::tools::{self, Browser};

/// How many tests passed and failed; a step that is no test suite, such as clippy, counts as one.
#[derive(Clone, Copy, Default)]
struct Count {
    passed: usize,
    failed: usize,
}

/// Runs everything, even after a failure, and ends with one line of counts. Whether all passed.
pub fn test(browsers: bool) -> bool {
    let mut total = Count::default();
    let mut failures = Vec::new();
    let mut step = |name: &str, result: Result<Count>| {
        let count = result.unwrap_or_else(|error| {
            eprintln!("{error:#}");
            Count { passed: 0, failed: 1 }
        });
        total.passed += count.passed;
        total.failed += count.failed;
        if count.failed > 0 {
            failures.push(name.to_owned());
        }
        count.failed == 0
    };

    step(
        "tools",
        one(tools::rust_components().and_then(|()| tools::wasm_target()).and_then(|()| tools::npm_packages())),
    );
    say("rustfmt checks the style");
    step("rustfmt", one(run(&mut command("cargo", &["fmt", "--all", "--", "--check"]))));
    say("the engine's own tests, natively");
    step("cargo test", suite(command("cargo", &["test", "--workspace", "--locked", "--no-fail-fast"]), cargo_line));
    say("clippy reads the engine and the tools, then the engine as wasm");
    let clippy = ["clippy", "--quiet", "--locked"];
    let deny = ["--", "-D", "warnings"];
    step("clippy", one(run(command("cargo", &clippy).args(["--workspace", "--all-targets"]).args(deny))));
    let wasm = ["--package", "interphase", "--lib", "--target", tools::WASM];
    step("clippy, wasm", one(run(command("cargo", &clippy).args(wasm).args(deny))));

    if step("build", one(crate::build(Speed::Optimised))) {
        step("sizes", one(sizes::check()));
        say("TypeScript checks the page's types");
        step("tsc", one(run(&mut tools::node_program("node_modules/typescript/bin/tsc", &["--noEmit"]))));
        say("the page's own tests, in Node");
        step("vitest", suite(vitest("vite.config.ts"), vitest_line));
        if browsers {
            step("browsers", in_browsers());
        }
    }
    if !failures.is_empty() {
        println!("failed: {}", failures.join(", "));
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    total.failed == 0
}

/// Chromium must be there; the other engines are tested where they are or can be installed.
fn in_browsers() -> Result<Count> {
    let mut tests = vitest("tests/browser/vitest.config.ts");
    tests.env(Browser::CHROMIUM.variable, Browser::CHROMIUM.find_or_install()?);
    for browser in [Browser::FIREFOX, Browser::WEBKIT] {
        match browser.find_or_install() {
            Ok(path) => drop(tests.env(browser.variable, path)),
            Err(error) => println!("NOT TESTED in {}: {error:#}", browser.name),
        }
    }
    say("the built page in browsers");
    suite(tests, vitest_line)
}

fn vitest(config: &str) -> Command {
    let mut vitest = tools::node_program("node_modules/vitest/vitest.mjs", &["run", "--config", config]);
    vitest.args(["--passWithNoTests", "--reporter=default"]).env("NO_COLOR", "1");
    vitest
}

fn one(result: Result<()>) -> Result<Count> {
    result.map(|()| Count { passed: 1, failed: 0 })
}

/// Runs a test suite, shows what it prints and adds up the counts in it.
fn suite(mut suite: Command, counts: fn(&str) -> Option<Count>) -> Result<Count> {
    let mut child = suite.stdout(Stdio::piped()).spawn().context("the tests cannot be started")?;
    let mut total = Count::default();
    for line in BufReader::new(child.stdout.take().context("the tests have no output")?).lines() {
        let line = line?;
        println!("{line}");
        if let Some(count) = counts(&line) {
            total.passed += count.passed;
            total.failed += count.failed;
        }
    }
    if !child.wait()?.success() {
        // It ended badly without naming a failed test: it did not compile, or broke off.
        total.failed = total.failed.max(1);
    }
    Ok(total)
}

/// `test result: ok. 12 passed; 0 failed; …`
fn cargo_line(line: &str) -> Option<Count> {
    let counts = line.strip_prefix("test result: ")?;
    Some(Count { passed: number_before(counts, "passed"), failed: number_before(counts, "failed") })
}

/// `      Tests  1 failed | 12 passed (13)`
fn vitest_line(line: &str) -> Option<Count> {
    let counts = line.trim_start().strip_prefix("Tests  ")?;
    Some(Count { passed: number_before(counts, "passed"), failed: number_before(counts, "failed") })
}

fn number_before(text: &str, word: &str) -> usize {
    let words: Vec<&str> = text.split([' ', ';', '.', '|']).filter(|w| !w.is_empty()).collect();
    let number = words.windows(2).find(|pair| pair[1] == word).and_then(|pair| pair[0].parse().ok());
    number.unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_from_what_the_suites_print() {
        let cargo =
            cargo_line("test result: FAILED. 12 passed; 3 failed; 0 ignored; finished in 0.01s").unwrap_or_default();
        assert_eq!((cargo.passed, cargo.failed), (12, 3));
        let vitest = vitest_line("      Tests  1 failed | 41 passed | 2 skipped (44)").unwrap_or_default();
        assert_eq!((vitest.passed, vitest.failed), (41, 1));
        assert!(cargo_line("running 3 tests").is_none() && vitest_line(" Test Files  1 passed (1)").is_none());
    }
}
