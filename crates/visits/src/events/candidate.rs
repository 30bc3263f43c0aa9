//! What one phrase says of a visit, before phrases of the same visit are put together.

use dateline_model::{Aspect, Basis, Edtf, Kind, Span, Status};

use crate::names::{PersonId, Spot};

/// A date with the words that give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dated {
    /// When.
    pub date: Edtf,
    /// How it was come by.
    pub basis: Option<Basis>,
    /// The words.
    pub span: Span,
}

/// What a phrase speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Topic {
    /// Somebody goes somewhere.
    Visit,
    /// People talk in person.
    Talks,
    /// Talks that were spoken of before ("during their talks in Beijing").
    TalksMention,
    /// A headline's visit of somebody whom it does not name ("First-Ever Papal Visit to Iraq").
    Announced,
    /// A visit that was spoken of before ("during the visit", "his trip").
    Mention,
    /// Something seen on the way: a stop of a visit that is known otherwise.
    Sight,
}

/// One phrase that speaks of a visit.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// The rule that found it.
    pub rule: &'static str,
    /// Its topic.
    pub topic: Topic,
    /// The sentence.
    pub sentence: Span,
    /// The number of the sentence in the article, the headline's being the first.
    pub number: usize,
    /// The words that set the rule off.
    pub trigger: Span,
    /// Who goes, or who talks, each with the words that name them.
    pub people: Vec<(PersonId, Span)>,
    /// Who receives.
    pub host: Option<PersonId>,
    /// The country or region, by its label.
    pub country: Option<String>,
    /// The places, each with the words that name it.
    pub spots: Vec<(Spot, Span)>,
    /// When.
    pub dated: Option<Dated>,
    /// How many days the phrase gives the visit ("three-day").
    pub days: Option<u32>,
    /// Whether the date is that of a journey to several countries.
    pub shared: bool,
    /// What the date is the date of.
    pub aspect: Aspect,
    /// The kind.
    pub kind: Kind,
    /// The words that give the kind.
    pub kind_span: Option<Span>,
    /// Whether it took place, where the words say so.
    pub status: Option<Status>,
    /// Whether it is spoken of as over: "building on her visit to", "since his trip to".
    pub over: bool,
    /// How sure the rule is, in hundredths.
    pub confidence: u8,
}

/// What one phrase came to.
#[derive(Clone, Debug)]
pub(crate) struct Refused {
    /// The rule.
    pub rule: &'static str,
    /// The sentence.
    pub sentence: Span,
    /// The words that set it off.
    pub trigger: Span,
    /// Why it says nothing of a visit.
    pub reason: &'static str,
}
