//! What each character is for the search: part of a word, a character of a script without word breaks, a mark, or a break.

/// What a character is for the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Part of a word.
    Letter,
    /// Written without spaces between words (Han, Kana, Hangul, Thai, …): indexed by pairs.
    Dense,
    /// Dropped without parting a word: combining marks that folding takes away, soft hyphens, joiners, direction marks.
    Mark,
    /// Parts words.
    Break,
}

/// The class of a character.
pub fn class(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => Class::Letter,
        '\0'..'\u{aa}' => Class::Break,
        _ if is_mark(c) => Class::Mark,
        _ if is_dense(c) => Class::Dense,
        // An apostrophe, although Unicode counts it among the letters.
        '\u{2bc}' => Class::Break,
        _ if c.is_alphanumeric() || is_indic_sign(c) => Class::Letter,
        _ => Class::Break,
    }
}

/// Marks of scripts in which words are written with and without them, and characters that nobody sees.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{ad}'
        | '\u{300}'..='\u{36f}'
        | '\u{483}'..='\u{487}'
        | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}'
        | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}'
    )
}

/// Scripts that are written without spaces between words; Hangul because its particles are written onto the words.
fn is_dense(c: char) -> bool {
    matches!(c,
        '\u{e01}'..='\u{e3a}' | '\u{e40}'..='\u{e4e}' | '\u{e81}'..='\u{ece}' | '\u{1000}'..='\u{103f}'
        | '\u{1050}'..='\u{108f}' | '\u{1100}'..='\u{11ff}' | '\u{1780}'..='\u{17d3}'
        | '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{302f}' | '\u{3031}'..='\u{3035}'
        | '\u{3041}'..='\u{309a}' | '\u{309d}'..='\u{309f}' | '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}'
        | '\u{3105}'..='\u{312f}' | '\u{3131}'..='\u{318e}' | '\u{31a0}'..='\u{31bf}' | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{1b000}'..='\u{1b16f}' | '\u{20000}'..='\u{3ffff}'
    )
}

/// Vowel signs and viramas of the scripts of India, which Unicode does not count among the letters but words need.
fn is_indic_sign(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{dff}') && !matches!(c, '\u{964}' | '\u{965}' | '\u{970}')
}

/// Whether a character is written inside words to bind their parts: hyphens and apostrophes.
pub fn is_joiner(c: char) -> bool {
    is_apostrophe(c)
        || matches!(
            c,
            '-' | '\u{2010}' | '\u{2011}' | '&' | '\u{5f3}' | '\u{5f4}'
        )
}

/// Whether a character is an apostrophe, in any of the writings that people type or editors set.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2bc}' | '\u{2018}' | '\u{ff07}')
}

#[cfg(test)]
mod tests {
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;

    fn words(text: &str) -> Vec<String> {
        let is_part = |c: char| matches!(class(c), Class::Letter | Class::Mark);
        let parts = text.split(|c: char| !is_part(c));
        parts
            .filter(|part| part.chars().any(|c| class(c) == Class::Letter))
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn words_of_many_scripts_agree_with_the_unicode_database() {
        for text in [
            "The quick brown fox jumped over 32 dogs",
            "Größe naïve façade Łódź Đà Nẵng",
            "Ελληνικά γράμματα και λέξεις",
            "Президент посетил Пекин в январе",
            "الرئيس زار بكين في يناير",
            "הנשיא ביקר בברלין",
            "राष्ट्रपति ने बीजिंग का दौरा किया",
            "প্রেসিডেন্ট বেইজিং সফর করেন",
            "ஜனாதிபதி பெய்ஜிங்கிற்கு விஜயம் செய்தார்",
            "Նախագահն այցելել է Պեկին",
            "პრეზიდენტი ეწვია პეკინს",
            "ፕሬዝዳንቱ ቤጂንግን ጎበኙ",
        ] {
            let unicode: Vec<String> = text.unicode_words().map(str::to_owned).collect();
            assert_eq!(words(text), unicode, "{text}");
        }
    }

    #[test]
    fn every_character_of_a_word_is_a_letter_or_dense_or_a_mark() {
        for c in ('\u{80}'..='\u{2ffff}').filter(|c| c.is_alphabetic()) {
            // U+02BC is an apostrophe here.
            assert!(
                c == '\u{2bc}' || class(c) != Class::Break,
                "{c} U+{:04X}",
                c as u32
            );
        }
    }
}
