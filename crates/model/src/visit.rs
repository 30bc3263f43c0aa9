//! Visits, what each article says of them, and who and what is mentioned.

use serde::{Deserialize, Serialize};

use crate::{ArticleId, Day, Edtf, Span, VisitId};

/// Somebody who visits, receives or is mentioned.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Person {
    /// The fullest name that the collection gives, in its own order ("Xi Jinping").
    pub name: String,
    /// Office or title as the text gives it ("President").
    pub role: Option<String>,
    /// English short name (CLDR) of the country that the person stands for.
    pub country: Option<String>,
}

/// A town, country, region or building.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// English short name: for countries CLDR's, else the gazetteer's, else as written.
    pub name: String,
    /// English short name of the country that it lies in; for a country its own name; `None` where it is not known.
    pub country: Option<String>,
}

/// Where a visit goes: the country (or the region, when the text gives no more) and the person who receives.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Host {
    /// English short name of the country or region.
    pub country: Option<String>,
    /// Who receives, when the text says so.
    pub person: Option<String>,
}

/// What kind of visit it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A state visit.
    StateVisit,
    /// An official visit.
    OfficialVisit,
    /// A working visit.
    WorkingVisit,
    /// A summit that somebody travelled to.
    Summit,
    /// Talks in person: an event inside a visit ([`Visit::part_of`]) or on its own, never counted as a visit.
    Talks,
    /// A trip or a leg of a tour.
    Trip,
    /// A visit of no stated kind.
    Visit,
}

impl Kind {
    /// Every kind, in the order in which lists show them.
    pub const ALL: [Self; 7] = [
        Self::StateVisit,
        Self::OfficialVisit,
        Self::WorkingVisit,
        Self::Summit,
        Self::Trip,
        Self::Visit,
        Self::Talks,
    ];

    /// The name that the command's JSON and the URLs use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::StateVisit => "state-visit",
            Self::OfficialVisit => "official-visit",
            Self::WorkingVisit => "working-visit",
            Self::Summit => "summit",
            Self::Talks => "talks",
            Self::Trip => "trip",
            Self::Visit => "visit",
        }
    }
}

/// Whether it took place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Past or under way when it was written.
    Reported,
    /// Announced for later.
    Planned,
    /// Considered, invited, hoped for.
    Proposed,
    /// Put off.
    Postponed,
    /// Called off.
    Cancelled,
}

impl Status {
    /// The name that the command's JSON and the URLs use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Planned => "planned",
            Self::Proposed => "proposed",
            Self::Postponed => "postponed",
            Self::Cancelled => "cancelled",
        }
    }
}

/// What the date of a visit is the date *of*. The page needs it to say no more than the text does.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Aspect {
    /// Of the visit as a whole: it lies within the date, or the date is its range.
    #[default]
    Whole,
    /// Of a moment at which it was under way; its first and last day are not given.
    UnderWay,
    /// Of its beginning; its last day is not given.
    Start,
    /// Of its end; its first day is not given.
    End,
}

impl Aspect {
    /// The name that exported files and the command's JSON use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::UnderWay => "under-way",
            Self::Start => "from",
            Self::End => "until",
        }
    }
}

/// How a date was come by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The words name the day, month or year (its year may come from the article's date).
    Stated,
    /// Counted from the article's date ("two months ago").
    WorkedOut,
    /// Counted from another date in the text ("the following day").
    FromText,
    /// The words allow several readings.
    Unclear,
}

/// Who says that there was a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// Read from an article's text by rule.
    Extracted,
    /// Entered by the editor in front matter or a sidecar.
    Authored,
    /// Taken from a table of visits on record.
    Record,
}

impl Origin {
    /// The name that the command's JSON uses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Extracted => "extracted",
            Self::Authored => "authored",
            Self::Record => "record",
        }
    }
}

