//! How long a visit is: "a three-day visit" from its first day to its last.

use dateline_model::{Aspect, Edtf};

use crate::dates::{Timex, TimexType, Unit};

/// A first or last day with a number of days makes a range.
pub(crate) fn with_days(date: Edtf, aspect: Aspect, days: u32) -> Option<Edtf> {
    let more = i32::try_from(days)
        .ok()
        .filter(|days| (2..=60).contains(days) && date.is_day())?;
    let day = date.first;
    match aspect {
        Aspect::Start => Edtf::interval(date, Edtf::day(day.plus(more - 1))),
        Aspect::End => Edtf::interval(Edtf::day(day.plus(1 - more)), date),
        Aspect::Whole | Aspect::UnderWay => None,
    }
}

/// How many days a length of time has: "three-day", "a week-long".
pub(crate) fn days(timex: &Timex) -> Option<u32> {
    let amount = timex.amount.filter(|_| timex.kind == TimexType::Duration)?;
    match amount.unit {
        Unit::Day => amount.count,
        Unit::Week => amount.count.map(|weeks| weeks.saturating_mul(7)),
        _ => None,
    }
}
