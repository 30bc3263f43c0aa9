//! The settings of a collection: `collection.toml` at the top of its folder.

use dateline_model::Problem;

use crate::keys::nearest_of;
use crate::read::toml_entries;
use crate::report::Report;
use crate::source::Source;
use crate::take;

/// The keys of the file.
const KEYS: [&str; 5] = ["title", "description", "locale", "report", "group_by"];

/// What a publisher says of a collection as a whole. What is not said is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Its title, the page's first heading.
    pub title: Option<String>,
    /// One or two sentences on what it collects.
    pub description: Option<String>,
    /// The language tag that dates and numbers are written by.
    pub locale: Option<String>,
    /// Where readers report a mistake.
    pub report: Option<String>,
    /// What the timeline groups visits by to begin with.
    pub group_by: Option<String>,
}

/// Reads `collection.toml`.
pub(crate) fn read(source: &Source) -> (Settings, Vec<Problem>) {
    let mut report = Report::new(&source.path);
    let entries = toml_entries(source, &mut report);
    let mut settings = Settings::default();
    for entry in &entries {
        let field = match entry.key.as_str() {
            "title" => &mut settings.title,
            "description" => &mut settings.description,
            "locale" => &mut settings.locale,
            "report" => &mut settings.report,
            "group_by" => &mut settings.group_by,
            other => {
                let remedy = match nearest_of(other, KEYS) {
                    Some(near) => format!("Write `{near}` if that is meant"),
                    None => format!("Known keys are {}", KEYS.join(", ")),
                };
                report.warn(entry.at, format!("unknown key `{other}`, ignored"), remedy);
                continue;
            }
        };
        *field = take::text(entry, &mut report);
    }
    (settings, report.into_problems())
}
