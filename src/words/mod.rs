//! Every string of the interface. Nothing else in the app holds words for people.
//!
//! Plain words: what the code calls evidence, facet, lane, confidence has other names here.

mod about;
mod dialogs;
pub mod locale;
mod record;
mod search;
mod state;
mod style;
mod table;
mod told;
mod visit;
pub mod when;

pub use about::*;
pub use dialogs::*;
pub use record::*;
pub use search::*;
pub use state::*;
pub use style::*;
pub use table::*;
pub use told::{chosen, differ, plan, side, teller};
pub use visit::{gloss, kind, mark_name, office, route, status_word, talks_line};

/// The first page, in the menu.
pub const EXPLORE: &str = "Explore";
/// The page of the visits, in the menu and as its heading.
pub const VISITS: &str = "Visits";
/// The page about the collection.
pub const ABOUT: &str = "About";
/// The name of the menu.
pub const MENU: &str = "Pages";

/// The product, in the footer alone.
pub const MADE_WITH: &str = "Made with Dateline";

/// Where something comes from.
pub const SOURCE: &str = "Source";
/// The name of the search box.
pub const SEARCH_LABEL: &str = "Search articles";
/// The heading and name of the timeline.
pub const TIMELINE: &str = "Timeline of visits";
/// The name of the filters.
pub const FILTERS: &str = "Filters";
/// The name of the list.
pub const ARTICLES: &str = "Articles";
/// The first stop of the keyboard.
pub const SKIP: &str = "To the articles";
/// The theme button and its menu.
pub const THEME: &str = "Theme";
/// Removes what narrows.
pub const CLEAR_FILTERS: &str = "Clear filters";
/// The name of the list of chosen filters.
pub const CHOSEN: &str = "Chosen filters";
/// Other articles that report the same visit.
pub const ALSO_IN: &str = "Also in";
/// The articles report visits, but none that the filter leaves.
pub const NO_VISIT_FITS: &str = "No visit in these articles fits these filters.";
/// The removable chip of a stretch of time.
pub const HAPPENED: &str = "Happened";
/// The link to where an article stood first.
pub const ORIGINAL: &str = "Original";
/// Who went.
pub const WHO: &str = "Who";
/// Where to.
pub const WHERE: &str = "Where";
/// When.
pub const WHEN: &str = "When";
/// What kind of visit.
pub const KIND: &str = "Kind";
/// Talks during the visit.
pub const TALKS: &str = "Talks";
/// The order of the list.
pub const ORDER: &str = "Order";
/// The timeline without visits.
pub const NO_DATED_VISITS: &str = "No visit with a date in these articles.";
/// The way back from an article.
pub const BACK: &str = "Back to the list";
/// Goes to the match before.
pub const PREVIOUS_MATCH: &str = "Previous match";
/// Goes to the match after.
pub const NEXT_MATCH: &str = "Next match";
/// Copies the address of what is shown.
pub const COPY_LINK: &str = "Copy link";
/// What a copied link says.
pub const LINK_COPIED: &str = "Link copied";
/// Copies a sentence or a passage with its date, source, headline and link.
pub const COPY_QUOTATION: &str = "Copy quotation";
/// What a copied quotation says.
pub const QUOTATION_COPIED: &str = "Quotation copied";
/// Copies the address of a passage.
pub const COPY_PASSAGE_LINK: &str = "Copy link to this passage";
/// What copying says while no passage is selected.
pub const NOTHING_SELECTED: &str = "First select a passage of the article.";
/// Goes to the sentence that reports a visit.
pub const TO_SENTENCE: &str = "To the sentence";
/// The passage that a link points to is no longer there.
pub const PASSAGE_GONE: &str =
    "The passage this link points to has changed. This is the article today.";
