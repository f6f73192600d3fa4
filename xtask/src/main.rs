//! `cargo xtask <command>`: builds, serves and tests Interphase on a machine that has Rust and Node, nothing else.

mod bench;
mod config;
mod doctor;
mod freeze;
mod package;
mod page;
mod serve;
mod shell;
mod sizes;
mod stamp;
mod test;
mod tools;

use std::process::ExitCode;

use anyhow::{Result, bail};
use package::Speed;

const HELP: &str = "\
cargo xtask serve [--port 4000] [--quick]   build and show the page on localhost
cargo xtask test [--no-browser]             every test; what CI runs
cargo xtask build [--quick]                 dist/: the page, dist/pkg: the package, dist/interphase.html: all in one file
cargo xtask freeze                          dist/v<version>/: the page as it is now, under an address that never changes
cargo xtask bench [--save]                  how fast, beside C and the Python programs, and in the page
cargo xtask doctor                          what is installed and what is missing
--quick: an unoptimised engine and no single file, for developing";

fn main() -> ExitCode {
    match command() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command() -> Result<()> {
    std::env::set_current_dir(shell::root())?;
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let flag = |name: &str| arguments.iter().any(|a| a == name);
    let value = |name: &str| arguments.iter().position(|a| a == name).and_then(|i| arguments.get(i + 1));
    let speed = if flag("--quick") { Speed::Quick } else { Speed::Optimised };
    match arguments.first().map(String::as_str) {
        Some("build") => {
            build(speed)?;
            if speed == Speed::Optimised { sizes::check() } else { Ok(()) }
        }
        Some("serve") => {
            build(speed)?;
            serve::serve(match value("--port") {
                Some(port) => Some(port.parse().map_err(|_| anyhow::anyhow!("--port needs a number, not `{port}`."))?),
                None => None,
            })
        }
        Some("test") => {
            let passed = test::test(!flag("--no-browser"));
            std::process::exit(if passed { 0 } else { 1 })
        }
        Some("freeze") => {
            build(Speed::Optimised)?;
            sizes::check()?;
            freeze::freeze()
        }
        Some("bench") => {
            build(Speed::Optimised)?;
            bench::bench(flag("--save"))
        }
        Some("doctor") => doctor::doctor(),
        None | Some("help" | "--help" | "-h") => {
            println!("{HELP}");
            Ok(())
        }
        Some(other) => bail!("`{other}` is no command of cargo xtask.\n{HELP}"),
    }
}

/// Engine, package and page; every step is skipped when nothing it reads has changed.
fn build(speed: Speed) -> Result<()> {
    let config = config::read()?;
    package::build(&config, speed)?;
    page::build(speed)
}
