//! What was done to a query that found too little, said aloud, and the way back.

use dateline_bundle::Note;
use yew::prelude::*;

use super::query_chips::is_of_word;
use crate::components::tools::opener;
use crate::context::Shown;
use crate::view::{Action, Dialog};
use crate::words;

/// The most words that are counted one by one.
const COUNTED: u16 = 6;

/// The notes on the query. The frame is there before they are, so that assistive technology hears them come.
pub fn notes(shown: &Shown) -> Html {
    let notes = &shown.selection.notes;
    let mut lines = Vec::new();
    if shown.state.exact {
        lines.push(view_exact(shown));
    }
    let corrections = Correction::all(notes);
    if !corrections.is_empty() {
        lines.push(view_corrected(shown, &corrections));
    }
    for note in notes {
        match note {
            Note::DidYouMean { typed, instead } => lines.push(view_question(shown, typed, instead)),
            Note::Fewer { of, most } => lines.push(view_fewer(shown, &corrections, *of, *most)),
            note => lines.push(view_told(shown, note)),
        }
    }
    lines.retain(|line| *line != Html::default());
    html! {
        <div class="notes" aria-live="polite">
            { for lines.into_iter().map(|line| html! { <p class="note">{ line }</p> }) }
        </div>
    }
}

/// Something that was not understood, and what would be.
fn view_told(shown: &Shown, note: &Note) -> Html {
    let Some(told) = words::note(note) else {
        return Html::default();
    };
    html! { <>{ told }{ " " }{ opener(shown, Dialog::Help, words::SEARCH_HELP) }</> }
}

/// A word that occurs nowhere, and those that took its place.
struct Correction<'a> {
    typed: &'a str,
    used: String,
}

impl<'a> Correction<'a> {
    fn all(notes: &'a [Note]) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for note in notes {
            // A word may be typed twice.
            if let Note::Corrected { typed, used } = note
                && !all.iter().any(|known| known.typed == typed)
            {
                let used = used.join(words::OR);
                all.push(Self { typed, used });
            }
        }
        all
    }
}

fn view_exact(shown: &Shown) -> Html {
    let onclick = shown.on::<MouseEvent>(Action::Exact(false));
    html! {
        <>
            { words::searched_exactly(&shown.state.query) }
            <button type="button" class="quiet" {onclick}>{ words::SEARCH_SIMILAR }</button>
        </>
    }
}

/// What is shown in the place of what was typed. Plain words are shown as one, else each word that was corrected.
fn view_corrected(shown: &Shown, corrections: &[Correction]) -> Html {
    let query = &shown.state.query;
    let mut told = Vec::new();
    if is_plain(query, corrections) {
        told.push(words::showing_instead(query).into());
        for word in query.split(' ') {
            let correction = corrections.iter().find(|it| it.typed == word);
            told.push(match correction {
                Some(it) => html! { <strong>{ it.used.clone() }</strong> },
                None => word.into(),
            });
            told.push(" ".into());
        }
        told.pop();
        told.push(". ".into());
    } else {
        for Correction { typed, used } in corrections {
            told.push(words::showing_instead(typed).into());
            told.push(html! { <strong>{ used.clone() }</strong> });
            told.push(". ".into());
        }
    }
    let onclick = shown.on::<MouseEvent>(Action::Exact(true));
    html! {
        <>
            { told }
            <button type="button" class="quiet" {onclick}>{ words::search_exactly(query) }</button>
        </>
    }
}

/// Whether a query is nothing but words, few enough to be repeated, and each correction that of one of them.
fn is_plain(query: &str, corrections: &[Correction]) -> bool {
    let is_word = |word: &str| {
        let operator = matches!(word, "OR" | "AND") || word.starts_with("NEAR");
        !operator && word.chars().all(|c| is_of_word(c) || c == '\'')
    };
    let mut corrected = corrections.iter();
    query.split(' ').count() <= usize::from(COUNTED)
        && query.split(' ').all(is_word)
        && corrected.all(|it| query.split(' ').any(|word| word == it.typed))
}

/// Asks whether another word was meant, and takes it.
fn view_question(shown: &Shown, typed: &str, instead: &str) -> Html {
    let Some(query) = replaced(&shown.state.query, typed, instead) else {
        return Html::default();
    };
    let onclick = shown.on::<MouseEvent>(Action::Ask(query));
    html! {
        <>
            { words::DID_YOU_MEAN }
            <button type="button" class="quiet" {onclick}><strong>{ instead.to_owned() }</strong></button>
            { words::QUESTION_MARK }
        </>
    }
}

/// A query with a word in the place of another, where that stands in it.
fn replaced(query: &str, word: &str, by: &str) -> Option<String> {
    let (mut out, mut start, mut found) = (String::new(), 0, false);
    for (at, c) in query.char_indices().chain([(query.len(), ' ')]) {
        if is_of_word(c) {
            continue;
        }
        let own = query.get(start..at).unwrap_or_default();
        found |= own == word;
        out.push_str(if own == word { by } else { own });
        out.push_str(query.get(at..at + c.len_utf8()).unwrap_or_default());
        start = at + c.len_utf8();
    }
    found.then_some(out)
}

/// No article has all words: how many have each, and what is shown.
fn view_fewer(shown: &Shown, corrections: &[Correction], of: u16, most: u16) -> Html {
    let selection = shown.selection;
    let terms = || selection.terms.iter().zip(&selection.term_counts);
    let showing = words::showing_most(most, of);
    if of > COUNTED || terms().count() != usize::from(of) {
        return html! { <>{ words::none_has_all(of) }{ showing }</> };
    }
    let mut named = Vec::new();
    let mut counts = Vec::new();
    for (term, count) in terms() {
        let correction = corrections.iter().find(|it| it.typed == term);
        let term = correction.map_or(term.as_str(), |it| it.used.as_str());
        let between = if named.is_empty() { "" } else { ", " };
        named.push(html! { <>{ between }<strong>{ term.to_owned() }</strong></> });
        counts.push((term, *count as usize));
    }
    html! { <>{ words::none_has(named.len()) }{ named }{ ". " }{ words::each_is_in(&counts) }{ " " }{ showing }</> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_are_replaced() {
        assert_eq!(
            replaced("tolks in a tolk", "tolk", "talk").as_deref(),
            Some("tolks in a talk")
        );
        assert_eq!(
            replaced("-(tolk)", "tolk", "talk").as_deref(),
            Some("-(talk)")
        );
        assert_eq!(replaced("tolks", "tolk", "talk"), None);
    }

    #[test]
    fn plain_queries_are_repeated_as_a_whole() {
        let notes = [Note::Corrected {
            typed: "jingping".to_owned(),
            used: vec!["Jinping".to_owned()],
        }];
        let corrections = Correction::all(&notes);
        for (query, expected) in [
            ("xi jingping", true),
            ("jingping", true),
            ("jingping OR xi", false),
            ("headline:jingping", false),
            ("xi jingping’s", false),
            ("a b c d e f jingping", false),
        ] {
            assert_eq!(is_plain(query, &corrections), expected, "{query}");
        }
    }
}
