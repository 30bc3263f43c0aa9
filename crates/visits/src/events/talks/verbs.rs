//! Talks told by verbs: "met with NAME", "held talks with NAME".

use std::ops::Range;

use dateline_model::Aspect;

use super::{Talks, is_noun, take, with_whom};
use crate::events::context::{Context, Understood};
use crate::events::verbal::{days_in, if_clause};
use crate::grammar::{
    Form, Group, Verb, group, is_adverb, is_be, people_from, places_from, subject, verb,
};
use crate::names::{Known, PersonId};

/// Reads the verb "meet" or "hold" at `at`.
pub(crate) fn read(context: &mut Context<'_>, at: usize, verb: Verb, form: Form) {
    match verb {
        Verb::Meet => meet(context, at, form),
        Verb::Hold | Verb::Begin | Verb::End => hold(context, at, form),
        Verb::Cancel if context.view.lower(at).starts_with("call") => call_on(context, at, form),
        _ => {}
    }
}

/// "met with NAME in Belfast", "will meet NAME on June 10", "NAME and NAME met in Geneva".
fn meet(context: &mut Context<'_>, at: usize, form: Form) {
    let view = context.view;
    if form == Form::Ing && is_noun_here(context, at) {
        return;
    }
    let group = group(view, at, form);
    let mut next = at + 1;
    while is_adverb(view.lower(next))
        || view.time(next).is_some()
        || view.lower(next) == "," && view.time(next + 1).is_some()
    {
        next += 1;
    }
    let with = next + usize::from(matches!(view.lower(next), "with" | "face-to-face"));
    let (others, end) = people_from(view, past_description(context, with));
    both_sides(
        context,
        "meet",
        [at, at],
        &group,
        others,
        at + 1..end.max(next),
    );
}

/// Past what describes somebody before the name: "Iraq's top cleric, NAME".
fn past_description(context: &Context<'_>, from: usize) -> usize {
    let view = context.view;
    let described = |at: usize| {
        view.person(at).is_none()
            && view.time(at).is_none()
            && !matches!(
                view.lower(at),
                "in" | "at" | "on" | "and" | "to" | "for" | "," | "."
            )
    };
    let comma = (from..from + 8).find(|&at| !described(at)).unwrap_or(from);
    let named = comma > from && view.lower(comma) == "," && view.person(comma + 1).is_some();
    if named { comma + 1 } else { from }
}

/// "called on Prime Minister NAME in Singapore"; but "called on NAME to act".
fn call_on(context: &mut Context<'_>, at: usize, form: Form) {
    let view = context.view;
    let (others, end) = people_from(view, at + 2);
    if view.lower(at + 1) != "on" || others.is_empty() || view.lower(end) == "to" {
        return;
    }
    let group = group(view, at, form);
    both_sides(context, "call-on", [at, at], &group, others, at + 1..end);
}

/// Whether "meeting" is a noun: after a determiner, an adjective or a genitive.
fn is_noun_here(context: &Context<'_>, at: usize) -> bool {
    let view = context.view;
    let before = view.before(at);
    !(is_be(before)
        || is_adverb(before)
        || at > 0 && view.person(at - 1).is_some()
        || matches!(
            before,
            "after" | "while" | "before" | "by" | "," | "in" | "forward" | "to" | "when"
        ))
}

/// "held talks with NAME", "will hold a bilateral summit with NAME": the noun must follow closely.
fn hold(context: &mut Context<'_>, at: usize, form: Form) {
    let view = context.view;
    let Some(mut noun) = (at + 1..at + 8).find(|&at| is_noun(view.lower(at))) else {
        return;
    };
    // "seven hours of talks", "a second round of talks"
    let counted = |of: usize| {
        view.lower(of) == "of"
            && (view.time(of - 1).is_some()
                || matches!(view.before(of), "round" | "rounds" | "series" | "hours"))
    };
    let broken = |at: usize| {
        matches!(view.lower(at), "to" | "in" | "with" | "and" | "that" | ",")
            || view.lower(at) == "of" && !counted(at)
    };
    if (at + 1..noun).any(broken) {
        return;
    }
    // "a summit meeting"
    noun += usize::from(is_noun(view.lower(noun + 1)));
    let group = group(view, at, form);
    let (with, after) = with_whom(context, noun);
    if with.is_empty() {
        talks_abroad(context, at, form, noun);
    }
    both_sides(
        context,
        "hold-talks",
        [at, noun],
        &group,
        with,
        at + 1..after.max(noun + 1),
    );
}

/// "wraps up four days of talks in Beijing": who talks in another country has gone there.
fn talks_abroad(context: &mut Context<'_>, at: usize, form: Form, noun: usize) {
    let view = context.view;
    if view.lower(noun + 1) != "in" {
        return;
    }
    let legs = places_from(view, context.discourse, noun + 2);
    let group = group(view, at, form);
    let Ok(people) = Context::people(subject(view, context.discourse, &group)) else {
        return;
    };
    let stands = |person| view.roster.get(person).and_then(Known::stands_for);
    let [(person, _)] = people.as_slice() else {
        return;
    };
    if legs.legs.is_empty() || group.denied || group.passive || stands(*person).is_none() {
        return;
    }
    let aspect = match verb(view.lower(at)) {
        Some((Verb::Begin, _)) => Aspect::Start,
        Some((Verb::End, _)) => Aspect::End,
        _ => Aspect::UnderWay,
    };
    let understood = Understood {
        aspect,
        kind_units: noun..noun + 1,
        days: days_in(context, &(at + 1..noun)),
        status: if_clause(context, group.start).or_else(|| context.status(&group)),
        present: group.start == at && view.lower(at).ends_with('s'),
        past: group.past,
        confidence: 70,
        ..Understood::of("talks-in", noun, group.start..legs.end, people, legs.legs)
    };
    context.take(&understood);
}

/// Subject and object of talks together. The units are those of the verb, and of the word that says that they talked.
fn both_sides(
    context: &mut Context<'_>,
    rule: &'static str,
    [at, word]: [usize; 2],
    group: &Group,
    others: Vec<(PersonId, usize)>,
    phrase: Range<usize>,
) {
    let view = context.view;
    // "met with troops": with whom is said, and it is nobody who is named.
    let unnamed =
        others.is_empty() && view.any(phrase.start..phrase.end + 3, |word| word == "with");
    if group.denied || unnamed || group.passive && rule == "meet" {
        return;
    }
    if group.purpose {
        context.refuse(rule, at, "a purpose: whether they met is not said");
        return;
    }
    match Context::people(subject(view, context.discourse, group)) {
        Ok(subjects) => take(
            context,
            Talks {
                rule,
                trigger: at,
                word,
                people: joined(subjects, others),
                phrase: group.start..phrase.end,
                status: if_clause(context, group.start).or_else(|| context.status(group)),
                present: group.start == at && view.lower(at).ends_with('s'),
            },
        ),
        Err(reason) if !others.is_empty() => context.refuse(rule, at, reason),
        Err(_) => {}
    }
}

/// Both sides, each person once.
fn joined(
    mut people: Vec<(PersonId, usize)>,
    others: Vec<(PersonId, usize)>,
) -> Vec<(PersonId, usize)> {
    for other in others {
        if people.iter().all(|&(person, _)| person != other.0) {
            people.push(other);
        }
    }
    people
}
