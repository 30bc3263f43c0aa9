//! Opening a bundle, whole or in parts.

use std::cell::OnceCell;

use dateline_search::{Aliases, Index};

use crate::condense::expanded;
use crate::glance::Glances;
use crate::links::{Ids, Links};
use crate::pack::head;
use crate::parts::Parts;
use crate::{Collection, Contents, Facet, PartError, ReadError, Selection};

impl Collection {
    /// Opens what [`crate::write()`] wrote, or the first file that [`crate::write_parts`] wrote.
    ///
    /// # Errors
    ///
    /// [`ReadError`] for anything that this version did not write, byte for byte.
    pub fn open(bytes: &[u8]) -> Result<Self, ReadError> {
        let (head, rest) = head(bytes)?;
        let names = Facet::ALL.map(Facet::name);
        let aliases = Aliases::new(&head.contents.aliases);
        let index = Index::unpack(head.index, &names, aliases).ok_or(ReadError::Damaged)?;
        let parts = Parts::new(head.parts, head.blocks, index.len());
        let parts = parts.filter(|_| head.blocks == index.block_count());
        let mut collection = Self {
            words: OnceCell::new(),
            links: Links::new(head.reporting, index.len() as usize),
            articles_by_id: Ids::default(),
            visits_by_id: Ids::of_visits(&head.contents),
            glances: Glances::of(&head.contents.visits),
            parts: parts.ok_or(ReadError::Damaged)?,
            contents: head.contents,
            index,
        };
        if !rest.is_empty() {
            collection.put_those_behind(rest)?;
        }
        Ok(collection)
    }

    /// Whether its articles stand in parts.
    #[must_use]
    pub fn is_in_parts(&self) -> bool {
        self.contents.articles.len() < self.index.len() as usize
    }

    /// What the collection holds; without its articles, if they stand in parts.
    #[must_use]
    pub fn into_contents(self) -> Contents {
        self.contents
    }

    /// Puts all parts in their places, as if the bundle had been of one file. `fetch` gives the bytes of a file by its name;
    /// it should have so many.
    ///
    /// # Errors
    ///
    /// [`PartError`] for the first part that is not there or not as it was written.
    pub fn put_all(
        &mut self,
        fetch: &mut dyn FnMut(&str, usize) -> Option<Vec<u8>>,
    ) -> Result<(), PartError> {
        for number in 0..self.parts.len() {
            let file = self.file(number);
            let length = self.parts.get(number).map_or(0, |part| part.length);
            let bytes = fetch(&file, length as usize).unwrap_or_default();
            self.put(number, &bytes)?;
        }
        self.contents.articles = self.parts.take_entries();
        Ok(())
    }

    /// Puts the parts in their places that stand one behind the other in a bundle of one file. Apart from [`Self::put_all`],
    /// so that a page that opens whole bundles carries nothing of files.
    fn put_those_behind(&mut self, mut rest: &[u8]) -> Result<(), ReadError> {
        for number in 0..self.parts.len() {
            let length = self.parts.get(number).map_or(0, |part| part.length);
            let cut = rest.split_at_checked(length as usize);
            let (bytes, behind) = cut.ok_or(ReadError::Damaged)?;
            self.verify(number, bytes)?;
            self.put_plain(number, bytes)?;
            rest = behind;
        }
        self.contents.articles = self.parts.take_entries();
        rest.is_empty().then_some(()).ok_or(ReadError::Damaged)
    }

    /// Puts a part in its place. One that is there already stays.
    ///
    /// # Errors
    ///
    /// [`PartError`] if these are not the bytes that were written. Nothing changes then, and the part may be fetched again.
    pub fn put(&self, part: u32, bytes: &[u8]) -> Result<(), PartError> {
        let put = self.verify(part, bytes).and_then(|()| {
            if self.parts.is_run(part) {
                let plain = expanded(bytes, &self.index, self.words());
                let fits = plain.is_some_and(|plain| self.parts.put(part, &plain));
                return fits.then_some(()).ok_or(ReadError::Damaged);
            }
            self.put_plain(part, bytes)
        });
        put.map_err(|why| PartError {
            file: self.file(part),
            why,
        })
    }

    /// The forms that are words by their ranks, which the texts of files refer to.
    fn words(&self) -> &[u32] {
        self.words.get_or_init(|| self.index.plain_words())
    }

    fn verify(&self, part: u32, bytes: &[u8]) -> Result<(), ReadError> {
        let known = self.parts.get(part);
        known.map_or(Err(ReadError::Foreign), |known| known.verify(bytes))
    }

    fn put_plain(&self, part: u32, bytes: &[u8]) -> Result<(), ReadError> {
        let fits = if self.parts.is_block(part) {
            self.index.put(part, bytes.to_vec())
        } else {
            self.parts.put(part, bytes)
        };
        fits.then_some(()).ok_or(ReadError::Damaged)
    }

    /// The name of a part's file, which stands beside the first one; empty for a part that there is not.
    #[must_use]
    pub fn file(&self, part: u32) -> String {
        let part = self.parts.get(part);
        part.map(crate::parts::Part::name).unwrap_or_default()
    }

    /// The part that [`Collection::entry`], [`Collection::marks`] and [`Collection::snippet`] miss for an article.
    #[must_use]
    pub fn missing_for(&self, article: u32) -> Option<u32> {
        let is_there = (article as usize) < self.contents.articles.len();
        self.parts.missing_for(article).filter(|_| !is_there)
    }

    /// The parts to fetch next for showing a selection with its first so many articles, ascending: those that the selection
    /// misses, and once it misses none, those of these articles and of the counts. Empty when everything is there.
    #[must_use]
    pub fn needs(&self, selection: &Selection, shown: usize) -> Vec<u32> {
        if !selection.missing.is_empty() {
            return selection.missing.clone();
        }
        let mut parts: Vec<u32> = selection.missing_facets.into_iter().collect();
        for article in selection.articles.iter().take(shown) {
            parts.extend(self.missing_for(*article));
        }
        dateline_compact::sort(&mut parts);
        parts.dedup();
        parts
    }

    /// The part that [`Collection::article`] misses.
    #[must_use]
    pub fn missing_ids(&self) -> Option<u32> {
        self.parts.missing_for_ids()
    }
}

/// Unpacks the contents of a bundle. `fetch` gives the bytes of a part by the name of its file; a bundle of one file has none.
///
/// # Errors
///
/// [`PartError`] for anything that this version did not write, byte for byte; its file is empty where it is the first one.
pub fn read_parts(
    bytes: &[u8],
    fetch: &mut dyn FnMut(&str, usize) -> Option<Vec<u8>>,
) -> Result<Contents, PartError> {
    let first = |why| PartError {
        file: String::new(),
        why,
    };
    let mut collection = Collection::open(bytes).map_err(first)?;
    if collection.is_in_parts() {
        collection.put_all(fetch)?;
    }
    Ok(collection.into_contents())
}

/// Unpacks the contents of a bundle of one file.
///
/// # Errors
///
/// [`ReadError`] for anything that [`crate::write()`] of this version did not write, byte for byte.
pub fn read(bytes: &[u8]) -> Result<Contents, ReadError> {
    Ok(read_parts(bytes, &mut |_, _| None)?)
}
