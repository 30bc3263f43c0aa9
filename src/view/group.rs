//! What the rows of the timeline stand for, and their order.

use dateline_timeline::LaneOrder;

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

/// The orders of the rows, as they are offered.
pub const LANE_ORDERS: [LaneOrder; 3] = [LaneOrder::Count, LaneOrder::First, LaneOrder::Name];

/// The name of an order in addresses.
#[must_use]
pub fn lane_order_name(order: LaneOrder) -> &'static str {
    match order {
        LaneOrder::Count => "count",
        LaneOrder::First => "first",
        LaneOrder::Name => "name",
    }
}

/// The order with a name; what is not known is the default.
#[must_use]
pub fn lane_order(name: &str) -> LaneOrder {
    let mut all = LANE_ORDERS.into_iter();
    all.find(|&order| lane_order_name(order) == name)
        .unwrap_or_default()
}
