//! Links to a passage of an article that survive small edits of it.
//!
//! The parameter `at` names a passage by the words at its ends and around it, as a W3C `TextQuoteSelector`
//! (<https://www.w3.org/TR/annotation-model/#text-quote-selector>) does, in the writing of text fragments
//! (<https://wicg.github.io/scroll-to-text-fragment/>): `prefix-,start,end,-suffix`. Words are compared without case and
//! punctuation, so that neither curly quotes nor a comma more break a link.
//!
//! ```text
//! text     He met them. On Jan. 5, President Lee was on a state visit to China. Later he left.
//! passage               ======================================================
//! at       he met them-,on jan 5 president,a state visit to china,-later he left
//! ```
//!
//! Of the four groups of words three must be where they were, one of them inside the passage: `start` and `end` weigh two,
//! `prefix` and `suffix` one, and less than [`ENOUGH`] is no passage. So one end may have been rewritten and the middle too.
//! Of passages that fit equally well the shortest is meant, then the first.

use std::ops::Range;

/// How many words at each end of a passage are named.
const EDGE: usize = 5;
/// How many words around it are named.
const CONTEXT: usize = 3;
/// What the groups that are still there must weigh.
const ENOUGH: u32 = 3;
/// How many words an edited passage has at most.
const LONGEST: usize = 400;

/// The locator of a passage, given as bytes of the text. `None` where it has no word.
pub fn write(text: &str, passage: Range<usize>) -> Option<String> {
    let words = words(text);
    let first = words.partition_point(|word| word.end <= passage.start);
    let end = words.partition_point(|word| word.start < passage.end);
    let length = end.checked_sub(first).filter(|length| *length > 0)?;
    let edge = EDGE.min(length.div_ceil(2));
    let far = (end - EDGE.min(length - edge)).max(first + edge);
    let named = |range: Range<usize>| {
        let mut named = String::new();
        for word in words.get(range).unwrap_or_default() {
            if !named.is_empty() {
                named.push(' ');
            }
            named.push_str(
                &text
                    .get(word.clone())
                    .unwrap_or_default()
                    .to_ascii_lowercase(),
            );
        }
        named
    };
    let mut at = String::new();
    let prefix = named(first.saturating_sub(CONTEXT)..first);
    if !prefix.is_empty() {
        at = prefix + "-,";
    }
    at.push_str(&named(first..first + edge));
    for (mark, group) in [
        (",", named(far..end)),
        (",-", named(end..(end + CONTEXT).min(words.len()))),
    ] {
        if !group.is_empty() {
            at.push_str(mark);
            at.push_str(&group);
        }
    }
    Some(at)
}

/// The passage of a locator, in bytes of the text; `None` where too little of it is left. O(n log n) in the words.
pub fn find(text: &str, at: &str) -> Option<Range<usize>> {
    let words = words(text);
    let places = Places::of(text, &words, &Groups::read(at)?);
    let mut best: Option<Found> = None;
    for &(start, weight) in &places.begins {
        for (wanted, ends) in (1..).zip(&places.ends) {
            let next = ends.partition_point(|end| *end <= start);
            let found = ends.get(next).map(|&end| Found {
                weight: weight + wanted,
                start,
                end,
            });
            if let Some(found) = found.filter(Found::is_enough)
                && best.as_ref().is_none_or(|best| found.is_better(best))
            {
                best = Some(found);
            }
        }
    }
    let Found { start, end, .. } = best?;
    Some(words.get(start)?.start..words.get(end.checked_sub(1)?)?.end)
}

/// A passage that may be meant, by words.
struct Found {
    weight: u32,
    start: usize,
    end: usize,
}

impl Found {
    fn length(&self) -> usize {
        self.end - self.start
    }

    fn is_enough(&self) -> bool {
        self.weight >= ENOUGH && (self.weight == 6 || self.length() <= LONGEST)
    }

    fn is_better(&self, other: &Self) -> bool {
        (self.weight, other.length()) > (other.weight, self.length())
    }
}

/// The groups of words of a locator.
#[derive(Default)]
struct Groups<'a> {
    prefix: Vec<&'a str>,
    start: Vec<&'a str>,
    end: Vec<&'a str>,
    suffix: Vec<&'a str>,
}

