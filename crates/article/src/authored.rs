//! What the editor of an article enters beside its text: people, places, visits.

use dateline_model::{
    ArticleId, Checked, Edtf, Host, Kind, Location, Person, Place, Status, VisitId,
};

/// Everything that front matter or a sidecar adds to an article beyond the article itself. It always wins over what is
/// read from the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Authored {
    /// People whom the article is about, in the order given.
    pub people: Vec<Person>,
    /// Places that the article is about, in the order given.
    pub places: Vec<Place>,
    /// Visits entered, corrected, confirmed or suppressed, those of the sidecar first.
    pub visits: Vec<AuthoredVisit>,
}

impl Authored {
    /// Whether nothing was entered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// These entries, with those of `other` where nothing is entered here; visits of both, these first.
    pub(crate) fn or(mut self, mut other: Self) -> Self {
        self.visits.append(&mut other.visits);
        Self {
            people: if self.people.is_empty() {
                other.people
            } else {
                self.people
            },
            places: if self.places.is_empty() {
                other.places
            } else {
                self.places
            },
            visits: self.visits,
        }
    }
}

/// What the editor says of one visit. A field that is empty or `None` says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthoredVisit {
    /// The file that says so, for problems that show later (an id that no visit has).
    pub file: String,
    /// Where in that file.
    pub location: Location,
    /// What is to be done.
    pub action: Action,
    /// The visit that is meant; `None` for a new one, whose id is then made from its other fields.
    pub id: Option<VisitId>,
    /// Who went.
    pub visitors: Vec<Person>,
    /// Where to, and who received.
    pub host: Option<Host>,
    /// Towns and other places on the way.
    pub places: Vec<Place>,
    /// When.
    pub date: Option<Edtf>,
    /// What kind of visit.
    pub kind: Option<Kind>,
    /// Whether it took place.
    pub status: Option<Status>,
    /// The words of the article that say so, verbatim.
    pub quote: Option<String>,
    /// That a person has checked it.
    pub confirmed: Option<Checked>,
    /// Other visits that are the same: what they say becomes part of the one with the id.
    pub merge: Vec<VisitId>,
    /// What is another visit than the one with the id.
    pub split: Option<Split>,
    /// The editor's reason, for whoever edits next.
    pub note: Option<String>,
}

/// What is to be done with a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Enter it, or correct the one with its id.
    Enter,
    /// Do not show the one with its id.
    Suppress,
}

/// A visit that was taken for a part of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// The articles that tell of it.
    pub articles: Vec<ArticleId>,
    /// Its id from now on.
    pub into: VisitId,
}
