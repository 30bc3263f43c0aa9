//! What there is to lay out, and how it may be drawn.

use std::ops::Deref;

use dateline_compact::CHUNK;
use dateline_model::Day;

/// The narrowest exact mark: what an eye finds.
pub(crate) const EXACT: i32 = 6;
/// The width of a diamond.
const DIAMOND: i32 = 12;
/// The narrowest imprecise mark: a fade that nobody can see would be a false precision.
pub(crate) const IMPRECISE: i32 = 20;

/// How a mark is drawn, so that colour never speaks alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// One day: solid.
    Day,
    /// Several days: a bar.
    Range,
    /// Under way on a day: a dot with both ends fading.
    UnderWay,
    /// Known from a day on: a bar whose end fades.
    Start,
    /// Known up to a day: a bar whose beginning fades.
    End,
    /// Some time within a month, a season or a year: a pale bar without hard ends.
    Within,
    /// A moment between two days: fading on both sides.
    Between,
    /// Sources differ on the date: two halves.
    Split,
    /// Talks outside any visit: a diamond.
    Talks,
}

impl Shape {
    /// The least width in pixels at which its form is seen.
    pub(crate) fn narrowest(self) -> i32 {
        match self {
            Self::Day | Self::Range => EXACT,
            Self::Talks => DIAMOND,
            Self::UnderWay
            | Self::Start
            | Self::End
            | Self::Within
            | Self::Between
            | Self::Split => IMPRECISE,
        }
    }
}

/// Something to lay out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// The caller's number for it.
    pub key: u32,
    /// Its first day.
    pub first: Day,
    /// Its last day; one before `first` counts as `first`.
    pub last: Day,
    /// How it is drawn.
    pub shape: Shape,
}

impl Item {
    /// First and last day, in order.
    #[must_use]
    pub fn days(self) -> (Day, Day) {
        (self.first, self.last.max(self.first))
    }

    /// Whether it is over before a day.
    pub(crate) fn is_over(self, day: Day) -> bool {
        self.days().1 < day
    }
}

/// Items in the order of their first days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Items {
    all: Vec<Item>,
    /// None of them has its last day more days behind its first.
    longest: i32,
    /// The last day of all.
    last: Day,
}

impl Items {
    /// Puts items in order, where they are not. Linear if they are.
    #[must_use]
    pub fn new(mut all: Vec<Item>) -> Self {
        let mut met = Met::default();
        for chunk in all.chunks(CHUNK) {
            met.meet(chunk);
        }
        let Met {
            longest,
            last,
            is_sorted,
            ..
        } = met;
        if !is_sorted {
            dateline_compact::sort_by_key(&mut all, |item| item.first);
        }
        Self { all, longest, last }
    }

    /// None has its last day more days behind its first.
    pub(crate) fn longest(&self) -> i32 {
        self.longest
    }

    /// The first and the last day of all of these; `None` without any.
    #[must_use]
    pub fn span(&self) -> Option<(Day, Day)> {
        Some((self.all.first()?.first, self.last))
    }
}

/// What was met in a look at each item.
struct Met {
    /// The first day of the last one.
    before: Day,
    is_sorted: bool,
    longest: i32,
    last: Day,
}

impl Default for Met {
    fn default() -> Self {
        Self {
            before: Day::MIN,
            is_sorted: true,
            longest: 0,
            last: Day::MIN,
        }
    }
}

impl Met {
    /// Looks at some more. Not inlined, as [`CHUNK`] says.
    #[inline(never)]
    fn meet(&mut self, items: &[Item]) {
        for item in items {
            self.is_sorted &= self.before <= item.first;
            self.before = item.first;
            let (first, last) = item.days();
            self.last = self.last.max(last);
            self.longest = self.longest.max(last.0.wrapping_sub(first.0));
        }
    }
}

impl Default for Items {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl Deref for Items {
    type Target = [Item];

    fn deref(&self) -> &[Item] {
        &self.all
    }
}
