//! Where words begin and end, and what each is indexed as.
//!
//! A *token* is a form at a position. Positions count words; a phrase is a row of positions. Most words are one token.
//! The others:
//!
//! | text | tokens, with their positions |
//! |---|---|
//! | `U.S.` | `us`, marked as an acronym, at 0 |
//! | `US` (2 to 5 capitals) | `us`, marked as an acronym, at 0 |
//! | `Xi’s` | `xi` at 0 |
//! | `win-win`, `O'Brien`, `R&D` | the parts at 0 and 1, and the whole without its joiners at 0, marked with its length |
//! | `4.8`, `1,234` | the parts at 0 and 1, and the number (`4.8`, `1234`) at 0, marked with its length |
//! | `Zürich` | `zurich` and `zuerich`, both at 0 |
//! | `東京都` | `東京` at 0, `京都` at 1, `都` at 2 |
//!
//! A *mark* is one control character after the form: [`ACRONYM`], or the number of positions that the token covers. It
//! sorts before every other character, so that all writings of a form stand together in the dictionary.
//! A blank line leaves one position free: no phrase runs from paragraph to paragraph.

use super::chars::{Class, class, is_apostrophe, is_joiner};
use super::fold;

/// The mark of abbreviations with dots and of words in capitals.
pub const ACRONYM: char = '\u{1}';

/// The longest compound, in parts, that is indexed as a whole too.
pub const MAX_JOINED: usize = 8;

/// A form at a place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// The folded form, with its mark.
    pub form: &'a str,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The first position that it covers.
    pub position: u32,
    /// How many positions it covers.
    pub length: u32,
}

/// The positions of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// One past the last position of its first paragraph.
    pub lead_end: u32,
    /// One past its last position.
    pub end: u32,
}

/// A form without its mark.
pub fn base(form: &str) -> &str {
    form.trim_end_matches(|c: char| c <= '\u{8}')
}

/// Finds the tokens of a text, the first of them at position `first`. Linear in the length of the text.
pub fn tokens(text: &str, first: u32, emit: &mut dyn FnMut(Token<'_>)) -> Extent {
    let mut reader = Reader {
        text,
        position: first,
        forms: String::new(),
        parts: Vec::new(),
        emit,
    };
    let mut lead_end = None;
    let mut at = 0;
    let mut breaks = 0;
    while let Some(c) = reader.char_at(at) {
        let class = class(c);
        if class == Class::Letter || class == Class::Dense {
            if breaks > 1 && reader.position > first {
                lead_end.get_or_insert(reader.position);
                reader.position += 1;
            }
            breaks = 0;
            at = if class == Class::Letter {
                reader.chain(at)
            } else {
                reader.dense(at)
            };
        } else {
            breaks = match c {
                '\n' => breaks + 1,
                _ if breaks > 1 || c.is_whitespace() => breaks,
                _ => 0,
            };
            at += c.len_utf8();
        }
    }
    let end = reader.position;
    Extent {
        lead_end: lead_end.unwrap_or(end),
        end,
    }
}

/// A run of letters.
struct Part {
    /// Where its form ends in [`Reader::forms`].
    form_end: usize,
    start: usize,
    end: usize,
    /// How many letters it has.
    letters: u32,
    shape: Shape,
    umlaut: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Number,
    Capitals,
    Other,
}

/// What binds the parts of a chain.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bond {
    /// `U.S.`
    Abbreviation,
    /// `1,234.5`
    Number,
    /// `win-win`, `O'Brien`
    Compound,
}

struct Reader<'t, 'e> {
    text: &'t str,
    position: u32,
    /// The forms of the current chain's parts, one after the other.
    forms: String,
    parts: Vec<Part>,
    emit: &'e mut dyn FnMut(Token<'_>),
}

impl Reader<'_, '_> {
    fn char_at(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }

    fn is_letter_at(&self, at: usize) -> bool {
        self.char_at(at).is_some_and(|c| class(c) == Class::Letter)
    }

    /// Reads a word with all that is bound to it, and gives the offset behind it.
    fn chain(&mut self, at: usize) -> usize {
        self.forms.clear();
        self.parts.clear();
        let mut at = self.part(at);
        let mut chain_bond = None;
        while let Some(joiner) = self.char_at(at) {
            let next = at + joiner.len_utf8();
            let Some(bond) = self.bond(joiner, next) else {
                break;
            };
            if *chain_bond.get_or_insert(bond) != bond {
                break;
            }
            at = self.part(next);
        }
        if chain_bond == Some(Bond::Abbreviation) && self.char_at(at) == Some('.') {
            at += 1;
        }
        self.flush(chain_bond, at);
        self.skip_possessive(at)
    }

