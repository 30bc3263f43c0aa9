//! What front matter or a sidecar says of an article.

use dateline_model::{Edtf, Location, Place};

use crate::authored::Authored;
use crate::keys::{Key, meaning, nearest};
use crate::report::Report;
use crate::value::{Entry, Kind};
use crate::{authored_read, links, published, take};

/// Everything that can be said beside the text; what is not said is empty.
#[derive(Debug, Default)]
pub(crate) struct Meta {
    pub(crate) id: Option<(String, Location)>,
    pub(crate) title: Option<String>,
    pub(crate) published: Option<Edtf>,
    /// Whether a date was given at all, readable or not.
    pub(crate) dated: bool,
    pub(crate) byline: Vec<String>,
    pub(crate) dateline: Option<Place>,
    pub(crate) source: Option<String>,
    pub(crate) genre: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) topics: Vec<String>,
    pub(crate) note: Option<String>,
    pub(crate) record: Vec<String>,
    /// The file and the place that name the rows of the record.
    pub(crate) record_at: Option<(String, Location)>,
    pub(crate) draft: Option<bool>,
    pub(crate) authored: Authored,
}

impl Meta {
    /// Reads the keys of one file.
    pub(crate) fn read(entries: &[Entry], file: &str, report: &mut Report) -> Self {
        let mut claims = Vec::new();
        collect(entries, false, &mut claims, report);
        claims.sort_by_key(|claim| (claim.nested, claim.rank));
        let mut meta = Self::default();
        for claim in claims {
            meta.take(claim.key, claim.entry, file, report);
        }
        meta
    }

    /// This, with what `other` says where this says nothing.
    pub(crate) fn or(self, other: Self) -> Self {
        let longer = |one: Vec<String>, two| if one.is_empty() { two } else { one };
        Self {
            id: self.id.or(other.id),
            title: self.title.or(other.title),
            published: self.published.or(other.published),
            dated: self.dated || other.dated,
            byline: longer(self.byline, other.byline),
            dateline: self.dateline.or(other.dateline),
            source: self.source.or(other.source),
            genre: self.genre.or(other.genre),
            url: self.url.or(other.url),
            language: self.language.or(other.language),
            topics: longer(self.topics, other.topics),
            note: self.note.or(other.note),
            record_at: self.record_at.or(other.record_at),
            record: longer(self.record, other.record),
            draft: self.draft.or(other.draft),
            authored: self.authored.or(other.authored),
        }
    }

    /// Takes one key; of several with one meaning the first stands.
    fn take(&mut self, key: Key, entry: &Entry, file: &str, report: &mut Report) {
        match key {
            Key::Id => keep(&mut self.id, || {
                Some((take::text(entry, report)?, entry.at))
            }),
            Key::Title => keep(&mut self.title, || take::text(entry, report)),
            Key::Date => self.date(entry, report),
            Key::Published => match entry.value.kind {
                Kind::Bool(published) => keep(&mut self.draft, || Some(!published)),
                _ => self.date(entry, report),
            },
            Key::Byline => add(&mut self.byline, take::texts(entry, report)),
            Key::Dateline => keep(&mut self.dateline, || {
                authored_read::place(&entry.key, &entry.value, report)
            }),
            Key::Source => keep(&mut self.source, || take::text(entry, report)),
            Key::Genre => keep(&mut self.genre, || take::text(entry, report)),
            Key::Url => keep(&mut self.url, || url(entry, report)),
            Key::Language => keep(&mut self.language, || language(entry, report)),
            Key::Topics => add(&mut self.topics, topics(entry, report)),
            Key::Note => keep(&mut self.note, || take::text(entry, report)),
            Key::Record => {
                add(&mut self.record, take::texts(entry, report));
                self.record_at = Some((file.to_owned(), entry.value.at));
            }
            Key::Draft => keep(&mut self.draft, || take::bool(entry, report)),
            Key::People => self
                .authored
                .people
                .extend(authored_read::people(entry, report)),
            Key::Places => self
                .authored
                .places
                .extend(authored_read::places(entry, report)),
            Key::Visits => {
                let visits = authored_read::visits(entry, file, report);
                self.authored.visits.extend(visits);
            }
            Key::Nested | Key::Foreign => {}
        }
    }

    fn date(&mut self, entry: &Entry, report: &mut Report) {
        if self.published.is_some() {
            return;
        }
        let Some(words) = take::text(entry, report) else {
            self.dated |= entry.value.kind != Kind::Null;
            return;
        };
        self.dated = true;
        self.published = published::read(&words, entry.value.at, report);
    }
}

/// A known key of a file.
#[derive(Debug)]
struct Claim<'a> {
    key: Key,
    rank: usize,
    nested: bool,
    entry: &'a Entry,
}

/// The known keys; foreign ones are reported, unless they stand in a table that is meant for them.
fn collect<'a>(
    entries: &'a [Entry],
    nested: bool,
    claims: &mut Vec<Claim<'a>>,
    report: &mut Report,
) {
    for entry in entries {
        match meaning(&entry.key) {
            Some((Key::Nested, _)) if !nested => {
                if let Some(inner) = take::table(&entry.key, &entry.value, report) {
                    collect(inner, true, claims, report);
                }
            }
            Some((key, rank)) => claims.push(Claim {
                key,
                rank,
                nested,
                entry,
            }),
            None if !nested => unknown(entry, report),
            None => {}
        }
    }
}

fn unknown(entry: &Entry, report: &mut Report) {
    let key: String = entry.key.chars().take(60).collect();
    let remedy = match nearest(&key) {
        Some(near) => format!("Write `{near}` if that is meant"),
        None => "Take it out, or move it into a table `extra`, where any key may stand".to_owned(),
    };
    report.warn(entry.at, format!("unknown key `{key}`, ignored"), remedy);
}

fn keep<T>(slot: &mut Option<T>, read: impl FnOnce() -> Option<T>) {
    if slot.is_none() {
        *slot = read();
    }
}

/// Adds what is not there yet.
fn add(list: &mut Vec<String>, more: Vec<String>) {
    for one in more {
        if !list.contains(&one) {
            list.push(one);
        }
    }
}

/// Topics; one text may name several between commas.
fn topics(entry: &Entry, report: &mut Report) -> Vec<String> {
    let texts = take::texts(entry, report);
    if matches!(entry.value.kind, Kind::List(_)) {
        return texts;
    }
    let parts = texts.iter().flat_map(|text| text.split(','));
    parts.filter_map(take::filled).collect()
}

fn url(entry: &Entry, report: &mut Report) -> Option<String> {
    let words = take::text(entry, report)?;
    let url = links::web_page(&words);
    if url.is_none() {
        report.warn(
            entry.value.at,
            format!("`{}` is not the address of a web page; ignored", entry.key),
            "Write the whole address, beginning with https://",
        );
    }
    url
}

/// A language tag such as `en` or `ko-KR` (the shape of BCP 47, not its registry); `_` counts as `-`.
fn language(entry: &Entry, report: &mut Report) -> Option<String> {
    let tag = take::text(entry, report)?.replace('_', "-");
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let is_tag = (2..=8).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
    if !is_tag {
        report.warn(
            entry.value.at,
            format!("`{}` is not a language tag; ignored", entry.key),
            "Write a tag such as en, ko or zh-Hant",
        );
    }
    is_tag.then_some(tag)
}
