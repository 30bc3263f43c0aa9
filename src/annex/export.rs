//! Files of what is shown, to save or to copy.

use std::rc::Rc;

use dateline_bundle::{Collection, Selection};
use dateline_export::{
    Stamp, articles_csv, articles_json, event_days, visits_csv, visits_ics, visits_json,
};
use dateline_model::{Article, ArticleId, Visit};
use yew::prelude::*;

use super::dialog::{choice, frame, option};
use super::picture;
use crate::browser::{download, location};
use crate::components::copy::copying;
use crate::context::Shown;
use crate::view::{Action, Copied, Dialog, Format, Subject, codec};
use crate::words;

/// Where the columns of a table begin to be read as UTF-8 by spreadsheets; only in files, never in copied text.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The dialog, with what is chosen in it.
pub fn export(shown: &Shown, subject: Subject, format: Format) -> Html {
    let file = Rc::new(File::of(shown, subject, format));
    let copied = Rc::clone(&file);
    let content = html! {
        <>
            { view_choices(shown, subject, format) }
            <p class="hint">{ hint(shown, format) }</p>
            if download::is_refused() { <p class="hint">{ words::NO_DOWNLOADS }</p> }
            <p class="dialog-actions">
                <button type="button" class="main-button" onclick={Callback::from(move |_: MouseEvent| file.save())}>{ words::DOWNLOAD }</button>
                <button type="button" onclick={copying(shown, words::COPY_INSTEAD, move || copied.text())}>{ words::COPY_INSTEAD }</button>
            </p>
            <p class="dialog-status" role="status">
                if shown.ui.copied == Copied::Done { { words::TEXT_COPIED } }
            </p>
            if let Copied::Refused(text) = &shown.ui.copied {
                <label class="copy-by-hand">
                    { words::COPY_BY_HAND }
                    <textarea readonly=true rows="5" value={text.clone()} />
                </label>
            }
        </>
    };
    frame(shown, "dialog", words::EXPORT_HEADING, content)
}

fn view_choices(shown: &Shown, subject: Subject, format: Format) -> Html {
    let (articles, visits) = (shown.selection.articles.len(), shown.visits().count());
    let talks = shown.selection.visits.len() - visits;
    let mut subjects = Vec::new();
    for each in Subject::ALL {
        let first = each.formats().contains(&format);
        let format = if first { format } else { Format::Csv };
        let action = Action::Dialog(Some(Dialog::Export(each, format)));
        let label = words::subject(each, articles, visits, talks);
        subjects.push(option(shown, "subject", label, each == subject, action));
    }
    let mut formats = Vec::new();
    for each in subject.formats() {
        let action = Action::Dialog(Some(Dialog::Export(subject, *each)));
        let label = words::format(*each).to_owned();
        formats.push(option(shown, "format", label, *each == format, action));
    }
    html! {
        <div class="choices">
            { choice(words::SUBJECT, subjects) }
            { choice(words::FORMAT, formats) }
        </div>
    }
}

/// What the reader should know of a format before choosing it.
fn hint(shown: &Shown, format: Format) -> String {
    if format != Format::Ics {
        return String::new();
    }
    let keys = shown.selection.visits.iter();
    let visits = keys.filter_map(|&key| shown.visit(key));
    words::left_out(visits.filter(|visit| event_days(visit).is_none()).count())
}

/// What a file is made of, at the moment when it is asked for.
struct File {
    collection: Rc<Collection>,
    selection: Selection,
    build: String,
    address: String,
    subject: Subject,
    format: Format,
    /// The timeline as it is shown, if that is asked for.
    picture: String,
}

impl File {
    fn of(shown: &Shown, subject: Subject, format: Format) -> Self {
        let mut file = Self {
            collection: Rc::clone(shown.collection),
            selection: shown.selection.clone(),
            build: shown.build.to_owned(),
            address: location::address(&codec::write(&shown.state.alone())),
            subject,
            format,
            picture: String::new(),
        };
        if format == Format::Svg {
            file.picture = picture::picture(shown, &file.stamp());
        }
        file
    }

    /// Where it is from.
    fn stamp(&self) -> Stamp<'_> {
        Stamp {
            collection: &self.collection.contents().about.title,
            build: &self.build,
            address: &self.address,
            exported: download::today(),
        }
    }

    fn save(&self) {
        let mut text = self.text();
        if self.format == Format::Csv {
            text.insert_str(0, BYTE_ORDER_MARK);
        }
        let title = plain(&self.collection.contents().about.title);
        let (subject, format) = (self.subject.name(), self.format.name());
        let name = format!("{title}-{subject}.{format}");
        // Where it is refused, nothing says so: the text can be copied in any case.
        let _ = download::save(&text, &name, self.format.media_type());
    }

    fn text(&self) -> String {
        let stamp = self.stamp();
        let mut articles: Vec<&Article> = Vec::new();
        for article in &self.selection.articles {
            articles.extend(self.collection.entry(*article).map(|entry| &entry.article));
        }
        let mut visits: Vec<&Visit> = Vec::new();
        for visit in &self.selection.visits {
            visits.extend(self.collection.contents().visits.get(*visit as usize));
        }
        let lookup = |id: &ArticleId| {
            let article = self.collection.article(id)?;
            Some(&self.collection.entry(article)?.article)
        };
        match (self.subject, self.format) {
            (Subject::Articles, Format::Json) => articles_json(&articles, &visits, &stamp),
            (Subject::Articles, _) => articles_csv(&articles, &visits, &stamp),
            (Subject::Visits, Format::Csv) => visits_csv(&visits, &stamp, &lookup),
            (Subject::Visits, Format::Json) => visits_json(&visits, &stamp, &lookup),
            (Subject::Visits, Format::Ics) => visits_ics(&visits, &stamp, &lookup),
            (Subject::Visits, Format::Svg) => self.picture.clone(),
        }
    }
}
/// A title as the beginning of a file's name: its plain letters and digits. Not `dateline_model::slug`, whose tables of all
/// capital letters weigh five kilobytes.
fn plain(title: &str) -> String {
    let mut name = String::new();
    for word in title.split(|c: char| !c.is_ascii_alphanumeric()) {
        if !word.is_empty() {
            if !name.is_empty() {
                name.push('-');
            }
            name.push_str(&word.to_ascii_lowercase());
        }
    }
    if name.is_empty() {
        name.push_str("dateline");
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_the_collection() {
        assert_eq!(
            plain("East Asia: who visited whom"),
            "east-asia-who-visited-whom"
        );
        assert_eq!(plain("\u{6771}\u{30a2}"), "dateline");
    }
}
