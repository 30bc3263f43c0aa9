//! What each kind of expression looks like. Every rule is a function from a place among the tokens to the expression
//! that begins there, if one does; it looks a bounded number of tokens ahead, so that the whole search is linear.

mod anaphor;
mod clock;
mod day;
mod deictic;
mod holiday;
mod length;
mod month;
mod number;
mod numeric;
mod offset;
mod phase;
mod quarter;
mod set;
mod vague;
mod weekday;
mod year;

use super::lexicon::Class;
use super::meaning::{Meaning, Member, Modifier, Point};
use super::token::Tokens;

/// An expression among the tokens.
#[derive(Clone, Debug)]
pub(super) struct Match {
    /// The place after its last token.
    pub(super) end: usize,
    pub(super) meaning: Meaning,
    pub(super) modifier: Option<Modifier>,
}

impl Match {
    fn new(end: usize, meaning: Meaning) -> Self {
        Self {
            end,
            meaning,
            modifier: None,
        }
    }

    fn date(end: usize, point: Point) -> Self {
        Self::new(end, Meaning::Date(point))
    }
}

/// One rule.
type Rule = fn(&Tokens<'_>, usize) -> Option<Match>;

/// The rules, the sharpest first: of two matches of one length the earlier wins.
const RULES: &[Rule] = &[
    phase::phase,
    clock::clock,
    day::day,
    numeric::numeric,
    weekday::weekday,
    holiday::holiday,
    quarter::quarter,
    month::month,
    month::season,
    year::year,
    year::decade,
    offset::offset,
    deictic::deictic,
    anaphor::anaphor,
    set::set,
    vague::vague,
    length::length,
];

/// The rules whose matches are dates and can stand inside another expression (`the end of …`).
const DATES: &[Rule] = &[
    day::day,
    numeric::numeric,
    weekday::weekday,
    holiday::holiday,
    quarter::quarter,
    month::month,
    month::season,
    year::year,
    year::decade,
    deictic::deictic,
    anaphor::anaphor,
];

/// The longest expression that begins at `i`.
pub(super) fn expression(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let found = longest(beginning(t, i), t, i)?;
    Some(clock::with_part(t, found))
}

/// The rules that can begin with the token at `i`. It only saves time: the answer is the same with all of [`RULES`].
fn beginning(t: &Tokens<'_>, i: usize) -> &'static [Rule] {
    match t.class(i) {
        Class::Other | Class::Punct(_) | Class::Verb(_) => &[],
        Class::Number(_) | Class::Quantity => &[
            clock::clock,
            day::day,
            numeric::numeric,
            quarter::quarter,
            year::year,
            offset::offset,
            length::length,
        ],
        Class::Cardinal(_) => &[
            clock::clock,
            quarter::quarter,
            year::year,
            offset::offset,
            vague::vague,
            length::length,
        ],
        Class::Ordinal(_) => &[phase::phase, day::day, quarter::quarter, year::decade],
        Class::Decade(_) => &[year::decade],
        Class::Month(_) => &[day::day, month::month],
        Class::Weekday(_) => &[day::day, weekday::weekday, set::set],
        Class::Season(_) => &[month::season],
        Class::Unit(_) => &[phase::phase, offset::offset, set::set, length::length],
        Class::Part(_) | Class::Parts(_) | Class::Weekdays(_) => &[clock::clock, set::set],
        Class::Alone => RULES,
        Class::Lead if goes_on(t, i + 1) => RULES,
        Class::Lead | Class::Plain => &[],
    }
}

/// Whether the token at `i` can be the second of an expression.
fn goes_on(t: &Tokens<'_>, i: usize) -> bool {
    t.class(i) != Class::Other
}

/// The longest date that begins at `i`, to stand inside another expression.
fn point(t: &Tokens<'_>, i: usize) -> Option<(usize, Point)> {
    let found = longest(DATES, t, i)?;
    match found.meaning {
        Meaning::Date(point) if found.modifier.is_none() => Some((found.end, point)),
        _ => None,
    }
}

fn longest(rules: &[Rule], t: &Tokens<'_>, i: usize) -> Option<Match> {
    let mut best: Option<Match> = None;
    for found in rules.iter().filter_map(|rule| rule(t, i)) {
        if best.as_ref().is_none_or(|best| found.end > best.end) {
            best = Some(found);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dates::lexicon::Lexicon;

    /// Words, numbers and marks in any order, as texts on dates have them.
    fn soup() -> impl Strategy<Value = String> {
        let words: Vec<String> = Lexicon::get().all().map(str::to_owned).collect();
        let word = prop::sample::select(words).prop_flat_map(|word| {
            let mut capital = word.clone();
            if let Some(first) = capital.get_mut(..1) {
                first.make_ascii_uppercase();
            }
            prop_oneof![Just(word), Just(capital)]
        });
        let mark = prop::sample::select(vec![",", ".", "-", "'", "(", "%", ":", "/", "nouns"]);
        let number = prop_oneof![
            "[0-9]{1,2}",
            "(19|20)[0-9]{2}",
            "[0-9]{1,2}(st|th|s)",
            "[0-9]{1,2}\\.[0-9]{1,2}"
        ];
        let token = prop_oneof![6 => word, 1 => mark.prop_map(str::to_owned), 2 => number];
        let gap = prop_oneof![5 => Just(" "), 1 => Just("")];
        prop::collection::vec((token, gap), 1..12).prop_map(|parts| {
            parts
                .iter()
                .map(|(token, gap)| format!("{token}{gap}"))
                .collect()
        })
    }

    #[test]
    fn words_that_begin_no_expression_begin_none_with_any_other_word() {
        let words: Vec<_> = Lexicon::get().all().collect();
        let idle = words.iter().filter(|word| {
            let (_, class) = Lexicon::get().look_up(word);
            matches!(class, Class::Plain | Class::Verb(_))
        });
        for first in idle {
            for second in &words {
                for tail in ["", "5 years ago", "May 2020"] {
                    let text = format!("{first} {second} {tail}");
                    let t = Tokens::new(&text, 0);
                    assert!(longest(RULES, &t, 0).is_none(), "{text}");
                }
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn no_rule_is_passed_over_for_the_first_token(text in soup()) {
            let t = Tokens::new(&text, 0);
            for i in 0..t.len() {
                let all = longest(RULES, &t, i);
                let quick = longest(beginning(&t, i), &t, i);
                prop_assert_eq!(
                    quick.map(|found| (found.end, found.meaning)),
                    all.map(|found| (found.end, found.meaning)),
                    "at {}", t.text(i)
                );
            }
        }
    }
}
