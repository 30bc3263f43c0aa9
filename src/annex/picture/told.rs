//! What a picture says of itself: how much of what it shows, by which filter, from where.

use dateline_export::Stamp;

use crate::components::search;
use crate::components::timeline::TimelineView;
use crate::context::Shown;
use crate::words::{self, when};

/// How many sources are named.
const NAMED: usize = 6;

/// Lines: what is counted and what lies beside the window; the filter; the sources; what made it, of which build, where and when.
pub fn told(shown: &Shown, stamp: &Stamp, view: Option<&TimelineView>) -> Vec<String> {
    let (before, after) = view.map_or((0, 0), TimelineView::outside);
    let undated = shown.visits().filter(|(_, visit)| visit.date.is_none());
    let counted = words::picture_counts(&search::status(shown), before, after, undated.count());
    let mut made = words::made_with(stamp.build);
    for part in [
        stamp.address.to_owned(),
        stamp
            .exported
            .map(|day| when::date(dateline_model::Edtf::day(day)))
            .unwrap_or_default(),
    ] {
        if !part.is_empty() {
            made.push_str(" · ");
            made.push_str(&part);
        }
    }
    vec![
        counted,
        words::picture_filter(&filter(shown)),
        words::picture_sources(&sources(shown), NAMED),
        made,
    ]
}

/// What narrows the collection, one by one.
fn filter(shown: &Shown) -> Vec<String> {
    let mut all = Vec::new();
    if !shown.state.query.is_empty() {
        all.push(words::picture_query(&shown.state.query));
    }
    for (facet, choices) in shown.state.choices.iter() {
        for choice in choices {
            let prefix = words::choice_prefix(facet, choice.exclude);
            all.push(format!(
                "{prefix} {}",
                words::facet_value(facet, &choice.value)
            ));
        }
    }
    if shown.state.from.is_some() || shown.state.to.is_some() {
        let range = words::range(shown.state.from, shown.state.to);
        all.push(format!("{} {range}", words::HAPPENED));
    }
    all
}

/// The sources of the articles that are shown, in the order of the list, none twice.
fn sources<'a>(shown: &'a Shown) -> Vec<&'a str> {
    let mut all: Vec<&str> = Vec::new();
    for &article in &shown.selection.articles {
        let entry = shown.collection.entry(article);
        let source = entry.and_then(|entry| entry.article.source.as_deref());
        if let Some(source) = source.filter(|source| !all.contains(source)) {
            all.push(source);
        }
    }
    all
}
