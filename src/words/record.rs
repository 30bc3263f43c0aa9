//! Visits on record: what a table lists beside the articles. Never "confirmed", which no table can do.

use dateline_bundle::RecordInfo;
use dateline_bundle::record::RecordRow;
use dateline_model::{Checked, Recorded};

use super::when;
use crate::view::OnRecord;

/// The name of the row of the timeline.
pub const ON_RECORD: &str = "On record";
/// No article reports what a row lists.
pub const NO_ARTICLE: &str = "By no article in this collection";
/// What stands where a quotation would.
pub const NO_SENTENCE: &str = "This is a row of a table: no sentence of an article is behind it.";
/// The term of what the record has.
pub const RECORD: &str = "Record";
/// The term of why a row is not as the record has it.
pub const CORRECTED: &str = "Corrected";
/// The term of who checked a visit.
pub const CHECK: &str = "Check";
/// The term of visits of the articles that a row stands for.
pub const REPORTED_HERE: &str = "Reported";

/// The label of a chosen visit on record: "Listed in U.S. visits on record".
#[must_use]
pub fn listed(info: Option<&RecordInfo>) -> String {
    let name = info.map_or("the public record", |info| info.name.as_str());
    format!("Listed in {name}")
}

/// The box under the axis: "Also show the public record: U.S. visits on record, 1866–2023".
#[must_use]
pub fn show_record(info: &RecordInfo) -> String {
    ["Also show the public record: ", &info.label].concat()
}

/// What becomes of fetching it.
#[must_use]
pub fn record_state(record: &OnRecord) -> &'static str {
    match record {
        OnRecord::NotAsked | OnRecord::Asked | OnRecord::Here(_) => "",
        OnRecord::Coming => "Opening the public record …",
        OnRecord::Failed => {
            "The public record could not be loaded. If you publish this site, upload the whole folder."
        }
    }
}

/// How many visits on record the timeline does not show now: "On record: 7,310 earlier, 12 later."
#[must_use]
pub fn beside_window(before: usize, after: usize) -> String {
    let earlier = (before > 0).then(|| super::outside(before, false));
    let later = (after > 0).then(|| super::outside(after, true));
    if earlier.is_none() && later.is_none() {
        return String::new();
    }
    format!("{ON_RECORD}: {}.", super::joined(&[earlier, later], ", "))
}

/// The accessible name of a mark on record: "5–7 May 2019, Joe Biden to Japan (Tokyo), visit, on record".
#[must_use]
pub fn row_name(row: &RecordRow) -> String {
    let date = when::visit(row.date, dateline_model::Aspect::Whole);
    let to = row.host.as_ref().map(|host| format!(" to {host}"));
    let place = row.place.as_ref().map(|place| format!(" ({place})"));
    let (to, place) = (to.unwrap_or_default(), place.unwrap_or_default());
    format!(
        "{date}, {}{to}{place}, {}, on record",
        row.visitor,
        super::kind(row.kind)
    )
}

/// "Joe Biden → Japan".
#[must_use]
pub fn row_route(row: &RecordRow) -> String {
    match &row.host {
        Some(host) => format!("{} → {host}", row.visitor),
        None => row.visitor.clone(),
    }
}

/// What the record has of a visit that articles report. Articles that were all written after it make it no second witness.
#[must_use]
pub fn recorded(recorded: &Recorded, scope: &str, only_after_it: bool) -> String {
    match recorded {
        Recorded::Listed(_) if only_after_it => {
            "Reported here after the public record alone".to_owned()
        }
        Recorded::Listed(_) => "Also listed in the public record".to_owned(),
        Recorded::NotListed => "Reported here; not listed in the public record".to_owned(),
        Recorded::OutOfScope => format!("Outside what this record covers ({scope})"),
    }
}

/// "Checked by the editor, 14 January 2026".
#[must_use]
pub fn checked(checked: &Checked) -> String {
    let by = checked.by.as_deref().unwrap_or("the editor");
    let on = checked
        .on
        .map(|day| format!(", {}", when::date(dateline_model::Edtf::day(day))));
    format!("Checked by {by}{}", on.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use dateline_model::Kind;

    use super::*;

    #[test]
    fn rows_are_named_as_on_record() {
        let row = RecordRow {
            id: "t1".to_owned(),
            visitor: "Joe Biden".to_owned(),
            role: Some("President".to_owned()),
            visitor_country: Some("United States".to_owned()),
            host: Some("Japan".to_owned()),
            place: Some("Tokyo".to_owned()),
            date: "2022-05-22/2022-05-24".parse().ok(),
            kind: Kind::Visit,
        };
        assert_eq!(
            row_name(&row),
            "22–24 May 2022, Joe Biden to Japan (Tokyo), visit, on record"
        );
        assert_eq!(row_route(&row), "Joe Biden → Japan");
    }

    #[test]
    fn who_checked_is_told_as_far_as_it_is_known() {
        let on = dateline_model::Day::from_ymd(2026, 1, 14);
        let told = |by: Option<&str>, on| {
            checked(&Checked {
                by: by.map(str::to_owned),
                on,
            })
        };
        assert_eq!(told(None, on), "Checked by the editor, 14 January 2026");
        assert_eq!(told(Some("A. Editor"), None), "Checked by A. Editor");
    }

    #[test]
    fn a_record_is_never_said_to_confirm() {
        let after = recorded(&Recorded::Listed(vec!["t1".to_owned()]), "", true);
        assert_eq!(after, "Reported here after the public record alone");
        let listed = Recorded::Listed(vec!["t1".to_owned()]);
        for (what, words) in [
            (listed, "Also listed in the public record"),
            (
                Recorded::NotListed,
                "Reported here; not listed in the public record",
            ),
            (
                Recorded::OutOfScope,
                "Outside what this record covers (visits to and from the United States)",
            ),
        ] {
            assert_eq!(
                recorded(&what, "visits to and from the United States", false),
                words
            );
        }
    }
}
