//! The page: Vite bundles it as a folder for any static host, as one self-contained file, and as the element for other pages.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::package::{self, Speed};
use crate::shell::{run, say};
use crate::{stamp, tools};

const STAMP: &str = "target/page.stamp";
const INPUTS: [&str; 8] = [
    "www",
    "index.html",
    "vite.config.ts",
    "tsconfig.json",
    "package-lock.json",
    "CITATION.cff",
    package::FOLDER,
    package::MODEL_FOLDER,
];

pub fn build(speed: Speed) -> Result<()> {
    tools::npm_packages()?;
    let made_from = stamp::of(&INPUTS.map(Path::new), &speed)?;
    let there = ["dist/index.html", "dist/pkg/interphase.js"].iter().all(|file| Path::new(file).is_file());
    if there && stamp::holds(Path::new(STAMP), &made_from) {
        return Ok(());
    }
    say("Vite bundles the page into dist/");
    vite("page")?;
    copy(Path::new(package::FOLDER), Path::new("dist/pkg"))?;
    vite("embed")?;
    fs::copy("target/embed/embed.js", "dist/embed.js")?;
    copy(Path::new("www/embed/page"), Path::new("dist/embed"))?;
    if speed == Speed::Optimised {
        say("Vite bundles the page into one file, dist/interphase.html");
        vite("single")?;
        fs::copy("target/single/index.html", "dist/interphase.html")?;
    }
    stamp::leave(Path::new(STAMP), &made_from)
}

fn vite(mode: &str) -> Result<()> {
    run(&mut tools::node_program("node_modules/vite/bin/vite.js", &["build", "--mode", mode, "--logLevel", "warn"]))
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in stamp::files(from)? {
        let target = to.join(file.strip_prefix(from)?);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(&file, target)?;
    }
    Ok(())
}
