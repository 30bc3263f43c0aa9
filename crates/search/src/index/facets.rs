//! Facets: which documents have which values.

use std::rc::Rc;

use super::names::Names;
use crate::bits::Bits;

/// A value that fewer documents than one in this many have is kept as a list, any other as a set of bits.
const SPARSE: u32 = 64;

/// One facet: its values and the documents that have each.
#[derive(Debug)]
pub struct Facet {
    name: &'static str,
    values: Vec<Value>,
}

#[derive(Debug)]
struct Value {
    name: Rc<str>,
    documents: Documents,
}

#[derive(Debug)]
enum Documents {
    Few(Vec<u32>),
    Many(Bits),
}

impl Facet {
    /// A facet without values.
    pub(super) fn new(name: &'static str) -> Self {
        Self {
            name,
            values: Vec::new(),
        }
    }

    /// Adds a value, greater than the last one, that these of `len` documents have, ascending.
    pub(super) fn push(&mut self, name: &str, documents: Vec<u32>, len: u32) {
        let documents = if documents.len() < (len / SPARSE) as usize {
            Documents::Few(documents)
        } else {
            let mut bits = Bits::none(len);
            documents.iter().for_each(|document| bits.insert(*document));
            Documents::Many(bits)
        };
        self.values.push(Value {
            name: name.into(),
            documents,
        });
    }

    /// The name that queries know it by.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// How many values it has.
    #[must_use]
    pub fn len(&self) -> u32 {
        u32::try_from(self.values.len()).unwrap_or(u32::MAX)
    }

    /// Whether it has no values.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The values, sorted.
    pub fn values(&self) -> impl Iterator<Item = &Rc<str>> {
        self.values.iter().map(|value| &value.name)
    }

    /// The place of a value in [`Facet::values`].
    #[must_use]
    pub fn find(&self, name: &str) -> Option<u32> {
        let found = self
            .values
            .binary_search_by(|value| (*value.name).cmp(name));
        found.ok().and_then(|n| u32::try_from(n).ok())
    }

    /// Puts the documents that have a value into a set.
    pub fn collect(&self, value: u32, into: &mut Bits) {
        match self
            .values
            .get(value as usize)
            .map(|value| &value.documents)
        {
            Some(Documents::Few(list)) => list.iter().for_each(|document| into.insert(*document)),
            Some(Documents::Many(bits)) => into.unite(bits),
            None => {}
        }
    }

    /// How many documents have a value.
    #[must_use]
    pub fn documents(&self, value: u32) -> u32 {
        match self
            .values
            .get(value as usize)
            .map(|value| &value.documents)
        {
            Some(Documents::Few(list)) => list.len() as u32,
            Some(Documents::Many(bits)) => bits.count(),
            None => 0,
        }
    }

    /// For each value, how many of these documents have it. Linear in the number of values and of their documents.
    #[must_use]
    pub fn count(&self, documents: &Bits) -> Vec<u32> {
        let mut counts = Vec::with_capacity(self.values.len());
        for value in &self.values {
            counts.push(match &value.documents {
                Documents::Few(list) => {
                    let mut count = 0;
                    for document in list {
                        count += u32::from(documents.contains(*document));
                    }
                    count
                }
                Documents::Many(bits) => bits.count_common(documents),
            });
        }
        counts
    }
}

/// Collects the values of a facet, document by document.
#[derive(Debug)]
pub struct FacetBuilder {
    name: &'static str,
    names: Names,
    /// The documents of each value, ascending.
    documents: Vec<Vec<u32>>,
}

impl FacetBuilder {
    /// A facet without values.
    #[must_use]
    pub fn new(name: &'static str) -> Self {
        Self {
            name,
            names: Names::default(),
            documents: Vec::new(),
        }
    }

    /// Gives a value to a document. Documents come in ascending order.
    pub fn push(&mut self, document: u32, value: &str) {
        let (number, is_new) = self.names.number(value);
        if is_new {
            self.documents.push(Vec::new());
        }
        let list = &mut self.documents[number as usize];
        if list.last() != Some(&document) {
            list.push(document);
        }
    }

    /// The facet over `len` documents.
    #[must_use]
    pub fn finish(mut self, len: u32) -> Facet {
        let mut facet = Facet::new(self.name);
        for number in self.names.in_order() {
            let list = std::mem::take(&mut self.documents[number as usize]);
            facet.push(self.names.name(number), list, len);
        }
        facet
    }
}
