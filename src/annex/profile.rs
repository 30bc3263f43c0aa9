//! One person or one place: who they are, their visits, and when the articles speak of them.

use dateline_bundle::{Choice, Facet};
use dateline_model::MentionKind;
use yew::prelude::*;

use super::names::{self, Period, Profile};
use crate::components::visit_line::visit_link;
use crate::context::Shown;
use crate::pages::leaf::{headline, leaf, part};
use crate::view::codec;
use crate::words;

/// The page of a person or a place.
pub fn profile(shown: &Shown, kind: MentionKind, name: &str) -> Html {
    let content = names::of(shown.collection, kind, name);
    let content = content.map(|profile| view_profile(shown, kind, name, &profile));
    leaf(shown, content, words::NO_SUCH_NAME)
}

fn view_profile(shown: &Shown, kind: MentionKind, name: &str, profile: &Profile) -> Html {
    let (made, received) = match kind {
        MentionKind::Person => (words::AS_VISITOR, words::AS_HOST),
        MentionKind::Place => (words::VISITS_FROM, words::VISITS_TO),
    };
    html! {
        <>
            { headline(name.to_owned().into()) }
            <p class="byline">{ profile.known.join(", ") }</p>
            if !profile.written.is_empty() { <p class="byline">{ words::also_written(&profile.written) }</p> }
            <p><a href={articles_href(shown, kind, name)}>{ words::SHOW_ARTICLES }</a></p>
            { view_visits(shown, made, &profile.made) }
            { view_visits(shown, received, &profile.received) }
            { view_visits(shown, words::TALKS, &profile.talks) }
            { view_mentions(&profile.periods) }
        </>
    }
}

/// The list of the articles that mention it.
fn articles_href(shown: &Shown, kind: MentionKind, name: &str) -> String {
    let facet = match kind {
        MentionKind::Person => Facet::Person,
        MentionKind::Place => Facet::Place,
    };
    let mut state = shown.state.fresh();
    state.choices.get_mut(facet).push(Choice {
        value: name.to_owned(),
        exclude: false,
    });
    codec::write(&state)
}

/// Visits under a heading, newest first.
fn view_visits(shown: &Shown, heading: &'static str, keys: &[u32]) -> Html {
    if keys.is_empty() {
        return Html::default();
    }
    let lines = keys
        .iter()
        .rev()
        .map(|&key| html! { <li key={key}>{ visit_link(shown, key) }</li> });
    part(heading, html! { <ul role="list">{ for lines }</ul> })
}

/// A bar for each month or year. The numbers stand beside it, so that the bars are decoration.
fn view_mentions(periods: &[Period]) -> Html {
    let most = periods
        .iter()
        .map(|period| period.mentions)
        .max()
        .unwrap_or_default();
    if most == 0 {
        return Html::default();
    }
    let line = |period: &Period| {
        html! {
            <li class="period">
                <span>{ words::period(period.begins, period.is_year) }</span>
                <svg width="100%" height="12" aria-hidden="true">
                    <rect class="bar" width={format!("{}%", period.mentions * 100 / most)} height="12" />
                </svg>
                <span>{ words::mentions(period.mentions, period.articles) }</span>
            </li>
        }
    };
    part(
        words::MENTIONS,
        html! { <ul role="list">{ for periods.iter().map(line) }</ul> },
    )
}
