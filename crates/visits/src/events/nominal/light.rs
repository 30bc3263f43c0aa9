//! What the words around the phrase say of it: "will pay a visit", "cancelled a trip", "during a visit", "the visit was postponed".

use dateline_model::{Aspect, Status};

use super::phrase::Phrase;
use crate::events::context::Context;
use crate::grammar::{
    Form, Legs, Verb, View, group, inherited, is_adverb, is_verb_here, places_from, verb, weaker,
};
use crate::wordlist::{Class, is};

/// What a verb before the phrase says of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Light {
    /// The first unit of the verb group, or of the preposition.
    pub start: Option<usize>,
    /// Whether it took place.
    pub status: Option<Status>,
    /// What its date is the date of.
    pub aspect: Option<Aspect>,
    /// Whether it is denied.
    pub denied: bool,
    /// Whether the subject of the verb is the visitor.
    pub subject: bool,
    /// Whether it is a verb.
    pub verb: bool,
    /// Whether the verb stands in the present: "leaves on Friday on a trip".
    pub present: bool,
    /// Whether the verb says that it is done.
    pub past: bool,
    /// A date between the verb and the phrase.
    pub time: Option<usize>,
}

/// The verb or preposition that the phrase hangs on.
pub(super) fn light(context: &Context<'_>, phrase: &Phrase) -> Light {
    by_verb(context, phrase)
        .or_else(|| setting_out(context, phrase))
        .unwrap_or_else(|| preposition(context, phrase))
}

/// "left Beijing on Tuesday for an official visit", "leaves Friday on a trip", "set to embark on a tour"; "left for home on
/// Tuesday after a visit".
fn setting_out(context: &Context<'_>, phrase: &Phrase) -> Option<Light> {
    let view = context.view;
    let joint = phrase.start.checked_sub(1)?;
    let aspect = match view.lower(joint) {
        "on" | "for" => Aspect::Start,
        "after" | "following" | "ending" | "concluding" => Aspect::End,
        _ => return None,
    };
    let at = motion_before(context, joint)?;
    let (verb, form) = verb(view.lower(at))?;
    let fits = match verb {
        Verb::Depart => true,
        Verb::Arrive => aspect == Aspect::Start,
        Verb::Begin => aspect == Aspect::Start && view.lower(at).starts_with("embark"),
        Verb::Return | Verb::Go => aspect == Aspect::End && view.lower(at + 1) == "home",
        _ => false,
    };
    if !fits || !is_verb_here(view, at, form, true) {
        return None;
    }
    let group = group(view, at, form);
    Some(Light {
        start: Some(group.start),
        status: group.status.or_else(|| inherited(view, group.start)),
        aspect: Some(aspect),
        denied: group.denied,
        subject: !group.passive,
        verb: true,
        present: form == Form::S && group.start == at,
        past: group.past,
        time: (at..joint).find(|&at| view.time(at).is_some_and(|time| time.edtf().is_some())),
    })
}

/// The word before a preposition, past places, dates and what joins them to a verb.
fn motion_before(context: &Context<'_>, joint: usize) -> Option<usize> {
    let view = context.view;
    let passable = |at: usize| {
        is_adverb(view.lower(at))
            || view.time(at).is_some()
            || view.place(at).is_some()
            || matches!(
                view.lower(at),
                "in" | "at" | "from" | "for" | "home" | "on" | "off" | "out" | "the" | "airport"
            )
            || view.is_capital(at) && view.person(at).is_none()
    };
    (joint.saturating_sub(8)..joint)
        .rev()
        .find(|&at| !passable(at))
}

/// "met NAME in Beijing during a one-day visit".
fn beside(context: &Context<'_>, phrase: &Phrase, joint: usize) -> Option<Legs> {
    let view = context.view;
    let place = joint
        .checked_sub(1)
        .filter(|&at| view.place(at).is_some())?;
    let fits = phrase.indefinite
        && matches!(view.lower(joint), "during" | "on")
        && matches!(view.before(place), "in" | "at");
    fits.then(|| Legs {
        end: phrase.noun + 1,
        ..places_from(view, context.discourse, place)
    })
}

