//! What the page says when something is empty, loading, missing or broken.

use dateline_bundle::ReadError;

/// The heading of the panic page.
pub const CRASH_TITLE: &str = "Something went wrong and the page stopped.";
/// The text of the panic page.
pub const CRASH_TEXT: &str = "Nothing of yours was sent anywhere.";
/// Loads the page again.
pub const RELOAD: &str = "Reload";
/// Copies what a report needs.
pub const COPY_DETAILS: &str = "Copy details";
/// Tries once more to load.
pub const TRY_AGAIN: &str = "Try again";
/// The heading of an error while loading.
pub const NOT_OPENED: &str = "The articles could not be opened";
/// The code of this page is on its way.
pub const LATER_COMING: &str = "Opening …";
/// The code of this page did not arrive.
pub const LATER_FAILED: &str = "This part of the page could not be loaded.";
/// An article that a link names is not there.
pub const NO_SUCH_ARTICLE: &str =
    "This collection has no such article. It may have been renamed or taken out.";
/// A visit that a link names is not there.
pub const NO_SUCH_VISIT: &str = "These articles report no such visit. It may have been corrected.";
/// A name that a link has is not there.
pub const NO_SUCH_NAME: &str = "No article here mentions this name.";
/// The page was opened from disk.
pub const FROM_DISK: &str = "A browser does not let a page opened from disk load its parts. Put the folder on any web server.";
/// The page itself says nothing about its bundle.
pub const NOT_BUILT: &str = "This page was not built to its end: it does not say where its articles are. Build the site again.";
/// Below a list without visits.
pub const WHAT_COUNTS: &str = "Calls, video meetings and sights seen during a visit do not count.";

/// While the bundle is on its way.
#[must_use]
pub fn opening(articles: u32) -> String {
    format!(
        "Opening {} …",
        super::count(articles as usize, "article", "articles")
    )
}

/// A part of the collection did not come, or not as it was written.
#[must_use]
pub fn part_failed(file: &str) -> String {
    [
        "A part of the collection could not be loaded: ",
        file,
        ". What needs it is not shown.",
    ]
    .concat()
}

/// The bundle is not where the page looks for it.
#[must_use]
pub fn missing(path: &str) -> String {
    format!(
        "The articles could not be loaded: {path} was not found beside this page. \
         If you publish this site, upload the whole folder."
    )
}

/// The bundle arrived and cannot be used.
#[must_use]
pub fn unreadable(error: ReadError) -> String {
    match error {
        ReadError::Truncated { expected, got } => format!(
            "The articles arrived damaged (expected {}, got {}).",
            size(expected, got),
            size(got, expected)
        ),
        ReadError::Damaged => "The articles arrived damaged (some bytes have changed).".to_owned(),
        ReadError::Version { .. } => {
            "These articles were packed by another version of Dateline. Build the site again."
                .to_owned()
        }
        ReadError::Foreign => {
            "The articles could not be loaded: something else was found in their place. \
             If you publish this site, upload the whole folder."
                .to_owned()
        }
    }
}

/// A size in kilobytes, or in bytes where kilobytes would not tell it from the other.
fn size(bytes: u64, other: u64) -> String {
    let kilobytes = |bytes: u64| bytes.div_ceil(1000);
    if bytes >= 10_000 && kilobytes(bytes) != kilobytes(other) {
        format!(
            "{} KB",
            super::grouped(usize::try_from(kilobytes(bytes)).unwrap_or(usize::MAX))
        )
    } else {
        format!(
            "{} bytes",
            super::grouped(usize::try_from(bytes).unwrap_or(usize::MAX))
        )
    }
}

/// Nothing was found: by words, by filters, or by both.
#[must_use]
pub fn no_result(query: &str, filters: bool) -> String {
    match (query, filters) {
        ("", _) => "No article fits these filters.".to_owned(),
        (query, false) => format!("No article matches “{query}”."),
        (query, true) => format!("No article matches “{query}” with these filters."),
    }
}

/// Articles without visits: "These 4 articles report no visit."
#[must_use]
pub fn no_visits(articles: usize) -> String {
    match articles {
        1 => "This article reports no visit.".to_owned(),
        _ => format!(
            "These {} report no visit.",
            super::count(articles, "article", "articles")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damage_is_told_in_numbers_that_differ() {
        let told = |expected, got| unreadable(ReadError::Truncated { expected, got });
        assert_eq!(
            told(412_000, 380_000),
            "The articles arrived damaged (expected 412 KB, got 380 KB)."
        );
        assert_eq!(
            told(10_010, 10_005),
            "The articles arrived damaged (expected 10,010 bytes, got 10,005 bytes)."
        );
    }

    #[test]
    fn articles_without_visits_are_counted() {
        assert_eq!(no_visits(1), "This article reports no visit.");
        assert_eq!(no_visits(4), "These 4 articles report no visit.");
    }
}
