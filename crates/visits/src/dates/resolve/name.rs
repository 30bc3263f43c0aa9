//! Which Friday, which May, which summer: the names of the calendar and the day they mean.

use dateline_model::Day;

use super::tense::Tense;
use crate::dates::lexicon::Unit;
use crate::dates::meaning::{Holiday, Name};
use crate::dates::when::{When, plus_days};

/// What a name means in a year.
pub(super) fn in_year(name: Name, year: i32) -> Option<When> {
    let when = match name {
        Name::Month(month) => When::Month(year, month),
        Name::Day { month, day, .. } => When::Day(Day::from_ymd(year, month, day)?),
        Name::Season(season) => When::Season(year, season),
        Name::Quarter(quarter) => When::Quarter(year, quarter),
        Name::Half(half) => When::Half(year, half),
        Name::Holiday(holiday) => When::Day(holiday_in(holiday, year)?),
        Name::YearEnd => When::Day(Day::from_ymd(year, 12, 31)?),
        Name::Weekday(_) | Name::Weekend => return None,
    };
    when.span().map(|_| when)
}

/// The last thing of a name that began on or before a day.
pub(super) fn latest(name: Name, day: Day) -> Option<When> {
    match name {
        Name::Weekday(weekday) => {
            let back = (i32::from(day.weekday()) - i32::from(weekday)).rem_euclid(7);
            plus_days(day, -back).map(When::Day)
        }
        Name::Weekend => latest(Name::Weekday(5), day)?.first().map(When::Weekend),
        _ => years(day)
            .rev()
            .find_map(|year| in_year(name, year).filter(|when| starts(*when) <= Some(day))),
    }
}

/// The first thing of a name that ends on or after a day.
pub(super) fn earliest(name: Name, day: Day) -> Option<When> {
    match name {
        Name::Weekday(weekday) => {
            let ahead = (i32::from(weekday) - i32::from(day.weekday())).rem_euclid(7);
            plus_days(day, ahead).map(When::Day)
        }
        Name::Weekend if day.weekday() == 6 => plus_days(day, -1).map(When::Weekend),
        Name::Weekend => earliest(Name::Weekday(5), day)?.first().map(When::Weekend),
        _ => {
            years(day).find_map(|year| in_year(name, year).filter(|when| ends(*when) >= Some(day)))
        }
    }
}

/// The thing of a name whose beginning is nearest to a day.
pub(super) fn nearest(name: Name, day: Day) -> Option<When> {
    let (before, after) = (latest(name, day)?, earliest(name, day)?);
    let (past, ahead) = (day.0 - before.first()?.0, after.first()?.0 - day.0);
    Some(if ahead < past { after } else { before })
}

/// Whether a quarter is the last one that is over.
pub(super) fn just_over(name: Name, day: Day) -> bool {
    let last = When::around(Unit::Quarter, day).and_then(|now| now.step(-1));
    last.is_some() && latest(name, day) == last
}

/// The day of a name that is nearest to the article's, as tense has it. A weekday given with the day decides, where one
/// of the years around has it.
pub(super) fn nearest_day(name: Name, published: Day, tense: Tense) -> Option<When> {
    let weekday = if let Name::Day { weekday, .. } = name {
        weekday
    } else {
        None
    };
    let right = |day: &Day| weekday.is_some_and(|weekday| weekday == day.weekday());
    let near = |day: &Day| (day.0 - published.0).abs() <= 400;
    let days = years(published).filter_map(|year| in_year(name, year)?.first());
    let cost = |day: &Day| (!(right(day) && near(day)), distance(*day, published, tense));
    days.min_by_key(cost).map(When::Day)
}

/// How far away a day is, in days. One that lies on the wrong side of the tense counts as four months further away, and
/// one that lies ahead for no known reason as one month: newspapers tell more of the past.
fn distance(day: Day, published: Day, tense: Tense) -> i32 {
    let days = day.0 - published.0;
    let more = match tense {
        Tense::Past if days > 0 => 120,
        Tense::Future if days < 0 => 120,
        Tense::Perhaps if days < 0 => 30,
        Tense::Unknown if days > 0 => 30,
        _ => 0,
    };
    days.abs() + more
}

/// The years in which something near a day can lie. The next leap day may be four years away.
fn years(day: Day) -> std::ops::RangeInclusive<i32> {
    day.year() - 4..=day.year() + 4
}

fn starts(when: When) -> Option<Day> {
    when.span().map(|(first, _)| first)
}

fn ends(when: When) -> Option<Day> {
    when.span().map(|(_, last)| last)
}

fn holiday_in(holiday: Holiday, year: i32) -> Option<Day> {
    match holiday {
        Holiday::Fixed(month, day) => Day::from_ymd(year, month, day),
        Holiday::Nth(n, weekday, month) => {
            let first = Day::from_ymd(year, month, 1)?;
            let last = Day::from_ymd(year, month, Day::days_in_month(year, month))?;
            nth_weekday(n, weekday, first, last)
        }
        Holiday::Easter(days) => plus_days(easter(year)?, i32::from(days)),
    }
}

/// The nth of a weekday between two days, counted from 1, or −1 for the last.
pub(super) fn nth_weekday(n: i8, weekday: u8, first: Day, last: Day) -> Option<Day> {
    let ahead = (i32::from(weekday) - i32::from(first.weekday())).rem_euclid(7);
    let back = (i32::from(last.weekday()) - i32::from(weekday)).rem_euclid(7);
    let day = match n {
        -1 => plus_days(last, -back)?,
        n => plus_days(first, ahead + 7 * (i32::from(n) - 1))?,
    };
    (first <= day && day <= last).then_some(day)
}

/// Easter Sunday of the Gregorian calendar: J. Meeus, "Astronomical Algorithms" (1991), chapter 8 (the anonymous
/// algorithm of Nature, 1876).
fn easter(year: i32) -> Option<Day> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let leap = (century + 8) / 25;
    let moon = (19 * golden + century - century / 4 - (century - leap + 1) / 3 + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    let sum = moon + sunday - 7 * late + 114;
    Day::from_ymd(
        year,
        u8::try_from(sum / 31).ok()?,
        u8::try_from(sum % 31 + 1).ok()?,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_calendar_has_it() {
        for (year, month, day) in [
            (1961, 4, 2),
            (1990, 4, 15),
            (2000, 4, 23),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
        ] {
            assert_eq!(easter(year), Day::from_ymd(year, month, day), "{year}");
        }
    }

    #[test]
    fn holidays_by_rule_fall_on_their_weekday() {
        let thanksgiving = holiday_in(Holiday::Nth(4, 3, 11), 2025);
        assert_eq!(thanksgiving, Day::from_ymd(2025, 11, 27));
        let memorial_day = holiday_in(Holiday::Nth(-1, 0, 5), 2026);
        assert_eq!(memorial_day, Day::from_ymd(2026, 5, 25));
    }
}
