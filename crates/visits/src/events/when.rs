//! Which date of the sentence is the date of a visit.

use std::ops::Range;

use dateline_model::{Aspect, Basis, Day, Edtf, Form, Kind, Precision, Status};

use super::candidate::Dated;
use super::context::Understood;
use crate::dates::{Anchor, Timex, TimexType};
use crate::grammar::{Verb, View, begins_clause, is_wall, verb};
use crate::wordlist::{Class, is};

/// A chosen date.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Choice {
    /// The date.
    pub dated: Dated,
    /// Whether the date only says when something else happened while the visit was under way.
    beside: bool,
}

impl Choice {
    /// What the date is the date of, when the rule itself would say `own`.
    pub fn aspect(&self, own: Aspect) -> Aspect {
        if self.beside && self.dated.date.is_day() {
            Aspect::UnderWay
        } else {
            own
        }
    }
}

/// The date of a phrase: the one said of its place, the one inside it, the next to its right or left within its clause,
/// the one that the sentence begins with, and last the only other one of the sentence.
pub(crate) fn choose(
    view: &View<'_>,
    understood: &Understood,
    leg: Option<usize>,
    published: Option<Day>,
) -> Option<Choice> {
    let (start, end) = (understood.phrase.start, understood.phrase.end);
    let beside = understood.aspect == Aspect::UnderWay;
    let free = |unit: &usize| is_free(view, understood, *unit);
    let any = |unit: Option<usize>, beside| choice(view, understood, unit?, beside, published);
    // "arrived for talks, scheduled for April 25": what is done does not lie ahead.
    let is_ahead = |choice: &Choice| published.is_some_and(|day| choice.dated.date.first > day);
    let take =
        |unit, beside| any(unit, beside).filter(|choice| !(understood.past && is_ahead(choice)));
    // … and "On Monday, she proposed a visit": that of the proposal.
    let proposed =
        understood.status == Some(Status::Proposed) && understood.rule.starts_with("noun-");
    let after = proposed || matches!(view.lower(start), "after" | "before" | "following");
    any(leg, false)
        .or_else(|| take(understood.own_time, false))
        .or_else(|| take(to_the_right(view, end, understood.rule), false))
        // "arrived on Monday after a stay in Mexico": the day is that of the arrival.
        .or_else(|| {
            take(
                to_the_left(view, start, understood.kind).filter(|_| !after),
                beside,
            )
        })
        .or_else(|| take(at_the_start(view, start).filter(|_| !after), beside))
        .or_else(|| take(the_only_one(view, end).filter(free), false))
        .or_else(|| take(at_the_end(view, end).filter(free), false))
}

/// The date at a unit, if it agrees with whether the visit lies ahead.
fn choice(
    view: &View<'_>,
    understood: &Understood,
    unit: usize,
    beside: bool,
    published: Option<Day>,
) -> Option<Choice> {
    let timex = view.time(unit)?;
    let span = view.span(with_other_part(view, unit, timex));
    let words = view.section.text.get(span.range()).unwrap_or_default();
    let date = ahead(timex.edtf()?, words, understood, published);
    let dated = Dated {
        date,
        basis: match (timex.anchor, timex.basis) {
            (Anchor::Mention(_), Some(Basis::WorkedOut)) => Some(Basis::FromText),
            (_, basis) => basis,
        },
        span,
    };
    agrees(date, understood.status, published).then_some(Choice { dated, beside })
}

/// The unit of a date; of the first or last day of a range, up to the other one: "28 April to 3 May 2024".
fn with_other_part(view: &View<'_>, unit: usize, timex: &Timex) -> Range<usize> {
    /// What stands between the two is a word or two: "and until".
    const NEAR: usize = 3;
    let is_other = |at: &usize| {
        let other = view.time(*at);
        timex.whole.is_some() && other.is_some_and(|other| other.whole == timex.whole)
    };
    let first = (unit.saturating_sub(NEAR)..unit).find(is_other);
    let last = (unit + 1..unit + 1 + NEAR).rev().find(is_other);
    first.unwrap_or(unit)..last.unwrap_or(unit) + 1
}

/// A date without a year lies ahead in a plan, and where that is much nearer: "in May", said in April.
fn ahead(date: Edtf, words: &str, understood: &Understood, published: Option<Day>) -> Edtf {
    let status = understood.status;
    let (Some(day), false) = (
        published,
        words.bytes().filter(u8::is_ascii_digit).count() >= 4,
    ) else {
        return date;
    };
    // "leaves for Tokyo on Saturday": the coming one.
    if understood.present
        && date.is_day()
        && date.last < day
        && words.to_lowercase().ends_with("day")
        && !words.to_lowercase().ends_with("yesterday")
    {
        return Edtf::day(date.first.plus(7));
    }
    let is_month = !words.contains(' ') || words.bytes().any(|byte| byte.is_ascii_digit());
    let far = date.last.0 < day.0 - 180;
    let planned = matches!(
        status,
        Some(Status::Planned | Status::Proposed | Status::Postponed | Status::Cancelled)
    );
    if !is_month || date.last >= day || !far || !(planned || status.is_none()) {
        return date;
    }
    let later = |day: Day| day.plus_months(12);
    let (first, last) = (later(date.first), later(date.last));
    match date.form {
        Form::Single(Precision::Day) => Edtf::day(first),
        Form::Single(Precision::Month) => Edtf::month(first.year(), first.ymd().1).unwrap_or(date),
        Form::Interval(Precision::Day, Precision::Day) => {
            Edtf::interval(Edtf::day(first), Edtf::day(last)).unwrap_or(date)
        }
        _ => date,
    }
}

