//! Writing a bundle.

use crate::encode::to_bytes;
use crate::indexing::index;
use crate::links::{Ids, Links};
use crate::pack::{Head, framed, hash};
use crate::parts::Part;
use crate::{Contents, Entry};

/// How long a run of articles is at least, in bytes.
const SMALLEST: usize = 64 << 10;

/// About how many runs of articles there are at most: each is a file, and hosts count files.
const MOST: usize = 180;

/// A bundle in parts. Every file is best served compressed; see [`crate::Collection::put`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// The first file, which [`crate::Collection::open`] reads. It names the others.
    pub first: Vec<u8>,
    /// The other files: [`crate::Collection::file`] gives the name of each.
    pub parts: Vec<File>,
}

/// A part in a file of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, made of its bytes: a part that has not changed keeps its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Packs a collection into one file. The same contents give the same bytes on every machine.
#[must_use]
pub fn write(contents: &Contents) -> Vec<u8> {
    let mut parts = Vec::new();
    let mut payload = packed(contents, &mut |part| parts.extend_from_slice(&part.bytes));
    payload.extend_from_slice(&parts);
    framed(&payload)
}

/// Packs a collection into a first file and parts that are fetched when they are needed. The same contents give the same
/// bytes on every machine. Worth it from some hundreds of articles on: a reader who searches 20,000 fetches a fiftieth of
/// them.
#[must_use]
pub fn write_parts(contents: &Contents) -> Packed {
    let mut parts = Vec::new();
    let first = write_each(contents, &mut |part| parts.push(part));
    Packed { first, parts }
}

/// Packs a collection as [`write_parts`] does, but hands on each part when it is made, so that memory never holds them all.
/// Gives the first file.
#[must_use]
pub fn write_each(contents: &Contents, put: &mut dyn FnMut(File)) -> Vec<u8> {
    framed(&packed(contents, put))
}

/// The head. The parts are handed on, in their order.
fn packed(contents: &Contents, put: &mut dyn FnMut(File)) -> Vec<u8> {
    let ids = Ids::of_articles(contents);
    let links = Links::of(contents, &ids);
    let index = index(contents, &links);
    let mut parts = Vec::new();
    let mut push = |bytes: Vec<u8>, articles: usize| {
        let part = Part {
            hash: hash(&bytes),
            length: bytes.len() as u32,
            articles: articles as u32,
        };
        parts.push(part);
        put(File {
            name: part.name(),
            bytes,
        });
    };
    index.blocks().for_each(|block| push(block, 0));
    for run in runs(&contents.articles) {
        push(to_bytes(&run), run.len());
    }
    push(to_bytes(&ids.all()), 0);
    to_bytes(&Head {
        contents: Contents {
            about: contents.about.clone(),
            articles: Vec::new(),
            visits: contents.visits.clone(),
            aliases: contents.aliases.clone(),
            record: contents.record.clone(),
        },
        reporting: links.articles().to_vec(),
        index: &index.pack(),
        parts,
        blocks: index.block_count(),
    })
}

/// Articles in runs of about the same length, so that few files hold them all.
fn runs(entries: &[Entry]) -> Vec<&[Entry]> {
    let length = |entry: &Entry| -> usize {
        let blocks = entry.article.blocks.iter();
        blocks.map(|block| block.text.len()).sum()
    };
    let all: usize = entries.iter().map(length).sum();
    let most = SMALLEST.max(all / MOST);
    let mut so_far = 0;
    let mut run = 0;
    let number = |entry: &Entry| {
        if so_far >= most {
            (so_far, run) = (0, run + 1);
        }
        so_far += length(entry);
        run
    };
    let numbers: Vec<usize> = entries.iter().map(number).collect();
    let mut rest = entries;
    let lengths = numbers.chunk_by(|a, b| a == b).map(<[usize]>::len);
    let take = |length: usize| {
        let (run, behind) = rest.split_at_checked(length)?;
        rest = behind;
        Some(run)
    };
    lengths.filter_map(take).collect()
}
