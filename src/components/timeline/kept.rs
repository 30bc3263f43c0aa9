//! What is drawn, as long as the selection stays: moving and zooming only lays it out anew.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use dateline_model::{Aspect, Day, Edtf, Form, Kind, Precision, Visit};
use dateline_timeline::{Item, Lane, Shape, Window, lanes};
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
    /// What stands in it, oldest first.
    pub items: Vec<Item>,
}

/// The visits of a selection, ready to be laid out.
#[derive(Debug, Default)]
pub struct Drawn {
    /// All of them that have a date.
    pub all: Vec<Item>,
    /// The same in rows; on a narrow page they are one row.
    pub rows: Vec<Row>,
    /// The visits on record that are shown.
    pub record: Vec<Item>,
    /// Those without a date, which have no place on an axis.
    pub undated: Vec<u32>,
    /// All that there would be if no stretch of time were chosen, for the overview.
    pub whole: Vec<Item>,
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
        let (mut all, mut undated) = (Vec::new(), Vec::new());
        for (key, visit) in drawn(shown, &shown.selection.visits) {
            match item(key, visit) {
                Some(item) => all.push(item),
                None => undated.push(key),
            }
        }
        Item::sort(&mut all);
        let whole: Vec<Item> = if shown.whole.len() == shown.selection.visits.len() {
            all.clone()
        } else {
            let whole = drawn(shown, shown.whole);
            let mut whole: Vec<Item> = whole.filter_map(|(key, visit)| item(key, visit)).collect();
            Item::sort(&mut whole);
            whole
        };
        let mut record = Vec::new();
        for (key, row) in shown.rows() {
            if let Some(date) = row.date {
                record.push(dated(key, date, shape(Kind::Visit, Aspect::Whole, date)));
            }
        }
        Item::sort(&mut record);
        let of_all = Window::opening(&all);
        let of_whole = if whole.len() == all.len() {
            of_all
        } else {
            Window::opening(&whole)
        };
        let opening = of_all.or_else(|| Window::opening(&record));
        let spans = whole.iter().chain(&record).map(|item| item.days());
        let span = Window::around(spans);
        // Without the stretch of time, so that it stands still while one is chosen.
        let both = [span, of_whole].into_iter().flatten();
        Self {
            rows: rows(shown, &all),
            all,
            record,
            undated,
            whole,
            span,
            overview: Window::around(both.map(|window| (window.first, window.last))),
            outlines: OnceCell::new(),
            opening,
            covered: covered(shown),
        }
    }
}

/// What has a mark of its own: visits, and talks that belong to none of the selection.
fn drawn<'a>(shown: &'a Shown, keys: &'a [u32]) -> impl Iterator<Item = (u32, &'a Visit)> {
    let all = keys
        .iter()
        .filter_map(|&key| Some((key, shown.visit(key)?)));
    all.filter(move |(_, visit)| visit.is_visit() || shown.drawn_within(visit).is_none())
}

/// A visit as it is laid out; `None` without a date.
pub fn item(key: u32, visit: &Visit) -> Option<Item> {
    let date = visit.date?;
    // Only where there are two can they differ.
    let split = (visit.reports.len() > 1)
        .then(|| differences::split(visit))
        .flatten();
    Some(match split {
        Some((first, last)) => Item {
            first,
            last,
            ..dated(key, date, Shape::Split)
        },
        None => dated(key, date, shape(visit.kind, visit.aspect, date)),
    })
}

fn dated(key: u32, date: Edtf, shape: Shape) -> Item {
    Item {
        key,
        first: date.first,
        last: date.last,
        shape,
    }
}

/// The shape says how exact the date is.
fn shape(kind: Kind, aspect: Aspect, date: Edtf) -> Shape {
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
fn rows(shown: &Shown, all: &[Item]) -> Vec<Row> {
    if shown.ui.width < NARROW {
        let name = words::lane_name(None, 1, true);
        let items = all.to_vec();
        return vec![Row { name, items }];
    }
    let group = shown.group();
    let mut named: Vec<(u32, Option<&str>)> = Vec::with_capacity(all.len());
    for (at, item) in (0..).zip(all) {
        let before = named.len();
        if let Some(visit) = shown.visit(item.key) {
            let mut add = |name| named.push((at, Some(name)));
            names(shown, visit, group, &mut add);
        }
        if named.len() == before {
            named.push((at, None));
        }
    }
    let lanes = lanes(named, MOST_LANES, shown.state.order);
    let only = lanes.len() == 1;
    let row = |lane| row(lane, all, group, only);
    lanes.into_iter().map(row).collect()
}

/// A lane with its items: its keys are their places.
fn row(lane: Lane, all: &[Item], group: Group, only: bool) -> Row {
    let name = words::lane_name(lane.name, lane.names, only);
    let mut items = Vec::with_capacity(lane.keys.len());
    for at in lane.keys {
        items.extend(all.get(at as usize));
    }
    Row {
        name: if group == Group::Kind {
            when::capitalised(&name)
        } else {
            name
        },
        items,
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

/// The months that have articles.
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
        let Some(month) = Window::around([days]) else {
            continue;
        };
        match covered.last_mut() {
            Some((first, _)) if month.last.plus(1) >= *first => *first = month.first,
            _ => covered.push((month.first, month.last)),
        }
    }
    covered
}
