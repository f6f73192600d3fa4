//! Running programs, and saying in one line each what is done.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// The folder of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// One line to the person who waits.
pub fn say(what: &str) {
    println!("\u{2022} {what}");
}

/// A command in the folder of the workspace that asks no questions.
pub fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null());
    command
}

/// Runs to the end, output shown; an exit code other than 0 is an error that names the command.
pub fn run(command: &mut Command) -> Result<()> {
    let shown = format!("{} {}", command.get_program().display(), arguments(command));
    let status = command.status().with_context(|| format!("`{shown}` cannot be started"))?;
    if status.success() { Ok(()) } else { bail!("`{shown}` failed ({status}).") }
}

/// The first line of what a program prints, if it is there and succeeds.
pub fn ask(program: &str, arguments: &[&str]) -> Option<String> {
    let output = command(program, arguments).stderr(Stdio::null()).output().ok().filter(|o| o.status.success())?;
    String::from_utf8_lossy(&output.stdout).lines().next().map(|l| l.trim().to_owned())
}

/// Where a program lies on the PATH.
pub fn which(program: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?).map(|folder| folder.join(program)).find(|file| file.is_file())
}

fn arguments(command: &Command) -> String {
    command.get_args().map(|a| a.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
