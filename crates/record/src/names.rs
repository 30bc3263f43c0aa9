//! One label for each person, place and country that a publisher lists under several names.

use std::collections::BTreeMap;

use dateline_bundle::record::RecordRow;
use dateline_model::{Mention, Visit, slug};

/// People, places and countries under several names, found by any of them whatever its case, accents and hyphens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    labels: BTreeMap<String, String>,
}

impl Names {
    /// Groups of names, the label first.
    #[must_use]
    pub fn new(groups: &[Vec<String>]) -> Self {
        let mut labels = BTreeMap::new();
        for names in groups {
            if let Some(label) = names.first() {
                labels.extend(names.iter().map(|name| (slug(name), label.clone())));
            }
        }
        Self { labels }
    }

    /// The label of a name, if the publisher gives one.
    #[must_use]
    pub fn label(&self, name: &str) -> Option<&str> {
        if self.labels.is_empty() {
            return None;
        }
        self.labels.get(&slug(name)).map(String::as_str)
    }

    /// Puts the labels into a visit.
    pub fn put_into_visit(&self, visit: &mut Visit) {
        if self.labels.is_empty() {
            return;
        }
        for person in &mut visit.visitors {
            self.put(&mut person.name);
            self.put_into(&mut person.country);
        }
        if let Some(host) = &mut visit.host {
            self.put_into(&mut host.person);
            self.put_into(&mut host.country);
        }
        let reported = visit
            .reports
            .iter_mut()
            .flat_map(|report| &mut report.places);
        for place in visit.places.iter_mut().chain(reported) {
            self.put(&mut place.name);
            self.put_into(&mut place.country);
        }
    }

    /// Puts the labels into a row of the record.
    pub(crate) fn put_into_row(&self, row: &mut RecordRow) {
        self.put(&mut row.visitor);
        self.put_into(&mut row.visitor_country);
        self.put_into(&mut row.host);
    }

    /// Puts the labels into what an article mentions; mentions that become the same are put together.
    pub fn put_into_mentions(&self, mentions: &mut Vec<Mention>) {
        if self.labels.is_empty() {
            return;
        }
        for mention in mentions.iter_mut() {
            self.put(&mut mention.name);
            self.put_into(&mut mention.country);
        }
        mentions.sort_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
        mentions.dedup_by(|again, first| {
            let same = (again.kind, &again.name) == (first.kind, &first.name);
            if same {
                first.spans.append(&mut again.spans);
                first.spans.sort();
                first.country = first.country.take().or(again.country.take());
            }
            same
        });
    }

    /// The label of a name that may be missing.
    pub(crate) fn put_into(&self, name: &mut Option<String>) {
        if let Some(name) = name {
            self.put(name);
        }
    }

    fn put(&self, name: &mut String) {
        if let Some(label) = self.label(name) {
            label.clone_into(name);
        }
    }
}

#[cfg(test)]
mod tests {
    use dateline_model::{MentionKind, Span};

    use super::*;

    #[test]
    fn a_person_has_one_label_whatever_the_writing() {
        let names = Names::new(&[vec!["Kim Jong Un".to_owned(), "Kim Jong Eun".to_owned()]]);
        assert_eq!(names.label("Kim Jong-un"), Some("Kim Jong Un"));
        assert_eq!(names.label("KIM JONG EUN"), Some("Kim Jong Un"));
        assert_eq!(names.label("Kim"), None);
        let mention = |name: &str, at| Mention {
            kind: MentionKind::Person,
            name: name.to_owned(),
            country: None,
            spans: vec![Span::text(at..at + 3)],
        };
        let mut mentions = vec![mention("Kim Jong-un", 9), mention("Kim Jong Un", 0)];
        names.put_into_mentions(&mut mentions);
        assert_eq!(mentions.len(), 1);
        assert_eq!(mentions[0].spans.len(), 2);
    }
}