/// Whether no other statement stands between a noun and a later date.
fn is_free(view: &View<'_>, understood: &Understood, unit: usize) -> bool {
    !understood.rule.starts_with("noun-")
        || !view.any(understood.phrase.end..unit, is_other_statement)
}

/// A plan is not for the past.
fn agrees(date: Edtf, status: Option<Status>, published: Option<Day>) -> bool {
    let Some(day) = published else {
        return true;
    };
    match status {
        Some(Status::Planned | Status::Proposed) => date.last >= day,
        _ => true,
    }
}

/// The next date to the right within the clause.
fn to_the_right(view: &View<'_>, from: usize, rule: &str) -> Option<usize> {
    let mut at = from;
    while at < view.units.len() && at < from + 24 {
        let word = view.lower(at);
        if is_wall(word)
            || begins_clause(word) && word != "as"
            || starts_verb(view, at)
            || starts_item(view, at)
            || is_report(word)
            || word == "but"
        {
            return None;
        }
        if rule.starts_with("noun-") && is_other_statement(word) {
            return None;
        }
        // "on a two-day schedule from Saturday": a length is no date.
        if view.time(at).is_some_and(|timex| timex.edtf().is_some()) {
            return is_usable(view, at).then_some(at);
        }
        at += 1;
    }
    None
}

/// A verb that says something else of a visit that is its subject: "his visit launched …".
fn is_other_statement(word: &str) -> bool {
    let told = is(word, Class::OtherStatement);
    let of_itself = is(word, Class::OwnStatement);
    told || word.len() > 4 && word.ends_with("ed") && !of_itself
}

/// Whether another journey or statement begins: "and flew", "and will". Talks belong to the visit: "and meet".
fn starts_verb(view: &View<'_>, at: usize) -> bool {
    let talks = |verb: Verb| matches!(verb, Verb::Meet | Verb::Hold | Verb::Attend | Verb::Host);
    let and = view.lower(at) == "and";
    matches!(view.lower(at), "and" | "before" | "after" | "but")
        && (verb(view.lower(at + 1)).is_some_and(|(verb, _)| !and || !talks(verb))
            || matches!(
                view.lower(at + 1),
                "will" | "would" | "then" | "was" | "is" | "has" | "had"
            ))
}

/// Verbs that report what somebody said: a date beside them is that of the saying.
fn is_report(word: &str) -> bool {
    is(word, Class::Saying)
}

/// Whether a date belongs to a verb of saying right before it: "said on Monday", "told reporters late Tuesday".
fn is_of_report(view: &View<'_>, at: usize) -> bool {
    let mut left = at;
    while left > 0 && at - left < 4 {
        left -= 1;
        if is_report(view.lower(left)) {
            return true;
        }
        if !matches!(
            view.lower(left),
            "on" | "late"
                | "early"
                | "reporters"
                | "in"
                | "a"
                | "statement"
                | "journalists"
                | "earlier"
        ) {
            return false;
        }
    }
    false
}

/// Whether a comma leads to the next item of a list: ", his visit next week".
fn starts_item(view: &View<'_>, at: usize) -> bool {
    view.lower(at) == ","
        && (view.person(at + 1).is_some()
            || matches!(
                view.lower(at + 1),
                "the" | "his" | "her" | "their" | "its" | "a" | "an"
            ) && view.place(at + 2).is_none()
            || matches!(
                view.lower(at + 1),
                "was" | "is" | "were" | "will" | "would" | "has" | "had" | "have"
            ))
}

/// The next date to the left within the clause.
fn to_the_left(view: &View<'_>, from: usize, kind: Kind) -> Option<usize> {
    let mut at = from;
    // "flies to London on Tuesday and goes on to Belgium": the day of the first journey.
    if kind != Kind::Talks && matches!(view.before(from), "and" | "then") {
        return None;
    }
    while let Some(left) = at.checked_sub(1) {
        at = left;
        let word = view.lower(left);
        if is_wall(word)
            || is_report(word)
            || is_limit(word)
            || is_remembrance(word)
            || begins_clause(word) && word != "as"
            || from - left > 24
        {
            return None;
        }
        if view.time(left).is_some() && is_usable(view, left) {
            return Some(left);
        }
    }
    None
}