impl<'a> Groups<'a> {
    /// `None` without words of the passage itself.
    fn read(at: &'a str) -> Option<Self> {
        let mut groups = Self::default();
        for part in at.split(',') {
            let list = |words: &'a str| words.split(' ').filter(|word| !word.is_empty()).collect();
            if let Some(words) = part.strip_suffix('-') {
                groups.prefix = list(words);
            } else if let Some(words) = part.strip_prefix('-') {
                groups.suffix = list(words);
            } else if groups.start.is_empty() {
                groups.start = list(part);
            } else {
                groups.end = list(part);
            }
        }
        (!groups.start.is_empty()).then_some(groups)
    }
}

/// Where a passage may begin and end, by words.
struct Places {
    /// With what speaks for it: 3 for the words before and those of the passage, 2 for these alone, 1 for those before alone.
    begins: Vec<(usize, u32)>,
    /// The ends that 1, 2 and 3 speak for.
    ends: [Vec<usize>; 3],
}

impl Places {
    fn of(text: &str, words: &[Range<usize>], groups: &Groups) -> Self {
        let stands = |group: &[&str], at: usize| {
            let here = words.get(at..at + group.len());
            here.is_some_and(|here| {
                let mut pairs = here.iter().zip(group);
                pairs.all(|(word, wanted)| {
                    let word = text.get(word.clone()).unwrap_or_default();
                    word.eq_ignore_ascii_case(wanted)
                })
            })
        };
        let ends_at = |group: &[&str], at: usize| {
            at.checked_sub(group.len())
                .is_some_and(|start| stands(group, start))
        };
        let last = if groups.end.is_empty() {
            &groups.start
        } else {
            &groups.end
        };
        let mut places = Self {
            begins: Vec::new(),
            ends: Default::default(),
        };
        for at in 0..=words.len() {
            let before = if groups.prefix.is_empty() {
                at == 0
            } else {
                ends_at(&groups.prefix, at)
            };
            let behind = if groups.suffix.is_empty() {
                at == words.len()
            } else {
                stands(&groups.suffix, at)
            };
            let begins = u32::from(before) + 2 * u32::from(stands(&groups.start, at));
            if begins > 0 {
                places.begins.push((at, begins));
            }
            let ends = usize::from(behind) + 2 * usize::from(ends_at(last, at));
            if let Some(list) = ends.checked_sub(1).and_then(|at| places.ends.get_mut(at)) {
                list.push(at);
            }
        }
        places
    }
}

/// The words of a text: what stands between spaces and punctuation; of scripts without spaces, each character.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let alone = matches!(c, '\u{2E80}'..='\u{2FFF}' | '\u{3040}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}');
        let between = c.is_ascii() && !c.is_ascii_alphanumeric()
            || matches!(c, '\u{80}'..='\u{BF}' | '\u{2000}'..='\u{206F}' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FF0F}');
        match words.last_mut().filter(|_| open && !alone) {
            _ if between => {}
            Some(word) => word.end = end,
            None => words.push(at..end),
        }
        open = !between && !alone;
    }
    words
}

