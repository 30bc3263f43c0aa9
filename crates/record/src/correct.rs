//! What the record's editor says of its rows.

use std::collections::BTreeMap;

use dateline_article::RowCorrection;
use dateline_bundle::record::{Correction, RecordRow};
use dateline_model::{Problem, Severity};

use crate::labels::{country_label, part_title};
use crate::problem;

/// Sets right or leaves out the rows that corrections name, and gives what was done, for readers. A correction of a row that
/// is not there is a problem.
pub(crate) fn apply(
    rows: &mut Vec<RecordRow>,
    corrections: &[RowCorrection],
    problems: &mut Vec<Problem>,
) -> Vec<Correction> {
    let places: BTreeMap<String, usize> = (0..)
        .zip(rows.iter())
        .map(|(at, row)| (row.id.clone(), at))
        .collect();
    let mut left_out = Vec::new();
    let mut done = Vec::new();
    for correction in corrections {
        let place = places.get(&correction.id);
        let Some(row) = place.and_then(|at| rows.get_mut(*at)) else {
            problems.push(unknown(correction));
            continue;
        };
        if correction.suppress {
            left_out.push(correction.id.as_str());
        } else {
            set_right(row, correction);
        }
        done.push(Correction {
            id: correction.id.clone(),
            reason: correction.reason.clone(),
            suppressed: correction.suppress,
        });
    }
    left_out.sort_unstable();
    rows.retain(|row| left_out.binary_search(&row.id.as_str()).is_err());
    done.sort_by(|a, b| (&a.id, &a.reason).cmp(&(&b.id, &b.reason)));
    done
}

fn set_right(row: &mut RecordRow, correction: &RowCorrection) {
    let or = |new: &Option<String>, old: &mut Option<String>| new.clone().or(old.take());
    if let Some(visitor) = &correction.visitor {
        // A title before the new name holds, not the one that was read before.
        let before = row.role.take();
        visitor.clone_into(&mut row.visitor);
        part_title(row);
        row.role = row.role.take().or(before);
    }
    row.role = or(&correction.role, &mut row.role);
    row.place = or(&correction.place, &mut row.place);
    let country = |name: &Option<String>| name.as_deref().map(country_label);
    row.visitor_country = or(
        &country(&correction.visitor_country),
        &mut row.visitor_country,
    );
    row.host = or(&country(&correction.host), &mut row.host);
    row.date = correction.date.or(row.date);
    row.kind = correction.kind.unwrap_or(row.kind);
}

fn unknown(correction: &RowCorrection) -> Problem {
    let message = format!("no row of the record has the id `{}`", correction.id);
    let remedy = "Look it up in the record's table, or delete the correction";
    Problem {
        location: Some(correction.location),
        ..problem(&correction.file, 1, Severity::Warning, message, remedy)
    }
}
