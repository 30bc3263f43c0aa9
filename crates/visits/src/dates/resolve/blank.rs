//! The TIMEX3 values of dates that stay open: an undated article's `Jan. 5` is `XXXX-01-05`.

use super::length::pattern;
use crate::dates::lexicon::Unit;
use crate::dates::meaning::{Member, Name, Pick, Point};

/// What is known of a date that nothing places.
pub(super) fn value(point: &Point) -> String {
    match point {
        Point::Fixed(when) | Point::Doubtful(when) => when.value(),
        Point::Named(name, Pick::Year(year)) => format!("{year:04}{}", tail(*name)),
        Point::Named(name, _) => pattern(*name),
        Point::Counted { unit, .. } | Point::Running(unit) => of_unit(*unit),
        Point::Offset { length, .. } => of_unit(length.unit),
        Point::WeekOf(_) => of_unit(Unit::Week),
        Point::InWeek(day, _) => pattern(Name::Weekday(*day)),
        Point::Nth {
            of: Member::Weekday(day),
            ..
        } => pattern(Name::Weekday(*day)),
        Point::Nth {
            of: Member::Unit(unit),
            ..
        } => of_unit(*unit),
        Point::Period { unit, .. } => of_unit(unit.unwrap_or(Unit::Quarter)),
        Point::PeriodOf(year) => format!("{year:04}"),
        Point::NewYear => of_unit(Unit::Year),
    }
}

fn tail(name: Name) -> String {
    pattern(name).split_off(4)
}

fn of_unit(unit: Unit) -> String {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => "XXXX-XX-XX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Week => "XXXX-WXX",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century => "XX",
        Unit::Millennium => "X",
    }
    .to_owned()
}
