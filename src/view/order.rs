//! The order of the table of visits.

/// What the visits are sorted by: the columns of their table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// When.
    #[default]
    Date,
    /// Who went.
    Who,
    /// The country that the visitor came from.
    From,
    /// Where to.
    Place,
    /// The kind of visit.
    Kind,
    /// How the date was read.
    Read,
    /// How many articles report it.
    Articles,
}

impl By {
    /// Every column, in the order of the table.
    pub const ALL: [Self; 7] = [
        Self::Date,
        Self::Who,
        Self::From,
        Self::Place,
        Self::Kind,
        Self::Read,
        Self::Articles,
    ];

    /// The name in the address.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Who => "who",
            Self::From => "from",
            Self::Place => "where",
            Self::Kind => "kind",
            Self::Read => "read",
            Self::Articles => "articles",
        }
    }

    /// Whether it begins with the greatest: the newest, and what most articles report.
    fn begins_high(self) -> bool {
        matches!(self, Self::Date | Self::Articles)
    }
}

/// A column, and which end of it comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VisitOrder {
    /// The column.
    pub by: By,
    /// From the greatest to the least.
    pub descending: bool,
}

impl Default for VisitOrder {
    /// Newest first, as articles are listed.
    fn default() -> Self {
        Self::of(By::Date)
    }
}

impl VisitOrder {
    /// The order in which a column is sorted at first.
    #[must_use]
    pub fn of(by: By) -> Self {
        Self {
            by,
            descending: by.begins_high(),
        }
    }

    /// The order after a column was asked for: that column, or, when it is the one already, the other way round.
    #[must_use]
    pub fn then(self, by: By) -> Self {
        if self.by == by {
            return Self {
                descending: !self.descending,
                ..self
            };
        }
        Self::of(by)
    }

    /// As the address has it: the column, behind a minus where it descends (JSON:API, section "Sorting"). `None` for the
    /// default.
    #[must_use]
    pub fn write(self) -> Option<String> {
        let minus = if self.descending { "-" } else { "" };
        (self != Self::default()).then(|| [minus, self.by.name()].concat())
    }

    /// Undoes [`VisitOrder::write`]; the default for anything else.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let (descending, name) = match text.strip_prefix('-') {
            Some(name) => (true, name),
            None => (false, text),
        };
        for by in By::ALL {
            if by.name() == name {
                return Self { by, descending };
            }
        }
        Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_asked_for_twice_is_turned_round() {
        let newest = VisitOrder::default();
        assert!(newest.descending);
        assert!(!newest.then(By::Date).descending);
        let who = newest.then(By::Who);
        assert_eq!((who.by, who.descending), (By::Who, false));
        assert!(who.then(By::Who).descending);
        assert!(who.then(By::Articles).descending);
    }

    #[test]
    fn every_order_survives_its_writing() {
        for by in By::ALL {
            for descending in [false, true] {
                let order = VisitOrder { by, descending };
                let written = order.write().unwrap_or_default();
                assert_eq!(VisitOrder::read(&written), order, "{written}");
            }
        }
        assert_eq!(VisitOrder::read("name"), VisitOrder::default());
    }
}