    /// The offset behind a `’s` that stands at an offset, or the offset itself.
    fn skip_possessive(&self, at: usize) -> usize {
        match self.char_at(at) {
            Some(c) if is_apostrophe(c) && self.is_possessive(at + c.len_utf8()) => {
                at + c.len_utf8() + 1
            }
            _ => at,
        }
    }

    /// Whether the `s` of a `’s` stands at an offset, with nothing of the word after it.
    fn is_possessive(&self, at: usize) -> bool {
        matches!(self.char_at(at), Some('s' | 'S'))
            && self
                .char_at(at + 1)
                .is_none_or(|c| !matches!(class(c), Class::Letter | Class::Mark))
    }

    /// What a character binds the last part to, if it does.
    fn bond(&self, joiner: char, next: usize) -> Option<Bond> {
        let last = self.parts.last()?;
        let following = self.char_at(next)?;
        if class(following) != Class::Letter || is_apostrophe(joiner) && self.is_possessive(next) {
            return None;
        }
        if is_joiner(joiner) {
            return Some(Bond::Compound);
        }
        if !matches!(joiner, '.' | ',') {
            return None;
        }
        if last.shape == Shape::Number && following.is_ascii_digit() {
            return Some(Bond::Number);
        }
        let alone = last.letters == 1
            && last.shape != Shape::Number
            && !following.is_ascii_digit()
            && !self.is_letter_at(next + following.len_utf8());
        (alone && joiner == '.').then_some(Bond::Abbreviation)
    }

    /// Reads a run of letters into the chain, and gives the offset behind it.
    fn part(&mut self, start: usize) -> usize {
        let mut part = Part {
            form_end: 0,
            start,
            end: start,
            letters: 0,
            shape: Shape::Other,
            umlaut: false,
        };
        let (mut digits, mut capitals) = (0, 0);
        let mut start_of_run = start;
        loop {
            // Most letters are ASCII, and cheaper to take many at once.
            for byte in &self.text.as_bytes()[part.end..] {
                if !byte.is_ascii_alphanumeric() {
                    break;
                }
                part.end += 1;
                digits += u32::from(byte.is_ascii_digit());
                capitals += u32::from(byte.is_ascii_uppercase());
            }
            let folded = self.forms.len();
            self.forms.push_str(&self.text[start_of_run..part.end]);
            if capitals > 0 {
                self.forms[folded..].make_ascii_lowercase();
            }
            part.letters += (part.end - start_of_run) as u32;
            let Some(c) = self.char_at(part.end) else {
                break;
            };
            match class(c) {
                Class::Letter => {
                    part.letters += 1;
                    part.umlaut |= spelled_out(c).is_some();
                    fold(c, &mut self.forms);
                }
                Class::Mark => part.umlaut |= c == DIAERESIS,
                Class::Dense | Class::Break => break,
            }
            part.end += c.len_utf8();
            start_of_run = part.end;
        }
        if digits == part.letters {
            part.shape = Shape::Number;
        } else if capitals == part.letters && (2..=5).contains(&capitals) {
            part.shape = Shape::Capitals;
        }
        part.form_end = self.forms.len();
        let end = part.end;
        self.parts.push(part);
        end
    }

    /// Emits the tokens of the chain, which ends at `end`.
    fn flush(&mut self, bond: Option<Bond>, end: usize) {
        let Some(start) = self.parts.first().map(|part| part.start) else {
            return;
        };
        let is_number = |part: &Part| part.shape == Shape::Number;
        match bond {
            Some(Bond::Abbreviation) => {
                self.forms.push(ACRONYM);
                emit_one(self.emit, &self.forms, start, end, self.position, 1);
                self.position += 1;
                return;
            }
            Some(Bond::Number) if self.parts.iter().all(is_number) => {
                self.emit_whole(number(&self.text[start..end]), start, end);
            }
            Some(Bond::Compound) if !self.parts.iter().all(is_number) => {
                self.emit_whole(self.forms.clone(), start, end);
            }
            Some(Bond::Compound | Bond::Number) | None => {}
        }
        self.emit_parts();
    }

