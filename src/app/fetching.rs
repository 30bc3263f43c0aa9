//! Fetching what comes after the first page: the visits on record, and the code of the other pages.

use std::rc::Rc;

use dateline_bundle::record::read_record;
use yew::Context;

use super::{Explorer, Message};
use crate::annex::Annex;
use crate::browser::fetch::{self, Part};
use crate::view::{Action, Later, OnRecord, State};

/// Fetches the visits on record when they are asked for and neither here nor on their way.
pub(super) fn fetch_record(ctx: &Context<Explorer>, state: &mut State) {
    let wanted = match state.ui.record {
        OnRecord::NotAsked => state.view.record,
        OnRecord::Asked => true,
        _ => false,
    };
    let Some(path) = ctx.props().record.clone().filter(|_| wanted) else {
        return;
    };
    state.ui.record = OnRecord::Coming;
    let then = ctx.link().callback(|bytes: Result<Vec<u8>, _>| {
        let record = bytes.ok().and_then(|bytes| read_record(&bytes).ok());
        let record = record.map_or(OnRecord::Failed, |record| OnRecord::Here(Rc::new(record)));
        Message::Act(Action::Record(record))
    });
    fetch::get(path, Part::Data, then);
}

/// Fetches the parts of the page that come later at the reader's first act, or when the page needs them at once.
pub(super) fn fetch_later(ctx: &Context<Explorer>, state: &mut State, acted: bool) {
    let wanted = acted || state.view.page.is_later() || state.view.is_filtered();
    let asked = state.ui.later != Later::NotAsked;
    let Some(path) = ctx.props().later.clone().filter(|_| wanted && !asked) else {
        return;
    };
    state.ui.later = Later::Coming;
    let then = ctx.link().callback(|linked: Result<Vec<u8>, _>| {
        let later = linked.map_or(Later::Failed, |_| Later::Here(Annex::arrived()));
        Message::Act(Action::Later(later))
    });
    fetch::get(path, Part::Code, then);
}
