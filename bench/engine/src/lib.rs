//! The search alone, as a wasm for the benchmark's page.

use dateline_bundle::{Choice, Collection, Facet, Filter, Selection};
use dateline_model::Part;
use wasm_bindgen::prelude::*;

#[cfg(all(target_arch = "wasm32", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// How many articles the page shows at first.
const SHOWN: usize = 10;

/// A collection in parts, and what was selected last.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine {
    collection: Collection,
    filter: Filter,
    selection: Selection,
}

#[wasm_bindgen]
impl Engine {
    /// Opens a bundle.
    #[wasm_bindgen(constructor)]
    pub fn new(first: &[u8]) -> Result<Engine, String> {
        let collection = Collection::open(first).map_err(|error| error.to_string())?;
        Ok(Self {
            collection,
            filter: Filter::default(),
            selection: Selection::default(),
        })
    }

    /// Selects, and gives the number of articles. `source` is a value of that facet, or empty.
    pub fn select(&mut self, query: &str, typing: bool, source: &str) -> u32 {
        let mut filter = Filter {
            query: query.to_owned(),
            typing,
            most: Some(SHOWN),
            ..Filter::default()
        };
        if !source.is_empty() {
            filter.choices.get_mut(Facet::Source).push(Choice {
                value: source.to_owned(),
                exclude: false,
            });
        }
        self.filter = filter;
        self.selection = self.collection.select_forgiving(&self.filter);
        self.selection.total
    }

    /// The parts that the last selection misses; with `counts`, also that of the facets.
    pub fn missing(&self, counts: bool) -> Vec<u32> {
        let mut missing = self.selection.missing.clone();
        missing.extend(self.selection.missing_facets.filter(|_| counts));
        missing
    }

    /// The parts that the snippets of the first articles miss.
    pub fn missing_texts(&self, first: usize) -> Vec<u32> {
        let articles = self.selection.articles.iter().take(first);
        articles
            .filter_map(|article| self.collection.missing_for(*article))
            .collect()
    }

    /// The name of a part's file.
    pub fn file(&self, part: u32) -> String {
        self.collection.file(part)
    }

    /// Puts a part in its place.
    pub fn put(&self, part: u32, bytes: &[u8]) -> Result<(), String> {
        let put = self.collection.put(part, bytes);
        put.map_err(|error| error.to_string())
    }

    /// The first articles, a line each: id, headline and snippets, parted by tabs.
    pub fn lines(&self, first: usize) -> String {
        let mut lines = String::new();
        for article in self.selection.articles.iter().take(first) {
            let Some(entry) = self.collection.entry(*article) else {
                continue;
            };
            let snippet = self.collection.snippet(&self.selection, *article);
            lines.push_str(&entry.article.id.0);
            lines.push('\t');
            lines.push_str(&entry.article.headline);
            let text = entry.article.text();
            for window in snippet.windows {
                lines.push('\t');
                lines.push_str(text.get(window.span.range()).unwrap_or_default());
            }
            lines.push('\n');
        }
        lines
    }

    /// The values of all facets that articles found have, a line each, the first ten of each facet.
    pub fn counts(&self) -> String {
        let mut lines = String::new();
        for (_, values) in self.selection.facets.iter() {
            for value in values.iter().take(SHOWN) {
                lines.push_str(&value.value);
                lines.push('\t');
                lines.push_str(&value.count.to_string());
                lines.push('\n');
            }
        }
        lines
    }

    /// Where the last query's terms stand in the text of an article: for each mark its start and its end in UTF-16 code units,
    /// as the page's DOM counts them, and its term.
    pub fn marks(&self, article: u32) -> Vec<u32> {
        let Some(entry) = self.collection.entry(article) else {
            return Vec::new();
        };
        let text = entry.article.text();
        let (mut at, mut units) = (0, 0);
        let mut units_to = |offset: u32| {
            let between = text.get(at..offset as usize).unwrap_or_default();
            units += between.encode_utf16().count() as u32;
            at = offset as usize;
            units
        };
        let mut numbers = Vec::new();
        for mark in self.collection.marks(&self.selection, article) {
            if mark.span.part == Part::Text {
                let (start, end) = (units_to(mark.span.start), units_to(mark.span.end));
                numbers.extend([start, end, u32::from(mark.term)]);
            }
        }
        numbers
    }

    /// The text of an article, whose part must be there.
    pub fn text(&self, article: u32) -> String {
        let entry = self.collection.entry(article);
        entry.map(|entry| entry.article.text()).unwrap_or_default()
    }

    /// The part of an article, if it is missing.
    pub fn missing_for(&self, article: u32) -> Option<u32> {
        self.collection.missing_for(article)
    }

    /// The places of the articles shown.
    pub fn top(&self) -> Vec<u32> {
        self.selection.articles.clone()
    }

    /// The places of all articles found.
    pub fn all(&self) -> Vec<u32> {
        let filter = Filter {
            most: None,
            ..self.filter.clone()
        };
        self.collection.select_forgiving(&filter).articles
    }
}
