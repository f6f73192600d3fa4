//! What is installed, and what would have to be.

use anyhow::Result;

use crate::shell::ask;
use crate::tools;

pub fn doctor() -> Result<()> {
    let target = tools::has_wasm_target().then(|| "installed".to_owned());
    let chromium = tools::CHROMIUM.find().map(|path| path.display().to_string());
    let packages = std::path::Path::new("node_modules").is_dir().then(|| "installed".to_owned());
    let by_itself = "missing; installed when it is needed";
    for (name, found, otherwise) in [
        ("Rust", ask("rustc", &["--version"]), "missing: install it from https://rustup.rs"),
        ("wasm32 target", target, by_itself),
        ("Node 20+", tools::node().ok(), "missing or too old: install it from https://nodejs.org"),
        ("npm packages", packages, by_itself),
        (
            "Chromium",
            chromium,
            "missing; installed by apt-get when the browser tests run, else set INTERPHASE_CHROMIUM",
        ),
    ] {
        println!("{name:<16}{}", found.as_deref().unwrap_or(otherwise));
    }
    Ok(())
}