    fn emit_parts(&mut self) {
        let mut form_start = 0;
        let mut marked = String::new();
        for part in &self.parts {
            let form = &self.forms[form_start..part.form_end];
            form_start = part.form_end;
            let (start, end) = (part.start, part.end);
            if part.shape == Shape::Capitals {
                marked.clear();
                marked.push_str(form);
                marked.push(ACRONYM);
                emit_one(self.emit, &marked, start, end, self.position, 1);
            } else {
                emit_one(self.emit, form, start, end, self.position, 1);
            }
            if part.umlaut {
                marked.clear();
                spell_out(&self.text[start..end], &mut marked);
                emit_one(self.emit, &marked, start, end, self.position, 1);
            }
            self.position += 1;
        }
    }

    /// Emits a compound or number as a whole, at its first position.
    fn emit_whole(&mut self, mut form: String, start: usize, end: usize) {
        let count = self.parts.len();
        if let Ok(mark) = u8::try_from(count)
            && (2..=MAX_JOINED).contains(&count)
        {
            form.push(char::from(mark));
            emit_one(self.emit, &form, start, end, self.position, u32::from(mark));
        }
    }

    /// Emits the pairs of a run of dense characters and its last character, and gives the offset behind the run.
    fn dense(&mut self, start: usize) -> usize {
        let mut form = String::new();
        // Where the first character of the pair begins, and where its last one begins and ends.
        let (mut first, mut last, mut end) = (start, start, start);
        let mut at = start;
        for c in self.text[start..].chars() {
            match class(c) {
                Class::Dense => {
                    let alone = form.len();
                    form.push(c);
                    (last, end) = (at, at + c.len_utf8());
                    if alone > 0 {
                        emit_one(self.emit, &form, first, end, self.position, 1);
                        self.position += 1;
                        form.drain(..alone);
                        first = last;
                    }
                }
                Class::Mark => {}
                Class::Letter | Class::Break => break,
            }
            at += c.len_utf8();
        }
        emit_one(self.emit, &form, last, end, self.position, 1);
        self.position += 1;
        at
    }
}

fn emit_one(
    emit: &mut dyn FnMut(Token<'_>),
    form: &str,
    start: usize,
    end: usize,
    position: u32,
    length: u32,
) {
    emit(Token {
        form,
        start,
        end,
        position,
        length,
    });
}

/// A number written with dots and commas: a comma before a group of three digits is dropped, any other is a decimal one.
fn number(text: &str) -> String {
    let is_written = |c: &char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let text: String = text.chars().filter(is_written).collect();
    let mut groups = text.split(',').skip(1);
    let thousands = groups.all(|group| group.split('.').next().map(str::len) == Some(3));
    text.replace(',', if thousands { "" } else { "." })
}

/// U+0308, the two dots as a character of their own.
const DIAERESIS: char = '\u{308}';

/// How a letter is written where it is not on the keyboard, other than by leaving its marks out.
fn spelled_out(c: char) -> Option<&'static str> {
    Some(match c {
        'ä' | 'Ä' => "ae",
        'ö' | 'Ö' | 'ø' | 'Ø' => "oe",
        'ü' | 'Ü' => "ue",
        'å' | 'Å' => "aa",
        _ => return None,
    })
}

