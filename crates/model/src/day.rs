//! Calendar days as one number.

use serde::{Deserialize, Serialize};

/// A day of the proleptic Gregorian calendar, as days since 1970-01-01 (negative before it).
///
/// ```
/// use dateline_model::Day;
///
/// let day = Day::from_ymd(2026, 1, 5).unwrap();
/// assert_eq!(day.ymd(), (2026, 1, 5));
/// assert_eq!(day.plus(-5).to_string(), "2025-12-31");
/// assert_eq!(Day::from_ymd(2026, 2, 30), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub i32);

impl Day {
    /// The first day that a date can name: 0001-01-01.
    pub const MIN: Self = Self(-719_162);
    /// The last day that a date can name: 9999-12-31.
    pub const MAX: Self = Self(2_932_896);

    /// The day of a year (1 to 9999), month (1 to 12) and day of the month; `None` when there is no such day.
    #[must_use]
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Self> {
        if !(1..=9999).contains(&year) || day == 0 || day > Self::days_in_month(year, month) {
            return None;
        }
        Some(Self::from_civil(year, month, day))
    }

    /// `days_from_civil` of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013),
    /// <https://howardhinnant.github.io/date_algorithms.html>. The year begins in March, so that the leap day is its last.
    fn from_civil(year: i32, month: u8, day: u8) -> Self {
        let month = i32::from(month);
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i32::from(day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self(era * 146_097 + day_of_era - 719_468)
    }

    /// Year, month (1 to 12) and day of the month (1 to 31). The inverse of [`Day::from_ymd`] (Hinnant's `civil_from_days`).
    #[must_use]
    pub fn ymd(self) -> (i32, u8, u8) {
        let shifted = i64::from(self.0) + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 {
            shifted_month + 3
        } else {
            shifted_month - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        // All three fit: |year| < 6 million for any i32 of days, month ≤ 12, day ≤ 31.
        (
            i32::try_from(year).unwrap_or(i32::MAX),
            u8::try_from(month).unwrap_or(1),
            u8::try_from(day).unwrap_or(1),
        )
    }

    /// The year of this day.
    #[must_use]
    pub fn year(self) -> i32 {
        self.ymd().0
    }

    /// How many days a month has; 0 for a month outside 1 to 12.
    #[must_use]
    pub fn days_in_month(year: i32, month: u8) -> u8 {
        match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if Self::is_leap_year(year) => 29,
            2 => 28,
            _ => 0,
        }
    }

    /// Whether February of this year has 29 days.
    #[must_use]
    pub fn is_leap_year(year: i32) -> bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// The day `days` later (earlier when negative), kept within [`Day::MIN`] and [`Day::MAX`].
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days)).clamp(Self::MIN, Self::MAX)
    }

    /// The same day of the month `months` later (earlier when negative), or that month's last day where it is shorter.
    /// Kept within [`Day::MIN`] and [`Day::MAX`].
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let (year, month, day) = self.ymd();
        let count = i64::from(year) * 12 + i64::from(month) - 1 + i64::from(months);
        let Ok(year) = i32::try_from(count.div_euclid(12)) else {
            return self;
        };
        let month = u8::try_from(count.rem_euclid(12) + 1).unwrap_or(1);
        if year < 1 {
            return Self::MIN;
        }
        if year > 9999 {
            return Self::MAX;
        }
        Self::from_civil(year, month, day.min(Self::days_in_month(year, month)))
    }

    /// Day of the week, 0 for Monday to 6 for Sunday (ISO 8601 numbers them 1 to 7).
    #[must_use]
    pub fn weekday(self) -> u8 {
        // 1970-01-01 was a Thursday.
        u8::try_from((i64::from(self.0) + 3).rem_euclid(7)).unwrap_or(0)
    }
}

impl std::fmt::Display for Day {
    /// `YYYY-MM-DD`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn knows_its_ends_and_its_weekdays() {
        assert_eq!(Day::from_ymd(1, 1, 1), Some(Day::MIN));
        assert_eq!(Day::from_ymd(9999, 12, 31), Some(Day::MAX));
        assert_eq!(Day::from_ymd(1970, 1, 1), Some(Day(0)));
        assert_eq!(Day::from_ymd(2026, 1, 5).map(Day::weekday), Some(0));
        assert_eq!(Day::from_ymd(2026, 11, 22).map(Day::weekday), Some(6));
    }

    #[test]
    fn refuses_days_that_do_not_exist() {
        for (year, month, day) in [
            (2025, 2, 29),
            (1900, 2, 29),
            (2026, 0, 1),
            (2026, 13, 1),
            (2026, 4, 31),
            (0, 1, 1),
            (10000, 1, 1),
        ] {
            assert_eq!(
                Day::from_ymd(year, month, day),
                None,
                "{year}-{month}-{day}"
            );
        }
        assert!(Day::from_ymd(2000, 2, 29).is_some());
    }

    #[test]
    fn months_stop_at_the_last_day() {
        let day = Day::from_ymd(2026, 1, 31).unwrap();
        assert_eq!(day.plus_months(1).to_string(), "2026-02-28");
        assert_eq!(day.plus_months(-2).to_string(), "2025-11-30");
        assert_eq!(day.plus_months(-13).to_string(), "2024-12-31");
        assert_eq!(Day::MAX.plus_months(1), Day::MAX);
        assert_eq!(Day::MIN.plus_months(-1), Day::MIN);
    }

    proptest! {
        #[test]
        fn a_day_and_its_parts_are_the_same(days in Day::MIN.0..=Day::MAX.0) {
            let (year, month, day) = Day(days).ymd();
            prop_assert_eq!(Day::from_ymd(year, month, day), Some(Day(days)));
        }

        #[test]
        fn the_next_day_follows(days in Day::MIN.0..Day::MAX.0) {
            prop_assert!(Day(days).ymd() < Day(days + 1).ymd());
            prop_assert_eq!((Day(days).weekday() + 1) % 7, Day(days + 1).weekday());
        }

        #[test]
        fn any_number_of_days_is_answered(days: i32, more: i32) {
            let _ = Day(days).plus(more).plus_months(more).ymd();
        }
    }
}