/// "left Seoul on Wednesday after a four-day state visit": the place that was left is where it was.
pub(super) fn place_left(context: &Context<'_>, phrase: &Phrase) -> Option<Legs> {
    let joint = phrase.start.checked_sub(1)?;
    if let Some(legs) = beside(context, phrase, joint) {
        return Some(legs);
    }
    let after = matches!(
        context.view.lower(joint),
        "after" | "following" | "ending" | "concluding"
    );
    let at = motion_before(context, joint).filter(|_| after)?;
    let (Verb::Depart, _) = verb(context.view.lower(at))? else {
        return None;
    };
    let mut legs = places_from(context.view, context.discourse, at + 1);
    legs.end = phrase.noun + 1;
    (!legs.legs.is_empty()).then_some(legs)
}

/// The verb that has the phrase as its object: "will pay", "called off", "wrapped up".
fn by_verb(context: &Context<'_>, phrase: &Phrase) -> Option<Light> {
    let view = context.view;
    let particle = |word: &str| matches!(word, "off" | "up" | "short" | "back" | "out" | "down");
    let mut at = phrase.start;
    while at > 0 && (is_adverb(view.before(at)) || particle(view.before(at))) {
        at -= 1;
    }
    let left = at.checked_sub(1)?;
    let word = view.lower(left);
    let (verb, form) = verb(word)?;
    let group = group(view, left, form);
    let status = group.status.or_else(|| inherited(view, group.start));
    let (status, aspect) = match verb {
        Verb::Make | Verb::Hold => (status, None),
        Verb::Begin => (status, Some(Aspect::Start)),
        Verb::Continue => (status, Some(Aspect::UnderWay)),
        Verb::End => (status, Some(Aspect::End)),
        Verb::Plan => (Some(weaker(status, Status::Planned)), None),
        Verb::Propose => (Some(weaker(status, Status::Proposed)), None),
        Verb::Cancel => (Some(Status::Cancelled), None),
        Verb::Postpone => (Some(Status::Postponed), None),
        Verb::Attend if word.starts_with('t') => (status, None),
        _ => return None,
    };
    // A plan to cancel is a cancelled visit; a denied cancelling says nothing.
    let off = matches!(status, Some(Status::Cancelled | Status::Postponed));
    Some(Light {
        start: Some(group.start),
        status,
        aspect,
        denied: group.denied && !off,
        subject: !group.passive,
        verb: true,
        present: false,
        past: group.past && status == Some(Status::Reported),
        time: None,
    })
}

/// "on", "during", "for" before the phrase; and the verb after it ("the visit will …", "was postponed").
fn preposition(context: &Context<'_>, phrase: &Phrase) -> Light {
    let view = context.view;
    let before = view.before(phrase.start);
    let near = |most: usize| phrase.start.saturating_sub(most)..phrase.start;
    let home = |word: &str| {
        matches!(
            word,
            "return" | "returned" | "returns" | "returning" | "back" | "home"
        )
    };
    let aspect = match before {
        "from" if view.any(near(8), home) => Some(Aspect::End),
        "on" | "during" | "amid" | "while" => Some(Aspect::UnderWay),
        "of" => match view.lower(phrase.start.wrapping_sub(2)) {
            "start" | "beginning" | "outset" => Some(Aspect::Start),
            "end" | "close" | "conclusion" => Some(Aspect::End),
            _ => None,
        },
        _ => None,
    };
    let awaited = before == "to" && view.lower(phrase.start.wrapping_sub(2)) == "forward";
    Light {
        start: phrase.start.checked_sub(1),
        status: prospect(context, phrase, awaited),
        aspect,
        subject: awaited || is(before, Class::VisitPreposition),
        ..Light::default()
    }
}

/// What the words before the phrase, else those in and after it, say of whether the visit takes place.
fn prospect(context: &Context<'_>, phrase: &Phrase, awaited: bool) -> Option<Status> {
    let view = context.view;
    let before = view.before(phrase.start);
    let near = phrase.start.saturating_sub(5)..phrase.start;
    if matches!(before, "of" | "about" | "discuss" | "for")
        && view.any(near, |word| is(word, Class::Prospect))
    {
        return Some(Status::Proposed);
    }
    let later = later_verb(context, phrase);
    let to_come = |word: &str| matches!(word, "will" | "would" | "'ll");
    let past = matches!(before, "during" | "after" | "following" | "since")
        && !view.any(0..view.units.len(), to_come);
    let ahead =
        before == "of" && view.lower(phrase.start.wrapping_sub(2)) == "ahead" || before == "before";
    // "Last year, before his trip to": ahead of what is long over.
    let long_over = (0..view.units.len()).any(|at| {
        let date = view.time(at).and_then(crate::dates::Timex::edtf);
        matches!((date, context.published), (Some(date), Some(day)) if date.last.0 < day.0 - 60)
    });
    if past || ahead && long_over {
        later.or(Some(Status::Reported))
    } else if ahead || awaited {
        later.or(Some(Status::Planned))
    } else {
        later
    }
}

