//! How long a visit is: "a three-day visit" from its first day to its last.

use dateline_model::{Aspect, Day, Edtf};

use crate::dates::{Timex, TimexType, Unit};
use crate::grammar::View;

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

/// "arrived on June 19 in Seoul, where he stayed until June 21": the days from a first one to the last that the sentence gives.
pub(crate) fn until(view: &View<'_>, from: usize, first: Day) -> Option<u32> {
    let last = (from..view.units.len()).find_map(|at| {
        let stays = matches!(
            view.lower(at),
            "stay" | "stayed" | "stays" | "remain" | "remained" | "remains"
        );
        let limit = matches!(view.lower(at + 1), "until" | "till" | "through");
        let date = view.time(at + 2).filter(|_| stays && limit)?.edtf()?;
        date.is_day().then_some(date.last)
    })?;
    u32::try_from(last.0.checked_sub(first.0)?.checked_add(1)?).ok()
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
