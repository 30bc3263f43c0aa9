//! Writing a bundle.

use std::borrow::Borrow;

use serde::Serialize;

use crate::encode::to_bytes;
use crate::indexing::Indexing;
use crate::links::{Ids, Links};
use crate::pack::{Head, framed, hash, payload};
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
    write_parts(contents).whole()
}

/// Packs a collection into a first file and parts that are fetched when they are needed. The same contents give the same
/// bytes on every machine. Worth it from some hundreds of articles on: a reader who searches 20,000 fetches a fiftieth of
/// them.
#[must_use]
pub fn write_parts(contents: &Contents) -> Packed {
    let mut parts = Vec::new();
    let shape = Shape::of(contents);
    let articles = contents.articles.iter();
    let first = packed(contents, &shape, articles, &mut |part| parts.push(part));
    shape.packed(first, parts)
}

/// Packs a collection as [`write_parts`] does, but lets go of each article when it is packed and hands on each part when it is
/// made, so that memory holds hardly more than the contents at any time. Parts come in an order of their own. Gives the first
/// file.
#[must_use]
pub fn write_each(mut contents: Contents, put: &mut dyn FnMut(File)) -> Vec<u8> {
    let shape = Shape::of(&contents);
    let articles = std::mem::take(&mut contents.articles);
    packed(&contents, &shape, articles.into_iter(), put)
}

/// Packs a collection as [`write()`] does, if that gives less than so many bytes, and else as [`write_each`] does.
#[must_use]
pub fn write_fitting(mut contents: Contents, large: usize, put: &mut dyn FnMut(File)) -> Vec<u8> {
    let shape = Shape::of(&contents);
    let articles = std::mem::take(&mut contents.articles);
    let mut held = Vec::new();
    let mut length = 0;
    let mut hold = |file: File| {
        length += file.bytes.len();
        if length >= large {
            held.drain(..).for_each(&mut *put);
            put(file);
        } else {
            held.push(file);
        }
    };
    let first = packed(&contents, &shape, articles.into_iter(), &mut hold);
    if length + first.len() < large {
        return shape.packed(first, held).whole();
    }
    held.into_iter().for_each(put);
    first
}

impl Packed {
    /// The same in one file.
    fn whole(self) -> Vec<u8> {
        let mut bytes = payload(&self.first).to_vec();
        for part in self.parts {
            bytes.extend_from_slice(&part.bytes);
        }
        framed(&bytes)
    }
}

/// What stands where in a bundle, known before anything is packed.
struct Shape {
    ids: Ids,
    links: Links,
    /// How many articles each run has.
    runs: Vec<usize>,
}

impl Shape {
    fn of(contents: &Contents) -> Self {
        let ids = Ids::of_articles(contents);
        Self {
            links: Links::of(contents, &ids),
            runs: runs(&contents.articles),
            ids,
        }
    }

    /// A bundle out of parts in the order in which they are made, the runs of articles first.
    fn packed(&self, first: Vec<u8>, mut parts: Vec<File>) -> Packed {
        if let Some((_, rest)) = parts.split_last_mut() {
            rest.rotate_left(self.runs.len());
        }
        Packed { first, parts }
    }
}

/// Packs contents whose articles come one by one, and gives the first file. The runs of articles are handed on first, for then
/// nothing keeps them; the blocks of the index next, the ids at the end.
fn packed<E: Borrow<Entry> + Serialize>(
    contents: &Contents,
    shape: &Shape,
    mut articles: impl Iterator<Item = E>,
    put: &mut dyn FnMut(File),
) -> Vec<u8> {
    let mut push = |bytes: Vec<u8>, articles: usize| {
        let part = Part {
            hash: hash(&bytes),
            length: bytes.len() as u32,
            articles: articles as u32,
        };
        let name = part.name();
        put(File { name, bytes });
        part
    };
    let mut indexing = Indexing::new(contents, &shape.links);
    let mut runs = Vec::new();
    for length in &shape.runs {
        let run: Vec<E> = articles.by_ref().take(*length).collect();
        run.iter().for_each(|entry| indexing.push(entry.borrow()));
        runs.push(push(to_bytes(&run), run.len()));
    }
    let mut parts = Vec::new();
    let index = indexing.finish(&mut |block| parts.push(push(block, 0)));
    parts.extend(runs);
    parts.push(push(to_bytes(&shape.ids.all()), 0));
    framed(&to_bytes(&Head {
        contents: Contents {
            about: contents.about.clone(),
            articles: Vec::new(),
            visits: contents.visits.clone(),
            aliases: contents.aliases.clone(),
            record: contents.record.clone(),
        },
        reporting: shape.links.articles().to_vec(),
        index: &index.pack(),
        parts,
        blocks: index.block_count(),
    }))
}

/// How many articles stand in each run: runs are of about the same length, so that few files hold them all.
fn runs(entries: &[Entry]) -> Vec<usize> {
    let length = |entry: &Entry| -> usize {
        let blocks = entry.article.blocks.iter();
        blocks.map(|block| block.text.len()).sum()
    };
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