/// A date that the sentence begins with: "On Jan. 5, …", "Just over two months ago, …".
fn at_the_start(view: &View<'_>, before: usize) -> Option<usize> {
    let time = (view.body..view.body + 4).find(|&at| view.time(at).is_some())?;
    let leads = !view.any(view.body..time, |word| {
        !matches!(
            word,
            "on" | "in"
                | "from"
                | ","
                | "late"
                | "early"
                | "and"
                | "but"
                | "also"
                | "during"
                | "the"
        )
    });
    (leads
        && is_usable(view, time)
        && !view.any(time..before, |word| is_remembrance(word) || is_report(word)))
    .then_some(time)
}

/// "marks the 45th anniversary of": the date is that of the day of remembrance.
fn is_remembrance(word: &str) -> bool {
    matches!(
        word,
        "anniversary" | "marks" | "marked" | "commemorates" | "commemorated"
    )
}

/// A later date of the sentence, if it has only one that is a day.
fn the_only_one(view: &View<'_>, from: usize) -> Option<usize> {
    let mut days = (0..view.units.len()).filter(|&at| {
        is_usable(view, at) && view.time(at).and_then(Timex::edtf).is_some_and(is_days)
    });
    let only = days.next()?;
    (days.next().is_none() && only >= from && !parted(view, from, only)).then_some(only)
}

/// A date of any kind that the sentence ends with, if it is the only one.
fn at_the_end(view: &View<'_>, from: usize) -> Option<usize> {
    let mut dates = (0..view.units.len()).filter(|&at| is_usable(view, at));
    let only = dates.next()?;
    let ends = (only + 1..view.units.len())
        .all(|at| !view.lower(at).chars().any(char::is_alphanumeric) && view.person(at).is_none());
    let free = !parted(view, from, only);
    (dates.next().is_none() && only >= from && ends && free).then_some(only)
}

fn is_days(date: Edtf) -> bool {
    matches!(
        date.form,
        Form::Single(Precision::Day) | Form::Interval(Precision::Day, Precision::Day)
    )
}

/// Whether a wall, a bound, another statement or another item lies between two units.
fn parted(view: &View<'_>, from: usize, to: usize) -> bool {
    let clause = |word: &str| matches!(word, "when" | "who" | "whom");
    view.any(from..to, |word| {
        is_wall(word) || is_limit(word) || is_finite(word) || clause(word)
    }) || (from..to).any(|at| starts_item(view, at) || starts_verb(view, at))
}

/// Verbs of another statement. "which will include a dinner, on December 1" still belongs to what is said before it.
fn is_finite(word: &str) -> bool {
    matches!(
        word,
        "said" | "says" | "told" | "had" | "has" | "announced" | "added"
    )
}

/// Prepositions after which a date bounds or belongs to something else.
fn is_limit(word: &str) -> bool {
    matches!(
        word,
        "since" | "until" | "till" | "before" | "by" | "after" | "ahead" | "than" | "following"
    )
}

/// Whether the date at a unit can be that of a visit.
fn is_usable(view: &View<'_>, at: usize) -> bool {
    let Some(timex) = view.time(at) else {
        return false;
    };
    let Some(date) = timex.edtf() else {
        return false;
    };
    let calendar = matches!(timex.kind, TimexType::Date | TimexType::Time);
    let of = view.before(at) == "of" && view.lower(at.wrapping_sub(2)) == "ahead";
    // "the 2022 World Cup", "the May 2022 Special Summit": the date of something else.
    let the = at.checked_sub(1).filter(|&the| view.lower(the) == "the");
    // … but "to attend the November 18-19 Leaders Meeting" says when.
    let attended = the.is_some_and(|the| {
        matches!(
            view.before(the),
            "attend" | "attending" | "for" | "join" | "in"
        )
    });
    let names_event = view.is_capital(at + 1) && the.is_some() && !(attended && is_days(date));
    let sharp = !matches!(date.form, Form::Single(Precision::Year)) || !view.is_capital(at + 1);
    calendar
        && at >= view.body
        && !describes_event(view, at)
        && !is_of_report(view, at)
        && view.lower(at + 1) != "that"
        && !of
        && !names_event
        && sharp
        && !is_limit(view.before(at))
        && !view.is_genitive(at + 1)
}

/// "her November 2022 visit", "the August 4 meeting": the date of another event, which is read there.
fn describes_event(view: &View<'_>, at: usize) -> bool {
    let determined = crate::grammar::is_determiner(view.before(at))
        || matches!(view.before(at), "his" | "her" | "their" | "my" | "our");
    let event = |word: &str| {
        super::nominal::is_noun(word)
            || super::talks::is_noun(word)
            || is(word, Class::Event)
            || matches!(
                word,
                "call" | "conversation" | "conversations" | "phone" | "speech" | "statement"
            )
    };
    determined && (at + 1..at + 3).any(|at| event(view.lower(at)))
}
