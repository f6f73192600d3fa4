//! `wasm-pack.toml`: how the package is built and how large it may be.

use anyhow::{Context, Result};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    pub package: Package,
    #[serde(rename = "wasm-opt")]
    pub wasm_opt: WasmOpt,
    pub budget: Budget,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Package {
    pub target: String,
    pub profile: String,
    pub model_profile: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WasmOpt {
    pub flags: Vec<String>,
    pub engine: Vec<String>,
    pub model: Vec<String>,
}

/// Sizes in kB of 1000 bytes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Budget {
    pub model_gzip: f64,
    pub engine_gzip: f64,
    pub first_visit_gzip: f64,
    pub single_file: f64,
}

pub fn read() -> Result<Config> {
    let text = std::fs::read_to_string("wasm-pack.toml").context("wasm-pack.toml cannot be read")?;
    toml::from_str(&text).context("wasm-pack.toml is not understood")
}
