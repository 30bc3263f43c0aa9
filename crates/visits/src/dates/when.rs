//! Periods of the calendar: what a resolved expression means.

use dateline_model::{Day, Edtf};

use super::lexicon::Unit;
use super::meaning::{Count, Length};

/// One period of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    Day(Day),
    /// The week of this Monday (ISO 8601).
    Week(Day),
    /// The weekend of this Saturday.
    Weekend(Day),
    Month(i32, u8),
    /// 1 to 4.
    Quarter(i32, u8),
    /// 1 or 2.
    Half(i32, u8),
    /// EDTF's 21 to 24; a winter is named by the year of its December.
    Season(i32, u8),
    Year(i32),
    /// Its first year.
    Decade(i32),
    /// 1 for the first.
    Century(i32),
    /// A hundred years from this one on: `the 1800s`.
    Hundred(i32),
}

impl When {
    /// The period of a unit that a day lies in; `None` for units shorter than a day and for millennia.
    pub(super) fn around(unit: Unit, day: Day) -> Option<Self> {
        let (year, month, _) = day.ymd();
        let monday = day.plus(-i32::from(day.weekday()));
        Some(match unit {
            Unit::Day => Self::Day(day),
            Unit::Week => Self::Week(monday),
            Unit::Weekend => Self::Weekend(monday.plus(5)),
            Unit::Month => Self::Month(year, month),
            Unit::Quarter => Self::Quarter(year, (month - 1) / 3 + 1),
            Unit::Year => Self::Year(year),
            Unit::Decade => Self::Decade(year - year.rem_euclid(10)),
            Unit::Century => Self::Century((year - 1).div_euclid(100) + 1),
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Millennium => return None,
        })
    }

    /// The period of the same kind `steps` later; `None` beyond the years 1 to 9999.
    pub(super) fn step(self, steps: i32) -> Option<Self> {
        let later = |day: Day, days: i32| plus_days(day, days.checked_mul(steps)?);
        let moved = match self {
            Self::Day(day) => Self::Day(later(day, 1)?),
            Self::Week(monday) => Self::Week(later(monday, 7)?),
            Self::Weekend(saturday) => Self::Weekend(later(saturday, 7)?),
            Self::Month(year, month) => {
                let (year, month) = cycle(year, month, 12, steps)?;
                Self::Month(year, month)
            }
            Self::Quarter(year, quarter) => {
                let (year, quarter) = cycle(year, quarter, 4, steps)?;
                Self::Quarter(year, quarter)
            }
            Self::Half(year, half) => {
                let (year, half) = cycle(year, half, 2, steps)?;
                Self::Half(year, half)
            }
            // "Last summer" in spring is the summer before, whatever lies between.
            Self::Season(year, season) => Self::Season(year.checked_add(steps)?, season),
            Self::Year(year) => Self::Year(year.checked_add(steps)?),
            Self::Decade(year) => Self::Decade(year.checked_add(steps.checked_mul(10)?)?),
            Self::Century(century) => Self::Century(century.checked_add(steps)?),
            Self::Hundred(year) => Self::Hundred(year.checked_add(steps.checked_mul(100)?)?),
        };
        moved.span().map(|_| moved)
    }

    /// The same period of a year `years` later.
    pub(super) fn plus_years(self, years: i32) -> Option<Self> {
        let moved = match self {
            Self::Day(day) => Self::Day(day.plus_months(years.checked_mul(12)?)),
            Self::Week(_) | Self::Weekend(_) => self.step(years.checked_mul(52)?)?,
            Self::Month(year, month) => Self::Month(year.checked_add(years)?, month),
            Self::Quarter(year, quarter) => Self::Quarter(year.checked_add(years)?, quarter),
            Self::Half(year, half) => Self::Half(year.checked_add(years)?, half),
            Self::Season(year, season) => Self::Season(year.checked_add(years)?, season),
            Self::Year(year) => Self::Year(year.checked_add(years)?),
            Self::Decade(_) | Self::Century(_) | Self::Hundred(_) => return None,
        };
        moved.span().map(|_| moved)
    }

    /// Its first and its last day; `None` beyond the years 1 to 9999.
    pub(super) fn span(self) -> Option<(Day, Day)> {
        match self {
            Self::Day(day) => Some((day, day)),
            Self::Week(monday) => Some((monday, monday.plus(6))),
            Self::Weekend(saturday) => Some((saturday, saturday.plus(1))),
            Self::Month(year, month) => months(year, month, 1),
            Self::Quarter(year, quarter) => months(year, quarter * 3 - 2, 3),
            Self::Half(year, half) => months(year, half * 6 - 5, 6),
            Self::Season(year, season) => {
                Edtf::season(year, season).map(|season| (season.first, season.last))
            }
            Self::Year(year) => months(year, 1, 12),
            Self::Decade(year) => years(year, 10),
            Self::Century(century) => years(century * 100 - 99, 100),
            Self::Hundred(year) => years(year, 100),
        }
    }

    /// Its first day.
    pub(super) fn first(self) -> Option<Day> {
        self.span().map(|(first, _)| first)
    }

    /// The year that it belongs to.
    pub(super) fn year(self) -> Option<i32> {
        match self {
            // A week belongs to the year of its Thursday.
            Self::Week(monday) => Some(monday.plus(3).year()),
            Self::Weekend(saturday) => Some(saturday.plus(-2).year()),
            Self::Day(day) => Some(day.year()),
            Self::Month(year, _)
            | Self::Quarter(year, _)
            | Self::Half(year, _)
            | Self::Season(year, _)
            | Self::Year(year) => Some(year),
            Self::Decade(_) | Self::Century(_) | Self::Hundred(_) => None,
        }
    }

