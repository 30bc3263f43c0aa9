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
        _ if is_break(c) => Class::Break,
        _ => Class::Letter,
    }
}

/// Whether a character is among some. Not by `str::contains`, which for characters beyond ASCII brings the search for a text
/// in a text, two kilobytes of wasm.
pub fn is_one_of(c: char, some: &str) -> bool {
    some.chars().any(|other| other == c)
}

/// Punctuation, symbols and controls from U+0080 on: the first and last of each run. What stands nowhere here is a letter or
/// a digit, or so rare that it does not matter.
#[rustfmt::skip]
const BREAKS: [(u16, u16); 93] = [
    (0x80, 0xa9), (0xab, 0xb1), (0xb4, 0xb4), (0xb6, 0xb8), (0xbb, 0xbb), (0xbf, 0xbf),
    (0xd7, 0xd7), (0xf7, 0xf7), (0x2bc, 0x2bc), (0x2c2, 0x2c5), (0x2d2, 0x2df), (0x2e5, 0x2eb),
    (0x2ed, 0x2ed), (0x2ef, 0x2ff), (0x375, 0x375), (0x37e, 0x37e), (0x384, 0x385),
    (0x387, 0x387), (0x3f6, 0x3f6), (0x482, 0x482), (0x55a, 0x55f), (0x589, 0x590),
    (0x5be, 0x5be), (0x5c0, 0x5c0), (0x5c3, 0x5c3), (0x5c6, 0x5c6), (0x5f3, 0x60f),
    (0x61b, 0x61f), (0x66a, 0x66d), (0x6d4, 0x6d4), (0x6dd, 0x6de), (0x6e9, 0x6e9),
    (0x6fd, 0x6fe), (0x700, 0x70f), (0x964, 0x965), (0x970, 0x970), (0xe3b, 0xe3f),
    (0xe4f, 0xe4f), (0xe5a, 0xe5b), (0xf01, 0xf17), (0xf1a, 0xf1f), (0xf34, 0xf34),
    (0xf36, 0xf36), (0xf38, 0xf38), (0xf3a, 0xf3d), (0xf85, 0xf85), (0x104a, 0x104f),
    (0x10fb, 0x10fb), (0x1360, 0x1368), (0x1400, 0x1400), (0x166e, 0x166e), (0x1680, 0x1680),
    (0x169b, 0x169c), (0x16eb, 0x16ed), (0x1735, 0x1736), (0x17d4, 0x17d6), (0x17d8, 0x17db),
    (0x1800, 0x180a), (0x1944, 0x1945), (0x2000, 0x206f), (0x207a, 0x207e), (0x208a, 0x208e),
    (0x20a0, 0x20cf), (0x2116, 0x2118), (0x211e, 0x2123), (0x2190, 0x245f), (0x2500, 0x2775),
    (0x2794, 0x2bff), (0x2ce5, 0x2cea), (0x2cf9, 0x2cfc), (0x2cfe, 0x2cff), (0x2e00, 0x2e2e),
    (0x2e30, 0x2e7f), (0x3000, 0x3004), (0x3008, 0x3020), (0x3030, 0x3030), (0x3036, 0x3037),
    (0x303d, 0x3040), (0x309b, 0x309c), (0x30a0, 0x30a0), (0x30fb, 0x30fb), (0x31c0, 0x31ef),
    (0xa4fe, 0xa4ff), (0xa700, 0xa716), (0xe000, 0xf8ff), (0xfb29, 0xfb29), (0xfd3e, 0xfd4f),
    (0xfe10, 0xfe1f), (0xfe30, 0xfe6f), (0xff00, 0xff0f), (0xff1a, 0xff20), (0xff3b, 0xff40),
    (0xff5b, 0xff65),
];

/// Whether a character from U+0080 on parts words: it stands in [`BREAKS`], is an emoji or beyond all scripts.
fn is_break(c: char) -> bool {
    let Ok(code) = u16::try_from(c as u32) else {
        return matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{e0000}'..);
    };
    let run = BREAKS.partition_point(|(_, last)| *last < code);
    code >= 0xffe0 || BREAKS.get(run).is_some_and(|(first, _)| *first <= code)
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
    fn the_table_of_breaks_is_sorted_and_holds_no_letter_or_digit() {
        let ends = BREAKS.iter().flat_map(|(first, last)| [*first, *last]);
        assert!(ends.collect::<Vec<_>>().is_sorted());
        for c in ('\u{80}'..='\u{2ffff}').filter(|c| c.is_alphanumeric()) {
            // U+02BC is an apostrophe here, and emoji with letters in them are emoji.
            let exception = c == '\u{2bc}' || ('\u{1f100}'..='\u{1f1ff}').contains(&c);
            assert!(
                exception || class(c) != Class::Break,
                "{c} U+{:04X}",
                c as u32
            );
        }
    }

    #[test]
    fn punctuation_and_symbols_of_living_scripts_part_words() {
        let marks = "«»‹›“”„‘’…—–·•§¶©®™°±×÷¿¡€£¥₩₽→↑∞≠≤■●★☀♥✓、。，！？：；（）「」『』【】〜・؟،؛٪۔।॥፡።׀־՜՞჻།་᠃🎉🇨🇳\u{a0}\u{2003}\u{3000}";
        for c in marks.chars() {
            assert_eq!(class(c), Class::Break, "{c} U+{:04X}", c as u32);
        }
    }
}
