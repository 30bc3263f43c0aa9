//! One visit, with every sentence that reports it.

use dateline_model::{Report, Visit};
use yew::prelude::*;

use super::quote;
use crate::browser::{location, page};
use crate::components::copy::copy_button;
use crate::components::facts::{facts, further_facts};
use crate::components::marked::PASSAGE_ID;
use crate::components::quotation::quotation;
use crate::context::Shown;
use crate::pages::leaf::{headline, leaf};
use crate::view::{Page, ViewState, codec};
use crate::words;

/// The page of a visit; `None` when the address names one that is not there.
pub fn visit(shown: &Shown, visit: Option<&Visit>) -> Html {
    let content = visit.and_then(|visit| view_visit(shown, visit));
    leaf(shown, content, words::NO_SUCH_VISIT)
}

fn view_visit(shown: &Shown, visit: &Visit) -> Option<Html> {
    let report = shown.speaking(visit)?;
    let article = shown.article_of(report)?;
    let page = ViewState {
        page: Page::Visit(visit.id.clone()),
        ..ViewState::default()
    };
    let address = move || location::address(&codec::write(&page));
    Some(html! {
        <>
            { headline(words::route(visit).into()) }
            <div class="facts">
                <h2 class="visually-hidden">{ words::WHAT_WAS_READ }</h2>
                { facts(shown, visit, report, article) }
                { further_facts(shown, visit, None) }
                <p class="actions">
                    <a href={shown.visit_href(visit)}>{ words::ON_TIMELINE }</a>
                    { copy_button(shown, words::COPY_LINK, words::LINK_COPIED, address) }
                </p>
            </div>
            { for visit.reports.iter().map(|report| view_report(shown, report)) }
        </>
    })
}

/// The way to the sentence of an article that reports a visit, and the buttons that copy it.
pub fn sentence_here(shown: &Shown, visit: u32, article: u32) -> Option<Html> {
    let article = &shown.collection.entry(article)?.article;
    let mut reports = shown.visit(visit)?.reports.iter();
    let report = reports.find(|report| report.article == article.id)?;
    let to = ViewState {
        at: quote::locator(article, report.span),
        ..shown.state.clone()
    };
    // The address may be this one already.
    let onclick =
        Callback::from(|_: MouseEvent| page::scroll_to_id(PASSAGE_ID, page::Place::Middle));
    Some(html! {
        <p class="actions">
            if to.at.is_some() { <a href={codec::write(&to)} {onclick}>{ words::TO_SENTENCE }</a> }
            { quote::buttons(shown, article, report.span) }
        </p>
    })
}

/// Every sentence of one article that speaks of the visit, in the order of the text.
fn view_report(shown: &Shown, report: &Report) -> Html {
    let Some(article) = shown.article_of(report) else {
        return Html::default();
    };
    let mut spans = report.more.clone();
    spans.push(report.span);
    dateline_compact::sort(&mut spans);
    html! {
        <section class="part" aria-label={article.headline.clone()}>
            <p class="article-line">{ words::article_line(article) }</p>
            <h2 lang={article.language.clone()}>
                <a href={shown.article_href(&article.id)}>{ article.headline.clone() }</a>
            </h2>
            { for spans.into_iter().map(|span| html! { <>{ quotation(article, report, span) }{ quote::buttons(shown, article, span) }</> }) }
            <p class="more-sentences">{ words::provenance(report.origin, 0) }</p>
        </section>
    }
}
