//! What the articles say differently of one visit. Nothing is settled here: both sides are kept, to stand side by side.

use dateline_model::{Aspect, Day, Edtf, Form, Kind, Origin, Precision, Qualifier, Report, Visit};

/// What sources differ on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// The first day.
    FirstDay,
    /// The last day.
    LastDay,
    /// The date as a whole: their days have none in common.
    Date,
    /// The towns: they name none in common.
    Places,
    /// The kind of visit.
    Kind,
}

/// A point on which at least two articles differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference<'a> {
    /// What on.
    pub point: Point,
    /// One report for each thing that is said, oldest article first; at least two.
    pub sides: Vec<&'a Report>,
}

/// Every point on which the reports of a visit differ. Saying less is not differing: "May 2019" agrees with "26–28 May 2019".
/// O(n²) in the reports of the visit.
#[must_use]
pub fn of(visit: &Visit) -> Vec<Difference<'_>> {
    let mut all = Vec::new();
    let dates = [
        (Point::FirstDay, first_days as fn(&Report, &Report) -> bool),
        (Point::LastDay, last_days),
        (Point::Date, dates),
    ];
    // Who differs on the first day mostly differs on the others too: one heading is enough.
    let date = dates
        .into_iter()
        .find_map(|(point, differ)| on(visit, point, differ));
    all.extend(date);
    all.extend(on(visit, Point::Places, places));
    all.extend(on(visit, Point::Kind, kinds));
    all
}

/// First and last day of what the reports say of the date, earliest first, where they differ on it.
#[must_use]
pub fn split(visit: &Visit) -> Option<(Day, Day)> {
    if is_settled(visit) {
        return None;
    }
    let difference = of(visit).into_iter().next()?;
    if matches!(difference.point, Point::Places | Point::Kind) {
        return None;
    }
    let dates = || difference.sides.iter().filter_map(|report| report.date);
    let first = dates().map(|date| date.first).min()?;
    Some((first, dates().map(|date| date.last).max()?))
}

/// Whether the editor has said when it was.
#[must_use]
pub fn is_settled(visit: &Visit) -> bool {
    let by_editor = |report: &Report| report.origin == Origin::Authored && report.date.is_some();
    visit.reports.iter().any(by_editor)
}

/// The reports that differ from any other, one for each thing that is said.
fn on(visit: &Visit, point: Point, differ: fn(&Report, &Report) -> bool) -> Option<Difference<'_>> {
    let mut sides: Vec<&Report> = Vec::new();
    // What the editor entered is no source: it settles what the page shows.
    let sources = || {
        visit
            .reports
            .iter()
            .filter(|report| report.origin != Origin::Authored)
    };
    for report in sources() {
        let disputed = sources().any(|other| differ(report, other));
        if disputed && !sides.iter().any(|side| says_the_same(side, report, point)) {
            sides.push(report);
        }
    }
    (sides.len() > 1).then_some(Difference { point, sides })
}

fn says_the_same(a: &Report, b: &Report, point: Point) -> bool {
    match point {
        Point::FirstDay => first_day(a) == first_day(b),
        Point::LastDay => last_day(a) == last_day(b),
        Point::Date => (a.date, a.aspect) == (b.date, b.aspect),
        Point::Places => a.places == b.places,
        Point::Kind => a.kind == b.kind,
    }
}

fn first_days(a: &Report, b: &Report) -> bool {
    unequal(first_day(a), first_day(b))
}

fn last_days(a: &Report, b: &Report) -> bool {
    unequal(last_day(a), last_day(b))
}

fn unequal(a: Option<Day>, b: Option<Day>) -> bool {
    a.is_some() && b.is_some() && a != b
}

/// The first day of the visit, where the report gives it: a single day may be one in its middle.
fn first_day(report: &Report) -> Option<Day> {
    let date = report.date?;
    let given = match report.aspect {
        Aspect::Whole => {
            is_range_of_days(date) || matches!(date.form, Form::OpenEnd(Precision::Day))
        }
        Aspect::Start => date.is_day(),
        Aspect::UnderWay | Aspect::End => false,
    };
    given.then_some(date.first)
}

