//! Verb groups: the auxiliaries to the left of a verb and what they say of whether it happened.

use dateline_model::Status;

use super::verbs::Form;
use super::view::View;
use super::words::{is_adverb, is_be};
use crate::wordlist::{Class, is};

/// A verb with what stands to its left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    /// The first unit of the group: the subject is sought to the left of it.
    pub start: usize,
    /// What tense and mood say; none where another verb says it ("and visit", "to attend").
    pub status: Option<Status>,
    /// Whether it is denied.
    pub denied: bool,
    /// Whether it is passive.
    pub passive: bool,
    /// Whether "have" stands in it.
    pub perfect: bool,
    /// Whether it says that something is over or done: "visited", "has arrived".
    pub past: bool,
    /// Whether "is …ing" shows it under way.
    pub progressive: bool,
    /// Whether somebody else than the subject is meant to do it: the person before "to".
    pub object_control: bool,
    /// Whether it is an infinitive of purpose: the subject is that of the verb before it.
    pub purpose: bool,
}

/// The group of the verb at `at`.
pub(crate) fn group(view: &View<'_>, at: usize, form: Form) -> Group {
    let mut group = Group {
        start: at,
        status: match form {
            Form::Past | Form::S => Some(Status::Reported),
            Form::Base | Form::Participle | Form::Ing => None,
        },
        denied: false,
        passive: false,
        perfect: false,
        past: false,
        progressive: false,
        object_control: false,
        purpose: false,
    };
    extend(view, &mut group, Some(form));
    group.past = group.status == Some(Status::Reported) && (form == Form::Past || group.perfect);
    group
}

/// Takes in the auxiliaries and adverbs to the left.
fn extend(view: &View<'_>, group: &mut Group, mut form: Option<Form>) {
    let mut at = group.start;
    while let Some(left) = at.checked_sub(1) {
        let word = view.lower(left);
        if view.time(left).is_some() && left > 0 && is_auxiliary(view.before(left)) {
            at = left;
            continue;
        }
        if is_denial(word) {
            group.denied = true;
            at = left;
        } else if is_adverb(word)
            || word == ","
                && is_adverb(view.before(left))
                && left > 1
                && is_auxiliary(view.lower(left - 2))
        {
            at = left;
        } else if word == "to" {
            control(view, group, left);
            return;
        } else if let Some(go_on) = auxiliary(group, word, form) {
            group.start = left;
            at = left;
            form = None;
            if !go_on {
                return;
            }
        } else {
            return;
        }
    }
}

fn is_denial(lower: &str) -> bool {
    matches!(lower, "not" | "never" | "n't" | "neither" | "nor")
}

fn is_auxiliary(lower: &str) -> bool {
    is(lower, Class::Auxiliary) || is_be(lower)
}

/// Takes in one auxiliary; says whether more may follow to its left, or nothing if it is none.
fn auxiliary(group: &mut Group, word: &str, form: Option<Form>) -> Option<bool> {
    let weaken = |group: &mut Group, status| group.status = Some(weaker(group.status, status));
    // "would have visited", "should have gone": nobody did.
    group.denied |=
        group.perfect && matches!(word, "would" | "could" | "should" | "might" | "ought");
    match word {
        "will" | "shall" | "'ll" | "’ll" | "would" | "'d" | "’d" => {
            weaken(group, Status::Planned);
        }
        "won't" | "won’t" | "wouldn't" | "wouldn’t" | "cannot" | "can't" | "can’t" => {
            group.denied = true;
            weaken(group, Status::Planned);
        }
        "may" | "might" | "could" | "can" | "should" | "must" | "ought" => {
            weaken(group, Status::Proposed);
        }
        "didn't" | "didn’t" | "doesn't" | "doesn’t" | "hasn't" | "hasn’t" | "haven't"
        | "haven’t" | "hadn't" | "hadn’t" => {
            group.denied = true;
        }
        "did" | "does" | "do" => weaken(group, Status::Reported),
        "has" | "have" | "had" | "having" | "'ve" | "’ve" => {
            weaken(group, Status::Reported);
            group.perfect = true;
            return Some(true);
        }
        _ if is_be(word) => {
            match form {
                Some(Form::Past | Form::Participle) => group.passive = true,
                Some(Form::Ing) => group.progressive = true,
                _ => {}
            }
            // "is visiting" may be now or next week: the date decides.
            let open = group.progressive
                && matches!(word, "is" | "are" | "am" | "'m" | "’m" | "'re" | "’re");
            if !matches!(word, "be" | "being") && !open {
                weaken(group, Status::Reported);
            }
            return Some(matches!(word, "be" | "been" | "being"));
        }
        _ => return None,
    }
    Some(false)
}

