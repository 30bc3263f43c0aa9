//! Word stems.
//!
//! The English stemmer of Snowball ("Porter 2"), <https://snowballstem.org/algorithms/english/stemmer.html>, written for
//! little code: suffixes stand in strings, not in tables of structures. The tests hold it against the one that Snowball
//! generates.

/// Words longer than this (in bytes) are their own stem: no English word is, and any text may come here.
const LONGEST: usize = 40;

/// Words that no rule fits, with their stems.
const EXCEPTIONS: &str = "skis=ski skies=sky idly=idl gently=gentl ugly=ugli early=earli only=onli singly=singl \
    sky=sky news=news howe=howe atlas=atlas cosmos=cosmos bias=bias andes=andes";

/// Beginnings that the first region begins behind.
const BEGINNINGS: &str = "arsen commun emerg gener inter later organ past univers";

/// Step 1b: what leaves a verb. Of several that fit, the longest is meant; so it is in all steps.
const STEP_1B: &str = "eed ed ing eedly edly ingly";

/// Step 2: suffixes of nouns and adverbs, and what they become.
const STEP_2: &str = "tional=tion enci=ence anci=ance abli=able entli=ent izer=ize ization=ize ational=ate ation=ate ator=ate \
    alism=al aliti=al alli=al fulness=ful ousli=ous ousness=ous iveness=ive iviti=ive biliti=ble bli=ble ogist=og ogi=og \
    fulli=ful lessli=less li=";

/// Step 3: further ones.
const STEP_3: &str = "tional=tion ational=ate alize=al icate=ic iciti=ic ical=ic ful= ness= ative=";

/// Step 4: suffixes that go.
const STEP_4: &str = "al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion";

/// Whether the words of a language are stemmed: English, for now.
pub fn is_stemmed(language: &str) -> bool {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    primary.eq_ignore_ascii_case("en")
}

/// The English stem of a folded form without its mark; `None` for what has none: numbers, short and foreign words.
pub fn stem(form: &str) -> Option<String> {
    let is_word =
        (3..=LONGEST).contains(&form.len()) && form.bytes().all(|b| b.is_ascii_lowercase());
    if !is_word {
        return None;
    }
    if let Some(stem) = replacement(EXCEPTIONS, form) {
        return Some(stem.to_owned());
    }
    let mut word = Word::new(form);
    word.mark_consonants();
    word.find_regions();
    word.step_1a();
    word.step_1b();
    word.step_1c();
    word.step_2();
    word.step_3();
    word.step_4();
    word.step_5();
    word.letters.make_ascii_lowercase();
    Some(word.letters)
}

/// A beginning that every form with this stem has.
pub fn common_beginning(stem: &str) -> &str {
    // Rules put `e`, `i`, `y`, `ie` or `ble` in the place of some letters; apart from that they only cut letters off.
    let ends = ["ie", "ble", "bl", "e", "i", "y"];
    let short = ends.iter().find_map(|end| stem.strip_suffix(end));
    short.unwrap_or(stem)
}

/// Whether a form may have a stem: a quick no for most of those that have not. Before the first region ends, only step 1 can
/// cut, and it cuts inflections.
pub fn may_have_stem(form: &str, stem: &str) -> bool {
    let mut word = Word::new(form);
    word.mark_consonants();
    word.find_regions();
    let is_inflected =
        form.ends_with(['s', 'd', 'g', 'y']) && form.len() <= stem.len() + LONGEST_INFLECTION;
    word.first <= stem.len() || form == stem || is_inflected
}

/// `ings` or `ingly`, a doubled letter, and one more to be safe.
const LONGEST_INFLECTION: usize = 7;

/// What a string becomes by a list of `from=to`.
fn replacement<'a>(list: &'a str, from: &str) -> Option<&'a str> {
    let mut entries = list.split(' ').filter_map(|entry| entry.split_once('='));
    entries.find(|(word, _)| *word == from).map(|(_, to)| to)
}

fn is_in(list: &str, word: &str) -> bool {
    list.split(' ').any(|other| other == word)
}