/// The last day of the visit, where the report gives it.
fn last_day(report: &Report) -> Option<Day> {
    let date = report.date?;
    let given = match report.aspect {
        Aspect::Whole => is_range_of_days(date),
        Aspect::End => date.is_day(),
        Aspect::UnderWay | Aspect::Start => false,
    };
    given.then_some(date.last)
}

fn is_range_of_days(date: Edtf) -> bool {
    date.form == Form::Interval(Precision::Day, Precision::Day) && date.qualifier == Qualifier::Sure
}

/// Whether no day fits both.
fn dates(a: &Report, b: &Report) -> bool {
    let (Some((first, last)), Some((other_first, other_last))) = (stretch(a), stretch(b)) else {
        return false;
    };
    last < other_first || other_last < first
}

/// The days that a report leaves open for some day of the visit.
fn stretch(report: &Report) -> Option<(Day, Day)> {
    let date = report.date?;
    Some(match (report.aspect, date.form) {
        (Aspect::Start, _) | (_, Form::OpenEnd(_)) => (date.first, Day(i32::MAX)),
        (Aspect::End, _) => (Day(i32::MIN), date.last),
        (Aspect::Whole | Aspect::UnderWay, _) => (date.first, date.last),
    })
}

/// Whether both name towns and none is the same.
fn places(a: &Report, b: &Report) -> bool {
    let towns = |report: &Report| -> Vec<String> {
        let towns = report
            .places
            .iter()
            .filter(|place| place.country.as_ref() != Some(&place.name));
        towns.map(|place| place.name.clone()).collect()
    };
    let (a, b) = (towns(a), towns(b));
    !a.is_empty() && !b.is_empty() && !a.iter().any(|town| b.contains(town))
}

/// Whether both say what kind of visit, and not the same.
fn kinds(a: &Report, b: &Report) -> bool {
    let exact = |kind| {
        matches!(
            kind,
            Kind::StateVisit | Kind::OfficialVisit | Kind::WorkingVisit
        )
    };
    a.kind != b.kind && exact(a.kind) && exact(b.kind)
}

#[cfg(test)]
mod tests {
    use dateline_model::Place;
    use proptest::prelude::*;

    use super::*;
    use crate::fixture::{report, visit};

    /// The point that two dated reports differ on, for "DATE" (whole), ">DATE" (start), "<DATE" (end) and "=DATE" (under way).
    fn point(a: &str, b: &str) -> Option<Point> {
        let read = |id, text: &str| {
            let aspects = [
                (">", Aspect::Start),
                ("<", Aspect::End),
                ("=", Aspect::UnderWay),
            ];
            let told = aspects
                .into_iter()
                .find_map(|(sign, aspect)| Some((text.strip_prefix(sign)?, aspect)));
            let (date, aspect) = told.unwrap_or((text, Aspect::Whole));
            report(id, date, aspect)
        };
        let visit = visit(vec![read("a", a), read("b", b)]);
        of(&visit).first().map(|difference| difference.point)
    }

    #[test]
    fn saying_less_is_not_differing() {
        for (a, b) in [
            ("2019-05", "2019-05-26/2019-05-28"),
            ("2022-05-20", "2022-05-20/2022-05-22"),
            ("=2026-01-05", "2026-01-04/2026-01-07"),
            (">2026-01-04", "2026-01-04/2026-01-07"),
            (">2026-01-04", "=2026-01-05"),
            ("<2026-01-07", "2026-01-04/2026-01-07"),
            ("[2025-10-25..2025-11-12]", "2025-10-30/2025-11-01"),
            ("2019", ""),
            ("2026-01-04/..", "2026-01-09"),
        ] {
            assert_eq!(point(a, b), None, "{a} and {b}");
            assert_eq!(point(b, a), None, "{b} and {a}");
        }
    }

