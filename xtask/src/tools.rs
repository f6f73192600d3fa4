//! Finds what a step needs, or installs it: the wasm32 target, npm packages, browsers.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::shell::{ask, command, run, say, which};
use crate::stamp;

pub const WASM: &str = "wasm32-unknown-unknown";
const NODE: u32 = 20;

/// The standard library for wasm, by rustup where it is missing.
pub fn wasm_target() -> Result<()> {
    if has_wasm_target() {
        return Ok(());
    }
    say("rustup adds the wasm32 target");
    run(&mut command("rustup", &["target", "add", WASM]))
        .context("The compiler has no wasm32 target, and rustup could not add it. Install Rust from https://rustup.rs.")
}

pub fn has_wasm_target() -> bool {
    ask("rustc", &["--print", "sysroot"])
        .is_some_and(|sysroot| Path::new(&sysroot).join("lib/rustlib").join(WASM).is_dir())
}

/// rustfmt and clippy, which a minimal toolchain lacks.
pub fn rust_components() -> Result<()> {
    if ["fmt", "clippy"].iter().all(|tool| ask("cargo", &[tool, "--version"]).is_some()) {
        return Ok(());
    }
    say("rustup adds rustfmt and clippy");
    run(&mut command("rustup", &["component", "add", "rustfmt", "clippy"]))
}

/// Node's version when it is new enough.
pub fn node() -> Result<String> {
    let version = ask("node", &["--version"])
        .with_context(|| format!("Node is missing. Install Node {NODE} or newer from https://nodejs.org."))?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|n| n.parse::<u32>().ok()).unwrap_or(0);
    if major < NODE {
        bail!("Node {version} is too old. Install Node {NODE} or newer from https://nodejs.org.");
    }
    Ok(version)
}

/// `node_modules`, from package-lock.json and only when that has changed.
pub fn npm_packages() -> Result<()> {
    node()?;
    let lock = stamp::of(&[Path::new("package-lock.json")], &())?;
    let left = Path::new("node_modules/.interphase-lock");
    if stamp::holds(left, &lock) {
        return Ok(());
    }
    say("npm ci installs the page's packages");
    run(&mut command("npm", &["ci", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"]))?;
    stamp::leave(left, &lock)
}

/// A program of `node_modules`, run by node itself so that it works on every system.
pub fn node_program(script: &str, arguments: &[&str]) -> std::process::Command {
    let mut node = command("node", &[script]);
    node.args(arguments);
    node
}

/// A browser, or its driver, and the Debian packages that bring it.
pub struct Browser {
    pub name: &'static str,
    /// The environment variable that names another one, and by which the tests are told.
    pub variable: &'static str,
    programs: &'static [&'static str],
    packages: &'static [&'static str],
}

impl Browser {
    pub const CHROMIUM: Browser = Browser {
        name: "Chromium",
        variable: "INTERPHASE_CHROMIUM",
        programs: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
        packages: &["chromium"],
    };
    pub const FIREFOX: Browser = Browser {
        name: "Firefox",
        variable: "INTERPHASE_FIREFOX",
        programs: &["firefox-esr", "firefox"],
        packages: &["firefox-esr"],
    };
    /// WebKit has no headless mode of its own: its driver runs the small browser on a virtual screen.
    pub const WEBKIT: Browser = Browser {
        name: "WebKit",
        variable: "INTERPHASE_WEBKIT",
        programs: &["WebKitWebDriver"],
        packages: &["webkit2gtk-driver", "xvfb"],
    };

    pub fn find(&self) -> Option<PathBuf> {
        if let Some(path) = std::env::var_os(self.variable) {
            return Some(PathBuf::from(path)).filter(|p| p.is_file());
        }
        self.programs.iter().find_map(|program| which(program))
    }

    /// The installed one, else the system's package.
    pub fn find_or_install(&self) -> Result<PathBuf> {
        if let Some(path) = self.find() {
            return Ok(path);
        }
        let packages = self.packages.join(" ");
        let by_hand = format!(
            "{} is missing. Install it (Debian: apt-get install {packages}) or set {}.",
            self.name, self.variable
        );
        if which("apt-get").is_none() {
            bail!("{by_hand}");
        }
        let sudo = ask("id", &["-u"]).as_deref() != Some("0");
        if sudo && ask("sudo", &["-n", "id", "-u"]).is_none() {
            bail!("{by_hand}");
        }
        say(&format!("apt-get installs {packages}"));
        let apt = |arguments: &[&str]| {
            let mut apt = if sudo { command("sudo", &["-n", "apt-get", "-qq"]) } else { command("apt-get", &["-qq"]) };
            apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive").stdout(std::process::Stdio::null());
            run(&mut apt)
        };
        apt(&["update"]).context(by_hand.clone())?;
        let mut install = vec!["install", "-y", "--no-install-recommends"];
        install.extend(self.packages);
        apt(&install).context(by_hand.clone())?;
        self.find().context(by_hand)
    }
}
