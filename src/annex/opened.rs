//! What the page of an article need not make anew while its reader goes from match to match.

use std::any::Any;
use std::ops::Range;
use std::rc::Rc;

use dateline_bundle::{Collection, Entry, Found, Mark};
use dateline_model::{Article, Part, Visit};
use yew::Html;

use super::long::{self, Painting, Stretch};
use super::passage;
use crate::components::article_text::{ArticleText, article_text};
use crate::context::Shown;
use crate::layers::Layer;
use crate::reading::{self, Reading};
use crate::view::Page;

/// An article as it is open: what matches in it, what was read from it, which passage of it is meant.
#[derive(Debug)]
pub struct Opened {
    collection: Rc<Collection>,
    index: u32,
    at: Option<String>,
    found: Found,
    /// What the query matches: in the headline first, then in the text.
    pub marks: Vec<Mark>,
    /// How many of them stand in the headline.
    pub in_headline: usize,
    /// The words of the text that were read.
    pub readings: Vec<Layer<Reading>>,
    /// The passage that the address points to; `Some(None)` when it is gone.
    pub passage: Option<Option<Range<usize>>>,
    /// How a long text is divided ([`long`]); one that is not long is not.
    pub stretches: Vec<Stretch>,
}

/// The open article with what hangs on it.
struct Open {
    opened: Rc<Opened>,
    /// The text of a long one, which other matches leave as it is.
    text: Option<Html>,
    painting: Option<Painting>,
}

/// The text, with a mark for each match, or to be painted.
pub fn view_text(shown: &Shown, opened: &Opened) -> Html {
    let mut kept = shown.kept.opened.borrow_mut();
    match open(&mut kept) {
        Some(open) if opened.is_long() => open
            .text
            .get_or_insert_with(|| long::view_text(opened))
            .clone(),
        _ => opened.view(shown.ui.current_match),
    }
}

/// Paints the text that has been rendered, if it is a long one; lets go of the article on another page.
pub fn rendered(shown: &Shown) {
    let mut kept = shown.kept.opened.borrow_mut();
    if !matches!(shown.state.page, Page::Article(_)) {
        *kept = None;
        return;
    }
    let Some(open) = open(&mut kept) else {
        return;
    };
    let current = shown.ui.current_match;
    if !open.opened.is_long() {
        open.painting = None;
    } else if let Some(painting) = &open.painting {
        painting.show(&open.opened, current);
    } else {
        open.painting = Painting::begin(&open.opened, current);
    }
}

fn open(kept: &mut Option<Box<dyn Any>>) -> Option<&mut Open> {
    kept.as_mut()?.downcast_mut()
}

impl Opened {
    /// The article at a place in the collection, as kept or anew.
    pub fn of(shown: &Shown, index: u32, entry: &Entry) -> Rc<Self> {
        let found = shown.selection.found();
        let mut kept = shown.kept.opened.borrow_mut();
        let before = open(&mut kept);
        if let Some(before) = &before
            && before.opened.is_same_text(index, shown)
            && before.opened.found == found
        {
            return Rc::clone(&before.opened);
        }
        let opened = Rc::new(Self::new(shown, index, entry, found));
        match before.filter(|before| before.opened.is_same_text(index, shown)) {
            Some(before) => before.opened = Rc::clone(&opened),
            None => {
                *kept = Some(Box::new(Open {
                    opened: Rc::clone(&opened),
                    text: None,
                    painting: None,
                }));
            }
        }
        opened
    }

    /// The article that was opened last.
    pub fn kept(shown: &Shown) -> Option<Rc<Self>> {
        let mut kept = shown.kept.opened.borrow_mut();
        Some(Rc::clone(&open(&mut kept)?.opened))
    }

    /// Whether it is this article with this passage, whatever matches in it.
    fn is_same_text(&self, index: u32, shown: &Shown) -> bool {
        self.index == index && self.at == shown.state.at
    }

    fn new(shown: &Shown, index: u32, entry: &Entry, found: Found) -> Self {
        let article = &entry.article;
        let marks = shown.collection.marks(shown.selection, index);
        let in_headline = marks.partition_point(|mark| mark.span.part == Part::Headline);
        let in_text = marks.get(in_headline..).unwrap_or_default();
        let visits = shown.collection.visits_of(index).iter();
        let visits: Vec<&Visit> = visits.filter_map(|&key| shown.visit(key)).collect();
        let sought = shown.state.at.as_ref();
        Self {
            collection: Rc::clone(shown.collection),
            index,
            at: shown.state.at.clone(),
            found,
            readings: reading::of_article(&visits, &article.id, Part::Text),
            passage: sought.map(|at| passage::find(&article.text(), at)),
            stretches: long::divide(article, in_text),
            marks,
            in_headline,
        }
    }

    /// The article itself.
    pub fn article(&self) -> Option<&Article> {
        Some(&self.collection.entry(self.index)?.article)
    }

    /// The matches in the text.
    pub fn in_text(&self) -> &[Mark] {
        self.marks.get(self.in_headline..).unwrap_or_default()
    }

    /// The text with a mark for each match; the reader stands at one of them, counted as in `marks`.
    pub fn view(&self, current: Option<usize>) -> Html {
        let marks = self.in_text();
        let current = current.and_then(|current| current.checked_sub(self.in_headline));
        self.article().map_or_else(Html::default, |article| {
            article_text(&self.text(article, marks, current))
        })
    }

    /// The text with some of its matches, to be rendered.
    pub fn text<'a>(
        &'a self,
        article: &'a Article,
        marks: &'a [Mark],
        current: Option<usize>,
    ) -> ArticleText<'a> {
        ArticleText {
            article,
            marks,
            first_match: self.in_headline,
            current,
            readings: &self.readings,
            passage: self.passage.clone().flatten(),
        }
    }

    /// Whether the matches in its text are painted.
    pub fn is_long(&self) -> bool {
        !self.stretches.is_empty()
    }
}
