//! What is installed, and what would have to be.

use std::path::Path;

use anyhow::Result;

use crate::shell::ask;
use crate::tools::{self, Browser};

pub fn doctor() -> Result<()> {
    let installed = |there: bool| there.then(|| "installed".to_owned());
    let line = |name: &str, found: Option<String>, otherwise: &str| {
        println!("{name:<16}{}", found.unwrap_or(format!("missing: {otherwise}")));
    };
    line("Rust", ask("rustc", &["--version"]), "install it from https://rustup.rs");
    line("wasm32 target", installed(tools::has_wasm_target()), "rustup adds it when it is needed");
    line("Node 20+", tools::node().ok(), "install it from https://nodejs.org");
    line("npm packages", installed(Path::new("node_modules").is_dir()), "npm ci installs them when they are needed");
    for browser in [Browser::CHROMIUM, Browser::FIREFOX, Browser::WEBKIT] {
        let otherwise = format!("apt-get installs it when the browser tests run; elsewhere set {}", browser.variable);
        line(browser.name, browser.find().map(|path| path.display().to_string()), &otherwise);
    }
    Ok(())
}
