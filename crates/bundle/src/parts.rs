//! The parts of a bundle: those that a question needs are put in their places when it is asked.
//!
//! First come the blocks of the index (postings and facets), then runs of articles, then one part with the ids of all
//! articles. Each is known by its number; its name is that of its bytes.

use std::cell::OnceCell;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::decode::take_from_bytes;
use crate::links::Ids;
use crate::pack::{ReadError, hash};
use crate::{Entry, File};

/// What the first file says of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Part {
    /// Of its bytes.
    pub hash: u64,
    /// How many bytes it has.
    pub length: u32,
    /// How many articles are in it; 0 in any but a run of articles.
    pub articles: u32,
}

impl Part {
    /// The name of its file.
    pub fn name(self) -> String {
        format!("{:016x}.bin", self.hash)
    }

    /// Its file with these bytes.
    pub fn file(self, bytes: Vec<u8>) -> File {
        let name = self.name();
        File { name, bytes }
    }

    /// Whether these are its bytes.
    pub fn verify(self, bytes: &[u8]) -> Result<(), ReadError> {
        let (expected, got) = (u64::from(self.length), bytes.len() as u64);
        if expected != got {
            return Err(ReadError::Truncated { expected, got });
        }
        (hash(bytes) == self.hash)
            .then_some(())
            .ok_or(ReadError::Damaged)
    }
}

/// Why a part cannot be used. Nothing of it is kept; it may be fetched again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartError {
    /// The name of its file.
    pub file: String,
    /// What is wrong with it.
    pub why: ReadError,
}

impl fmt::Display for PartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.why)
    }
}

impl std::error::Error for PartError {}

/// The parts of a collection that stand in files of their own.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    all: Vec<Part>,
    /// How many of them are blocks of the index.
    blocks: usize,
    /// The first article of each run, and the number of all.
    firsts: Vec<u32>,
    runs: Vec<OnceCell<Vec<Entry>>>,
    ids: OnceCell<Ids>,
}

impl Parts {
    /// Parts, none of them there, the first so many of them blocks of the index. None where the others are not as they should be.
    pub fn new(all: Vec<Part>, blocks: u32, articles: u32) -> Option<Self> {
        let blocks = blocks as usize;
        let mut firsts = vec![0_u32];
        let mut next = 0_u32;
        for part in all.get(blocks..)?.split_last()?.1 {
            next = next.checked_add(part.articles)?;
            firsts.push(next);
        }
        (next == articles).then(|| Self {
            runs: (1..firsts.len()).map(|_| OnceCell::new()).collect(),
            ids: OnceCell::new(),
            all,
            blocks,
            firsts,
        })
    }

    /// How many parts there are.
    pub fn len(&self) -> u32 {
        self.all.len() as u32
    }

    /// A part by its number.
    pub fn get(&self, part: u32) -> Option<Part> {
        self.all.get(part as usize).copied()
    }

    /// Whether a part is a block of the index.
    pub fn is_block(&self, part: u32) -> bool {
        (part as usize) < self.blocks
    }

    /// Whether a part is a run of articles.
    pub fn is_run(&self, part: u32) -> bool {
        let run = (part as usize).checked_sub(self.blocks);
        run.is_some_and(|run| run < self.runs.len())
    }

    /// Puts a part that is no block of the index in its place, and says whether it fits there.
    pub fn put(&self, part: u32, bytes: &[u8]) -> bool {
        let Some(run) = (part as usize).checked_sub(self.blocks) else {
            return false;
        };
        // Again is the same as once.
        if let Some(place) = self.runs.get(run) {
            let entries: Option<Vec<Entry>> = read(bytes);
            let articles = self.get(part).map_or(0, |part| part.articles as usize);
            let entries = entries.filter(|entries| entries.len() == articles);
            entries.map(|entries| place.set(entries)).is_some()
        } else {
            let ids: Option<Vec<String>> = read(bytes);
            ids.map(|ids| self.ids.set(Ids::new(ids))).is_some()
        }
    }

    /// An article, if its part is there.
    pub fn entry(&self, article: u32) -> Option<&Entry> {
        let run = self.run_of(article)?;
        let at = article - self.firsts.get(run)?;
        self.runs.get(run)?.get()?.get(at as usize)
    }

    /// The part of an article, if it is not there yet.
    pub fn missing_for(&self, article: u32) -> Option<u32> {
        let run = self.run_of(article)?;
        let is_missing = self.runs.get(run)?.get().is_none();
        is_missing.then_some((self.blocks + run) as u32)
    }

    /// The ids of all articles, if they are there.
    pub fn ids(&self) -> Option<&Ids> {
        self.ids.get()
    }

    /// The part with the ids, if it is not there yet.
    pub fn missing_for_ids(&self) -> Option<u32> {
        let is_missing = self.ids.get().is_none() && !self.all.is_empty();
        is_missing.then_some((self.blocks + self.runs.len()) as u32)
    }

    /// The articles, if all are there; they are no longer there then.
    pub fn take_entries(&mut self) -> Vec<Entry> {
        let runs = self.runs.iter_mut().filter_map(OnceCell::take);
        runs.flatten().collect()
    }

    fn run_of(&self, article: u32) -> Option<usize> {
        let begun = self.firsts.partition_point(|first| *first <= article);
        begun.checked_sub(1).filter(|run| *run < self.runs.len())
    }
}

/// What all of the bytes say.
fn read<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Option<T> {
    let (it, rest) = take_from_bytes(bytes)?;
    rest.is_empty().then_some(it)
}
