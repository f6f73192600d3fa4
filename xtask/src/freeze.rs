//! A version under an address that never changes: a paper links to `/v1.2.0/`, and that folder is never rebuilt.

use std::path::Path;

use anyhow::{Result, bail};

use crate::page;
use crate::shell::say;

/// Copies the built page into `dist/v<version>/`.
pub fn freeze() -> Result<()> {
    let name = concat!("v", env!("CARGO_PKG_VERSION"));
    let frozen = Path::new("dist").join(name);
    if frozen.exists() {
        bail!("{} is there already, and a frozen version is not written twice.", frozen.display());
    }
    for part in ["assets", "embed", "pkg"] {
        page::copy(&Path::new("dist").join(part), &frozen.join(part))?;
    }
    for file in std::fs::read_dir("dist")?.flatten().filter(|f| f.path().is_file()) {
        std::fs::copy(file.path(), frozen.join(file.file_name()))?;
    }
    say(&format!("{} is this version, to be kept as it is", frozen.display()));
    Ok(())
}