/// Appends a word with its umlauts spelled out.
fn spell_out(word: &str, out: &mut String) {
    for c in word.chars() {
        match (spelled_out(c), class(c)) {
            (Some(letters), _) => out.push_str(letters),
            (None, Class::Mark) if c == DIAERESIS && out.ends_with(['a', 'o', 'u']) => {
                out.push('e');
            }
            (None, Class::Mark) => {}
            (None, _) => fold(c, out),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `form@position`, with `+n` for a whole of n parts, `^` for an acronym, and the text that it covers.
    fn shown(text: &str) -> String {
        let mut shown = Vec::new();
        tokens(text, 0, &mut |token| {
            let mark = match token.form.chars().last() {
                Some(ACRONYM) => "^".to_owned(),
                _ if token.length > 1 => format!("+{}", token.length),
                _ => String::new(),
            };
            let covered = &text[token.start..token.end];
            let form = base(token.form);
            let covered = if covered == form {
                String::new()
            } else {
                format!("={covered}")
            };
            shown.push(format!("{form}{mark}@{}{covered}", token.position));
        });
        shown.join(" ")
    }

    macro_rules! table {
        ($($name:ident: $text:expr => $tokens:expr;)*) => {
            $(#[test] fn $name() { assert_eq!(shown($text), $tokens); })*
        };
    }

    table! {
        nothing: "" => "";
        punctuation_alone: "… — ! ' - . \" 🎉" => "";
        words: "held talks, in Seoul" => "held@0 talks@1 in@2 seoul@3=Seoul";
        dotted_abbreviations: "the U.S. (U.K.) said" => "the@0 us^@1=U.S. uk^@2=U.K. said@3";
        a_dotted_abbreviation_without_its_last_dot: "U.S, a" => "us^@0=U.S a@1";
        a_dotted_abbreviation_with_more_behind: "U.S.-China" => "us^@0=U.S. china@1=China";
        a_possessive_abbreviation: "U.S.’s plan" => "us^@0=U.S. plan@1";
        a_full_stop_without_a_space: "end.Start" => "end@0 start@1=Start";
        capitals: "US and APEC, CONGRESS" => "us^@0=US and@1 apec^@2=APEC congress@3=CONGRESS";
        possessives: "Xi's China’s states' JAMES'S" => "xi@0=Xi china@1=China states@2 james^@3=JAMES";
        names_with_apostrophes: "O’Brien" => "obrien+2@0=O’Brien o@0=O brien@1=Brien";
        hyphens: "win-win e‑mail" => "winwin+2@0=win-win win@0 win@1 email+2@2=e‑mail e@2 mail@3";
        names_with_numbers: "COVID-19" => "covid19+2@0=COVID-19 covid^@0=COVID 19@1";
        dates_are_only_their_parts: "2026-01-05" => "2026@0 01@1 05@2";
        decimals: "4.8 or 4,8" => "4.8+2@0 4@0 8@1 or@2 4.8+2@3=4,8 4@3 8@4";
        thousands: "1,234,567.5" => "1234567.5+4@0=1,234,567.5 1@0 234@1 567@2 5@3";
        ampersands: "AT&T" => "att+2@0=AT&T at^@0=AT t@1=T";
        umlauts: "Zürich" => "zurich@0=Zürich zuerich@0=Zürich";
        umlauts_as_two_characters: "Zu\u{308}rich" => "zurich@0=Zu\u{308}rich zuerich@0=Zu\u{308}rich";
        marks: "Shinzo\u{304} Ti\u{ad}tle" => "shinzo@0=Shinzo\u{304} title@1=Ti\u{ad}tle";
        han: "访问中国。" => "访问@0 问中@1 中国@2 国@3";
        one_character: "中" => "中@0";
        hangul: "한중 관계" => "한중@0 중@1 관계@2 계@3";
        mixed_scripts: "AI技術2" => "ai^@0=AI 技術@1 術@2 2@3";
        paragraphs: "one\n\ntwo\nthree\r\n\r\n“four" => "one@0 two@2 three@3 four@5";
        devanagari_keeps_its_signs: "हिन्दी" => "हिन्दी@0";
        arabic_loses_its_signs: "مُحَمَّد" => "محمد@0=مُحَمَّد";
    }

    #[test]
    fn a_chain_of_any_length_is_read() {
        let chain = "a-".repeat(100_000);
        let mut count = 0;
        tokens(&chain, 0, &mut |_| count += 1);
        assert_eq!(count, 100_000);
    }

    proptest! {
        #[test]
        fn tokens_stand_in_order_on_character_boundaries(text in "\\PC{0,40}|[a-zA-ZÜ0-9中国.,'’ \n-]{0,40}") {
            let mut last = 0;
            let mut end = 0;
            let extent = tokens(&text, 7, &mut |token| {
                assert!(token.start < token.end);
                assert!(!text[token.start..token.end].is_empty());
                assert!(token.position >= last);
                assert!(!base(token.form).is_empty());
                last = token.position;
                end = end.max(token.position + token.length);
            });
            prop_assert!(extent.lead_end <= extent.end);
            prop_assert!(end == 0 || end == extent.end);
        }

        #[test]
        fn folded_text_has_the_same_forms(text in "[a-zA-ZÀ-ſЀ-ѿ中 -]{0,40}") {
            let forms = |text: &str| {
                let mut forms = Vec::new();
                tokens(text, 0, &mut |token| forms.push(base(token.form).to_owned()));
                forms
            };
            let mut folded = String::new();
            text.chars().for_each(|c| fold(c, &mut folded));
            let plain: Vec<_> = forms(&folded);
            // Only the spelled-out umlauts are gone.
            prop_assert!(plain.iter().all(|form| forms(&text).contains(form)));
        }
    }
}
