//! The settings of a collection: `collection.toml` at the top of its folder.

use dateline_model::Problem;

use crate::keys::nearest_of;
use crate::read::toml_entries;
use crate::record_settings::{self, RecordSettings};
use crate::report::Report;
use crate::source::Source;
use crate::take;
use crate::value::{Entry, Kind};

/// The keys of the file.
const KEYS: [&str; 11] = [
    "title",
    "description",
    "about",
    "locale",
    "report",
    "group_by",
    "checked_only",
    "aliases",
    "names",
    "leave_out",
    "record",
];

/// What `group_by` may say.
const GROUPINGS: [&str; 5] = ["country", "visitor", "visitor-country", "source", "kind"];

/// What a publisher says of a collection as a whole. What is not said is `None` or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Its title, the page's first heading.
    pub title: Option<String>,
    /// One or two sentences on what it collects.
    pub description: Option<String>,
    /// What readers must know about it: paragraphs of plain text.
    pub about: Vec<String>,
    /// The language tag that dates and numbers are written by.
    pub locale: Option<String>,
    /// Where readers report a mistake: an address of a page or a mailbox.
    pub report: Option<String>,
    /// What the timeline groups visits by to begin with: `country`, `visitor`, `visitor-country`, `source` or `kind`.
    pub group_by: Option<String>,
    /// Whether only visits that a person has checked are published.
    pub checked_only: bool,
    /// Groups of names that mean the same to a search.
    pub aliases: Vec<Vec<String>>,
    /// People under several names: the label first, then the other writings.
    pub names: Vec<Vec<String>>,
    /// Folders and files below the input that are passed over.
    pub leave_out: Vec<String>,
    /// The record of visits.
    pub record: Option<RecordSettings>,
}

/// Reads `collection.toml`, with every problem in it. [`crate::sort_out`] does it too; who walks a folder asks first, for
/// the settings say what is left out and which table is the record.
#[must_use]
pub fn read_settings(source: &Source) -> (Settings, Vec<Problem>) {
    let mut report = Report::new(&source.path);
    let entries = toml_entries(source, &mut report);
    let mut settings = Settings::default();
    for entry in &entries {
        settings.take(entry, &mut report);
    }
    (settings, report.into_problems())
}

