//! Writing a bundle.

use std::borrow::Borrow;

use dateline_search::{Index, WordRanks};
use serde::Serialize;

use crate::condense::condensed;
use crate::encode::to_bytes;
use crate::indexing::{Indexing, ranks};
use crate::links::Links;
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
    let shape = Shape::of(contents);
    let mut parts = Vec::new();
    let put = &mut |part| parts.push(part);
    // In one file with everything else, texts stand as they are: the page needs less code before its first text.
    let mut payload = shape.pack(contents, contents.articles.iter(), None, put);
    for part in shape.in_order(parts) {
        payload.extend_from_slice(&part.bytes);
    }
    framed(&payload)
}

/// Packs a collection into a first file and parts that are fetched when they are needed. The same contents give the same
/// bytes on every machine. Worth it from some hundreds of articles on: a reader who searches 20,000 fetches a fiftieth of
/// them.
#[must_use]
pub fn write_parts(contents: &Contents) -> Packed {
    let shape = Shape::of(contents);
    let ranks = ranks(&contents.articles);
    let mut parts = Vec::new();
    let put = &mut |part| parts.push(part);
    let head = shape.pack(contents, contents.articles.iter(), Some(&ranks), put);
    Packed {
        first: framed(&head),
        parts: shape.in_order(parts),
    }
}

/// Packs a collection as [`write()`] does, if that gives less than so many bytes, and else as [`write_parts`] does. Then it lets
/// go of each article when it is packed and hands on each part when it is made, in an order of its own, so that memory holds
/// hardly more than the contents at any time. Gives the first file.
#[must_use]
pub fn write_fitting(mut contents: Contents, large: usize, put: &mut dyn FnMut(File)) -> Vec<u8> {
    // Where the texts alone are too many, the rest need not be tried.
    if contents.articles.iter().map(length).sum::<usize>() < large {
        let whole = write(&contents);
        if whole.len() < large {
            return whole;
        }
    }
    let shape = Shape::of(&contents);
    let ranks = ranks(&contents.articles);
    let articles = std::mem::take(&mut contents.articles).into_iter();
    framed(&shape.pack(&contents, articles, Some(&ranks), put))
}

/// What belongs where, known of contents before they are packed.
struct Shape {
    links: Links,
    /// How many articles each run has.
    runs: Vec<usize>,
}

impl Shape {
    fn of(contents: &Contents) -> Self {
        Self {
            links: Links::of(contents),
            runs: runs(&contents.articles),
        }
    }

    /// Packs contents whose articles come one by one, their texts by words if the ranks of these are given, and gives the head.
    /// The runs of articles are handed on first, for then nothing keeps them; the blocks of the index next, the ids at the end.
    fn pack<E: Borrow<Entry> + Serialize>(
        &self,
        contents: &Contents,
        mut articles: impl Iterator<Item = E>,
        ranks: Option<&WordRanks>,
        put: &mut dyn FnMut(File),
    ) -> Vec<u8> {
        let mut push = |bytes: Vec<u8>, articles: usize| {
            let part = Part {
                hash: hash(&bytes),
                length: bytes.len() as u32,
                articles: articles as u32,
            };
            put(part.file(bytes));
            part
        };
        let mut indexing = Indexing::new(contents, &self.links);
        let mut ids = Vec::new();
        let mut runs = Vec::new();
        for length in &self.runs {
            let run: Vec<E> = articles.by_ref().take(*length).collect();
            for entry in run.iter().map(Borrow::borrow) {
                indexing.push(entry);
                ids.push(entry.article.id.clone());
            }
            let plain = to_bytes(&run);
            let bytes = ranks.map(|ranks| condensed(&plain, ranks));
            runs.push(push(bytes.unwrap_or(plain), *length));
        }
        let mut parts = Vec::new();
        let index = indexing.finish(&mut |block| parts.push(push(block, 0)));
        parts.extend(runs);
        parts.push(push(to_bytes(&ids), 0));
        self.head(contents, &index, parts)
    }

    fn head(&self, contents: &Contents, index: &Index, parts: Vec<Part>) -> Vec<u8> {
        to_bytes(&Head {
            contents: Contents {
                about: contents.about.clone(),
                articles: Vec::new(),
                visits: contents.visits.clone(),
                aliases: contents.aliases.clone(),
                record: contents.record.clone(),
            },
            reporting: self.links.articles().to_vec(),
            index: &index.pack(),
            parts,
            blocks: index.block_count(),
        })
    }

    /// The files that [`Self::pack`] handed on, in the order of their numbers: the blocks before the runs.
    fn in_order(&self, mut parts: Vec<File>) -> Vec<File> {
        if let Some((_, rest)) = parts.split_last_mut() {
            rest.rotate_left(self.runs.len());
        }
        parts
    }
}

/// How many articles each run has. Runs are of about the same length, so that few files hold them all.
fn runs(entries: &[Entry]) -> Vec<usize> {
    let all: usize = entries.iter().map(length).sum();
    let most = SMALLEST.max(all / MOST);
    let mut runs = Vec::new();
    let (mut articles, mut so_far) = (0, 0);
    for entry in entries {
        if so_far >= most {
            runs.push(articles);
            (articles, so_far) = (0, 0);
        }
        so_far += length(entry);
        articles += 1;
    }
    runs.extend((articles > 0).then_some(articles));
    runs
}

/// How long the text of an article is, in bytes.
fn length(entry: &Entry) -> usize {
    let blocks = entry.article.blocks.iter();
    blocks.map(|block| block.text.len()).sum()
}
