//! What somebody asks for.

use dateline_model::Edtf;
use dateline_search::Sort;

use crate::PerFacet;

/// A list of values that articles can be narrowed down by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// People that the article mentions.
    Person,
    /// Places that the article mentions, and the countries in which they lie.
    Place,
    /// The outlet.
    Source,
    /// The article's topics.
    Topic,
    /// Kinds of the visits that the article reports, talks among them, as [`dateline_model::Kind::name`] writes them.
    Kind,
    /// The year in which the article was published.
    Year,
}

impl Facet {
    /// Every facet, in the order in which the page shows them.
    pub const ALL: [Self; 6] = [
        Self::Person,
        Self::Place,
        Self::Source,
        Self::Topic,
        Self::Kind,
        Self::Year,
    ];

    /// The name that queries, the command's JSON and the URLs use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Source => "source",
            Self::Topic => "topic",
            Self::Kind => "kind",
            Self::Year => "year",
        }
    }

    /// The facet of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.name() == name)
    }
}

/// A value of a facet that was chosen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Choice {
    /// The value, written exactly as [`crate::FacetValue::value`] writes it.
    pub value: String,
    /// Leave out what has it, instead of keeping only what has it.
    pub exclude: bool,
}

/// What somebody asks for. The default asks for everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The words of the search box, in the query language of `dateline_search`. Any text is a query.
    pub query: String,
    /// Somebody is still typing: the last word stands for every word that begins with it.
    pub typing: bool,
    /// Values chosen in each facet: any of the included ones, none of the excluded ones, in every facet.
    pub choices: PerFacet<Vec<Choice>>,
    /// The first date on which a visit may have happened; a range whose ends are swapped is read the right way round.
    pub from: Option<Edtf>,
    /// The last date on which a visit may have happened.
    pub to: Option<Edtf>,
    /// The order of the articles.
    pub sort: Sort,
    /// How many articles are wanted, the first ones in that order; all, if nothing is said. The others are counted all the
    /// same, and visits and facets are those of all.
    pub most: Option<usize>,
}
