//! What the rows of the timeline stand for.

/// What visits are grouped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Group {
    /// The country visited.
    #[default]
    Country,
    /// Who went.
    Visitor,
    /// The country that the visitor stands for.
    VisitorCountry,
    /// The source of the articles that report it.
    Source,
    /// The kind of visit.
    Kind,
}

impl Group {
    /// All of them, as they are offered.
    pub const ALL: [Self; 5] = [
        Self::Country,
        Self::Visitor,
        Self::VisitorCountry,
        Self::Source,
        Self::Kind,
    ];

    /// Its name in addresses and in a collection's settings.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Visitor => "visitor",
            Self::VisitorCountry => "visitor-country",
            Self::Source => "source",
            Self::Kind => "kind",
        }
    }

    /// The one with a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.name() == name)
    }
}