impl Settings {
    /// Whether a path below the folder is left out: it is one of [`Settings::leave_out`] or lies below one.
    #[must_use]
    pub fn leaves_out(&self, path: &str) -> bool {
        self.leave_out.iter().any(|left_out| {
            let rest = path.strip_prefix(left_out.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }

    fn take(&mut self, entry: &Entry, report: &mut Report) {
        match entry.key.as_str() {
            "title" => self.title = take::text(entry, report),
            "description" => self.description = take::text(entry, report),
            "about" => self.about = take::paragraphs(entry, report),
            "locale" => self.locale = take::text(entry, report),
            "report" => self.report = address(entry, report),
            "group_by" => self.group_by = grouping(entry, report),
            "checked_only" => self.checked_only = take::bool(entry, report) == Some(true),
            "aliases" => self.aliases = groups(entry, report),
            "names" => self.names = groups(entry, report),
            "leave_out" => self.leave_out = paths(entry, report),
            "record" => self.record = record_settings::read(entry, report),
            _ => unknown(entry, &KEYS, report),
        }
    }
}

/// Tells of a key that a table does not have.
pub(crate) fn unknown(entry: &Entry, known: &[&str], report: &mut Report) {
    let remedy = match nearest_of(&entry.key, known.iter().copied()) {
        Some(near) => format!("Write `{near}` if that is meant"),
        None => format!("Known keys are {}", known.join(", ")),
    };
    let message = format!("unknown key `{}`, ignored", entry.key);
    report.warn(entry.at, message, remedy);
}

/// The address of a page or of a mailbox; a bare mailbox gets its scheme. Placeholders in braces are the page's.
pub(crate) fn address(entry: &Entry, report: &mut Report) -> Option<String> {
    let words = take::text(entry, report)?;
    let is_address = ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| words.starts_with(scheme));
    if is_address {
        return Some(words);
    }
    if words.contains('@') && !words.contains([' ', '/', ':']) {
        return Some(format!("mailto:{words}"));
    }
    report.warn(
        entry.value.at,
        format!(
            "`{}` is neither the address of a page nor of a mailbox; ignored",
            entry.key
        ),
        "Write it with https:// or mailto: in front",
    );
    None
}

fn grouping(entry: &Entry, report: &mut Report) -> Option<String> {
    let words = take::text(entry, report)?.replace(' ', "-");
    if GROUPINGS.contains(&words.as_str()) {
        return Some(words);
    }
    report.warn(
        entry.value.at,
        format!("visits cannot be grouped by `{words}`; ignored"),
        format!("Write one of {}", GROUPINGS.join(", ")),
    );
    None
}

/// Groups of names: a list of lists, or a table whose keys are the first names of their groups.
fn groups(entry: &Entry, report: &mut Report) -> Vec<Vec<String>> {
    let group = |key: &str, value, report: &mut Report| {
        let entry = Entry {
            key: key.to_owned(),
            at: entry.at,
            value,
        };
        take::texts(&entry, report)
    };
    let mut groups: Vec<Vec<String>> = match &entry.value.kind {
        Kind::Table(inner) => inner
            .iter()
            .map(|one| {
                let mut names = vec![one.key.clone()];
                names.extend(group(&entry.key, one.value.clone(), report));
                names
            })
            .collect(),
        _ => take::items(&entry.value)
            .iter()
            .map(|value| group(&entry.key, value.clone(), report))
            .collect(),
    };
    groups.retain(|names| names.len() > 1);
    if groups.is_empty() {
        report.warn(
            entry.value.at,
            format!("`{}` has no group of two names or more; ignored", entry.key),
            "Write it as [[\"South Korea\", \"ROK\"], [\"Türkiye\", \"Turkey\"]]",
        );
    }
    groups
}

/// Paths below the folder, without a slash at either end.
fn paths(entry: &Entry, report: &mut Report) -> Vec<String> {
    let paths = take::texts(entry, report).into_iter();
    let plain = |path: String| {
        let path = path.trim_start_matches("./").trim_matches('/');
        path.to_owned()
    };
    paths.map(plain).filter(|path| !path.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(text: &str) -> (Settings, Vec<String>) {
        let (settings, problems) = read_settings(&Source::new("collection.toml", text));
        let problems = problems.iter().map(ToString::to_string);
        (settings, problems.collect())
    }

    #[test]
    fn everything_that_a_publisher_can_say_is_read() {
        let (settings, problems) = settings(
            "title = 'East Asia'\nreport = 'desk@example.org'\ngroup_by = 'visitor country'\nchecked_only = true\n\
             aliases = [['South Korea', 'ROK']]\nleave_out = ['./demo/', 'a.md']\n\
             [names]\n'Kim Jong Un' = ['Kim Jong-un', 'Kim Jong Eun']\n'Joe Biden' = 'Joseph R. Biden'\n\
             [record]\ncountry = 'United States'\nfirst = 1866\nlast = 2023\nroles = ['President']\nurl = 'https://example.org'\n",
        );
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(settings.report.as_deref(), Some("mailto:desk@example.org"));
        assert_eq!(settings.group_by.as_deref(), Some("visitor-country"));
        assert!(settings.checked_only);
        assert_eq!(settings.aliases, [["South Korea", "ROK"]]);
        assert_eq!(settings.leave_out, ["demo", "a.md"]);
        assert_eq!(settings.names.len(), 2);
        assert_eq!(
            settings.names[0],
            ["Kim Jong Un", "Kim Jong-un", "Kim Jong Eun"]
        );
        let record = settings.record.unwrap();
        assert_eq!((record.first, record.last), (Some(1866), Some(2023)));
        assert_eq!(record.file, "visits.csv");
    }

    #[test]
    fn what_is_said_about_a_collection_is_cut_into_paragraphs() {
        for text in [
            "about = \"\"\"\nOne\nline.\n\n  Two.\n\"\"\"",
            "about = ['One line.', 'Two.']",
            "about = \"One  line.\\n \\nTwo.\"",
        ] {
            let (settings, problems) = settings(text);
            assert_eq!(problems, Vec::<String>::new());
            assert_eq!(settings.about, ["One line.", "Two."]);
        }
    }

    #[test]
    fn each_slip_is_one_report_and_costs_one_key() {
        for (text, told) in [
            (
                "titel = 'x'",
                "collection.toml:1:1: warning: unknown key `titel`, ignored. Write `title` if that is meant.",
            ),
            (
                "group_by = 'lane'",
                "collection.toml:1:12: warning: visits cannot be grouped by `lane`; ignored. Write one of country, visitor, visitor-country, source, kind.",
            ),
            (
                "report = 'the desk'",
                "collection.toml:1:10: warning: `report` is neither the address of a page nor of a mailbox; ignored. Write it with https:// or mailto: in front.",
            ),
            (
                "aliases = ['ROK']",
                "collection.toml:1:11: warning: `aliases` has no group of two names or more; ignored. Write it as [[\"South Korea\", \"ROK\"], [\"Türkiye\", \"Turkey\"]].",
            ),
            (
                "[record]\nfrist = 1866",
                "collection.toml:2:1: warning: unknown key `frist`, ignored. Write `first` if that is meant.",
            ),
            (
                "[record]\nfirst = 'long ago'",
                "collection.toml:2:9: warning: `first` should be a year, not text; ignored. Write a year for `first`, or leave it out.",
            ),
        ] {
            assert_eq!(settings(text).1, [told]);
        }
    }
}