/// The link from the count to what counts.
pub const HOW_FOUND: &str = "How visits are found";
/// The same below a list without visits.
pub const WHAT_COUNTS_LINK: &str = "What counts";
/// What a refused copy says.
pub const COPY_BY_HAND: &str = "Select and copy this text.";
/// Opens the article behind a mark.
pub const OPEN_ARTICLE: &str = "Open article";
/// Where the collection hears of mistakes.
pub const REPORT: &str = "Report a mistake";
/// Opens the page of a visit.
pub const OPEN_VISIT: &str = "All about this visit";
/// The facts of a visit, for who goes by headings.
pub const WHAT_WAS_READ: &str = "What was read";
/// Goes from a visit's page to its mark.
pub const ON_TIMELINE: &str = "Show on the timeline";
/// Where a visit has no place.
pub const PLACE_NOT_GIVEN: &str = "Place not given";
/// The link from a name to the articles that have it.
pub const SHOW_ARTICLES: &str = "Show the articles";
/// The heading of a person's own visits.
pub const AS_VISITOR: &str = "As visitor";
/// The heading of visits that a person received.
pub const AS_HOST: &str = "As host";
/// The heading of visits to a place.
pub const VISITS_TO: &str = "Visits to this place";
/// The heading of visits from a country.
pub const VISITS_FROM: &str = "Visits from here";
/// The heading of how often a name is there.
pub const MENTIONS: &str = "Mentions over time";
/// Zooming.
pub const ZOOM_IN: &str = "Zoom in";
/// Zooming.
pub const ZOOM_OUT: &str = "Zoom out";
/// Shows the whole time.
pub const ALL: &str = "All";
/// Opens the panel of dates.
pub const DATES: &str = "Dates";
/// The heading of the panel of dates.
pub const DATES_HEADING: &str = "Only what happened";
/// The first date of a stretch of time.
pub const DATES_FROM: &str = "from";
/// Its last date.
pub const DATES_TO: &str = "to";
/// What can be written as a date.
pub const DATES_HINT: &str = "A year, a month or a day: 2025, 2025-10, 2025-10-25.";
/// What was written is no date.
pub const DATES_REFUSED: &str =
    "This is no date. Write a year, a month or a day: 2025, 2025-10, 2025-10-25.";
/// Chooses what the timeline shows.
pub const DATES_ON_SHOW: &str = "Only the months on show";
/// Chooses everything again.
pub const ANY_TIME: &str = "Any time";
/// What the grey line under the axis is.
pub const COVERAGE: &str = "The grey line under the timeline marks months that have articles. Where it is missing, nothing was collected; that is not to say that nothing happened.";
/// The name of the handle at the beginning of a stretch of time.
pub const FIRST_DATE: &str = "First date";
/// The name of the handle at its end.
pub const LAST_DATE: &str = "Last date";
/// What stands before the choice of rows.
pub const GROUP_BY: &str = "Group by: ";
/// What stands before the choice of their order.
pub const LANE_ORDER: &str = "Order: ";
/// Where an article has no source.
pub const NO_SOURCE: &str = "Source not given";
/// Where an article has no date.
pub const NO_DATE: &str = "Date not given";
/// The column beside the list.
pub const VISITS_REPORTED: &str = "Visits that this article reports";
/// Related visits below an article.
pub const VISITS_HERE: &str = "Visits in this article";

/// "12 articles, 5 visits".
#[must_use]
pub fn counts(articles: usize, visits: usize) -> String {
    format!(
        "{}, {}",
        count(articles, "article", "articles"),
        count(visits, "visit", "visits")
    )
}

/// "1 article", "1,204 articles".
#[must_use]
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!(
        "{} {}",
        grouped(number),
        if number == 1 { one } else { many }
    )
}

/// A number with a comma at every thousand.
#[must_use]
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// What the empty search box says.
#[must_use]
pub fn search_placeholder(articles: usize) -> String {
    format!("Search {}", count(articles, "article", "articles"))
}

/// The legend of a facet.
#[must_use]
pub fn facet(facet: dateline_bundle::Facet) -> &'static str {
    use dateline_bundle::Facet;
    match facet {
        Facet::Person => "Person",
        Facet::Place => "Place",
        Facet::Source => "Source",
        Facet::Topic => "Topic",
        Facet::Kind => "Kind",
        Facet::Year => "Year",
    }
}

/// The label of a facet's value: kinds have words of their own, all else stands as it is.
#[must_use]
pub fn facet_value(facet: dateline_bundle::Facet, value: &str) -> String {
    let known = dateline_model::Kind::ALL
        .into_iter()
        .find(|kind| kind.name() == value);
    match (facet, known) {
        (dateline_bundle::Facet::Kind, Some(known)) => when::capitalised(kind(known)),
        _ => value.to_owned(),
    }
}

/// The accessible name of a filter's box: "Beijing, 12", or "Beijing, 12, left out".
#[must_use]
pub fn facet_name(label: &str, count: u32, excluded: bool) -> String {
    format!(
        "{label}, {}{}",
        grouped(count as usize),
        if excluded { ", left out" } else { "" }
    )
}

/// What stands before a chosen value: "Place", "Not: Place".
#[must_use]
pub fn choice_prefix(facet: dateline_bundle::Facet, exclude: bool) -> String {
    format!(
        "{}{}",
        if exclude { "Not: " } else { "" },
        self::facet(facet)
    )
}

/// The accessible name of a chosen filter: "Remove Place Beijing".
#[must_use]
pub fn remove_choice(facet: dateline_bundle::Facet, label: &str, exclude: bool) -> String {
    format!("Remove {} {label}", choice_prefix(facet, exclude))
}

