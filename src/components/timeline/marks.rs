//! From the visits of the selection to lanes of marks.

use dateline_model::{Aspect, Edtf, Form, Kind, Precision, Visit};
use dateline_timeline::{Item, Lane, Layout, Mark, Scale, Shape, lanes as sort_into_lanes, layout};

use crate::browser::measure;
use crate::context::Shown;
use crate::differences;
use crate::words::{self, when};

/// The element id of a mark: this and its first key.
const ID_PREFIX: &str = "mark-";
/// The font of the names on the timeline, as in `timeline.css`.
const LABEL_FONT: &str = "14px \"Source Sans 3\", \"Sans fallback\", system-ui, sans-serif";
/// The same for the open mark, in its weight.
const OPEN_FONT: &str = "600 14px \"Source Sans 3\", \"Sans fallback\", system-ui, sans-serif";

/// The element id of a mark.
pub fn element_id(mark: &Mark) -> String {
    format!(
        "{ID_PREFIX}{}",
        mark.keys.first().copied().unwrap_or_default()
    )
}

/// The first key of the mark that an element shows.
pub fn key_of_element(id: &str) -> Option<u32> {
    id.strip_prefix(ID_PREFIX).and_then(|key| key.parse().ok())
}

/// What has a mark of its own: visits, and talks that belong to none of the selection.
pub fn drawn<'a>(shown: &'a Shown) -> impl DoubleEndedIterator<Item = (u32, &'a Visit)> {
    let all = shown
        .selection
        .visits
        .iter()
        .filter_map(|&key| Some((key, shown.visit(key)?)));
    all.filter(move |(_, visit)| visit.is_visit() || shown.drawn_within(visit).is_none())
}

/// What a visit is grouped by: the collection's choice, the country visited if it made none.
fn group(shown: &Shown, visit: &Visit) -> Option<String> {
    let visitor = visit.visitors.first();
    let by = shown.collection.contents().about.group_by.as_deref();
    match by.unwrap_or_default() {
        "visitor" => Some(visitor?.name.clone()),
        "visitor-country" => visitor?.country.clone(),
        "source" => shown.article_of(visit.reports.first()?)?.source.clone(),
        "kind" => Some(when::capitalised(words::kind(visit.kind))),
        _ => visit.host.as_ref()?.country.clone(),
    }
}

/// The lanes, with their marks laid out; without `labels` for strips that have no room for names.
pub fn lanes(shown: &Shown, scale: Scale, most: usize, labels: bool) -> Vec<(Lane, Layout)> {
    let named: Vec<(u32, Option<String>)> = drawn(shown)
        .filter(|(_, visit)| visit.date.is_some())
        .map(|(key, visit)| (key, group(shown, visit)))
        .collect();
    let selected = shown.open_mark();
    let width_of = |keys: &[u32]| {
        let is_open = selected.is_some_and(|open| keys.contains(&open));
        let font = if is_open { OPEN_FONT } else { LABEL_FONT };
        labels.then(|| measure::width(&label(shown, keys), font))
    };
    sort_into_lanes(
        named.iter().map(|(key, name)| (*key, name.as_deref())),
        most,
    )
    .into_iter()
    .map(|lane| {
        let items: Vec<Item> = lane
            .keys
            .iter()
            .filter_map(|&key| item(key, shown.visit(key)?))
            .collect();
        let layout = layout(&items, scale, selected, width_of);
        (lane, layout)
    })
    .collect()
}

/// A visit as it is laid out; `None` without a date.
pub fn item(key: u32, visit: &Visit) -> Option<Item> {
    let date = visit.date?;
    let split = differences::split(visit);
    let (first, last) = split.unwrap_or((date.first, date.last));
    Some(Item {
        key,
        first,
        last,
        shape: match split {
            Some(_) => Shape::Split,
            None => shape(visit.kind, visit.aspect, date),
        },
    })
}

/// The lane of the visits on record, if any are shown.
pub fn record_lane(shown: &Shown, scale: Scale) -> Option<(Lane, Layout)> {
    let mut keys = Vec::new();
    let mut items = Vec::new();
    for (key, row) in shown.rows() {
        if let Some(date) = row.date {
            keys.push(key);
            items.push(Item {
                key,
                first: date.first,
                last: date.last,
                shape: shape(Kind::Visit, Aspect::Whole, date),
            });
        }
    }
    let lane = Lane {
        name: Some(words::ON_RECORD.to_owned()),
        names: 1,
        keys,
    };
    (!items.is_empty()).then(|| (lane, layout(&items, scale, shown.open_mark(), |_| None)))
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

/// The name beside a mark: who went; for a cluster the family of the newest names.
pub fn label(shown: &Shown, keys: &[u32]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for &key in keys.iter().rev() {
        let visitor = shown.visit(key).and_then(|visit| visit.visitors.first());
        let visitor = visitor.map(|person| person.name.as_str());
        let on_record = || shown.row(key).map(|row| row.visitor.as_str());
        let name = visitor.or_else(on_record).unwrap_or_default();
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    match names.as_slice() {
        [one] => (*one).to_owned(),
        [one, two] => format!("{one}, {two}"),
        [one, two, ..] => format!("{one}, {two} …"),
        [] => String::new(),
    }
}