/// The less certain of two.
pub(crate) fn weaker(a: Option<Status>, b: Status) -> Status {
    a.map_or(b, |a| a.max(b))
}

/// What stands before "to": a plan, a hope, a refusal, or a verb that this one is the purpose of.
fn control(view: &View<'_>, group: &mut Group, to: usize) {
    group.start = to;
    let mut at = to;
    while at > 0 && (is_adverb(view.before(at)) || view.time(at - 1).is_some()) {
        group.denied |= is_denial(view.before(at));
        at -= 1;
    }
    let Some(left) = at.checked_sub(1) else {
        group.status = Some(Status::Planned);
        return;
    };
    let word = view.lower(left);
    if is_first(view, left)
        && let Some(verb) = copula(view, left)
    {
        group.status = Some(weaker(group.status, Status::Reported));
        group.start = verb;
        extend(view, group, None);
    } else if is_first(view, left)
        && let Some(comma) = apposed(view, left)
    {
        group.status = Some(weaker(group.status, Status::Reported));
        group.start = comma;
    } else if view.person(left).is_some() || is_object_pronoun(word) {
        person_before(view, group, left);
    } else if word == "," && is_asked(view, left) {
        person_before(view, group, left - 1);
    } else if let Some(status) = attitude(word) {
        group.status = Some(weaker(group.status, status));
        governed(view, group, left);
    } else if is_refusal(word) {
        group.denied = true;
        governed(view, group, left);
    } else if is_be(word) {
        group.status = Some(Status::Planned);
        group.start = left;
    } else {
        group.purpose = true;
    }
}

/// The group goes on to the left of the word that governs "to".
fn governed(view: &View<'_>, group: &mut Group, left: usize) {
    let looks = view.lower(left) == "forward" && view.before(left).starts_with("look");
    group.start = left - usize::from(looks);
    if is_governing_noun(view.lower(left)) && view.person(left.wrapping_sub(1)).is_none() {
        group.start = head_of_noun(view, left);
    }
    let form = match view.lower(left) {
        word if word.ends_with("ed") || matches!(word, "set" | "due") => Some(Form::Past),
        _ => Some(Form::Ing),
    };
    let (passive, progressive) = (group.passive, group.progressive);
    extend(view, group, form);
    group.passive = passive;
    group.progressive = progressive;
}

/// "asked my Secretary of State, NAME, to travel", with the person before the last comma.
fn is_asked(view: &View<'_>, comma: usize) -> bool {
    let Some(person) = comma.checked_sub(1).filter(|&at| view.person(at).is_some()) else {
        return false;
    };
    is(view.before(person), Class::TakesPerson)
        || matches!(
            view.before(person),
            "directed" | "dispatched" | "instructed" | "invited" | "sent"
        )
}

/// Pronouns that stand between a verb and "to": "asked her to go".
fn is_object_pronoun(lower: &str) -> bool {
    matches!(lower, "him" | "her" | "them" | "me" | "us" | "you")
}

/// "invited Lee to visit", "for Lee to visit", and the headline's "Lee to visit".
fn person_before(view: &View<'_>, group: &mut Group, person: usize) {
    let verb = view.before(person);
    let status = match verb {
        "invited" | "invites" | "invite" | "inviting" | "asked" | "asks" | "urged" | "urges"
        | "for" | "encouraged" | "wants" | "want" | "wanted" | "allow" | "pressed" => {
            Status::Proposed
        }
        _ if view.person(person).is_none() => {
            group.status = Some(Status::Proposed);
            group.object_control = true;
            return;
        }
        "expects" | "expected" | "sent" | "send" | "sends" | "dispatched" | "dispatches"
        | "sending" | "directed" | "instructed" => Status::Planned,
        _ => {
            group.status = Some(Status::Planned);
            return;
        }
    };
    group.status = Some(status);
    group.object_control = true;
}