/// The label of what is open: chosen by the reader, or the newest of all or of a selection; a visit, or else talks.
#[must_use]
pub fn sentence_label(chosen: bool, filtered: bool, visit: bool) -> &'static str {
    match (chosen, filtered, visit) {
        (true, _, true) => "The sentence behind this mark",
        (true, _, false) => "The sentence behind these talks",
        (false, true, true) => "Latest visit in this selection",
        (false, true, false) => "Latest talks in this selection",
        (false, false, true) => "Latest visit",
        (false, false, false) => "Latest talks",
    }
}

/// Who says so, and how much more the article says: "Read from the text, with 4 more sentences".
#[must_use]
pub fn provenance(origin: dateline_model::Origin, more: usize) -> String {
    use dateline_model::Origin;
    let origin = match origin {
        Origin::Extracted => "Read from the text",
        Origin::Authored => "Entered by the editor",
        Origin::Record => "Listed in the public record",
    };
    match more {
        0 => origin.to_owned(),
        _ => format!(
            "{origin}, with {}",
            count(more, "more sentence", "more sentences")
        ),
    }
}

/// What another article says of the date: "This article says: May 2019".
#[must_use]
pub fn says_only(date: dateline_model::Edtf) -> String {
    format!("This article says: {}", when::date(date))
}

/// How else articles write a name: "Also written “ROK”, “Republic of Korea”".
#[must_use]
pub fn also_written(writings: &[String]) -> String {
    format!("Also written “{}”", writings.join("”, “"))
}

/// The month or year of some mentions.
#[must_use]
pub fn period(begins: Option<dateline_model::Day>, is_year: bool) -> String {
    match begins {
        None => NO_DATE.to_owned(),
        Some(day) if is_year => day.year().to_string(),
        Some(day) => when::window(day, day),
    }
}

/// "9 mentions in 2 articles".
#[must_use]
pub fn mentions(mentions: usize, articles: usize) -> String {
    format!(
        "{} in {}",
        count(mentions, "mention", "mentions"),
        count(articles, "article", "articles")
    )
}

/// A stretch of time that was asked for: "2025 – January 2026", "November 2025", "from 2025", "until January 2026".
#[must_use]
pub fn range(from: Option<dateline_model::Edtf>, to: Option<dateline_model::Edtf>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from == to => when::date(from),
        (Some(from), Some(to)) => format!("{} – {}", when::date(from), when::date(to)),
        (Some(from), None) => format!("from {}", when::date(from)),
        (None, Some(to)) => format!("until {}", when::date(to)),
        (None, None) => String::new(),
    }
}

/// The accessible name of the chip of a stretch of time.
#[must_use]
pub fn remove_range(range: &str) -> String {
    format!("Remove {HAPPENED} {range}")
}

/// "3 talks". One of them has no word of its own.
pub fn count_talks(talks: usize) -> String {
    count(talks, "round of talks", "talks")
}

/// "12 articles, 5 visits, 3 talks", while somebody looks for talks.
#[must_use]
pub fn counts_with_talks(articles: usize, visits: usize, talks: usize) -> String {
    [&counts(articles, visits), ", ", &count_talks(talks)].concat()
}

/// The name of a row of the timeline: its country, or "Others (3)", or what the only row holds.
#[must_use]
pub fn lane_name(name: Option<&str>, names: usize, only: bool) -> String {
    match name {
        Some(name) => name.to_owned(),
        None if only => "All visits".to_owned(),
        None => format!("Others ({})", grouped(names)),
    }
}

/// The accessible name of a cluster: "3 visits, 4 May – 6 June 2019: Abe Shinzo, Moon Jae-in". Unless all its dates are
/// `exact`, only the months are named.
#[must_use]
pub fn cluster_name(
    number: usize,
    (first, last): (dateline_model::Day, dateline_model::Day),
    exact: bool,
    names: &str,
) -> String {
    use dateline_model::Edtf;
    let days = Edtf::interval(Edtf::day(first), Edtf::day(last)).filter(|_| exact);
    let days = days.map_or_else(|| when::window(first, last), when::date);
    format!("{}, {days}: {names}", count(number, "visit", "visits"))
}

/// The footer: the product, and the build where it is known.
#[must_use]
pub fn made_with(build: &str) -> String {
    if build.is_empty() {
        MADE_WITH.to_owned()
    } else {
        format!("{MADE_WITH} · build {build}")
    }
}

/// What the rows of the timeline stand for.
#[must_use]
pub fn group(group: crate::view::Group) -> &'static str {
    use crate::view::Group;
    match group {
        Group::Country => "country visited",
        Group::Visitor => "visitor",
        Group::VisitorCountry => "visitor’s country",
        Group::Source => "source",
        Group::Kind => "kind",
    }
}

