//! Completing a query while somebody types it.

use std::ops::Range;

use crate::find::has_words;
use crate::index::Index;
use crate::query::{FIELDS, Kind, Lexeme, TITLE, lex};
use crate::text::{base, forms};

/// One way to go on with what is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What it takes the place of: bytes of the query.
    pub range: Range<usize>,
    /// What it puts there: a folded word, a field with its colon, or a field with its value.
    pub text: String,
    /// The facet that it is a value of.
    pub facet: Option<usize>,
    /// How often the word occurs, or how many documents have the value; 0 for a field.
    pub count: u32,
}

impl Index {
    /// Ways to go on with the word or value at the end of `query`, at most `most` of each kind: values of facets first, then
    /// words, then fields, each kind the most frequent first. Nothing behind a space.
    #[must_use]
    pub fn complete(&self, query: &str, most: usize) -> Vec<Completion> {
        let names = &self.names;
        let is_field =
            |name: &str| FIELDS.contains(&name) || name == TITLE || names.contains(&name);
        let lexemes = lex(query, usize::MAX, is_field);
        let (last, before) = match lexemes.as_slice() {
            [.., before, last] if before.end == last.start => (*last, Some(*before)),
            [.., last] => (*last, None),
            [] => return Vec::new(),
        };
        let field = [Some(last), before]
            .into_iter()
            .flatten()
            .find(|it| it.kind == Kind::Field);
        let mut found = Vec::new();
        if last.end < query.len() {
            return found;
        }
        if let Some(field) = field {
            let name = query[field.start..field.end].trim_end_matches(':');
            if let Some(facet) = names.iter().position(|other| *other == name) {
                let range = field.start..last.end;
                self.complete_value(
                    facet,
                    &query[field.end..last.end.max(field.end)],
                    range,
                    most,
                    &mut found,
                );
            }
        } else if last.kind == Kind::Chunk && !forms(&query[last.start..last.end]).is_empty() {
            let typed = &query[last.start..last.end];
            for facet in 0..names.len() {
                self.complete_value(facet, typed, last.start..last.end, most, &mut found);
            }
            self.complete_word(typed, last, most, &mut found);
            for name in FIELDS.iter().chain(names) {
                if name.starts_with(typed) {
                    found.push(completion(last, format!("{name}:")));
                }
            }
        }
        found
    }

    /// The values of a facet that have words that begin with those typed.
    fn complete_value(
        &self,
        facet: usize,
        typed: &str,
        range: Range<usize>,
        most: usize,
        found: &mut Vec<Completion>,
    ) {
        let words = forms(typed);
        let Some(facet_values) = self.facets().get(facet) else {
            return;
        };
        let mut values = Vec::new();
        for (place, value) in (0..).zip(facet_values.values()) {
            if has_words(value, &words, true) {
                values.push(Completion {
                    range: range.clone(),
                    text: format!("{}:\"{value}\"", facet_values.name()),
                    facet: Some(facet),
                    count: facet_values.documents(place),
                });
            }
        }
        keep_most(values, most, found);
    }

    /// The words that begin with the one typed.
    fn complete_word(&self, typed: &str, lexeme: Lexeme, most: usize, found: &mut Vec<Completion>) {
        let words = forms(typed);
        let Some((_, word)) = words.rsplit_once(' ') else {
            return;
        };
        let mut completions: Vec<Completion> = Vec::new();
        for form in self.forms.with_prefix(word) {
            let own = base(self.forms.get(form));
            let count = self.count(form);
            match completions.last_mut() {
                // Several writings of a form stand together.
                Some(last) if last.text == own => last.count += count,
                _ => completions.push(Completion {
                    count,
                    ..completion(lexeme, own.to_owned())
                }),
            }
        }
        keep_most(completions, most, found);
    }
}

fn completion(lexeme: Lexeme, text: String) -> Completion {
    Completion {
        range: lexeme.start..lexeme.end,
        text,
        facet: None,
        count: 0,
    }
}

fn keep_most(mut completions: Vec<Completion>, most: usize, found: &mut Vec<Completion>) {
    dateline_compact::sort_by(&mut completions, |a, b| b.count.cmp(&a.count));
    completions.truncate(most);
    found.append(&mut completions);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aliases::Aliases;
    use crate::index::{Builder, Document};

    fn index() -> Index {
        let mut builder = Builder::new(&["person", "place"], Aliases::default());
        for (text, person, place) in [
            ("Xi visits Xi’an. Zürich", "Xi Jinping", "Hong Kong"),
            ("visit visits visits Xiamen", "Xi Jinping", "China"),
            ("visitors", "Lee Jae Myung", "China"),
        ] {
            builder.push(&Document {
                text,
                ..Document::default()
            });
            builder.push_value(0, person);
            builder.push_value(1, place);
        }
        builder.finish()
    }

    /// Queries as they are after each completion.
    fn completed(query: &str) -> Vec<String> {
        let all = index().complete(query, 3).into_iter().map(|completion| {
            let mut query = query.to_owned();
            query.replace_range(completion.range, &completion.text);
            query
        });
        all.collect()
    }

    #[test]
    fn words_are_completed_by_what_is_frequent() {
        assert_eq!(
            completed("a -vis"),
            ["a -visits", "a -visit", "a -visitors"]
        );
        assert_eq!(completed("(ZÜR"), ["(zurich"]);
        assert_eq!(completed("zzz"), Vec::<String>::new());
    }

    #[test]
    fn values_come_first() {
        let xi = ["person:\"Xi Jinping\"", "xi", "xiamen", "xian"];
        assert_eq!(completed("xi"), xi);
        assert_eq!(completed("a person:ji"), ["a person:\"Xi Jinping\""]);
        assert_eq!(completed("person:\"xi ji"), ["person:\"Xi Jinping\""]);
        assert_eq!(
            completed("place:"),
            ["place:\"China\"", "place:\"Hong Kong\""]
        );
    }

    #[test]
    fn fields_are_completed_and_nothing_behind_a_space() {
        assert_eq!(completed("pe"), ["person:"]);
        assert_eq!(completed("h"), ["place:\"Hong Kong\"", "headline:"]);
        for query in ["", " ", "visits ", "\"visits\"", "date:2", "…", "a OR"] {
            assert_eq!(completed(query), Vec::<String>::new(), "{query}");
        }
    }
}
