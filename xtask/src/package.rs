//! The engine as a wasm package: cargo, wasm-bindgen (as a library, so Cargo.lock alone decides its version), wasm-opt.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::config::Config;
use crate::shell::{command, run, say};
use crate::{stamp, tools};

/// Where the page finds the package; `dist/pkg` is its copy for others.
pub const FOLDER: &str = "target/pkg";
/// The same package with the model alone: what the page loads first.
pub const MODEL_FOLDER: &str = "target/pkg-model";

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Speed {
    Optimised,
    Quick,
}

/// What of the engine a package holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Engine,
    Model,
}

pub fn build(config: &Config, speed: Speed) -> Result<()> {
    tools::wasm_target()?;
    build_one(config, speed, Part::Engine)?;
    describe()?;
    build_one(config, speed, Part::Model)
}

/// Makes `package/name.js`, `.d.ts` and `name_bg.wasm`.
fn build_one(config: &Config, speed: Speed, part: Part) -> Result<()> {
    // A folder each for cargo, or the two would take turns in replacing each other.
    let (what, package, name, target, features, optimised, flags): (_, _, _, _, &[&str], _, _) = match part {
        Part::Engine => {
            ("the engine", FOLDER, "interphase", "target", &[], &config.package.profile, &config.wasm_opt.engine)
        }
        Part::Model => (
            "the model alone",
            MODEL_FOLDER,
            "model",
            "target/model",
            &["--no-default-features"],
            &config.package.model_profile,
            &config.wasm_opt.model,
        ),
    };
    let profile = if speed == Speed::Quick { "dev" } else { optimised.as_str() };
    say(&format!("cargo compiles {what} to wasm ({profile})"));
    let mut cargo = command("cargo", &["build", "--quiet", "--locked", "--package", "interphase", "--lib"]);
    cargo.args(["--target", tools::WASM, "--profile", profile]).args(features);
    // Flags from outside would silently replace those of .cargo/config.toml.
    run(cargo.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS").env("CARGO_TARGET_DIR", target))?;

    let folder = if profile == "dev" { "debug" } else { profile };
    let compiled = Path::new(target).join(tools::WASM).join(folder).join("interphase.wasm");
    let sources = ["crate/README.md", "LICENSE-MIT", "LICENSE-APACHE", "wasm-pack.toml", "xtask/src/package.rs"];
    let mut inputs = vec![compiled.as_path()];
    inputs.extend(sources.iter().map(Path::new));
    let made_from = stamp::of(&inputs, &(speed, env!("CARGO_PKG_VERSION")))?;
    let stamp = format!("{package}.stamp");
    if stamp::holds(Path::new(&stamp), &made_from) && Path::new(package).join(format!("{name}.js")).is_file() {
        return Ok(());
    }

    say("wasm-bindgen writes the JavaScript and its types");
    if Path::new(package).is_dir() {
        fs::remove_dir_all(package)?;
    }
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(&compiled)
        .out_name(name)
        .typescript(true)
        .remove_producers_section(true)
        .omit_default_module_path(false);
    // After a panic the page starts the engine afresh with it, instead of calling into broken memory.
    bindgen.reset_state_function(true);
    bindgen.remove_name_section(speed == Speed::Optimised);
    match config.package.target.as_str() {
        "web" => bindgen.web(true)?,
        other => bail!("wasm-pack.toml: the page and the package need target = \"web\", not \"{other}\"."),
    };
    bindgen.generate(package).context("wasm-bindgen cannot read the compiled engine")?;
    if speed == Speed::Optimised {
        optimise(&format!("{package}/{name}_bg.wasm"), flags, &config.wasm_opt.flags)?;
    }
    stamp::leave(Path::new(&stamp), &made_from)
}

fn optimise(wasm: &str, level: &[String], flags: &[String]) -> Result<()> {
    tools::npm_packages()?;
    say("wasm-opt makes it small and fast");
    let smaller = format!("{wasm}.smaller");
    let mut wasm_opt = tools::node_program("node_modules/binaryen/bin/wasm-opt", &[wasm, "-o", &smaller]);
    run(wasm_opt.args(level).args(flags))?;
    Ok(fs::rename(smaller, wasm)?)
}

/// package.json, README and licences: what npm and a reader need.
fn describe() -> Result<()> {
    let description = env!("CARGO_PKG_DESCRIPTION");
    let version = env!("CARGO_PKG_VERSION");
    let json = format!(
        r#"{{
  "name": "interphase",
  "version": "{version}",
  "description": "{description}",
  "license": "MIT OR Apache-2.0",
  "type": "module",
  "main": "interphase.js",
  "types": "interphase.d.ts",
  "exports": {{
    ".": {{ "types": "./interphase.d.ts", "default": "./interphase.js" }},
    "./interphase_bg.wasm": "./interphase_bg.wasm",
    "./package.json": "./package.json"
  }},
  "files": ["interphase.js", "interphase.d.ts", "interphase_bg.wasm", "interphase_bg.wasm.d.ts", "LICENSE-MIT", "LICENSE-APACHE"],
  "engines": {{ "node": ">=20" }},
  "keywords": ["impedance", "EIS", "electrochemistry", "battery", "SEI", "wasm"]
}}
"#
    );
    fs::write(Path::new(FOLDER).join("package.json"), json)?;
    for (from, to) in
        [("crate/README.md", "README.md"), ("LICENSE-MIT", "LICENSE-MIT"), ("LICENSE-APACHE", "LICENSE-APACHE")]
    {
        fs::copy(from, Path::new(FOLDER).join(to)).with_context(|| format!("{from} is missing"))?;
    }
    Ok(())
}
