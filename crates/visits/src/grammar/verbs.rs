//! The verbs that the rules know, by form.

use std::sync::OnceLock;

use crate::names::QuickMap;

/// What a verb does in a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Verb {
    /// "visit", "tour": the object is where to.
    Visit,
    /// "travel", "go", "fly": "to" says where to.
    Go,
    /// "return": as [`Verb::Go`], but most often home.
    Return,
    /// "arrive", "land": "in" or "at" says where to.
    Arrive,
    /// "depart", "leave", "head": "for" says where to.
    Depart,
    /// "stop", "stay": "in" says where.
    Stop,
    /// "attend", "participate": an event in a place.
    Attend,
    /// "meet": the object is another person.
    Meet,
    /// "hold", "have": talks follow.
    Hold,
    /// "host", "welcome", "receive": the object is the visitor.
    Host,
    /// "invite": the object is asked to come.
    Invite,
    /// "accompany": the object travels as well.
    Accompany,
    /// "lead", "head": a delegation follows.
    Lead,
    /// "make", "pay": a visit follows.
    Make,
    /// "begin", "start": a visit follows.
    Begin,
    /// "end", "conclude": a visit follows.
    End,
    /// "plan", "announce": a visit follows.
    Plan,
    /// "propose", "consider": a visit follows.
    Propose,
    /// "cancel": a visit follows.
    Cancel,
    /// "continue": a visit follows.
    Continue,
    /// "postpone": a visit follows.
    Postpone,
}

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// "visit"
    Base,
    /// "visits"
    S,
    /// "visited", past and participle alike where they are the same.
    Past,
    /// "gone"
    Participle,
    /// "visiting"
    Ing,
}

/// Verbs that are regular, by what they do. A doubled last letter and a final "e" or "y" are seen to.
const REGULAR: &[(Verb, &str)] = &[
    (Verb::Accompany, "accompany join"),
    (Verb::Arrive, "arrive land touch"),
    (Verb::Attend, "attend participate address join chair"),
    (Verb::Begin, "start commence open embark kick launch resume"),
    (Verb::Cancel, "cancel scrap abandon shelve skip call drop"),
    (Verb::Continue, "continue extend"),
    (Verb::Depart, "depart embark"),
    (
        Verb::End,
        "end conclude finish complete wrap close cap round",
    ),
    (Verb::Go, "travel journey jet"),
    (Verb::Host, "host welcome receive greet entertain"),
    (Verb::Invite, "invite"),
    (Verb::Make, "conduct"),
    (Verb::Meet, "confer gather"),
    (
        Verb::Plan,
        "plan schedule announce confirm arrange prepare expect",
    ),
    (Verb::Postpone, "postpone delay defer suspend reschedule"),
    (
        Verb::Propose,
        "propose consider mull suggest contemplate envisage",
    ),
    (Verb::Return, "return"),
    (Verb::Stop, "stop stay"),
    (Verb::Visit, "visit tour revisit reach"),
];

/// Base, third person, past, participle, "-ing".
const IRREGULAR: &[(Verb, [&str; 5])] = &[
    (Verb::Attend, ["take", "takes", "took", "taken", "taking"]),
    (
        Verb::Attend,
        ["speak", "speaks", "spoke", "spoken", "speaking"],
    ),
    (
        Verb::Begin,
        ["begin", "begins", "began", "begun", "beginning"],
    ),
    (Verb::Depart, ["leave", "leaves", "left", "left", "leaving"]),
    (Verb::Depart, ["set", "sets", "set", "set", "setting"]),
    (Verb::Go, ["come", "comes", "came", "come", "coming"]),
    (Verb::Go, ["fly", "flies", "flew", "flown", "flying"]),
    (Verb::Go, ["go", "goes", "went", "gone", "going"]),
    (Verb::Hold, ["have", "has", "had", "had", "having"]),
    (Verb::Hold, ["hold", "holds", "held", "held", "holding"]),
    (Verb::Lead, ["lead", "leads", "led", "led", "leading"]),
    (Verb::Lead, ["head", "heads", "headed", "headed", "heading"]),
    (Verb::Make, ["make", "makes", "made", "made", "making"]),
    (Verb::Make, ["pay", "pays", "paid", "paid", "paying"]),
    (
        Verb::Make,
        [
            "undertake",
            "undertakes",
            "undertook",
            "undertaken",
            "undertaking",
        ],
    ),
    (Verb::Meet, ["meet", "meets", "met", "met", "meeting"]),
    (Verb::End, ["wind", "winds", "wound", "wound", "winding"]),
    (Verb::End, ["cut", "cuts", "cut", "cut", "cutting"]),
    (Verb::Postpone, ["put", "puts", "put", "put", "putting"]),
];

/// What a lower-case word is as a verb.
pub(crate) fn verb(lower: &str) -> Option<(Verb, Form)> {
    static FORMS: OnceLock<QuickMap<String, (Verb, Form)>> = OnceLock::new();
    FORMS.get_or_init(forms).get(lower).copied()
}

fn forms() -> QuickMap<String, (Verb, Form)> {
    let mut forms = QuickMap::default();
    for &(verb, bases) in REGULAR {
        for base in bases.split(' ') {
            add_regular(&mut forms, verb, base);
        }
    }
    for &(verb, [base, s, past, participle, ing]) in IRREGULAR {
        forms.insert(participle.to_owned(), (verb, Form::Participle));
        forms.insert(past.to_owned(), (verb, Form::Past));
        forms.insert(s.to_owned(), (verb, Form::S));
        forms.insert(ing.to_owned(), (verb, Form::Ing));
        forms.insert(base.to_owned(), (verb, Form::Base));
    }
    forms
}

fn add_regular(forms: &mut QuickMap<String, (Verb, Form)>, verb: Verb, base: &str) {
    let mut add = |word: String, form| {
        forms.entry(word).or_insert((verb, form));
    };
    let stem = base.strip_suffix('e').unwrap_or(base);
    let (past, s) = match base.strip_suffix('y') {
        Some(root) if !root.ends_with('a') && !root.ends_with('e') => {
            (format!("{root}ied"), format!("{root}ies"))
        }
        _ => (format!("{stem}ed"), format!("{base}s")),
    };
    add(base.to_owned(), Form::Base);
    add(s, Form::S);
    add(past, Form::Past);
    add(format!("{stem}ing"), Form::Ing);
    // "stopped", "travelled", "cancelling"
    if let Some(last) = base.chars().next_back() {
        add(format!("{base}{last}ed"), Form::Past);
        add(format!("{base}{last}ing"), Form::Ing);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_made_and_known() {
        for (word, expected) in [
            ("visit", Some((Verb::Visit, Form::Base))),
            ("visited", Some((Verb::Visit, Form::Past))),
            ("arriving", Some((Verb::Arrive, Form::Ing))),
            ("accompanies", Some((Verb::Accompany, Form::S))),
            ("travelled", Some((Verb::Go, Form::Past))),
            ("went", Some((Verb::Go, Form::Past))),
            ("gone", Some((Verb::Go, Form::Participle))),
            ("stopped", Some((Verb::Stop, Form::Past))),
            ("stayed", Some((Verb::Stop, Form::Past))),
            ("met", Some((Verb::Meet, Form::Past))),
            ("table", None),
        ] {
            assert_eq!(verb(word), expected, "{word}");
        }
    }
}