struct Word {
    /// The letters; `Y` is a consonant.
    letters: String,
    /// Where the first region begins: behind the first consonant that follows a vowel.
    first: usize,
    /// Where the second region begins: the same, within the first region.
    second: usize,
}

impl Word {
    fn new(form: &str) -> Self {
        Self {
            letters: form.to_owned(),
            first: 0,
            second: 0,
        }
    }

    /// Whether the letter at a place is one of these; at no place there is none.
    fn is_one_of(&self, at: usize, letters: &str) -> bool {
        let letter = self.letters.as_bytes().get(at);
        letter.is_some_and(|letter| letters.as_bytes().contains(letter))
    }

    fn is_vowel(&self, at: usize) -> bool {
        self.is_one_of(at, "aeiouy")
    }

    fn has_vowel_before(&self, end: usize) -> bool {
        (0..end).any(|at| self.is_vowel(at))
    }

    /// Writes a `y` that is a consonant as `Y`: at the beginning and behind a vowel.
    fn mark_consonants(&mut self) {
        for at in 0..self.letters.len() {
            let follows_vowel = at == 0 || self.is_vowel(at - 1);
            if follows_vowel && self.is_one_of(at, "y") {
                self.letters.replace_range(at..=at, "Y");
            }
        }
    }

    fn find_regions(&mut self) {
        let beginning = BEGINNINGS
            .split(' ')
            .find(|it| self.letters.starts_with(it));
        self.first = beginning.map_or_else(|| self.region_behind(0), str::len);
        self.second = self.region_behind(self.first);
    }

    fn region_behind(&self, start: usize) -> usize {
        let end = self.letters.len();
        let vowel = (start..end).find(|at| self.is_vowel(*at));
        let consonant = (vowel.unwrap_or(end)..end).find(|at| !self.is_vowel(*at));
        consonant.map_or(end, |at| at + 1)
    }

    /// Where the longest fitting suffix of a list begins, and what it becomes.
    fn suffix(&self, list: &'static str) -> Option<(usize, &'static str, &'static str)> {
        let mut longest: Option<(usize, &str, &str)> = None;
        for entry in list.split(' ') {
            let (suffix, to) = entry.split_once('=').unwrap_or((entry, ""));
            let start = self.letters.len().wrapping_sub(suffix.len());
            if longest.is_none_or(|(other, ..)| start < other) && self.letters.ends_with(suffix) {
                longest = Some((start, suffix, to));
            }
        }
        longest
    }

    /// Replaces everything from a place on.
    fn replace(&mut self, start: usize, with: &str) {
        self.letters.truncate(start);
        self.letters.push_str(with);
    }

    /// Whether what stands before a place ends in a short syllable.
    fn is_short(&self, end: usize) -> bool {
        if end < 2 || self.letters[..end].ends_with("past") {
            return end > 1;
        }
        let ends_so = !self.is_vowel(end - 1) && self.is_vowel(end - 2);
        let long = self.is_one_of(end - 1, "wxY") || end > 2 && self.is_vowel(end - 3);
        ends_so && (end == 2 || !long)
    }

    fn step_1a(&mut self) {
        let Some((start, suffix, _)) = self.suffix("sses ied ies us ss s") else {
            return;
        };
        match suffix {
            "sses" => self.replace(start, "ss"),
            "ied" | "ies" => self.replace(start, if start > 1 { "i" } else { "ie" }),
            "s" if self.has_vowel_before(start - 1) => self.replace(start, ""),
            _ => {}
        }
    }

    fn step_1b(&mut self) {
        let Some((start, suffix, _)) = self.suffix(STEP_1B) else {
            return;
        };
        let before = &self.letters[..start];
        if suffix.starts_with("ee") {
            if start >= self.first && !is_in("succ proc exc", before) {
                self.replace(start, "ee");
            }
            return;
        }
        if suffix == "ing" {
            if is_in("even cann inn earr herr out", before) {
                return;
            }
            if start == 2 && before.ends_with('y') && !self.is_vowel(0) {
                return self.replace(1, "ie");
            }
        }
        if !self.has_vowel_before(start) {
            return;
        }
        self.replace(start, "");
        if self.suffix("at bl iz").is_some() {
            self.letters.push('e');
        } else if self.suffix("bb dd ff gg mm nn pp rr tt").is_some() {
            if start != 3 || !self.is_one_of(0, "aeo") {
                self.replace(start - 1, "");
            }
        } else if start == self.first && self.is_short(start) {
            self.letters.push('e');
        }
    }

