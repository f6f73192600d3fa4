//! How large the build is, and whether that is within the budget of wasm-pack.toml.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::{config, package, stamp};

pub fn check() -> Result<()> {
    let budget = config::read()?.budget;
    let engine = [Path::new("dist/pkg/interphase_bg.wasm").to_owned()];
    let model = [Path::new(package::MODEL_FOLDER).join("model_bg.wasm")];
    let single = [Path::new("dist/interphase.html").to_owned()];
    let lines = [
        ("model (wasm)", Size::of(&model)?, None, Some(budget.model_gzip)),
        ("engine (wasm)", Size::of(&engine)?, None, Some(budget.engine_gzip)),
        ("first visit", Size::of(&first_visit()?)?, None, Some(budget.first_visit_gzip)),
        ("dist/interphase.html", Size::of(&single)?, Some(budget.single_file), None),
    ];
    let mut over = Vec::new();
    println!("{:<22}{:>10}{:>10}   budget", "size in kB", "raw", "gzipped");
    for (name, size, raw, gzip) in lines {
        let (measured, allowed, kind) = match (raw, gzip) {
            (Some(allowed), _) => (size.raw, allowed, "raw"),
            (None, allowed) => (size.gzip, allowed.unwrap_or(f64::INFINITY), "gzipped"),
        };
        println!("{name:<22}{:>10.1}{:>10.1}   {allowed} {kind}", size.raw, size.gzip);
        if measured > allowed {
            over.push(format!(
                "{name} is {measured:.1} kB {kind}, {:.1} kB over its budget of {allowed} kB.",
                measured - allowed
            ));
        }
    }
    if over.is_empty() {
        Ok(())
    } else {
        bail!("{} Make it smaller, or argue for a larger budget in wasm-pack.toml.", over.join(" "))
    }
}

/// The page, the scripts and styles it names, and the model. The engine comes with the first spectrum.
fn first_visit() -> Result<Vec<PathBuf>> {
    let page = Path::new("dist/index.html");
    let text = fs::read_to_string(page).context("dist/index.html is missing")?;
    let named = text.split('"').filter_map(|part| part.strip_prefix("./")).map(|part| Path::new("dist").join(part));
    let is_model = |f: &PathBuf| f.file_name().is_some_and(|name| name.to_string_lossy().starts_with("model_bg"));
    let model = stamp::files(Path::new("dist/assets"))?.into_iter().filter(is_model);
    let mut files: Vec<PathBuf> = named.chain(model).filter(|f| f.is_file()).chain([page.to_owned()]).collect();
    files.sort();
    files.dedup();
    Ok(files)
}

/// In kB of 1000 bytes.
struct Size {
    raw: f64,
    gzip: f64,
}

impl Size {
    fn of(files: &[PathBuf]) -> Result<Size> {
        let mut size = Size { raw: 0.0, gzip: 0.0 };
        for file in files {
            let bytes = fs::read(file).with_context(|| format!("{} is missing", file.display()))?;
            size.raw += bytes.len() as f64 / 1e3;
            size.gzip += gzip(&bytes)?.len() as f64 / 1e3;
        }
        Ok(size)
    }
}

/// As a static host compresses it.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}
