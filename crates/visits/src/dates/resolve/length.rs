//! The TIMEX3 values of lengths, sets and times of day.

use crate::dates::Amount;
use crate::dates::lexicon::{Part, Unit};
use crate::dates::meaning::{Clock, Count, Every, Length, Name};
use crate::dates::when::season_name;

impl From<Length> for Amount {
    fn from(length: Length) -> Self {
        let count = match length.count {
            Count::Whole(n) => Some(n),
            Count::Half(_) | Count::Some => None,
        };
        Self {
            count,
            unit: length.unit,
        }
    }
}

/// `P2Y`, `PT1M30S`, `PXW`.
pub(super) fn value(length: Length) -> String {
    match length.count {
        Count::Whole(n) => whole(u64::from(n), length.unit),
        Count::Half(n) => half(u64::from(n), length.unit),
        Count::Some => format!("{}X{}", prefix(length.unit), letter(length.unit)),
    }
}

fn whole(n: u64, unit: Unit) -> String {
    let (n, unit) = match unit {
        Unit::Decade => (n * 10, Unit::Year),
        Unit::Century => (n * 100, Unit::Year),
        Unit::Millennium => (n * 1000, Unit::Year),
        unit => (n, unit),
    };
    format!("{}{n}{}", prefix(unit), letter(unit))
}

/// So many and a half, in two units.
fn half(n: u64, unit: Unit) -> String {
    let (rest, smaller) = match unit {
        Unit::Millennium => (500, Unit::Year),
        Unit::Century => (50, Unit::Year),
        Unit::Decade => (5, Unit::Year),
        Unit::Year => (6, Unit::Month),
        Unit::Day => (12, Unit::Hour),
        Unit::Hour => (30, Unit::Minute),
        Unit::Minute => (30, Unit::Second),
        Unit::Second | Unit::Weekend | Unit::Week | Unit::Month | Unit::Quarter => {
            return format!("{}{n}.5{}", prefix(unit), letter(unit));
        }
    };
    let first = if n == 0 {
        String::new()
    } else {
        whole(n, unit)
    };
    let second = whole(rest, smaller);
    if unit >= Unit::Decade {
        return whole(
            n * if unit == Unit::Decade { 10 } else { 100 } + rest,
            Unit::Year,
        );
    }
    let second = if first.is_empty() {
        second.as_str()
    } else {
        second.trim_start_matches('P')
    };
    let second = if first.starts_with("PT") {
        second.trim_start_matches('T')
    } else {
        second
    };
    format!("{first}{second}")
}

fn prefix(unit: Unit) -> &'static str {
    if unit < Unit::Day { "PT" } else { "P" }
}

fn letter(unit: Unit) -> &'static str {
    match unit {
        Unit::Second => "S",
        Unit::Minute | Unit::Month => "M",
        Unit::Hour => "H",
        Unit::Day => "D",
        Unit::Weekend => "WE",
        Unit::Week => "W",
        Unit::Quarter => "Q",
        Unit::Year => "Y",
        Unit::Decade => "DE",
        Unit::Century => "CE",
        Unit::Millennium => "ML",
    }
}

/// The value of a set.
pub(super) fn every(every: Every) -> String {
    match every {
        Every::Length(length) => value(length),
        Every::Adverb(value) => value.to_owned(),
        Every::Part(part) => format!("XXXX-XX-XXT{}", part_name(part)),
        Every::Name(name, part) => {
            let part = part.map_or_else(String::new, |part| format!("T{}", part_name(part)));
            format!("{}{part}", pattern(name))
        }
    }
}

/// A name with its year left open: `XXXX-WXX-5`, `XXXX-05`.
pub(super) fn pattern(name: Name) -> String {
    use crate::dates::meaning::Holiday;
    match name {
        Name::Weekday(day) => format!("XXXX-WXX-{}", day + 1),
        Name::Month(month) => format!("XXXX-{month:02}"),
        Name::Day { month, day, .. } | Name::Holiday(Holiday::Fixed(month, day)) => {
            format!("XXXX-{month:02}-{day:02}")
        }
        Name::Season(season) => format!("XXXX-{}", season_name(season)),
        Name::Quarter(quarter) => format!("XXXX-Q{quarter}"),
        Name::Half(half) => format!("XXXX-H{half}"),
        Name::Holiday(_) => "XXXX-XX-XX".to_owned(),
        Name::Weekend => "XXXX-WXX-WE".to_owned(),
        Name::YearEnd => "XXXX-12-31".to_owned(),
    }
}

/// `T17:00`, `TNI`.
pub(super) fn clock(clock: Clock) -> String {
    match clock {
        Clock::At(24, _) => "T24:00".to_owned(),
        Clock::At(hour, minute) => format!("T{hour:02}:{:02}", minute.unwrap_or(0)),
        Clock::Part(part) => format!("T{}", part_name(part)),
    }
}

fn part_name(part: Part) -> &'static str {
    match part {
        Part::Morning => "MO",
        Part::Afternoon => "AF",
        Part::Evening => "EV",
        Part::Night => "NI",
    }
}
