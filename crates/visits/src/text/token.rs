//! Cuts a text into tokens, in one pass.

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters, with inner hyphens, apostrophes and dots ("Jae-in", "O'Brien", "U.S.").
    Word,
    /// Begins with a digit ("11", "4,000", "13th-16th", "20th").
    Number,
    /// The genitive's `'s` or a lone apostrophe after a word.
    Genitive,
    /// Any other sign, alone; a run of dashes or dots is one.
    Sign,
    /// A blank line: nothing reads across it.
    Break,
}

/// A word, number or sign of the text.
#[derive(Clone, Debug)]
pub(crate) struct Token<'t> {
    /// As written.
    pub text: &'t str,
    /// The same with ASCII letters in lower case.
    pub lower: &'t str,
    /// First byte in the text.
    pub start: usize,
    /// What it is made of.
    pub kind: TokenKind,
}

impl Token<'_> {
    /// One past the last byte.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it is this word or sign, whatever its case.
    pub fn is(&self, lower: &str) -> bool {
        self.lower == lower
    }

    /// Whether it is one of these words or signs, whatever its case.
    pub fn is_any(&self, lower: &[&str]) -> bool {
        lower.contains(&self.lower)
    }

    /// Whether it is a word that begins with a capital.
    pub fn is_capital(&self) -> bool {
        self.kind == TokenKind::Word && self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it is a word of two or more letters without any small one.
    pub fn is_shouted(&self) -> bool {
        self.kind == TokenKind::Word
            && self.text.len() > 1
            && !self.text.chars().any(char::is_lowercase)
            && self.text.chars().any(char::is_uppercase)
    }
}

/// Cuts `text` into tokens; `lower` is the same text with ASCII letters in lower case. Linear.
pub(crate) fn tokens<'t>(text: &'t str, lower: &'t str) -> Vec<Token<'t>> {
    let mut found = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let (length, kind) = if c.is_whitespace() {
            (space(text, at), TokenKind::Break)
        } else {
            one(text, at, c)
        };
        let end = at + length;
        if (kind != TokenKind::Break || is_blank_line(text.get(at..end)))
            && let (Some(text), Some(lower)) = (text.get(at..end), lower.get(at..end))
        {
            found.push(Token {
                text,
                lower,
                start: at,
                kind,
            });
        }
        at = end;
    }
    found
}

/// Whether white space holds two line breaks.
fn is_blank_line(space: Option<&str>) -> bool {
    space.is_some_and(|space| space.bytes().filter(|&byte| byte == b'\n').count() > 1)
}

/// The length of the white space that begins at `at`.
fn space(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.len() - rest.trim_start().len()
}

/// The length and kind of the token that begins with `first` at `at`.
fn one(text: &str, at: usize, first: char) -> (usize, TokenKind) {
    let rest = text.get(at..).unwrap_or_default();
    if is_apostrophe(first) {
        return (genitive(text, at, first), TokenKind::Genitive);
    }
    if first.is_numeric() {
        return (number(rest), TokenKind::Number);
    }
    if first.is_alphabetic() {
        return (word(rest), TokenKind::Word);
    }
    let run = if matches!(first, '-' | '.' | '–' | '—' | '_' | '*' | '#') {
        rest.chars().take_while(|&c| c == first).count() * first.len_utf8()
    } else {
        first.len_utf8()
    };
    (run, TokenKind::Sign)
}

/// `'` and its typographic forms.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ')
}

/// The length of an apostrophe with the genitive's `s`, when it follows a word; else of the apostrophe alone.
fn genitive(text: &str, at: usize, first: char) -> usize {
    let after = at + first.len_utf8();
    let rest = text.get(after..).unwrap_or_default();
    let joined = text
        .get(..at)
        .and_then(|before| before.chars().next_back())
        .is_some_and(char::is_alphanumeric);
    let mut next = rest.chars();
    let is_s = matches!(next.next(), Some('s' | 'S'));
    let ends = next.next().is_none_or(|c| !c.is_alphanumeric());
    first.len_utf8() + usize::from(joined && is_s && ends)
}

