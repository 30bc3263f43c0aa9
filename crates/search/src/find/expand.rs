//! From a word of a query to the forms of the dictionary that it stands for.

use crate::index::Index;
use crate::query::{Mode, Word};
use crate::stem::stem;
use crate::text::ACRONYM;

impl Mode {
    /// Whether it stands for more forms than the word itself.
    pub(super) fn is_wide(self) -> bool {
        !matches!(self, Self::Exact | Self::Acronym)
    }
}

impl Index {
    /// The forms that a word stands for, sorted, each with whether it counts only in stemmed documents.
    pub(super) fn expand(&self, word: &Word) -> Vec<(u32, bool)> {
        let own = match word.mode {
            Mode::Prefix | Mode::Typed => self.forms.with_prefix(&word.form),
            Mode::Exact | Mode::Stem | Mode::Similar => self.forms.with_marks(&word.form),
            Mode::Acronym => {
                let form = self.forms.find(&format!("{}{ACRONYM}", word.form));
                form.map_or(0..0, |form| form..form + 1)
            }
        };
        let mut forms: Vec<(u32, bool)> = own.clone().map(|form| (form, false)).collect();
        if matches!(word.mode, Mode::Stem | Mode::Typed)
            && let Some(stem) = stem(&word.form).and_then(|stem| self.stems.find(&stem))
        {
            let same = self.forms_of_stem(stem).iter();
            let more = same.filter(|form| !own.contains(form));
            forms.extend(more.map(|form| (*form, true)));
        }
        forms
    }
}
