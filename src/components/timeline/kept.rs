//! What is drawn, as long as the selection stays: moving and zooming only lays it out anew.

use std::any::Any;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use dateline_bundle::record::RecordRow;
use dateline_compact::{CHUNK, Numbered};
use dateline_model::{Aspect, Day, Edtf, Form, Kind, Precision, Visit};
use dateline_timeline::{Item, Items, Lane, Picked, Shape, Window, lanes};
use yew::Html;

use super::{MOST_LANES, NARROW, TimelineView};
use crate::context::Shown;
use crate::differences;
use crate::view::Group;
use crate::words::{self, when};

/// What need not be made anew while a hand moves the timeline.
#[derive(Debug, Default)]
pub struct Kept {
    /// The visits of the selection, sorted into rows.
    pub drawn: OnceCell<Drawn>,
    /// The page above the timeline.
    pub above: OnceCell<Html>,
    /// The page below it.
    pub below: OnceCell<Html>,
    /// The timeline as it was drawn last.
    pub view: RefCell<Option<Rc<TimelineView>>>,
    /// The parts of the collection that are on their way.
    pub coming: Rc<RefCell<Coming>>,
    /// What the page of an article has made ([`crate::annex`]), which alone knows its type: the first page does without it.
    pub opened: RefCell<Option<Box<dyn Any>>>,
}

/// Parts of the collection on their way ([`crate::annex`]).
#[derive(Debug, Default)]
pub struct Coming {
    /// Their numbers.
    pub parts: Vec<u32>,
    /// The file of one that did not come.
    pub failed: Option<String>,
    /// Whether any did not: what the browser has kept of it must not be taken for it again.
    pub afresh: bool,
    /// Whether a page in sight waits for them.
    pub is_awaited: bool,
}

/// A row with what stands in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// The places of what stands in it among [`Drawn::all`]; `None` for all of it.
    places: Option<Vec<u32>>,
}

/// The visits of a selection, ready to be laid out.
#[derive(Debug, Default)]
pub struct Drawn {
    /// All of them that have a date.
    pub all: Items,
    /// The same in rows; on a narrow page they are one row.
    pub rows: Vec<Row>,
    /// The visits on record that are shown.
    pub record: Items,
    /// Those without a date, which have no place on an axis.
    pub undated: Vec<u32>,
    /// All that there would be if no stretch of time were chosen; `None` where that is the same.
    whole: Option<Items>,
    /// From the first of these to the last.
    pub span: Option<Window>,
    /// The days of the overview: these, and what the timeline opens with.
    pub overview: Option<Window>,
    /// The outlines of the overview: of what is on record, and of the visits.
    pub outlines: OnceCell<[String; 2]>,
    /// The days to open with.
    pub opening: Option<Window>,
    /// The months in which articles were published, one after the other joined.
    pub covered: Vec<(Day, Day)>,
}

impl Drawn {
    /// What a selection leaves.
    pub fn new(shown: &Shown) -> Self {
        let (all, undated) = plotted(shown, &shown.selection.visits);
        let whole = (shown.whole.len() != shown.selection.visits.len())
            .then(|| plotted(shown, shown.whole).0);
        let record = shown.rows().filter_map(|(key, row)| on_record(key, row));
        let record = Items::new(record.collect());
        let of_all = Window::opening(&all);
        let of_whole = whole.as_ref().map_or(of_all, Window::opening);
        let opening = of_all.or_else(|| Window::opening(&record));
        let of_both = |two: [Option<(Day, Day)>; 2]| {
            let two: Vec<(Day, Day)> = two.into_iter().flatten().collect();
            Window::around(&two)
        };
        let span = of_both([whole.as_ref().unwrap_or(&all).span(), record.span()]);
        // Without the stretch of time, so that it stands still while one is chosen.
        let overview = of_both([span, of_whole].map(|window| Some((window?.first, window?.last))));
        Self {
            rows: rows(shown, &all),
            all,
            record,
            undated,
            whole,
            span,
            overview,
            outlines: OnceCell::new(),
            opening,
            covered: covered(shown),
        }
    }