/// The order of these rows.
#[must_use]
pub fn lane_order(order: dateline_timeline::LaneOrder) -> &'static str {
    use dateline_timeline::LaneOrder;
    match order {
        LaneOrder::Count => "most visits",
        LaneOrder::First => "first visit",
        LaneOrder::Name => "name",
    }
}

/// What the timeline says of days without a visit.
#[must_use]
pub fn empty_stretch(first: dateline_model::Day, last: dateline_model::Day) -> String {
    let mut text = String::from("No visits in ");
    text.push_str(&when::window(first, last));
    text.push_str(" in these articles. That does not mean that none took place.");
    text
}

/// "2 without a date".
#[must_use]
pub fn undated(number: usize) -> String {
    grouped(number) + " without a date"
}

/// "17 more".
#[must_use]
pub fn more(number: usize) -> String {
    format!("{} more", grouped(number))
}

/// "24 earlier", "3 later".
#[must_use]
pub fn outside(number: usize, later: bool) -> String {
    format!(
        "{} {}",
        grouped(number),
        if later { "later" } else { "earlier" }
    )
}

/// "3 of 12", for matches.
#[must_use]
pub fn position(index: usize, of: usize) -> String {
    format!("{} of {}", grouped(index), grouped(of))
}

/// "12 matches", "Match 3 of 12" from 0 on, or "No match in this article".
#[must_use]
pub fn matches(current: Option<usize>, of: usize) -> String {
    match current {
        _ if of == 0 => "No match in this article".to_owned(),
        None => count(of, "match", "matches"),
        Some(current) => format!("Match {}", position(current + 1, of)),
    }
}

/// The name of a theme.
#[must_use]
pub fn theme(theme: crate::browser::theme::Theme) -> &'static str {
    use crate::browser::theme::Theme;
    match theme {
        Theme::System => "As the system",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    }
}

/// The order of the list.
#[must_use]
pub fn sort(sort: dateline_bundle::Sort) -> &'static str {
    use dateline_bundle::Sort;
    match sort {
        Sort::Relevance => "Best match",
        Sort::Newest => "Newest first",
        Sort::Oldest => "Oldest first",
    }
}

/// The title of the tab.
#[must_use]
pub fn tab_title(article: Option<&str>, collection: &str) -> String {
    article.map_or_else(
        || collection.to_owned(),
        |headline| format!("{headline} · {collection}"),
    )
}

/// Date, source and genre of an article in one line.
#[must_use]
pub fn article_line(article: &dateline_model::Article) -> String {
    let date = article
        .published
        .map_or_else(|| NO_DATE.to_owned(), when::date);
    let source = article
        .source
        .clone()
        .unwrap_or_else(|| NO_SOURCE.to_owned());
    let genre = article.genre.as_ref().map(|genre| genre.replace('-', " "));
    joined(
        &[Some(when::capitalised(&date)), Some(source), genre],
        " · ",
    )
}

/// A sentence as it is copied: its words, date and source, headline, what a reader must know of the article, and a link.
#[must_use]
pub fn quotation(sentence: &str, article: &dateline_model::Article, link: &str) -> String {
    let quoted = ["“", sentence, "”"].concat();
    let lines = [
        Some(quoted),
        Some(article_line(article)),
        Some(article.headline.clone()),
        article.note.clone(),
        Some(link.to_owned()),
    ];
    joined(&lines, "\n")
}

/// The words that there are, with something between them.
#[must_use]
pub fn joined(words: &[Option<String>], between: &str) -> String {
    let mut line = String::new();
    for words in words.iter().flatten() {
        if !line.is_empty() {
            line.push_str(between);
        }
        line.push_str(words);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_says_where_it_stands_and_what_it_is() {
        let mut article = crate::fixture::article("Lee in Beijing", "2026-01-12", "");
        article.note = Some("Written for a demo.".to_owned());
        assert_eq!(
            quotation("Lee came.", &article, "https://a.example/#/article/a"),
            "“Lee came.”\n12 January 2026 · Source not given\nLee in Beijing\nWritten for a demo.\n\
             https://a.example/#/article/a"
        );
    }

    #[test]
    fn counts_read_well() {
        assert_eq!(counts(1, 2), "1 article, 2 visits");
        assert_eq!(counts(12, 1), "12 articles, 1 visit");
        assert_eq!(counts(1204, 0), "1,204 articles, 0 visits");
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_000_000), "1,000,000");
        assert_eq!(facet_name("Beijing", 12, false), "Beijing, 12");
        assert_eq!(
            counts_with_talks(2, 0, 1),
            "2 articles, 0 visits, 1 round of talks"
        );
        assert_eq!(counts_with_talks(2, 0, 3), "2 articles, 0 visits, 3 talks");
    }
}
