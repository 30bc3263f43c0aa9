//! What several articles say of one visit: differences, and what became of a plan.

use dateline_model::{Article, Edtf, Report, Status, Visit};

use super::when;
use crate::differences::Point;

/// The heading over what sources say differently.
#[must_use]
pub fn differ(point: Point) -> &'static str {
    match point {
        Point::FirstDay => "Sources differ on the first day",
        Point::LastDay => "Sources differ on the last day",
        Point::Date => "Sources differ on the date",
        Point::Places => "Sources name different places",
        Point::Kind => "Sources differ on the kind of visit",
    }
}

/// One side of a difference: "20 May 2022", "Beijing", "state visit".
#[must_use]
pub fn side(report: &Report, point: Point) -> String {
    match point {
        Point::FirstDay => report.date.map(|date| when::date(Edtf::day(date.first))),
        Point::LastDay => report.date.map(|date| when::date(Edtf::day(date.last))),
        Point::Date => Some(when::visit(report.date, report.aspect)),
        Point::Kind => Some(when::capitalised(super::kind(report.kind))),
        Point::Places => {
            let names: Vec<&str> = report
                .places
                .iter()
                .map(|place| place.name.as_str())
                .collect();
            Some(names.join(", "))
        }
    }
    .unwrap_or_default()
}

/// "The editor chose 20 May 2022."
#[must_use]
pub fn chosen(visit: &Visit) -> String {
    let date = visit
        .date
        .map_or_else(|| super::NO_DATE.to_owned(), when::date);
    format!("The editor chose {date}.")
}

/// Who says it: ": The White House, 27 April 2022, announcing"; the headline where no source is given.
#[must_use]
pub fn teller(article: &Article, report: &Report) -> String {
    let who = article.source.as_ref().unwrap_or(&article.headline);
    let date = article
        .published
        .map(|date| format!(", {}", when::date(date)));
    let how = match report.status {
        Status::Planned => Some("announcing"),
        status => super::status_word(status),
    };
    let how = how.map(|how| format!(", {how}")).unwrap_or_default();
    format!(": {who}{}{how}", date.unwrap_or_default())
}

/// What was announced and what came of it: "Announced 7 March 2023 for 26 April 2023. Reported as held." `published` gives
/// the date of a report's article, `newest` is that of the collection's newest article: only a plan whose day has come by
/// then is missed. `None` where nobody announced anything.
#[must_use]
pub fn plan(
    visit: &Visit,
    newest: Option<Edtf>,
    published: impl Fn(&Report) -> Option<Edtf>,
) -> Option<String> {
    let is_plan = |report: &&Report| report.status == Status::Planned && report.date.is_some();
    let plan = visit.reports.iter().find(is_plan)?;
    let (told, planned) = (published(plan)?, plan.date?);
    let outcome = match visit.status {
        Status::Reported => " Reported as held.",
        Status::Planned if newest.is_some_and(|newest| planned.last < newest.first) => {
            " No article here says whether it took place."
        }
        _ => "",
    };
    Some(format!(
        "Announced {} for {}.{outcome}",
        when::date(told),
        when::date(planned)
    ))
}

#[cfg(test)]
mod tests {
    use dateline_model::Aspect;

    use super::*;
    use crate::fixture::{article, report, visit};

    #[test]
    fn a_plan_is_told_with_what_became_of_it() {
        let day = |text: &str| text.parse::<Edtf>().ok();
        let planned = Report {
            status: Status::Planned,
            ..report("plan", "2023-04-26", Aspect::Whole)
        };
        let told = |visit: &Visit, newest| plan(visit, day(newest), |_| day("2023-03-07"));
        let mut both = visit(vec![
            planned.clone(),
            report("held", "2023-04-26", Aspect::Whole),
        ]);
        assert_eq!(
            told(&both, "2024-01-01").as_deref(),
            Some("Announced 7 March 2023 for 26 April 2023. Reported as held.")
        );
        both.status = Status::Postponed;
        assert_eq!(
            told(&both, "2024-01-01").as_deref(),
            Some("Announced 7 March 2023 for 26 April 2023.")
        );
        let alone = Visit {
            status: Status::Planned,
            ..visit(vec![planned])
        };
        assert_eq!(
            told(&alone, "2023-05-01").as_deref(),
            Some(
                "Announced 7 March 2023 for 26 April 2023. No article here says whether it took place."
            )
        );
        assert_eq!(
            told(&alone, "2023-04-01").as_deref(),
            Some("Announced 7 March 2023 for 26 April 2023.")
        );
        assert_eq!(
            told(
                &visit(vec![report("held", "2023-04-26", Aspect::Whole)]),
                "2024-01-01"
            ),
            None
        );
    }

    #[test]
    fn each_side_says_who_says_it() {
        let article = Article {
            source: Some("The White House".to_owned()),
            ..article("Statement", "2022-04-27", "")
        };
        let planned = Report {
            status: Status::Planned,
            ..report("a", "2022-05-20/2022-05-22", Aspect::Whole)
        };
        assert_eq!(side(&planned, Point::FirstDay), "20 May 2022");
        assert_eq!(side(&planned, Point::LastDay), "22 May 2022");
        assert_eq!(
            teller(&article, &planned),
            ": The White House, 27 April 2022, announcing"
        );
    }
}