    /// All that there would be if no stretch of time were chosen, for the overview.
    pub fn whole(&self) -> &Items {
        self.whole.as_ref().unwrap_or(&self.all)
    }

    /// What stands in a row; behind the last one is the row of the record.
    pub fn row(&self, row: usize) -> Picked<'_> {
        match self.rows.get(row) {
            Some(row) => Picked::new(&self.all, row.places.as_deref()),
            None => Picked::new(&self.record, None),
        }
    }
}

/// What has a mark of its own, and the keys of what has no date: visits, and talks that belong to none of the
/// selection.
fn plotted(shown: &Shown, keys: &[u32]) -> (Items, Vec<u32>) {
    let mut items = Vec::with_capacity(keys.len());
    let mut undated = Vec::new();
    for keys in keys.chunks(CHUNK) {
        plot(shown, keys, &mut items, &mut undated);
    }
    (Items::new(items), undated)
}

/// Adds visits to those that have a mark of their own, or to those without a date. Not inlined, as [`CHUNK`] says.
#[inline(never)]
fn plot(shown: &Shown, keys: &[u32], items: &mut Vec<Item>, undated: &mut Vec<u32>) {
    let glances = shown.collection.glances();
    for &key in keys {
        let Some(glance) = glances.get(key as usize) else {
            continue;
        };
        if glance.is_part && glance.kind == Kind::Talks && is_within(shown, key) {
            continue;
        }
        let Some(date) = &glance.date else {
            undated.push(key);
            continue;
        };
        let mut item = dated(key, date, shape(glance.kind, glance.aspect, date));
        // Only where there are two reports can they differ.
        if glance.is_shared
            && let Some(visit) = shown.visit(key)
        {
            split(&mut item, visit);
        }
        items.push(item);
    }
}

/// Whether talks belong to a visit of the selection.
fn is_within(shown: &Shown, key: u32) -> bool {
    let visit = shown.visit(key);
    visit.is_some_and(|visit| !visit.is_visit() && shown.drawn_within(visit).is_some())
}

/// A visit as it is laid out; `None` without a date.
pub fn item(key: u32, visit: &Visit) -> Option<Item> {
    let date = visit.date?;
    let mut item = dated(key, &date, shape(visit.kind, visit.aspect, &date));
    split(&mut item, visit);
    Some(item)
}

/// What the open visit is drawn as, on record or not.
pub fn open(shown: &Shown) -> Option<Item> {
    let key = shown.open_mark()?;
    match shown.visit(key) {
        Some(visit) => item(key, visit),
        None => on_record(key, shown.row(key)?),
    }
}

/// A visit on record as it is laid out; `None` without a date.
fn on_record(key: u32, row: &RecordRow) -> Option<Item> {
    let date = row.date?;
    Some(dated(key, &date, shape(Kind::Visit, Aspect::Whole, &date)))
}

/// Makes two halves of the item of a visit whose sources differ on its days.
fn split(item: &mut Item, visit: &Visit) {
    if let Some((first, last)) = differences::split(visit) {
        (item.first, item.last, item.shape) = (first, last, Shape::Split);
    }
}

fn dated(key: u32, date: &Edtf, shape: Shape) -> Item {
    Item {
        key,
        first: date.first,
        last: date.last,
        shape,
    }
}

/// The shape says how exact the date is.
fn shape(kind: Kind, aspect: Aspect, date: &Edtf) -> Shape {
    match (aspect, date.form) {
        _ if kind == Kind::Talks => Shape::Talks,
        (_, Form::OneOf(..)) => Shape::Between,
        (_, Form::Single(Precision::Year | Precision::Season | Precision::Month)) => Shape::Within,
        (Aspect::UnderWay, _) => Shape::UnderWay,
        (Aspect::Start, _) | (_, Form::OpenEnd(_)) => Shape::Start,
        (Aspect::End, _) => Shape::End,
        (Aspect::Whole, Form::Single(Precision::Day)) => Shape::Day,
        (Aspect::Whole, Form::Interval(..)) => Shape::Range,
    }
}

