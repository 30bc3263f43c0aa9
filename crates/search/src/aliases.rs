//! Names that mean the same: `ROK` is South Korea, `Kiev` is Kyiv.

use std::cell::OnceCell;

use crate::query::{Mode, Rows};
use crate::text::{ACRONYM, forms, tokens};

/// Groups of names that mean the same. Whoever looks for one of a group finds the others too.
#[derive(Clone, Debug, Default)]
pub struct Aliases {
    groups: Vec<Vec<String>>,
    /// They are taken apart for the first query, so that a page that nobody searches needs no analysis of words.
    names: OnceCell<Vec<Name>>,
}

#[derive(Clone, Debug)]
struct Name {
    /// Which group it belongs to.
    group: usize,
    /// Its folded words, each with a space before it.
    words: String,
    /// The row that finds it.
    row: Rows,
}

impl Aliases {
    /// Groups of names as people write them. An acronym (2 to 5 capitals) finds only what is written as one: looking for
    /// "United States" finds "US" and "U.S.", but not "us".
    #[must_use]
    pub fn new(groups: &[Vec<String>]) -> Self {
        Self {
            groups: groups.to_vec(),
            names: OnceCell::new(),
        }
    }

    /// The rows that find the other names of the groups that a name belongs to; and those that find longer names of other
    /// groups that end in one of these, whose occurrences mean something else: "Democratic People’s Republic of Korea" is no
    /// "Republic of Korea". `words` are folded, each with a space before it.
    pub(crate) fn others(&self, words: &str) -> (Rows, Rows) {
        let names = self.names.get_or_init(|| named(&self.groups));
        let (mut rows, mut except) = (Rows::default(), Rows::default());
        for known in names {
            if known.words != words {
                continue;
            }
            for other in names {
                if other.group != known.group || other.words == words {
                    continue;
                }
                rows.append(&other.row);
                for longer in names {
                    let is_longer = longer.words.len() > other.words.len();
                    if longer.group != known.group
                        && is_longer
                        && longer.words.ends_with(&other.words)
                    {
                        except.append(&longer.row);
                    }
                }
            }
        }
        (rows, except)
    }
}

#[cfg(test)]
impl Aliases {
    /// The same from text that is written in the code.
    pub(crate) fn of(groups: &[&[&str]]) -> Self {
        let owned = |group: &&[&str]| group.iter().map(|&name| name.to_owned()).collect();
        Self::new(&groups.iter().map(owned).collect::<Vec<_>>())
    }
}

/// Each name with the row that finds it.
fn named(groups: &[Vec<String>]) -> Vec<Name> {
    let mut names = Vec::new();
    for (group, members) in groups.iter().enumerate() {
        for member in members {
            let words = forms(member);
            let mut is_acronym = false;
            tokens(member, 0, &mut |token| {
                is_acronym = token.form.ends_with(ACRONYM);
            });
            let mut row = Rows::default();
            let mut rest = words.split(' ').skip(1).peekable();
            while let Some(form) = rest.next() {
                let is_last = rest.peek().is_none();
                let mode = if is_last && is_acronym {
                    Mode::Acronym
                } else {
                    Mode::Exact
                };
                row.push(form, mode);
            }
            names.push(Name { group, words, row });
        }
    }
    names
}
