//! Where the axis is divided.

use dateline_model::Day;

use crate::Scale;

/// What a tick begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// A day.
    Day,
    /// A month.
    Month,
    /// A year (the label of several when the step is longer).
    Year,
}

/// A division of the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The day that begins here.
    pub day: Day,
    /// Where, in pixels.
    pub x: i32,
    /// The largest unit that begins here: a January tick of a monthly axis begins a [`Unit::Year`].
    pub unit: Unit,
}

/// The distances between ticks, finest first: days, then months (12 to a year).
const STEPS: [Step; 16] = [
    Step::Days(1),
    Step::Days(7),
    Step::Months(1),
    Step::Months(3),
    Step::Months(6),
    Step::Months(12),
    Step::Months(24),
    Step::Months(60),
    Step::Months(120),
    Step::Months(240),
    Step::Months(600),
    Step::Months(1200),
    Step::Months(2400),
    Step::Months(6000),
    Step::Months(12_000),
    Step::Months(60_000),
];

#[derive(Clone, Copy)]
enum Step {
    Days(i32),
    Months(i32),
}

impl Step {
    /// Its shortest length in days.
    fn days(self) -> i64 {
        match self {
            Self::Days(days) => days.into(),
            Self::Months(months) => i64::from(months) * 365 / 12 - i64::from(months == 1) * 2,
        }
    }

    /// The first tick at or after a day, `None` beyond the year 9999: weeks begin on Mondays, months and years on
    /// multiples of the step.
    fn at_or_after(self, day: Day) -> Option<Day> {
        match self {
            Self::Days(1) => Some(day),
            Self::Days(_) => Some(day.plus((7 - i32::from(day.weekday())) % 7)),
            Self::Months(months) => {
                let (year, month, of_month) = day.ymd();
                let count = year * 12 + i32::from(month) - 1 + i32::from(of_month > 1);
                let rounded = (count + months - 1).div_euclid(months) * months;
                // The year 0 cannot be named: a multiple below the year 1 becomes its beginning.
                let rounded = rounded.max(12);
                let month = u8::try_from(rounded.rem_euclid(12) + 1).ok()?;
                Day::from_ymd(rounded.div_euclid(12), month, 1)
            }
        }
    }

    /// The tick after one, `None` where there is no later day.
    fn next(self, day: Day) -> Option<Day> {
        let next = match self {
            Self::Days(days) => day.plus(days),
            Self::Months(_) => self.at_or_after(day.plus(1))?,
        };
        (next > day).then_some(next)
    }
}

/// The ticks of a scale, at least about `gap` pixels apart, in order: the finest step that fits.
/// At most `width / gap + 2` of them.
#[must_use]
pub fn ticks(scale: Scale, gap: i32) -> Vec<Tick> {
    let gap = i64::from(gap.max(1));
    let width = i64::from(scale.right - scale.left);
    let days = i64::from(scale.window.days());
    let fits = |step: &&Step| step.days() * width >= gap * days;
    let Some(&step) = STEPS.iter().find(fits) else {
        return Vec::new();
    };
    let first = step.at_or_after(scale.window.first);
    std::iter::successors(first, |&day| step.next(day))
        .take_while(|&day| day <= scale.window.last)
        .map(|day| Tick {
            day,
            x: scale.x(day),
            unit: unit(day, step),
        })
        .collect()
}

fn unit(day: Day, step: Step) -> Unit {
    match (day.ymd(), step) {
        ((_, 1, 1), _) => Unit::Year,
        ((_, _, 1), _) | (_, Step::Months(_)) => Unit::Month,
        (_, Step::Days(_)) => Unit::Day,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Window;

    fn labels(first: &str, last: &str, width: i32) -> Vec<String> {
        let day = |text: &str| text.parse::<dateline_model::Edtf>().unwrap().first;
        let scale = Scale::new(Window::new(day(first), day(last)), 0, width);
        ticks(scale, 60)
            .iter()
            .map(|tick| tick.day.to_string())
            .collect()
    }

    #[test]
    fn the_step_follows_the_zoom() {
        assert_eq!(labels("2025-02-01", "2026-01-31", 1100).len(), 12);
        assert_eq!(
            labels("2016-07-01", "2026-06-30", 1100).first().unwrap(),
            "2017-01-01"
        );
        assert_eq!(labels("2026-01-01", "2026-01-14", 1100).len(), 14);
        assert_eq!(
            labels("2026-01-01", "2026-02-20", 600).first().unwrap(),
            "2026-01-05"
        );
        assert_eq!(
            labels("1866-01-09", "2023-11-17", 1100).first().unwrap(),
            "1870-01-01"
        );
        assert_eq!(
            labels("0001-01-01", "9999-12-31", 700),
            [
                "1000-01-01",
                "2000-01-01",
                "3000-01-01",
                "4000-01-01",
                "5000-01-01",
                "6000-01-01",
                "7000-01-01",
                "8000-01-01",
                "9000-01-01"
            ]
            .map(str::to_owned)
        );
    }

    proptest! {
        #[test]
        fn ticks_are_in_order_and_apart(a in Day::MIN.0..=Day::MAX.0, b in Day::MIN.0..=Day::MAX.0, width in 1..3000i32, gap in 1..200i32) {
            let scale = Scale::new(Window::new(Day(a), Day(b)), 0, width);
            let ticks = ticks(scale, gap);
            prop_assert!(i32::try_from(ticks.len()).unwrap() <= width / gap + 2);
            for pair in ticks.windows(2) {
                // Months differ by up to three days, whole pixels by one.
                prop_assert!(pair[1].x - pair[0].x >= gap * 9 / 10 - 1);
            }
            for tick in &ticks {
                prop_assert!(scale.window.shows(tick.day, tick.day));
            }
        }
    }
}