/// The length of the number at the start of `rest`: digits with inner commas, dots, colons, hyphens and letters.
fn number(rest: &str) -> usize {
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let inner = matches!(c, ',' | '.' | ':' | '-' | '/')
            && chars
                .peek()
                .is_some_and(|&(_, next)| next.is_alphanumeric());
        if !c.is_alphanumeric() && !inner {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// The length of the word at the start of `rest`. A genitive is left for the next token.
fn word(rest: &str) -> usize {
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        let keep = c.is_alphanumeric()
            || is_mark(c)
            || (matches!(c, '-' | '.' | '&') || is_apostrophe(c))
                && next.is_some_and(char::is_alphanumeric)
                && inner(rest, at, c);
        if !keep {
            break;
        }
        end = at + c.len_utf8();
    }
    end + usize::from(takes_dot(rest, end))
}

/// Combining marks belong to the letter before them.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Whether a sign inside a word belongs to it: hyphens do, dots in "U.S" and "a.m", apostrophes but for the genitive.
fn inner(rest: &str, at: usize, sign: char) -> bool {
    let before = rest.get(..at).unwrap_or_default();
    let after = rest.get(at + sign.len_utf8()..).unwrap_or_default();
    let tail: usize = after
        .chars()
        .take_while(|c| c.is_alphanumeric())
        .take(3)
        .count();
    match sign {
        '.' => {
            before
                .chars()
                .rev()
                .take_while(|c| c.is_alphanumeric())
                .take(2)
                .count()
                == 1
        }
        '&' => before.len() == 1 && tail == 1,
        '-' => true,
        _ => !(tail == 1 && after.starts_with(['s', 'S'])),
    }
}

/// Abbreviations that keep their dot, in lower case and sorted. Months are among them.
const ABBREVIATIONS: &[&str] = &[
    "adm", "amb", "apr", "atty", "aug", "brig", "capt", "cmdr", "co", "col", "corp", "dec", "dept",
    "det", "dr", "esq", "etc", "feb", "fr", "ft", "gen", "gov", "hon", "inc", "jan", "jr", "jul",
    "jun", "lt", "ltd", "maj", "mar", "messrs", "mme", "mr", "mrs", "ms", "mt", "no", "nos", "nov",
    "oct", "pres", "prof", "rep", "reps", "rev", "sec", "sen", "sens", "sep", "sept", "sgt", "sr",
    "st", "supt", "thurs", "tues", "vs", "wed",
];

/// Whether a dot right after the first `end` bytes of `rest` belongs to the word: initials and abbreviations.
fn takes_dot(rest: &str, end: usize) -> bool {
    let Some(word) = rest.get(..end) else {
        return false;
    };
    let after = rest.get(end..).unwrap_or_default();
    if !after.starts_with('.') || after.starts_with("..") {
        return false;
    }
    let single = word.chars().count() == 1 && word != "I";
    let last = word.rsplit(['.', '-']).next().unwrap_or_default();
    let dotted = word.contains('.') && last.chars().count() == 1;
    single || dotted || {
        let lower = word.to_ascii_lowercase();
        word.len() <= 6 && ABBREVIATIONS.binary_search(&lower.as_str()).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> String {
        let lower = text.to_ascii_lowercase();
        let found: Vec<_> = tokens(text, &lower)
            .iter()
            .map(|token| token.text)
            .collect();
        found.join("|")
    }

    #[test]
    fn abbreviations_are_sorted() {
        assert!(ABBREVIATIONS.is_sorted());
    }

    #[test]
    fn words_keep_what_belongs_to_them() {
        for (text, expected) in [
            ("Xi's state visit", "Xi|'s|state|visit"),
            ("Francis’ visit.", "Francis|’|visit|."),
            ("the U.S.-Pacific Summit", "the|U.S.|-|Pacific|Summit"),
            ("the U.S. side", "the|U.S.|side"),
            ("On Jan. 5, Moon Jae-in", "On|Jan.|5|,|Moon|Jae-in"),
            ("Joseph R. Biden, Jr. met", "Joseph|R.|Biden|,|Jr.|met"),
            ("O’Brien left (ROK).", "O’Brien|left|(|ROK|)|."),
            ("April 11-12, 13th-16th", "April|11-12|,|13th-16th"),
            ("He went. She", "He|went|.|She"),
            ("so did I. Then", "so|did|I|.|Then"),
            ("a -- b … c", "a|--|b|…|c"),
            ("Cote d'Ivoire's", "Cote|d'Ivoire|'s"),
        ] {
            assert_eq!(cut(text), expected);
        }
    }
}
