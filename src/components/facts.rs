//! What was read of a visit: who, where, when, what kind, and what other articles say.

use dateline_bundle::record::RecordRow;
use dateline_model::{Article, Aspect, Edtf, Host, MentionKind, Person, Recorded, Report, Visit};
use yew::prelude::*;

use crate::components::quotation::words_read;
use crate::components::visit_line::visit_link;
use crate::context::Shown;
use crate::differences::{self, Difference};
use crate::view::{Action, Page};
use crate::words::{self, when};

/// Who, where and when, as one of the visit's reports tells it; and on what sources differ.
pub fn facts(shown: &Shown, visit: &Visit, report: &Report, article: &Article) -> Html {
    let small = when_lines(shown, visit, report, article);
    html! {
        <>
            <dl>
                { fact(words::WHO, view_people(shown, visit), None) }
                { fact(words::WHERE, view_places(shown, visit), None) }
                { fact(words::WHEN, when::visit(visit.date, visit.aspect).into(), Some(small)) }
            </dl>
            { for differences::of(visit).iter().map(|difference| view_difference(shown, visit, difference)) }
        </>
    }
}

/// What else is known: kind and talks, the other articles than that of the report that is `spoken`, record and check.
pub fn further_facts(shown: &Shown, visit: &Visit, spoken: Option<&Report>) -> Html {
    html! {
        <dl class="further-facts">
            { fact(words::KIND, kind_line(visit).into(), None) }
            { view_talks(shown, visit) }
            if let Some(spoken) = spoken { { view_others(shown, visit, spoken) } }
            { view_recorded(shown, visit) }
        </dl>
    }
}

/// The facts of a visit on record, and the visits of the articles that it stands for.
pub fn row_facts(shown: &Shown, row: &RecordRow) -> Html {
    let person = Person {
        name: row.visitor.clone(),
        role: row.role.clone(),
        country: row.visitor_country.clone(),
    };
    let places = words::joined(&[row.host.clone(), row.place.clone()], ": ");
    let mut same: Vec<Html> = Vec::new();
    for (key, visit) in (0..).zip(&shown.collection.contents().visits) {
        if matches!(&visit.recorded, Some(Recorded::Listed(ids)) if ids.contains(&row.id)) {
            same.push(visit_link(shown, key));
        }
    }
    if same.is_empty() {
        same.push(words::NO_ARTICLE.into());
    }
    html! {
        <dl>
            { fact(words::WHO, format!("{}{}", row.visitor, words::office(&person)).into(), None) }
            { fact(words::WHERE, places.into(), None) }
            { fact(words::WHEN, when::visit(row.date, Aspect::Whole).into(), None) }
            { fact(words::KIND, when::capitalised(words::kind(row.kind)).into(), None) }
            { several(words::REPORTED_HERE, same) }
            if let Some(reason) = shown.correction(row) { { fact(words::CORRECTED, reason.to_owned().into(), None) } }
        </dl>
    }
}

/// What the collection's record has of the visit, and who checked it.
fn view_recorded(shown: &Shown, visit: &Visit) -> Html {
    let info = shown.collection.contents().record.as_ref();
    let recorded = visit.recorded.as_ref().zip(info);
    let after_it = |report: &Report| {
        shown
            .article_of(report)
            .is_some_and(|article| !article.record.is_empty())
    };
    let only_after_it = visit.reports.iter().all(after_it);
    let recorded =
        recorded.map(|(recorded, info)| words::recorded(recorded, &info.scope, only_after_it));
    html! {
        <>
            if let Some(recorded) = recorded { { fact(words::RECORD, recorded.into(), None) } }
            if let Some(checked) = &visit.checked { { fact(words::CHECK, words::checked(checked).into(), None) } }
        </>
    }
}

/// What the date leaves open, how it was read, and what came of a plan.
fn when_lines(shown: &Shown, visit: &Visit, report: &Report, article: &Article) -> String {
    let basis = report.basis.filter(|_| report.date == visit.date);
    let read = words_read(report, article);
    let small = when::small_print(
        visit.date,
        visit.aspect,
        basis,
        read.as_deref(),
        article.published,
    );
    let newest = shown.collection.entry(0);
    let newest = newest.and_then(|entry| entry.article.published);
    let plan = words::plan(visit, newest, |report| published(shown, report));
    words::joined(&[small, plan], " ")
}

fn published(shown: &Shown, report: &Report) -> Option<Edtf> {
    shown.article_of(report)?.published
}

