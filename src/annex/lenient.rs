//! A selection that forgives: similar words, most of the words, and a question where a word is suspiciously rare.

use dateline_bundle::{Collection, Filter, Note, Selection};

/// Whoever finds so few articles may have meant another word.
const FEW: usize = 3;

/// Answers a filter, and forgives what its query gets wrong. Notes say so.
pub fn select(collection: &Collection, filter: &Filter) -> Selection {
    let mut selection = collection.select_forgiving(filter);
    let is_known = selection.notes.is_empty() && selection.missing.is_empty();
    if is_known && !filter.query.is_empty() && selection.articles.len() <= FEW {
        // A last word that may still go on is never suspicious: asked whether it is, it has to end here.
        let finished = Filter {
            typing: false,
            ..filter.clone()
        };
        let mut notes = collection.select_forgiving(&finished).notes;
        notes.retain(|note| matches!(note, Note::DidYouMean { .. }));
        selection.notes = notes;
    }
    selection
}
