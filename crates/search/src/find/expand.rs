//! From a word of a query to the forms of the dictionary that it stands for.

use crate::index::Index;
use crate::query::Mode;
use crate::stem::{common_beginning, may_have_stem, stem};
use crate::text::{ACRONYM, base};

use super::similar::reach;

/// The shortest word that `word~` finds similar ones for.
const SHORTEST: usize = 3;

impl Index {
    /// Calls a function with each form that a word stands for, and whether it counts only in stemmed documents.
    pub(super) fn expand(&self, form: &str, mode: Mode, call: &mut dyn FnMut(u32, bool)) {
        let mut own = match mode {
            Mode::Prefix | Mode::Typed => self.forms.with_prefix(form),
            _ => self.forms.with_marks(form),
        };
        if mode == Mode::Acronym {
            own.start = own
                .clone()
                .find(|n| self.forms.get(*n).ends_with(ACRONYM))
                .unwrap_or(own.end);
            own.end = own.end.min(own.start + 1);
        }
        for form in own.clone() {
            call(form, false);
        }
        if mode == Mode::Similar {
            for similar in self.similar(form, reach(form, SHORTEST), false) {
                if !own.contains(&similar.form) {
                    call(similar.form, false);
                }
            }
        }
        if matches!(mode, Mode::Stem | Mode::Typed)
            && let Some(wanted) = stem(form)
        {
            let some = self.stemmed_documents.count() < self.len();
            for form in self.forms.with_prefix(common_beginning(&wanted)) {
                let other = base(self.forms.get(form));
                if !own.contains(&form)
                    && may_have_stem(other, &wanted)
                    && stem(other).as_ref() == Some(&wanted)
                {
                    call(form, some);
                }
            }
        }
    }
}
