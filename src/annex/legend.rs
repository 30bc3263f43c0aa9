//! Which word of the query has which colour, from two words on.

use dateline_bundle::{Mark, Note};
use yew::prelude::*;

use crate::components::marked::COLOURS;
use crate::context::Shown;
use crate::words;

/// The most words that are named.
const MOST: usize = 12;

/// The words that the query marks, each in its colour; with marks of an article, how often each is marked there.
pub fn legend(shown: &Shown, marks: Option<&[Mark]>) -> Html {
    let terms = &shown.selection.terms;
    if terms.len() < 2 {
        return Html::default();
    }
    let mut entries = Vec::new();
    for (number, term) in (0..).zip(terms).take(MOST) {
        let word = written(&shown.selection.notes, term);
        let of_term = |mark: &&Mark| mark.term == number;
        let told = marks.map_or_else(
            || word.clone(),
            |marks| words::times_marked(&word, marks.iter().filter(of_term).count()),
        );
        let class = ["match-", &(number % COLOURS + 1).to_string()].concat();
        entries.push(html! { <>{ " " }<mark ~className={class}>{ told }</mark></> });
    }
    html! { <p class="legend"><span class="visually-hidden">{ words::MARKED }</span>{ entries }</p> }
}

/// A word of the query as it is marked: corrected, where it was.
fn written(notes: &[Note], term: &str) -> String {
    for note in notes {
        if let Note::Corrected { typed, used } = note
            && typed == term
        {
            return used.join(words::OR);
        }
    }
    words::shortened(term, words::NAMED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_corrected_word_is_named_as_it_is_marked() {
        let notes = [Note::Corrected {
            typed: "jingping".to_owned(),
            used: vec!["Jinping".to_owned(), "Jianping".to_owned()],
        }];
        assert_eq!(written(&notes, "jingping"), "Jinping or Jianping");
        assert_eq!(written(&notes, "xi"), "xi");
    }
}