    #[test]
    fn other_days_are_a_difference() {
        for (a, b, expected) in [
            (
                "2022-05-20/2022-05-22",
                "2022-05-19/2022-05-22",
                Point::FirstDay,
            ),
            (">2022-05-20", "2022-05-19/2022-05-22", Point::FirstDay),
            (
                "2022-05-20/2022-05-22",
                "2022-05-20/2022-05-24",
                Point::LastDay,
            ),
            ("<2022-05-20", "2022-05-18/2022-05-22", Point::LastDay),
            ("2022-05-20", "2022-05-19", Point::Date),
            ("2022-05-20", "2022-06", Point::Date),
            (">2022-05-20", "=2022-05-19", Point::Date),
        ] {
            assert_eq!(point(a, b), Some(expected), "{a} and {b}");
            assert_eq!(point(b, a), Some(expected), "{b} and {a}");
        }
    }

    #[test]
    fn each_thing_said_has_one_side() {
        let all = ["2022-05-20", "2022-05-19", "2022-05-20", "2022-05"];
        let reports = all.map(|date| report("a", date, Aspect::Whole)).to_vec();
        let visit = visit(reports);
        let difference = of(&visit);
        let said: Vec<_> = difference[0]
            .sides
            .iter()
            .filter_map(|side| side.date)
            .map(|date| date.to_string())
            .collect();
        assert_eq!(said, ["2022-05-20", "2022-05-19"]);
        let days = |text: &str| text.parse::<Edtf>().unwrap().first;
        assert_eq!(
            split(&visit),
            Some((days("2022-05-19"), days("2022-05-20")))
        );
    }

    #[test]
    fn the_editor_settles_and_is_no_source() {
        let source = report("a", "2022-05-19", Aspect::Whole);
        let editor = Report {
            origin: Origin::Authored,
            ..report("a", "2022-05-20", Aspect::Whole)
        };
        let corrected = visit(vec![source.clone(), editor.clone()]);
        assert!(of(&corrected).is_empty());
        let other = report("b", "2022-05-21", Aspect::Whole);
        let chosen = visit(vec![source, other, editor]);
        assert_eq!(of(&chosen).len(), 1, "what the sources say stays");
        assert_eq!((split(&chosen), is_settled(&chosen)), (None, true));
    }

    #[test]
    fn towns_and_kinds_differ_only_where_both_are_named() {
        let place = |name: &str| Place {
            name: name.to_owned(),
            country: Some("China".to_owned()),
        };
        let told = |places: &[&str], kind| Report {
            places: places.iter().map(|name| place(name)).collect(),
            kind,
            ..report("a", "2026-01-05", Aspect::Whole)
        };
        let points = |a, b| {
            of(&visit(vec![a, b]))
                .iter()
                .map(|difference| difference.point)
                .collect::<Vec<_>>()
        };
        assert!(
            points(
                told(&["China"], Kind::Trip),
                told(&["Beijing"], Kind::StateVisit)
            )
            .is_empty()
        );
        assert!(
            points(
                told(&["Beijing", "Shanghai"], Kind::Visit),
                told(&["Beijing"], Kind::Visit)
            )
            .is_empty()
        );
        assert_eq!(
            points(
                told(&["Shanghai"], Kind::OfficialVisit),
                told(&["Beijing"], Kind::StateVisit)
            ),
            [Point::Places, Point::Kind]
        );
    }

    proptest! {
        /// Two stretches of days differ on the date exactly where no day is in both, and never with themselves.
        #[test]
        fn days_in_common_are_agreement(a in 0..40i32, b in 0..40i32, long in 0..9i32, other in 0..9i32) {
            let one_of = |first, length| Edtf::one_of(Edtf::day(Day(first)), Edtf::day(Day(first + length))).unwrap().to_string();
            let (x, y) = (one_of(a, long), one_of(b, other));
            let shared = (a..=a + long).any(|day| (b..=b + other).contains(&day));
            prop_assert_eq!(point(&x, &y).is_none(), shared);
            prop_assert_eq!(point(&x, &x), None);
        }
    }
}
