//! What the dialogs, the folded timeline and an empty list say.

use super::{count, grouped};
use crate::view::{Format, Subject};

/// Opens the dialog of files; its agreed name.
pub const EXPORT: &str = "Export";
/// The heading of the dialog of files.
pub const EXPORT_HEADING: &str = "Download what is shown";
/// Opens the dialog of links, and is its heading.
pub const SHARE: &str = "Share or embed";
/// Closes a dialog, or folds a line.
pub const CLOSE: &str = "Close";
/// Opens a folded line.
pub const OPEN: &str = "Open";
/// What a file holds.
pub const SUBJECT: &str = "What";
/// How a file is written.
pub const FORMAT: &str = "Format";
/// Saves the file.
pub const DOWNLOAD: &str = "Download";
/// Copies what would be saved.
pub const COPY_INSTEAD: &str = "Copy the text instead";
/// What a copied text says.
pub const TEXT_COPIED: &str = "Text copied";
/// The page knows that it may not save files.
pub const NO_DOWNLOADS: &str = "This page may not save files here. Copy the text instead.";
/// The heading over the link.
pub const LINK: &str = "Link to what is shown";
/// The heading over the line for another page.
pub const EMBED: &str = "Line for your own page";
/// What the line does.
pub const EMBED_HINT: &str =
    "Paste it into the HTML of a page. It needs no script; the height is yours to choose.";
/// Copies what stands in a field.
pub const COPY: &str = "Copy";
/// What a copied field says.
pub const COPIED: &str = "Copied";
/// The theme of the embedded page.
pub const EMBED_THEME: &str = "Colours";
/// Where the folded timeline leads.
pub const BACK_TO_TIMELINE: &str = ", back to the timeline";
/// The visits between which one goes with the next two.
pub const SAME_DATE: &str = "Visits of the same date";
/// Goes to the one before.
pub const PREVIOUS: &str = "Previous";
/// Goes to the one after.
pub const NEXT: &str = "Next";
/// Looks for any of several words.
pub const EITHER: &str = "Search for either";

/// Which of several is open: "1 of 3".
#[must_use]
pub fn page_of(at: usize, all: usize) -> String {
    format!("{} of {}", grouped(at), grouped(all))
}

/// What a file can hold: "12 articles", "5 visits", "5 visits, 3 talks".
#[must_use]
pub fn subject(subject: Subject, articles: usize, visits: usize, talks: usize) -> String {
    match (subject, talks) {
        (Subject::Articles, _) => count(articles, "article", "articles"),
        (Subject::Visits, 0) => count(visits, "visit", "visits"),
        (Subject::Visits, _) => {
            let visits = count(visits, "visit", "visits");
            [&visits, ", ", &super::count_talks(talks)].concat()
        }
    }
}

/// The name of a format.
#[must_use]
pub fn format(format: Format) -> &'static str {
    match format {
        Format::Csv => "Table (CSV)",
        Format::Json => "For programs (JSON)",
        Format::Ics => "Calendar (ICS)",
        Format::Svg => "Picture of the timeline (SVG)",
    }
}

/// The title of a picture: "East Asia – timeline of visits".
#[must_use]
pub fn picture_title(collection: &str) -> String {
    if collection.is_empty() {
        return super::TIMELINE.to_owned();
    }
    format!("{collection} – timeline of visits")
}

/// What a picture shows, and what it does not: "57 articles, 71 visits. Not drawn: 24 earlier, 2 without a date."
#[must_use]
pub fn picture_counts(status: &str, before: usize, after: usize, undated: usize) -> String {
    let mut missing = Vec::new();
    for (number, what) in [
        (before, "earlier"),
        (after, "later"),
        (undated, "without a date"),
    ] {
        if number > 0 {
            missing.push(format!("{} {what}", grouped(number)));
        }
    }
    let mut told = format!("{status}.");
    if !missing.is_empty() {
        told.push_str(" Not drawn: ");
        told.push_str(&missing.join(", "));
        told.push('.');
    }
    told
}

/// By what a picture is narrowed.
#[must_use]
pub fn picture_filter(parts: &[String]) -> String {
    match parts {
        [] => "Filter: none; the whole collection.".to_owned(),
        parts => format!("Filter: {}.", parts.join(" · ")),
    }
}

/// A query as a part of it, shortened.
#[must_use]
pub fn picture_query(query: &str) -> String {
    format!("Search “{}”", super::shortened(query, super::NAMED))
}

/// The sources of what a picture shows, so many of them by name.
#[must_use]
pub fn picture_sources(sources: &[&str], named: usize) -> String {
    let mut told = match sources {
        [] => return "Sources: not given.".to_owned(),
        some => format!("Sources: {}", some.get(..named).unwrap_or(some).join(", ")),
    };
    if sources.len() > named {
        let others = count(sources.len() - named, "other", "others");
        told.push_str(&format!(" and {others}"));
    }
    told.push('.');
    told
}

/// What is left out of a calendar, if anything is.
#[must_use]
pub fn left_out(visits: usize) -> String {
    match visits {
        0 => String::new(),
        1 => "1 is left out, because its day is not known.".to_owned(),
        _ => format!(
            "{} are left out, because their days are not known.",
            grouped(visits)
        ),
    }
}

/// The button of the filters' sheet: "Show 12 articles".
#[must_use]
pub fn show_articles(articles: usize) -> String {
    format!("Show {}", count(articles, "article", "articles"))
}

/// The beginning of what is said where nothing was found; the words follow.
#[must_use]
pub fn none_has(words: usize) -> &'static str {
    match words {
        1 => "No article has ",
        _ => "No article has all of these words: ",
    }
}

/// How many articles have each of some words: "“silver” is in 1, “Seoul” in 9."
#[must_use]
pub fn each_is_in(found: &[(&str, usize)]) -> String {
    let mut told = String::new();
    for (place, (word, articles)) in found.iter().enumerate() {
        told.push_str(if place == 0 { "" } else { ", " });
        // A phrase has quotation marks of its own.
        let (open, close) = if word.starts_with('"') {
            ("", "")
        } else {
            ("“", "”")
        };
        told.push_str(open);
        told.push_str(word);
        told.push_str(close);
        told.push_str(if place == 0 { " is in " } else { " in " });
        match articles {
            0 => told.push_str("none"),
            _ => told.push_str(&grouped(*articles)),
        }
    }
    told.push('.');
    told
}

/// What the filters take away: "Without the filters there are 3."
#[must_use]
pub fn without_filters(articles: usize) -> String {
    format!(
        "Without the filters there {}.",
        match articles {
            1 => "is 1".to_owned(),
            _ => format!("are {}", grouped(articles)),
        }
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_one_by_one() {
        assert_eq!(
            each_is_in(&[("silver", 1), ("Seoul", 9), ("\"zinc mine\"", 0)]),
            "“silver” is in 1, “Seoul” in 9, \"zinc mine\" in none."
        );
        assert_eq!(without_filters(1), "Without the filters there is 1.");
        assert_eq!(subject(Subject::Visits, 2, 1, 3), "1 visit, 3 talks");
        assert_eq!(left_out(0), "");
    }
}