#[cfg(test)]
#[allow(
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str =
        "He met them. On Jan. 5, President Lee was on a state visit to China. Later he left.";
    const AT: &str = "he met them-,on jan 5 president lee,a state visit to china,-later he left";

    fn passage(text: &str) -> Range<usize> {
        text.find("On Jan").unwrap()..text.find(" Later").unwrap()
    }

    #[test]
    fn a_passage_is_named_by_the_words_at_its_ends_and_around_it() {
        assert_eq!(write(TEXT, passage(TEXT)).as_deref(), Some(AT));
        let whole = write("Two words.", 0..10).unwrap();
        assert_eq!(whole, "two,words");
        assert_eq!(write("One", 0..3).as_deref(), Some("one"));
        assert_eq!(write("a, b", 1..2), None);
        let chinese = "习近平访问韩国。李在明访问中国。";
        let at = write(chinese, 0..21).unwrap();
        assert_eq!(&chinese[find(chinese, &at).unwrap()], "习近平访问韩国");
    }

    #[test]
    fn a_link_survives_small_edits_and_no_large_ones() {
        for (text, found) in [
            (
                TEXT,
                Some("On Jan. 5, President Lee was on a state visit to China"),
            ),
            // Other marks, other capitals.
            (
                "HE MET THEM — on Jan 5 President Lee was on a “state visit” to China! Later he left.",
                Some("on Jan 5 President Lee was on a “state visit” to China"),
            ),
            // The middle, the beginning, the end and what is around it were rewritten.
            (
                "He met them. On Jan. 5, President Lee, at last, was on a state visit to China. Later he left.",
                Some("On Jan. 5, President Lee, at last, was on a state visit to China"),
            ),
            (
                "He met them. On January 5, Mr Lee was on a state visit to China. Later he left.",
                Some("On January 5, Mr Lee was on a state visit to China"),
            ),
            (
                "He met them. On Jan. 5, President Lee was in Beijing. Later he left.",
                Some("On Jan. 5, President Lee was in Beijing"),
            ),
            (
                "New. On Jan. 5, President Lee was on a state visit to China. End.",
                Some("On Jan. 5, President Lee was on a state visit to China"),
            ),
            // It is gone.
            ("He met them. Later he left.", None),
            ("He met them. It rained. Later he left.", None),
            ("On Jan. 5, President Lee resigned.", None),
            ("", None),
        ] {
            let words = find(text, AT).map(|range| &text[range]);
            assert_eq!(words, found, "{text}");
        }
    }

    #[test]
    fn of_equal_passages_that_with_the_same_neighbours_is_meant() {
        let text = "Xi came. He left. Lee came. He left. Moon came.";
        let second = text.rfind("He left").unwrap();
        let at = write(text, second..second + 7).unwrap();
        assert_eq!(find(text, &at), Some(second..second + 7));
    }

    #[test]
    fn any_locator_is_read() {
        for at in ["", ",", "-", "-,", ",-", ",,", "-,-", " ", "a-,-b", "é"] {
            assert_eq!(find("One two three.", at), None, "{at}");
        }
    }

    /// Every pair of places, the heaviest, shortest, first.
    fn naive(text: &str, at: &str) -> Option<Range<usize>> {
        let words = words(text);
        let places = Places::of(text, &words, &Groups::read(at)?);
        let mut all = Vec::new();
        for &(start, weight) in &places.begins {
            for (wanted, ends) in (1..).zip(&places.ends) {
                for &end in ends.iter().filter(|end| **end > start) {
                    all.push(Found {
                        weight: weight + wanted,
                        start,
                        end,
                    });
                }
            }
        }
        all.retain(Found::is_enough);
        let best = all
            .iter()
            .min_by_key(|found| (std::cmp::Reverse(found.weight), found.length(), found.start))?;
        Some(words[best.start].start..words[best.end - 1].end)
    }

    proptest! {
        #[test]
        fn a_passage_of_different_words_is_found_again(count in 1..60_usize, from in 0..60_usize, length in 1..40_usize) {
            let words: Vec<String> = (0..count).map(|n| format!("w{n}")).collect();
            let text = words.join(" ");
            let from = from % count;
            let to = (from + length).min(count);
            let start = words[..from].iter().map(|word| word.len() + 1).sum::<usize>();
            let end = start + words[from..to].join(" ").len();
            let at = write(&text, start..end).unwrap();
            prop_assert_eq!(find(&text, &at), Some(start..end));
        }

        #[test]
        fn what_is_found_is_what_the_twin_finds(text in "([abc][.]? ){0,24}", edited in "([abc][.]? ){0,24}", from in 0..40_usize, length in 1..30_usize) {
            let (start, end) = (from.min(text.len()), (from + length).min(text.len()));
            if let Some(at) = write(&text, start..end) {
                let found = find(&text, &at);
                prop_assert_eq!(&found, &naive(&text, &at));
                prop_assert!(found.is_some());
                prop_assert_eq!(find(&edited, &at), naive(&edited, &at));
            }
        }

        #[test]
        fn any_text_and_any_locator_are_read(text in ".{0,80}", at in ".{0,40}", from in 0..80_usize, length in 0..40_usize) {
            let start = text.floor_char_boundary(from.min(text.len()));
            let end = text.floor_char_boundary((start + length).min(text.len()));
            if let Some(range) = find(&text, &at) { prop_assert!(text.get(range).is_some()); }
            if let Some(at) = write(&text, start..end) { prop_assert!(find(&text, &at).is_some()); }
        }
    }
}
