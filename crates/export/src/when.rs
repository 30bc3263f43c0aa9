//! How sharp a date is, in one word, and on which days of a calendar it may stand.

use dateline_model::{Aspect, Day, Edtf, Form, Precision, Qualifier, Visit};

/// How `earliest` and `latest` of a date are to be read: `day` and `range` are the very days; with all others it was some time
/// between the two.
pub(crate) fn precision(date: Edtf) -> &'static str {
    match date.form {
        Form::Single(Precision::Day) => "day",
        Form::Single(Precision::Month) => "month",
        Form::Single(Precision::Season) => "season",
        Form::Single(Precision::Year) => "year",
        Form::Interval(Precision::Day, Precision::Day) => "range",
        Form::Interval(..) => "vague-range",
        Form::OpenEnd(_) => "open-end",
        Form::OneOf(..) => "within",
    }
}

/// The first and the last day of a visit's event in a calendar; `None` where no day is known.
///
/// A calendar has only whole days, and would show "about two months ago" as a visit of nineteen days. So a visit whose date
/// is vaguer than a day has no event, and of one whose beginning, end or some day between is all that is known, just that day
/// has.
#[must_use]
pub fn event_days(visit: &Visit) -> Option<(Day, Day)> {
    let date = visit
        .date
        .filter(|date| date.qualifier == Qualifier::Sure)?;
    match (date.form, visit.aspect) {
        (Form::Single(Precision::Day), _) => Some((date.first, date.first)),
        (Form::OpenEnd(Precision::Day), Aspect::Whole | Aspect::Start) => {
            Some((date.first, date.first))
        }
        (Form::Interval(Precision::Day, Precision::Day), Aspect::Whole) => {
            Some((date.first, date.last))
        }
        _ => None,
    }
}

/// What an event must say beside its kind, because its day is not the whole visit.
pub(crate) fn event_note(visit: &Visit) -> Option<&'static str> {
    let is_open = matches!(visit.date.map(|date| date.form), Some(Form::OpenEnd(_)));
    match visit.aspect {
        Aspect::Whole if is_open => Some("begins"),
        Aspect::Whole => None,
        Aspect::UnderWay => Some("under way"),
        Aspect::Start => Some("begins"),
        Aspect::End => Some("ends"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_has_its_word() {
        for (date, word) in [
            ("2026-01-05", "day"),
            ("2026-01", "month"),
            ("2026-21", "season"),
            ("2026", "year"),
            ("2026-01-04/2026-01-07", "range"),
            ("2026-01-04/2026-02", "vague-range"),
            ("2026-01/2026-03", "vague-range"),
            ("2026-01-04/..", "open-end"),
            ("[2025-10-25..2025-11-12]", "within"),
        ] {
            assert_eq!(date.parse().ok().map(precision), Some(word), "{date}");
        }
    }
}
