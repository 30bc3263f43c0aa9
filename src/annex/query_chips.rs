//! The conditions of a query as chips that take them out, one by one.

use std::ops::Range;

use dateline_bundle::Facet;
use yew::prelude::*;

use crate::context::Shown;
use crate::view::Action;
use crate::words;

/// So many plain words need no chips: they would only say again what the box says.
const FEW: usize = 3;
/// The most chips of a query. A pasted page has no use for a thousand.
const MOST: usize = 12;

/// The conditions of the query, if there is more to them than a few plain words.
pub fn query_chips(shown: &Shown) -> Vec<Html> {
    let (query, parts) = (&shown.state.query, &shown.selection.parts);
    let text = |part: &Range<usize>| query.get(part.clone()).unwrap_or_default();
    let is_plain = |part: &Range<usize>| text(part).chars().all(is_of_word);
    if parts.len() <= FEW && parts.iter().all(is_plain) {
        return Vec::new();
    }
    let mut chips = Vec::new();
    for part in parts.iter().take(MOST) {
        chips.push(view_chip(
            shown,
            part.start,
            text(part),
            without(query, part),
        ));
    }
    if parts.len() > MOST {
        let more = words::more(parts.len() - MOST);
        chips.push(html! { <li key="more" class="chip-more">{ more }</li> });
    }
    chips
}

/// Whether a character is part of a word, and means nothing beside. All beyond ASCII but quotation marks and the minus sign
/// passes: the tables of letters of all scripts would weigh two kilobytes.
pub fn is_of_word(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphanumeric()
    } else {
        !matches!(c, '“' | '”' | '„' | '‟' | '＂' | '«' | '»' | '\u{2212}')
    }
}

/// The query without a part.
fn without(query: &str, part: &Range<usize>) -> String {
    match (query.get(..part.start), query.get(part.end..)) {
        (Some(before), Some(after)) => [before, after].concat(),
        _ => query.to_owned(),
    }
}

fn view_chip(shown: &Shown, start: usize, text: &str, rest: String) -> Html {
    let Chip {
        exclude,
        field,
        words: said,
    } = Chip::read(text);
    let label = words::query_prefix(field, exclude);
    let said = words::shortened(said, words::NAMED);
    let name = words::remove_part(&label, &said);
    // With the chip goes its focus, to the search box. Two that say the same differ by their place.
    let key = [&start.to_string(), " ", &rest, " ", text].concat();
    let onclick = shown.on::<MouseEvent>(Action::Ask(rest));
    html! {
        <li {key}>
            <button type="button" ~className={if exclude { "chip chip-without" } else { "chip" }} aria-label={name} {onclick}>
                if !label.is_empty() { <span class="chip-facet">{ label }</span>{ " " } }
                { said }
                <span class="chip-cross" aria-hidden="true">{ "×" }</span>
            </button>
        </li>
    }
}

/// A condition, taken apart for reading.
#[derive(Debug, PartialEq, Eq)]
struct Chip<'a> {
    /// It says what is not wanted.
    exclude: bool,
    /// The field before it, without its colon.
    field: &'a str,
    /// The rest; a value without its quotation marks.
    words: &'a str,
}

impl<'a> Chip<'a> {
    fn read(text: &'a str) -> Self {
        let rest = text.strip_prefix('-').or(text.strip_prefix('\u{2212}'));
        let rest = rest.unwrap_or(text);
        let exclude = rest.len() < text.len();
        let end = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let (field, value) = (
            rest.get(..end).unwrap_or_default(),
            rest.get(end..).unwrap_or_default(),
        );
        let is_field = words::is_field(field);
        match value.strip_prefix(':').filter(|_| is_field) {
            None => Self {
                exclude,
                field: "",
                words: rest,
            },
            Some(value) => {
                // A phrase in the headline is one all the same; a value of a facet always is.
                let is_facet = Facet::from_name(field).is_some();
                let words = if is_facet { unquoted(value) } else { value };
                Self {
                    exclude,
                    field,
                    words,
                }
            }
        }
    }
}

/// A value without the quotation marks around it.
fn unquoted(value: &str) -> &str {
    let value = value.strip_prefix('"').unwrap_or(value);
    value.strip_suffix('"').unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_taken_out_by_its_place() {
        assert_eq!(without("quay -cheese quay", &(5..12)), "quay  quay");
        assert_eq!(without("ä ö", &(3..5)), "ä ");
        assert_eq!(without("a", &(3..9)), "a");
    }

    #[test]
    fn conditions_are_taken_apart() {
        for (text, exclude, field, words) in [
            ("quay", false, "", "quay"),
            ("-cheese", true, "", "cheese"),
            ("\"state visit\"", false, "", "\"state visit\""),
            ("person:\"Xi Jinping\"", false, "person", "Xi Jinping"),
            ("-headline:\"a b\"", true, "headline", "\"a b\""),
            ("12:30", false, "", "12:30"),
            ("-", true, "", ""),
        ] {
            let expected = Chip {
                exclude,
                field,
                words,
            };
            assert_eq!(Chip::read(text), expected, "{text}");
        }
    }
}
