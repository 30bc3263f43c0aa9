//! The timeline from top to bottom: on a narrow page and on paper.

use dateline_model::Visit;
use yew::prelude::*;

use super::rows::cell;
use crate::browser::HtmlSelectElement;
use crate::components::marked::{Marked, marked};
use crate::components::quotation::part_text;
use crate::components::timeline::solo::{fades, solo};
use crate::context::Shown;
use crate::reading;
use crate::view::{Action, By, Page, VisitOrder};
use crate::words::{self, when};

/// The visits in their order under headings: the years, or what they are sorted by.
pub fn vertical(shown: &Shown, keys: &[u32], first_new: Option<usize>) -> Html {
    let by = shown.state.by.by;
    let mut parts: Vec<Html> = Vec::new();
    let mut stops: Vec<Html> = Vec::new();
    let mut open = String::new();
    for (index, &key) in keys.iter().enumerate() {
        let Some(visit) = shown.visit(key) else {
            continue;
        };
        let heading = heading(visit, by);
        if heading != open {
            parts.extend(part(&open, std::mem::take(&mut stops)));
            open = heading;
        }
        stops.push(view_stop(shown, key, visit, first_new == Some(index)));
    }
    parts.extend(part(&open, stops));
    html! {
        <div class="vertical">
            <svg class="fades" width="0" height="0" aria-hidden="true">{ fades() }</svg>
            { view_order(shown) }
            { parts }
        </div>
    }
}

/// What the visits of a stretch have in common.
fn heading(visit: &Visit, by: By) -> String {
    match by {
        By::Date => visit.date.map_or_else(
            || words::NO_DATE.to_owned(),
            |date| date.first.year().to_string(),
        ),
        By::Articles => words::VISITS.to_owned(),
        other => Some(cell(visit, other))
            .filter(|words| !words.is_empty())
            .unwrap_or_else(|| words::NOTHING.to_owned()),
    }
}

fn part(heading: &str, stops: Vec<Html>) -> Option<Html> {
    if stops.is_empty() {
        return None;
    }
    Some(html! {
        <>
            <h2>{ heading.to_owned() }</h2>
            if heading == words::NO_DATE { <p class="fact-small">{ words::BESIDE }</p> }
            <ol role="list">{ stops }</ol>
        </>
    })
}

/// The mark, when, who went where, and the sentence that says so.
fn view_stop(shown: &Shown, key: u32, visit: &Visit, first_new: bool) -> Html {
    let when = when::visit(visit.date, visit.aspect);
    let status = words::status_word(visit.status).map(str::to_owned);
    html! {
        <li key={key} class="stop">
            { solo(shown, key, visit) }
            <p class="stop-when">{ words::joined(&[Some(when), status], ", ") }</p>
            <p class="stop-route">
                <a href={shown.href(Page::Visit(visit.id.clone()))} ~className={if first_new { "first-new" } else { "" }}>{ words::route(visit) }</a>
            </p>
            { view_sentence(shown, visit) }
        </li>
    }
}

fn view_sentence(shown: &Shown, visit: &Visit) -> Option<Html> {
    let report = shown.speaking(visit)?;
    let article = shown.article_of(report)?;
    let text = part_text(article, report.span.part);
    let readings = reading::of_report(report, report.span.part);
    let words = marked(&Marked {
        text: &text,
        range: Some(report.span.range()),
        readings: &readings,
        ..Marked::default()
    });
    Some(html! {
        <blockquote class="stop-sentence" lang={article.language.clone()}><p>{ "“" }{ words }{ "”" }</p></blockquote>
    })
}

/// The orders that the headings of the table give, where there is no table.
fn view_order(shown: &Shown) -> Html {
    let onchange = shown.act.reform(|event: Event| {
        let select = event.target_dyn_into::<HtmlSelectElement>();
        Action::Order(VisitOrder::read(
            &select.map(|it| it.value()).unwrap_or_default(),
        ))
    });
    let current = shown.state.by;
    let mut options = Vec::new();
    for by in By::ALL {
        let first = VisitOrder::of(by);
        for order in [first, first.then(by)] {
            let value = order.write().unwrap_or_default();
            options.push(html! {
                <option value={value} selected={order == current}>{ words::visit_order(order) }</option>
            });
        }
    }
    html! {
        <label class="visit-order">
            { words::ORDER }
            <select {onchange}>{ options }</select>
        </label>
    }
}