/// The very words that a report was read from, each list sorted. Who, where and when may stand outside the sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gloss {
    /// The words that name the visitors.
    pub who: Vec<Span>,
    /// The words that name where to.
    pub place: Vec<Span>,
    /// The words that give the date.
    pub when: Vec<Span>,
    /// The words that give the kind.
    pub kind: Vec<Span>,
}

/// What one article says of a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The article that says it.
    pub article: ArticleId,
    /// The sentence that is the evidence.
    pub span: Span,
    /// Further sentences of the same article that speak of the same visit, sorted.
    pub more: Vec<Span>,
    /// The words that were read.
    pub gloss: Gloss,
    /// When, as this article says.
    pub date: Option<Edtf>,
    /// What [`Report::date`] is the date of.
    pub aspect: Aspect,
    /// How [`Report::date`] was come by; `None` without a date.
    pub basis: Option<Basis>,
    /// Towns, countries and regions, as this article says.
    pub places: Vec<Place>,
    /// The kind, as this article says.
    pub kind: Kind,
    /// Whether it took place, as of this article.
    pub status: Status,
    /// The rule that read it, as `dateline visits --explain` names it.
    pub rule: String,
    /// How sure the rule is, in hundredths (0 to 100). For machines; the page says [`Basis`] in words instead.
    pub confidence: u8,
    /// Who says so.
    pub origin: Origin,
}

/// A visit: who went where, when, with all reports of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// Unique within its collection.
    pub id: VisitId,
    /// Who went; for talks, all who talked but the host.
    pub visitors: Vec<Person>,
    /// Where to, and who received.
    pub host: Option<Host>,
    /// Towns and other places on the way, in the order of the text. The host country itself is not among them.
    pub places: Vec<Place>,
    /// When, merged from the reports.
    pub date: Option<Edtf>,
    /// What [`Visit::date`] is the date of.
    pub aspect: Aspect,
    /// What kind of visit.
    pub kind: Kind,
    /// Whether it took place.
    pub status: Status,
    /// The visit that these talks belong to.
    pub part_of: Option<VisitId>,
    /// What the articles say, oldest article first. Never empty.
    pub reports: Vec<Report>,
    /// That a person has checked it; `None` where nobody has.
    pub checked: Option<Checked>,
    /// Whether the collection's record lists it; `None` where nothing can be said: there is no record, too little is known of
    /// the visit, nobody says that it took place, or these are talks.
    pub recorded: Option<Recorded>,
}

/// That a person has checked a visit against its sources.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Checked {
    /// Who, where it is told.
    pub by: Option<String>,
    /// On which day, where it is told.
    pub on: Option<Day>,
}

/// What the collection's table of visits on record has of a visit.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Recorded {
    /// It lists the visit: the ids of its rows, never empty, in the order of the record.
    Listed(Vec<String>),
    /// It would list such a visit and does not.
    NotListed,
    /// It does not cover such visits.
    OutOfScope,
}

impl Recorded {
    /// The name that the command's JSON uses.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Listed(_) => "listed",
            Self::NotListed => "not-listed",
            Self::OutOfScope => "out-of-scope",
        }
    }

    /// The rows that list it.
    #[must_use]
    pub fn rows(&self) -> &[String] {
        match self {
            Self::Listed(rows) => rows,
            Self::NotListed | Self::OutOfScope => &[],
        }
    }
}

impl Visit {
    /// Whether it counts as a visit: talks do not.
    #[must_use]
    pub fn is_visit(&self) -> bool {
        self.kind != Kind::Talks
    }
}

/// Whether a [`Mention`] is of a person or of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MentionKind {
    /// A person.
    Person,
    /// A place.
    Place,
}

/// A person or place that an article mentions, with every spot where it does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Person or place.
    pub kind: MentionKind,
    /// The label that filters show: [`Person::name`] or [`Place::name`].
    pub name: String,
    /// The country that the person stands for or that the place lies in; for a country its own name.
    pub country: Option<String>,
    /// Where, sorted; never empty unless the editor entered the name.
    pub spans: Vec<Span>,
}