/// The items in rows by what they are grouped by; a visit of several people or in several sources stands in several.
fn rows(shown: &Shown, all: &Items) -> Vec<Row> {
    if shown.ui.width < NARROW {
        let name = words::lane_name(None, 1, true);
        let places = None;
        return vec![Row { name, places }];
    }
    let group = shown.group();
    let lanes = if group == Group::Country {
        by_host(shown, all)
    } else {
        by_name(shown, all, group)
    };
    let only = lanes.len() == 1;
    let row = |lane| row(lane, group, only);
    lanes.into_iter().map(row).collect()
}

/// By country visited, which is known at a glance.
fn by_host<'a>(shown: &'a Shown, all: &[Item]) -> Vec<Lane<'a>> {
    let glances = shown.collection.glances();
    let host = |at: u32, item: &Item| {
        let glance = glances.get(item.key as usize);
        (at, glance.map_or(u32::MAX, |glance| glance.host))
    };
    let names: Vec<&str> = shown
        .collection
        .hosts()
        .iter()
        .map(String::as_str)
        .collect();
    lanes(all, host, &names, MOST_LANES, shown.state.order)
}

/// By something else that visits have names of.
fn by_name<'a>(shown: &'a Shown, all: &[Item], group: Group) -> Vec<Lane<'a>> {
    let mut named: Vec<(u32, u32)> = Vec::with_capacity(all.len());
    let mut numbered = Numbered::default();
    for (at, item) in (0..).zip(all) {
        let before = named.len();
        if let Some(visit) = shown.visit(item.key) {
            let mut add = |name| named.push((at, numbered.number(name)));
            names(shown, visit, group, &mut add);
        }
        if named.len() == before {
            named.push((at, u32::MAX));
        }
    }
    let pair = |_, pair: &(u32, u32)| *pair;
    lanes(
        &named,
        pair,
        numbered.texts(),
        MOST_LANES,
        shown.state.order,
    )
}

/// A lane of places.
fn row(lane: Lane, group: Group, only: bool) -> Row {
    let name = words::lane_name(lane.name, lane.names, only);
    Row {
        name: if group == Group::Kind {
            when::capitalised(&name)
        } else {
            name
        },
        places: Some(lane.keys),
    }
}

/// Names every row that a visit stands in; none where nothing is known.
fn names<'a>(shown: &'a Shown, visit: &'a Visit, group: Group, add: &mut dyn FnMut(&'a str)) {
    match group {
        Group::Country => {
            if let Some(country) = visit.host.as_ref().and_then(|host| host.country.as_deref()) {
                add(country);
            }
        }
        Group::Kind => add(words::kind(visit.kind)),
        Group::Visitor => visit.visitors.iter().for_each(|person| add(&person.name)),
        Group::VisitorCountry => {
            for person in &visit.visitors {
                if let Some(country) = &person.country {
                    add(country);
                }
            }
        }
        Group::Source => {
            for report in &visit.reports {
                let article = shown.article_of(report);
                if let Some(source) = article.and_then(|article| article.source.as_deref()) {
                    add(source);
                }
            }
        }
    }
}

/// The months that have articles. Not inlined, as [`CHUNK`] says.
#[inline(never)]
fn covered(shown: &Shown) -> Vec<(Day, Day)> {
    let mut covered: Vec<(Day, Day)> = Vec::new();
    // Newest first, so that every month comes after the later ones.
    for article in 0..shown.collection.articles() {
        let Some(days) = shown.collection.published(article) else {
            continue;
        };
        if covered.last().is_some_and(|&(first, _)| first <= days.0) {
            continue;
        }
        let Some(month) = Window::around(&[days]) else {
            continue;
        };
        match covered.last_mut() {
            Some((first, _)) if month.last.plus(1) >= *first => *first = month.first,
            _ => covered.push((month.first, month.last)),
        }
    }
    covered
}