    /// Its unit, as far as it has one.
    pub(super) fn unit(self) -> Unit {
        match self {
            Self::Day(_) => Unit::Day,
            Self::Week(_) => Unit::Week,
            Self::Weekend(_) => Unit::Weekend,
            Self::Month(..) => Unit::Month,
            Self::Quarter(..) | Self::Half(..) | Self::Season(..) => Unit::Quarter,
            Self::Year(_) => Unit::Year,
            Self::Decade(_) => Unit::Decade,
            Self::Century(_) | Self::Hundred(_) => Unit::Century,
        }
    }

    /// Its EDTF date. Weeks, weekends, quarters, halves, decades and centuries are one-of sets: what is dated by them
    /// happened at some moment within.
    pub(super) fn edtf(self) -> Option<Edtf> {
        match self {
            Self::Day(day) => Some(Edtf::day(day)),
            Self::Month(year, month) => Edtf::month(year, month),
            Self::Season(year, season) => Edtf::season(year, season),
            Self::Year(year) => Edtf::year(year),
            Self::Week(_) | Self::Weekend(_) => {
                let (first, last) = self.span()?;
                Edtf::one_of(Edtf::day(first), Edtf::day(last))
            }
            Self::Quarter(..) | Self::Half(..) => {
                let (first, last) = self.span()?;
                let month = |day: Day| Edtf::month(day.ymd().0, day.ymd().1);
                Edtf::one_of(month(first)?, month(last)?)
            }
            Self::Decade(_) | Self::Century(_) | Self::Hundred(_) => {
                let (first, last) = self.span()?;
                Edtf::one_of(Edtf::year(first.year())?, Edtf::year(last.year())?)
            }
        }
    }

    /// Its TIMEX3 value.
    pub(super) fn value(self) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Week(monday) => week(monday),
            Self::Weekend(saturday) => format!("{}-WE", week(saturday.plus(-5))),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Quarter(year, quarter) => format!("{year:04}-Q{quarter}"),
            Self::Half(year, half) => format!("{year:04}-H{half}"),
            Self::Season(year, season) => format!("{year:04}-{}", season_name(season)),
            Self::Year(year) => format!("{year:04}"),
            Self::Decade(year) => format!("{:03}", year / 10),
            Self::Century(century) => format!("{:02}", century - 1),
            Self::Hundred(year) => format!("{:02}", year / 100),
        }
    }
}

/// TIMEX3's name of an EDTF season.
pub(super) fn season_name(season: u8) -> &'static str {
    match season {
        21 => "SP",
        22 => "SU",
        23 => "FA",
        _ => "WI",
    }
}

/// `YYYY-Www` of the week that begins on this Monday.
fn week(monday: Day) -> String {
    let thursday = monday.plus(3);
    let year = thursday.year();
    let new_year = Day::from_ymd(year, 1, 1).unwrap_or(Day::MIN);
    format!("{year:04}-W{:02}", (thursday.0 - new_year.0) / 7 + 1)
}

/// The day `days` later; `None` beyond the years 1 to 9999.
pub(super) fn plus_days(day: Day, days: i32) -> Option<Day> {
    let sum = Day(day.0.checked_add(days)?);
    (Day::MIN..=Day::MAX).contains(&sum).then_some(sum)
}

/// Moves `steps` on in a year of `len` parts, numbered from 1.
fn cycle(year: i32, part: u8, len: i32, steps: i32) -> Option<(i32, u8)> {
    let count = (i32::from(part) - 1).checked_add(steps)?;
    let year = year.checked_add(count.div_euclid(len))?;
    Some((year, u8::try_from(count.rem_euclid(len) + 1).ok()?))
}

/// The first and the last day of `count` months from this one on, within one year.
fn months(year: i32, month: u8, count: u8) -> Option<(Day, Day)> {
    let last = month.checked_add(count)?.checked_sub(1)?;
    let first = Day::from_ymd(year, month, 1)?;
    Some((
        first,
        Day::from_ymd(year, last, Day::days_in_month(year, last))?,
    ))
}

/// The first and the last day of `count` years from this one on.
fn years(year: i32, count: i32) -> Option<(Day, Day)> {
    let last = year.checked_add(count)?.checked_sub(1)?;
    Some((
        Day::from_ymd(year.max(1), 1, 1)?,
        Day::from_ymd(last, 12, 31)?,
    ))
}

/// The day so far from another; `None` for lengths without a number and beyond the years 1 to 9999.
pub(super) fn plus_length(base: Day, length: Length, back: bool) -> Option<Day> {
    let sign = if back { -1 } else { 1 };
    let halves = match length.count {
        Count::Whole(n) => i32::try_from(n).ok()?.checked_mul(2)?,
        Count::Half(n) => i32::try_from(n).ok()?.checked_mul(2)?.checked_add(1)?,
        Count::Some => return None,
    };
    let months = |each: i32| -> Option<Day> {
        let months = halves.checked_mul(each)?.checked_mul(sign)? / 2;
        let years = base.year().checked_add(months / 12)?;
        (2..9998).contains(&years).then(|| base.plus_months(months))
    };
    match length.unit {
        Unit::Day => plus_days(base, halves / 2 * sign),
        Unit::Week | Unit::Weekend => plus_days(base, halves.checked_mul(7)? / 2 * sign),
        Unit::Month => months(1),
        Unit::Quarter => months(3),
        Unit::Year => months(12),
        Unit::Decade => months(120),
        Unit::Century => months(1200),
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Millennium => None,
    }
}
