//! Visits of the very same date, which no zoom takes apart: one after the other.

use dateline_model::VisitId;
use dateline_timeline::Item;
use yew::prelude::*;

use crate::components::timeline::kept;
use crate::context::Shown;
use crate::view::{Action, RECORD_PREFIX};
use crate::words;

/// "1 of 3" and the ways to the others, where the open visit has the same date as others of its row.
pub fn pages(shown: &Shown) -> Html {
    let Some((at, keys)) = same_date(shown) else {
        return Html::default();
    };
    let others = [
        (at + keys.len() - 1, words::PREVIOUS),
        (at + 1, words::NEXT),
    ];
    let [previous, next] = others.map(|(to, name)| {
        let key = keys.get(to % keys.len()).copied();
        let action = key.and_then(|key| open(shown, key));
        action.map(|action| html! {
            <button type="button" class="quiet" onclick={shown.on::<MouseEvent>(action)}>{ name }</button>
        })
    });
    html! {
        <p class="pages" role="group" aria-label={words::SAME_DATE}>
            { previous }
            <span>{ words::page_of(at + 1, keys.len()) }</span>
            { next }
        </p>
    }
}

/// The visits of the same row that have the date of the open one, and which of them it is; `None` where it is alone.
fn same_date(shown: &Shown) -> Option<(usize, Vec<u32>)> {
    let open = shown.open_mark()?;
    let date = shown.date(open)?;
    let drawn = shown.kept.drawn.get()?;
    let first = match shown.visit(open) {
        Some(visit) => kept::item(open, visit)?.first,
        None => date.first,
    };
    for row in 0..=drawn.rows.len() {
        let items = drawn.row(row);
        let from = items.partition_point(&|item| item.first < first);
        let same = (from..items.len()).filter_map(|at| items.get(at));
        let same = same.take_while(|item| item.first == first);
        let same = same.map(|item: &Item| item.key);
        let keys: Vec<u32> = same.filter(|&key| shown.date(key) == Some(date)).collect();
        if let Some(at) = keys.iter().position(|&key| key == open) {
            return (keys.len() > 1).then_some((at, keys));
        }
    }
    None
}

/// Opens a visit or one on record.
fn open(shown: &Shown, key: u32) -> Option<Action> {
    let visit = shown.visit(key).map(|visit| visit.id.clone());
    let row = || {
        let row = shown.row(key)?;
        Some(VisitId(format!("{RECORD_PREFIX}{}", row.id)))
    };
    visit.or_else(row).map(Action::Visit)
}