fn fact(term: &'static str, content: Html, small: Option<String>) -> Html {
    html! {
        <div class="fact">
            <dt>{ term }</dt>
            <dd>
                { content }
                if let Some(small) = small { <span class="fact-small">{ small }</span> }
            </dd>
        </div>
    }
}

/// Everybody who went, each a link to all about them.
fn view_people(shown: &Shown, visit: &Visit) -> Html {
    let mut people = Vec::with_capacity(visit.visitors.len());
    for person in &visit.visitors {
        people.push(html! {
            <span key={person.name.clone()} class="other">
                { view_name(shown, MentionKind::Person, &person.name) }
                { words::office(person) }
            </span>
        });
    }
    people.into_iter().collect()
}

/// The country and the towns, each a link.
fn view_places(shown: &Shown, visit: &Visit) -> Html {
    let country = visit
        .host
        .as_ref()
        .and_then(|host: &Host| host.country.as_deref());
    let towns = visit.places.iter().map(|place| place.name.as_str());
    let names = country
        .into_iter()
        .chain(towns.filter(|town| Some(*town) != country));
    let mut parts = Vec::new();
    for (index, name) in names.enumerate() {
        let between = match index {
            0 => "",
            1 if country.is_some() => ": ",
            _ => ", ",
        };
        parts.extend([between.into(), view_name(shown, MentionKind::Place, name)]);
    }
    if country.is_none() && visit.places.is_empty() {
        return words::PLACE_NOT_GIVEN.into();
    }
    parts.into_iter().collect()
}

/// A name that leads to all about it.
fn view_name(shown: &Shown, kind: MentionKind, name: &str) -> Html {
    let href = shown.href(Page::Profile(kind, name.to_owned()));
    html! { <a {href}>{ name.to_owned() }</a> }
}

fn kind_line(visit: &Visit) -> String {
    let kind = when::capitalised(words::kind(visit.kind));
    words::status_word(visit.status).map_or(kind.clone(), |word| format!("{kind}, {word}"))
}

/// Talks that are part of the visit, each a line that opens its own sentence.
fn view_talks(shown: &Shown, visit: &Visit) -> Html {
    let mut lines = Vec::new();
    for talks in &shown.collection.contents().visits {
        if talks.part_of.as_ref() == Some(&visit.id) {
            let onclick = shown.on::<MouseEvent>(Action::Visit(talks.id.clone()));
            lines.push(html! {
                <button key={talks.id.0.clone()} type="button" class="quiet talks-line" {onclick}>
                    { words::talks_line(talks) }
                </button>
            });
        }
    }
    several(words::TALKS, lines)
}

/// A fact of several lines; nothing of none.
fn several(term: &'static str, lines: Vec<Html>) -> Html {
    if lines.is_empty() {
        return Html::default();
    }
    fact(term, lines.into_iter().collect(), None)
}

/// What other articles say of the visit: each a link to the article, with its own date where that differs.
fn view_others(shown: &Shown, visit: &Visit, spoken: &Report) -> Html {
    let mut lines = Vec::new();
    for report in &visit.reports {
        if report.article != spoken.article {
            lines.extend(view_other(shown, visit, report));
        }
    }
    several(words::ALSO_IN, lines)
}

fn view_other(shown: &Shown, visit: &Visit, report: &Report) -> Option<Html> {
    let article = shown.article_of(report)?;
    let differs = report
        .date
        .filter(|_| report.date != visit.date)
        .map(words::says_only);
    Some(html! {
        <span key={article.id.0.clone()} class="other">
            <a href={shown.article_href(&article.id)} lang={article.language.clone()}>{ article.headline.clone() }</a>
            if let Some(differs) = differs { <span class="fact-small">{ differs }</span> }
        </span>
    })
}

/// What sources say differently, side by side: nobody settles it here.
fn view_difference(shown: &Shown, visit: &Visit, difference: &Difference) -> Html {
    let point = difference.point;
    let mut sides: Vec<Html> = Vec::new();
    for report in &difference.sides {
        if let Some(article) = shown.article_of(report) {
            let href = shown.article_href(&article.id);
            sides.push(html! {
                <li><a {href}>{ words::side(report, point) }</a>{ words::teller(article, report) }</li>
            });
        }
    }
    html! {
        <div class="differ">
            <h3>{ words::differ(point) }</h3>
            <ul role="list">{ sides }</ul>
            if differences::is_settled(visit) { <p>{ words::chosen(visit) }</p> }
        </div>
    }
}