    fn step_1c(&mut self) {
        let last = self.letters.len() - 1;
        if self.is_one_of(last, "yY") && last > 1 && !self.is_vowel(last - 1) {
            self.replace(last, "i");
        }
    }

    fn step_2(&mut self) {
        let Some((start, suffix, to)) = self.suffix(STEP_2) else {
            return;
        };
        let fits = match suffix {
            "ogi" => self.is_one_of(start.wrapping_sub(1), "l"),
            "li" => self.is_one_of(start.wrapping_sub(1), "cdeghkmnrt"),
            _ => true,
        };
        if fits && start >= self.first {
            self.replace(start, to);
        }
    }

    fn step_3(&mut self) {
        if let Some((start, suffix, to)) = self.suffix(STEP_3) {
            let region = if suffix == "ative" {
                self.second
            } else {
                self.first
            };
            if start >= region {
                self.replace(start, to);
            }
        }
    }

    fn step_4(&mut self) {
        if let Some((start, suffix, _)) = self.suffix(STEP_4)
            && start >= self.second
            && (suffix != "ion" || self.is_one_of(start.wrapping_sub(1), "st"))
        {
            self.replace(start, "");
        }
    }

    fn step_5(&mut self) {
        let last = self.letters.len() - 1;
        let goes = if self.letters.ends_with('e') {
            last >= self.second || last >= self.first && !self.is_short(last)
        } else {
            self.letters.ends_with("ll") && last >= self.second
        };
        if goes {
            self.replace(last, "");
        }
    }
}

#[cfg(test)]
mod tests {
    use frostem::{Algorithm, Stemmer};
    use proptest::prelude::*;

    use super::*;

    fn check(word: &str) {
        let snowball = Stemmer::new(Algorithm::English).stem(word).into_owned();
        let ours = stem(word).unwrap();
        assert_eq!(ours, snowball, "{word}");
        assert!(word.starts_with(common_beginning(&ours)), "{word} {ours}");
        assert!(may_have_stem(word, &ours), "{word} {ours}");
    }

    #[test]
    fn other_languages_and_numbers_have_no_stem() {
        for form in ["", "go", "4.8", "état", "访问", "covid19", &"a".repeat(41)] {
            assert_eq!(stem(form), None);
        }
        assert!(is_stemmed("en") && is_stemmed("EN-gb") && is_stemmed("en_US"));
        assert!(!is_stemmed("eng") && !is_stemmed("de") && !is_stemmed(""));
    }

    #[test]
    fn exceptions_and_short_words_agree_with_snowball() {
        let lists = [EXCEPTIONS, BEGINNINGS, STEP_1B, STEP_2, STEP_3, STEP_4];
        let words = lists.iter().flat_map(|list| list.split([' ', '=']));
        for word in words.filter(|word| word.len() > 2) {
            for (before, after) in [
                ("", ""),
                ("", "s"),
                ("", "ing"),
                ("re", "ed"),
                ("st", "ly"),
                ("inter", ""),
            ] {
                check(&format!("{before}{word}{after}"));
            }
        }
        let letters = "abeilnsty";
        for a in letters.chars() {
            for b in letters.chars() {
                for c in letters.chars() {
                    for after in ["", "s", "ed", "ing", "ies", "eed", "y", "ly"] {
                        check(&format!("{a}{b}{c}{after}"));
                    }
                }
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        #[test]
        fn words_agree_with_snowball(
            word in "[a-z]{1,6}(ed|ing|s|ly|edly|ational|ization|fulness|ogist|ogi|li|ative|ement|ion|ity|ies|y|e|ll|bility|ivity|ousness|izer|ably){0,3}",
        ) {
            if word.len() > 2 && word.len() <= LONGEST {
                check(&word);
            }
        }
    }
}
