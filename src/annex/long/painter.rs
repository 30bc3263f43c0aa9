//! Paints the matches of a long text.

use std::ops::Range;
use std::rc::Rc;

use dateline_bundle::Mark;

use super::super::opened::Opened;
use super::stretches::{holding, id, in_sight, sums};
use super::units::{places, units};
use super::window;
use crate::browser::highlights::{Brush, Highlights, Place, StandIn, Texts};
use crate::browser::{page, spread};
use crate::components::article_text::TEXT_ID;
use crate::components::marked::{COLOURS, match_id};

/// The highlight of the match that the reader stands at.
const CURRENT: &str = "current";
/// How many matches are painted in one go: some milliseconds' work.
const AT_ONCE: usize = 1000;

/// What is painted of a text. When it goes, all that it painted goes.
#[derive(Debug)]
pub struct Painter {
    highlights: Highlights,
    opened: Option<Rc<Opened>>,
    /// How many matches stand before each stretch.
    sums: Vec<usize>,
    /// One for each colour.
    brushes: Vec<Brush>,
    wanted: Range<usize>,
    painted: Range<usize>,
}

impl Painter {
    /// With nothing painted yet; `None` where the browser cannot.
    pub fn new() -> Option<Self> {
        Some(Self {
            highlights: Highlights::find()?,
            opened: None,
            sums: Vec::new(),
            brushes: Vec::new(),
            wanted: 0..0,
            painted: 0..0,
        })
    }

    /// Whether it paints this article with these matches.
    pub fn shows(&self, opened: &Rc<Opened>) -> bool {
        self.opened
            .as_ref()
            .is_some_and(|own| Rc::ptr_eq(own, opened))
    }

    /// Paints what is in sight of an article, and nothing else. Whether there is more to paint.
    pub fn begin(&mut self, opened: &Rc<Opened>) -> bool {
        self.opened = Some(Rc::clone(opened));
        self.sums = sums(opened);
        self.start(in_sight(opened.stretches.len()))
    }

    /// Paints a little more. Whether there is still more.
    pub fn go_on(&mut self) -> bool {
        let Some(more) = self.next() else {
            return false;
        };
        self.painted = self.painted.start.min(more.start)..self.painted.end.max(more.end);
        self.paint(more);
        self.next().is_some()
    }

    /// After the page was scrolled: paints what came into sight, if it is not painted. Whether there is more to paint.
    pub fn moved(&mut self) -> bool {
        let count = self.sums.len().saturating_sub(1);
        let sight = in_sight(count);
        if window::does(&self.painted, &self.wanted, &sight, count) {
            return self.next().is_some();
        }
        self.start(sight)
    }

    /// The text for paper.
    pub fn marked(&self) -> Option<StandIn> {
        marked(self.opened.as_ref()?)
    }

    /// Shows at which match the reader stands.
    pub fn point(&self, current: Option<usize>) {
        self.highlights.remove(CURRENT);
        let _ = self.try_point(current);
    }

    fn try_point(&self, current: Option<usize>) -> Option<()> {
        let opened = self.opened.as_ref()?;
        let (texts, range) = find(opened, current?.checked_sub(opened.in_headline)?)?;
        let brush = self.highlights.anew(CURRENT)?;
        brush.raise();
        brush.paint(&texts, &range)
    }

    fn start(&mut self, sight: Range<usize>) -> bool {
        self.clear();
        if self.sums.last().is_some_and(|all| *all > 0) {
            let brushes = (1..=COLOURS).filter_map(|colour| self.highlights.anew(&name(colour)));
            self.brushes = brushes.collect();
        }
        self.wanted = window::wanted(&self.sums, &sight);
        self.painted = sight.clone();
        self.paint(sight);
        self.next().is_some()
    }

    fn clear(&self) {
        for colour in 1..=COLOURS {
            self.highlights.remove(&name(colour));
        }
    }

    fn next(&self) -> Option<Range<usize>> {
        window::next(&self.sums, &self.painted, &self.wanted, AT_ONCE)
    }

    fn paint(&self, stretches: Range<usize>) {
        let Some(opened) = &self.opened else {
            return;
        };
        for number in stretches {
            let marks = matches(opened, number);
            if marks.is_empty() {
                continue;
            }
            let Some((texts, found)) = ranges(opened, number) else {
                return;
            };
            for (mark, range) in marks.iter().zip(found) {
                if let (Some(range), Some(brush)) =
                    (range, self.brushes.get((mark.term % COLOURS) as usize))
                {
                    let _ = brush.paint(&texts, &range);
                }
            }
        }
    }
}

impl Drop for Painter {
    fn drop(&mut self) {
        self.clear();
        self.highlights.remove(CURRENT);
    }
}

/// Brings a match into the middle of the window; it is counted as in [`Opened::marks`].
pub fn scroll_to(opened: &Opened, number: usize) {
    let in_text = number.checked_sub(opened.in_headline);
    let Some((texts, range)) = in_text.and_then(|number| find(opened, number)) else {
        page::scroll_to_id(&match_id(number), page::Place::Middle);
        return;
    };
    if let Some((top, bottom)) = texts.edges(&range) {
        page::scroll_to(f64::midpoint(top, bottom) - spread::window_height() / 2.0);
    }
}

/// The text with an element for each match, for as long as this is kept. Made by hand and at once: browsers print before they render
/// anything anew.
pub fn marked(opened: &Opened) -> Option<StandIn> {
    let copy = StandIn::of(TEXT_ID)?;
    for number in 0..opened.stretches.len() {
        let Some((texts, found)) = ranges(opened, number) else {
            continue;
        };
        for (mark, range) in matches(opened, number).iter().zip(found).rev() {
            if let Some(range) = range {
                let _ = texts.mark(&range, &name(mark.term % COLOURS + 1));
            }
        }
    }
    Some(copy)
}

/// The highlight of a colour, which are counted from 1.
fn name(colour: u16) -> String {
    ["match-", &colour.to_string()].concat()
}

/// The matches in a stretch.
fn matches(opened: &Opened, stretch: usize) -> &[Mark] {
    let stretch = opened.stretches.get(stretch);
    stretch
        .and_then(|stretch| opened.in_text().get(stretch.marks.clone()))
        .unwrap_or_default()
}

/// The text nodes of a stretch, and where each of its matches stands in them.
fn ranges(opened: &Opened, number: usize) -> Option<(Texts, Vec<Option<Range<Place>>>)> {
    let stretch = opened.stretches.get(number)?;
    let blocks = opened.article()?.blocks_with_offsets();
    let blocks = blocks.skip(stretch.blocks.start).take(stretch.blocks.len());
    let blocks = blocks.map(|(start, block)| (start, block.text.as_str()));
    let spans = matches(opened, number).iter().map(|mark| mark.span.range());
    let texts = Texts::of(&id(number))?;
    let found = places(&texts.lengths, &units(blocks, spans));
    Some((texts, found))
}

/// Where a match of the text stands.
fn find(opened: &Opened, number: usize) -> Option<(Texts, Range<Place>)> {
    let (stretch, at) = holding(opened, number)?;
    let (texts, found) = ranges(opened, stretch)?;
    let range = found.get(number.checked_sub(at.marks.start)?)?.clone()?;
    Some((texts, range))
}