/// What the words in the phrase and the verb after it say of whether the visit takes place.
pub(super) fn later_verb(context: &Context<'_>, phrase: &Phrase) -> Option<Status> {
    let view = context.view;
    let end = phrase.legs.end.max(phrase.noun + 1);
    // "his planned visit was put off": the verb has the last word, also after an aside: "his visit, due in May, was put off".
    let behind = aside(view, end);
    let off = (end..end + 2).chain(behind..behind + 2).find_map(|at| {
        let was = crate::grammar::is_be(view.lower(at)) || matches!(view.lower(at), "has" | "had");
        let off = called_off(context, at).filter(|_| was)?;
        (off > Status::Proposed).then_some(off)
    });
    let inside = || (phrase.start..phrase.noun).find_map(|at| adjective(view.lower(at)));
    if let Some(status) = off.or_else(inside) {
        return Some(status);
    }
    for at in end..end + 8 {
        let word = view.lower(at);
        let status = match word {
            "starts" | "begins" | "start" | "begin" => return Some(Status::Planned),
            "will" | "would" | "'ll" => Status::Planned,
            "may" | "might" | "could" => Status::Proposed,
            "was" | "were" | "has" | "had" | "is" | "been" => Status::Reported,
            "," | ";" | "." | "and" | "which" | "that" | "who" | "as" | "—" | "where" | "when"
            | "while" => return None,
            _ if word.ends_with("ed") => Status::Reported,
            _ => continue,
        };
        return Some(called_off(context, at).unwrap_or(status));
    }
    None
}

/// The place behind an aside between commas that begins here; this place where none does.
fn aside(view: &View<'_>, at: usize) -> usize {
    const LONGEST: usize = 14;
    if view.lower(at) != "," {
        return at;
    }
    let end = (at + 1..at + LONGEST).find(|&end| view.lower(end) == ",");
    end.map_or(at, |end| end + 1)
}

/// What an adjective before "visit" says of it.
fn adjective(word: &str) -> Option<Status> {
    Some(match word {
        "planned" | "upcoming" | "forthcoming" | "scheduled" | "next" | "expected" => {
            Status::Planned
        }
        "proposed" | "possible" | "potential" | "prospective" => Status::Proposed,
        "cancelled" | "canceled" => Status::Cancelled,
        "postponed" | "delayed" => Status::Postponed,
        "recent" | "last" | "previous" | "first-ever" => Status::Reported,
        _ => return None,
    })
}

/// Whether the verb after a visit tells its beginning or its end: "his visit to Egypt ended on April 9".
pub(super) fn later_aspect(context: &Context<'_>, phrase: &Phrase) -> Option<Aspect> {
    let end = phrase.legs.end;
    (end..end + 3).find_map(|at| match context.view.lower(at) {
        "begins" | "began" | "starts" | "started" | "begin" | "start" => Some(Aspect::Start),
        "ends" | "ended" | "concludes" | "concluded" | "end" | "conclude" => Some(Aspect::End),
        _ => None,
    })
}

/// "was postponed", "has been called off", "would be cancelled" after a visit.
fn called_off(context: &Context<'_>, at: usize) -> Option<Status> {
    let view = context.view;
    (at..at + 4).find_map(|at| match view.lower(at) {
        "cancelled" | "canceled" | "scrapped" | "shelved" => Some(Status::Cancelled),
        "called" if view.lower(at + 1) == "off" => Some(Status::Cancelled),
        "postponed" | "delayed" | "rescheduled" | "deferred" => Some(Status::Postponed),
        "put" if view.lower(at + 1) == "off" => Some(Status::Postponed),
        "planned" | "scheduled" | "expected" | "announced" | "due" => Some(Status::Planned),
        "proposed" | "considered" | "discussed" => Some(Status::Proposed),
        _ => None,
    })
}
