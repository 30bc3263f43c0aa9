//! Choosing a stretch of time: days in pixels become dates that people write, and steps of a slider.

use dateline_model::{Day, Edtf};

use crate::{Scale, Unit, Window};

/// From so many days on show, a choice is made in months.
const MONTHS_FROM: i32 = 250;
/// From so many, in years.
const YEARS_FROM: i32 = 60 * 365;

/// How finely a stretch is chosen on a window: what a hand can tell apart, and no date that is longer than it need be.
#[must_use]
pub fn grain(window: Window) -> Unit {
    match window.days() {
        YEARS_FROM.. => Unit::Year,
        MONTHS_FROM.. => Unit::Month,
        _ => Unit::Day,
    }
}

/// The year, month or day that a day is in.
#[must_use]
pub fn period(unit: Unit, day: Day) -> Edtf {
    let (year, month, _) = day.ymd();
    let date = match unit {
        Unit::Year => Edtf::year(year),
        Unit::Month => Edtf::month(year, month),
        Unit::Day => None,
    };
    date.unwrap_or(Edtf::day(day))
}

/// The stretch between two places on a scale, in either order: the periods that they are in, in the scale's grain.
#[must_use]
pub fn brushed(scale: Scale, a: i32, b: i32) -> (Edtf, Edtf) {
    let unit = grain(scale.window);
    let at = |x: i32| period(unit, scale.day(x));
    (at(a.min(b)), at(a.max(b)))
}

/// The number of a period, counted from the year 0: of its day, month or year. Greater is later.
#[must_use]
pub fn number(unit: Unit, day: Day) -> i32 {
    let (year, month, _) = day.ymd();
    match unit {
        Unit::Year => year,
        Unit::Month => year * 12 + i32::from(month) - 1,
        Unit::Day => day.0,
    }
}

/// The period with a number; the nearest one that dates can name.
#[must_use]
pub fn numbered(unit: Unit, number: i32) -> Edtf {
    let month = |number: i32| {
        let number = number.clamp(12, 9999 * 12 + 11);
        let month = u8::try_from(number % 12 + 1).unwrap_or(1);
        Day::from_ymd(number / 12, month, 1)
    };
    let day = match unit {
        Unit::Day => Some(Day(number.clamp(Day::MIN.0, Day::MAX.0))),
        Unit::Month => month(number),
        Unit::Year => month(number.clamp(1, 9999) * 12),
    };
    period(unit, day.unwrap_or(Day::MIN))
}

/// How many periods a page of a slider's keys is: a year of months, a month of days, a decade of years.
#[must_use]
pub fn page(unit: Unit) -> i32 {
    match unit {
        Unit::Day => 30,
        Unit::Month => 12,
        Unit::Year => 10,
    }
}

/// A date that somebody typed, if it is a year, a month or a day.
#[must_use]
pub fn typed(text: &str) -> Option<Edtf> {
    let date: Edtf = text.trim().parse().ok()?;
    let units = [Unit::Year, Unit::Month, Unit::Day];
    let is_period = units.iter().any(|&unit| period(unit, date.first) == date);
    is_period.then_some(date)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse::<Edtf>().unwrap().first
    }

    #[test]
    fn a_drag_chooses_whole_months_of_a_decade_and_days_of_a_month() {
        let scale = |a, b| Scale::new(Window::new(day(a), day(b)), 0, 1000);
        let chosen = |scale, a, b| {
            let (from, to) = brushed(scale, a, b);
            (from.to_string(), to.to_string())
        };
        let decade = scale("2016-01-01", "2025-12-31");
        assert_eq!(
            chosen(decade, 504, 300),
            ("2018-12".into(), "2021-01".into())
        );
        let century = scale("1900-01-01", "1999-12-31");
        assert_eq!(chosen(century, 5, 995), ("1900".into(), "1999".into()));
        let month = scale("2026-01-01", "2026-01-31");
        assert_eq!(
            chosen(month, -50, 40),
            ("2026-01-01".into(), "2026-01-02".into())
        );
    }

    #[test]
    fn years_months_and_days_can_be_typed_and_nothing_else() {
        for text in ["2025", "2025-10", "2025-10-25", " 2025 "] {
            assert_eq!(typed(text).unwrap().to_string(), text.trim());
        }
        for text in [
            "",
            "25",
            "2025-13",
            "October",
            "2025/2026",
            "2025-21",
            "2025~",
            "25.10.2025",
        ] {
            assert_eq!(typed(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_number_gives_its_period_back(day in Day::MIN.0..=Day::MAX.0, unit in 0..3usize) {
            let unit = [Unit::Day, Unit::Month, Unit::Year][unit];
            let period = period(unit, Day(day));
            prop_assert_eq!(numbered(unit, number(unit, Day(day))), period);
            prop_assert!(period.first <= Day(day) && Day(day) <= period.last);
        }

        #[test]
        fn any_number_and_any_text_is_answered(number: i32, text in "[0-9./~?-]{0,12}", a: i32, b: i32, days in 0..90_000i32) {
            for unit in [Unit::Day, Unit::Month, Unit::Year] {
                let _ = numbered(unit, number);
            }
            let _ = typed(&text);
            let (from, to) = brushed(Scale::new(Window::new(Day(0), Day(days)), 3, 900), a, b);
            prop_assert!(from.first <= to.last);
        }
    }
}