/// Words before "to" that make what follows a plan or a proposal.
fn attitude(lower: &str) -> Option<Status> {
    let planned = is(lower, Class::Intention).then_some(Status::Planned);
    planned.or_else(|| is(lower, Class::Wish).then_some(Status::Proposed))
}

fn is_refusal(lower: &str) -> bool {
    is(lower, Class::Refusal)
}

/// "the first president to visit", "the last leader to visit", "the only one to visit".
fn is_first(view: &View<'_>, at: usize) -> bool {
    let from = at.saturating_sub(5);
    view.any(from..at + 1, |word| {
        matches!(
            word,
            "first"
                | "second"
                | "third"
                | "last"
                | "latest"
                | "only"
                | "fourth"
                | "fifth"
                | "first-ever"
                | "highest-ranking"
                | "highest-level"
                | "most"
                | "top-ranking"
        )
    })
}

/// The comma after a person in "NAME, the first premier to visit China": the apposition speaks of who stands before it.
fn apposed(view: &View<'_>, at: usize) -> Option<usize> {
    let comma = (at.saturating_sub(9)..at)
        .rev()
        .find(|&at| view.lower(at) == ",")?;
    let person = comma.checked_sub(1).and_then(|at| view.person(at));
    let the = matches!(view.lower(comma + 1), "the" | "only") && person.is_some();
    the.then_some(comma)
}

/// "was", "became" before "the first president".
fn copula(view: &View<'_>, at: usize) -> Option<usize> {
    (at.saturating_sub(6)..at).rev().find(|&at| {
        is_be(view.lower(at))
            || matches!(view.lower(at), "become" | "became" | "becomes" | "becoming")
    })
}

/// The verb before the noun that governs "to" ("accepted an invitation"), or the noun's possessor.
fn head_of_noun(view: &View<'_>, noun: usize) -> usize {
    let mut at = noun;
    while at > 0
        && (super::words::is_determiner(view.before(at))
            || matches!(
                view.before(at),
                "new"
                    | "formal"
                    | "official"
                    | "long-standing"
                    | "earlier"
                    | "first"
                    | "renewed"
                    | "open"
                    | "standing"
                    | "strong"
            ))
    {
        at -= 1;
    }
    let verb = at.checked_sub(1).filter(|&verb| {
        let word = view.lower(verb);
        at < noun
            && (word.ends_with("ed")
                || word.ends_with("es")
                || matches!(
                    word,
                    "has" | "had" | "have" | "accept" | "made" | "took" | "takes"
                ))
    });
    verb.unwrap_or(at)
}

fn is_governing_noun(lower: &str) -> bool {
    is(lower, Class::GoverningNoun)
}

/// What another verb of the sentence says for one that says nothing itself ("and visit"): the nearest auxiliary to the left.
pub(crate) fn inherited(view: &View<'_>, at: usize) -> Option<Status> {
    // "thank you for visiting", "after visiting": done, unless a plan stands before it.
    let gerund = view.lower(at).ends_with("ing");
    // "is due in Rome before flying on to Tunis"
    let ahead = gerund && view.before(at) == "before";
    if gerund
        && matches!(
            view.before(at),
            "for" | "by" | "since" | "in" | "of" | "upon"
        )
    {
        return (!matches!(view.before(at), "of" | "in")).then_some(Status::Reported);
    }
    let mut left = at;
    while let Some(before) = left.checked_sub(1) {
        left = before;
        let word = view.lower(left);
        if super::words::is_wall(word) {
            return None;
        }
        match word {
            "will" | "shall" | "would" | "'ll" | "’ll" => return Some(Status::Planned),
            "may" | "might" | "could" | "can" | "should" | "must" => return Some(Status::Proposed),
            "was" | "were" | "has" | "had" | "have" | "did" => return Some(Status::Reported),
            "to" if left > 0 && attitude(view.before(left)).is_some() => {
                return attitude(view.before(left));
            }
            "is" | "are" | "am" if ahead => return Some(Status::Planned),
            "is" | "are" | "am" => return None,
            _ => {}
        }
        if let Some((_, Form::Past)) = super::verbs::verb(word)
            && !super::words::is_determiner(view.before(left))
            && !is_be(view.before(left))
        {
            return Some(Status::Reported);
        }
    }
    None
}
