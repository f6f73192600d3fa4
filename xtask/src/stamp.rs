//! What a step was made from, so that it is repeated only when that has changed.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::Result;

/// Names and contents of files and folders as one number; what is not there counts as absent.
pub fn of(paths: &[&Path], settings: &impl Hash) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    settings.hash(&mut hasher);
    for path in paths {
        for file in files(path)? {
            file.hash(&mut hasher);
            std::fs::read(&file)?.hash(&mut hasher);
        }
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// All files under a folder, or the file itself, in order.
pub fn files(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    if path.is_dir() {
        for entry in std::fs::read_dir(path)? {
            found.extend(files(&entry?.path())?);
        }
        found.sort();
    }
    Ok(found)
}

/// Whether the step that left this stamp can be skipped.
pub fn holds(file: &Path, stamp: &str) -> bool {
    std::fs::read_to_string(file).is_ok_and(|old| old == stamp)
}

/// Leaves the stamp; call it when the step has succeeded.
pub fn leave(file: &Path, stamp: &str) -> Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    Ok(std::fs::write(file, stamp)?)
}
