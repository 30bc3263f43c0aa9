//! The files of a site's data.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Context;
use dateline_build::parallel;
use dateline_bundle::{Contents, File, write_fitting};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

/// From how many bytes on a bundle is packed in parts. Compressed, these are about 0.9 megabytes: a second or two on a slow
/// line, as long as a first part, a block and a run of articles take one after the other.
const LARGE: usize = 2 << 20;

/// The files that the site will hold, each written when it is made.
pub struct Made {
    folder: PathBuf,
    /// Their names.
    names: BTreeSet<String>,
}

/// A file that is named by what is in it.
pub struct Named {
    /// 64 bits of the SHA-256 of its bytes, in hexadecimal digits.
    pub hash: String,
    name: String,
}

impl Named {
    /// Where it will stand, relative to the page.
    pub fn path(&self) -> String {
        format!("data/{}", self.name)
    }
}

impl Made {
    /// None yet, in this folder.
    pub fn new(folder: PathBuf) -> anyhow::Result<Self> {
        fs::create_dir_all(&folder).with_context(|| format!("{}", folder.display()))?;
        let names = BTreeSet::new();
        Ok(Self { folder, names })
    }

    /// Packs a collection, in compressed parts if it is a large one, and gives its first file.
    pub fn collection(&mut self, contents: Contents) -> anyhow::Result<Named> {
        let folder = &self.folder;
        let part = |file: File| {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
            encoder.write_all(&file.bytes)?;
            write(folder, &file.name, &encoder.finish()?)?;
            Ok(file.name)
        };
        let make = |put: &mut dyn FnMut(File)| write_fitting(contents, LARGE, put);
        let (first, parts) = parallel::while_made(make, part);
        let parts: anyhow::Result<Vec<String>> = parts.into_iter().collect();
        self.names.extend(parts?);
        self.named("collection", &first)
    }

    /// A file of this kind and these bytes.
    pub fn named(&mut self, kind: &str, bytes: &[u8]) -> anyhow::Result<Named> {
        let hash = hash(bytes);
        let name = format!("{kind}-{hash}.bin");
        write(&self.folder, &name, bytes)?;
        self.names.insert(name.clone());
        Ok(Named { hash, name })
    }

    /// Deletes what else is in the folder.
    pub fn drop_others(&self) -> anyhow::Result<()> {
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            let name = entry.file_name();
            if name.to_str().is_none_or(|name| !self.names.contains(name)) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

/// Writes a file. One that is there already is not touched, so that who watches the folder sees what has changed.
fn write(folder: &Path, name: &str, bytes: &[u8]) -> anyhow::Result<()> {
    let file = folder.join(name);
    if fs::read(&file).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    fs::write(&file, bytes).with_context(|| format!("{}", file.display()))
}

/// Names a file by what is in it: 64 bits of SHA-256, in hexadecimal digits.
fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let first = digest.iter().take(8);
    first.map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_depends_on_every_byte() {
        // The beginning of SHA-256's published result for "abc" (FIPS 180-4).
        assert_eq!(hash(b"abc"), "ba7816bf8f01cfea");
        assert_ne!(hash(b"abd"), hash(b"abc"));
    }
}
