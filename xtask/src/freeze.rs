//! A version under an address that never changes: a paper links to `/v1.2.0/`, and that folder is never rebuilt.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::page;
use crate::shell::say;

/// Copies the built page into `dist/v<version>/`.
pub fn freeze() -> Result<()> {
    let frozen = copy(Path::new("dist"), concat!("v", env!("CARGO_PKG_VERSION")))?;
    say(&format!("{} is this version, to be kept as it is", frozen.display()));
    Ok(())
}

/// All of the page but the versions that were frozen before.
fn copy(dist: &Path, name: &str) -> Result<PathBuf> {
    let frozen = dist.join(name);
    if frozen.exists() {
        bail!("{} is there already, and a frozen version is not written twice.", frozen.display());
    }
    for part in ["assets", "embed", "pkg"] {
        page::copy(&dist.join(part), &frozen.join(part))?;
    }
    for file in fs::read_dir(dist)?.flatten().filter(|f| f.path().is_file()) {
        fs::copy(file.path(), frozen.join(file.file_name()))?;
    }
    Ok(frozen)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stamp;

    #[test]
    fn a_frozen_version_is_the_whole_page_without_its_elders_and_never_changes() -> Result<()> {
        let dist = std::env::temp_dir().join(format!("interphase-freeze-{}", std::process::id()));
        let _ = fs::remove_dir_all(&dist);
        let page =
            ["assets/a.js", "embed/index.html", "embed.js", "index.html", "interphase.html", "pkg/interphase.js"];
        for file in page.iter().chain(&["v0.0.1/index.html"]) {
            let path = dist.join(file);
            fs::create_dir_all(path.parent().unwrap_or(&dist))?;
            fs::write(path, file)?;
        }
        let frozen = copy(&dist, "v0.0.2")?;
        let mut files: Vec<_> =
            stamp::files(&frozen)?.iter().filter_map(|f| Some(f.strip_prefix(&frozen).ok()?.to_owned())).collect();
        files.sort();
        let mut expected = page.map(PathBuf::from);
        expected.sort();
        assert_eq!(files, expected);
        fs::write(dist.join("index.html"), "newer")?;
        assert!(copy(&dist, "v0.0.2").is_err());
        assert_eq!(fs::read_to_string(frozen.join("index.html"))?, "index.html");
        Ok(fs::remove_dir_all(&dist)?)
    }
}
