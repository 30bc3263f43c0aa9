//! From the parts of a query to its steps.

use super::fields::Field;
use super::lex::{Kind, Lexeme, is_quote, lex};
use super::words::{phrase, segments};
use super::{MAX_TERMS, Mode, Query, Rows, Step, Term};
use crate::aliases::Aliases;
use crate::note::{Note, Plain};
use crate::text::{Class, class};

/// Parentheses deeper than this are read as if they were not there.
const MAX_DEPTH: usize = 32;

/// What stands behind so many words and operators is left out, with a note.
const MAX_PARTS: usize = 4096;

/// The longest name that is looked for among plain words, in words.
const MAX_NAME: usize = 6;

/// So many steps at most: one chunk may have very many parts.
const MAX_STEPS: usize = 4 * MAX_PARTS;

/// Reads a query. With `typing`, its last word may still go on, and what is open at its end is not yet wrong. `facets` are
/// the names of the facets that fields can name, `aliases` find further names of what is looked for. Linear in the length of
/// the query.
#[must_use]
pub fn parse(query: &str, typing: bool, facets: &[&str], aliases: &Aliases) -> Query {
    let is_field = |name: &str| Field::of(name, facets).is_some();
    let lexemes = lex(query, MAX_PARTS, is_field);
    let mut parser = Parser {
        query,
        typing,
        facets,
        aliases,
        full: lexemes.len() == MAX_PARTS,
        lexemes,
        at: 0,
        headline: false,
        negated: false,
        out: Query::default(),
    };
    parser.match_parentheses();
    parser.all(true);
    let mut out = parser.out;
    out.forget_unused_terms();
    if parser.full {
        let used = out.terms.len() as u32;
        out.notes.push(Note::TooLong { used });
    }
    let nothing = out.parts.is_empty() && out.notes.is_empty();
    if nothing && !query.trim().is_empty() && !typing {
        out.notes.push(Note::Nothing);
    }
    out
}

/// Every reading function appends the steps of what it reads, and says whether there was something.
pub(super) struct Parser<'a> {
    pub(super) query: &'a str,
    typing: bool,
    pub(super) facets: &'a [&'a str],
    aliases: &'a Aliases,
    lexemes: Vec<Lexeme>,
    pub(super) at: usize,
    /// Inside `headline:`.
    pub(super) headline: bool,
    /// Inside an odd number of minuses.
    pub(super) negated: bool,
    /// Something was left out.
    full: bool,
    pub(super) out: Query,
}

impl<'a> Parser<'a> {
    pub(super) fn peek(&self) -> Option<Lexeme> {
        self.lexemes.get(self.at).copied()
    }

    fn peek_is(&self, kind: Kind) -> bool {
        self.peek().is_some_and(|next| next.kind == kind)
    }

    /// The text of a lexeme, without the quotation marks of a phrase.
    pub(super) fn text(&self, lexeme: Lexeme) -> &'a str {
        let text = &self.query[lexeme.start..lexeme.end];
        match lexeme.kind {
            Kind::Phrase | Kind::OpenPhrase => text.trim_matches(is_quote),
            _ => text,
        }
    }

    /// Whether somebody is still typing the lexeme before the current one.
    pub(super) fn was_being_typed(&self) -> bool {
        self.typing && self.at == self.lexemes.len()
    }

    /// Notes that what stands at `start..end` was read as plain words. One note of a kind is enough.
    pub(super) fn note(&mut self, start: usize, end: usize, why: Plain) {
        let is_known = |n: &Note| matches!(n, Note::Plain { why: known, .. } if *known == why);
        if !self.out.notes.iter().any(is_known) {
            let text = self.query[start..end].to_owned();
            self.out.notes.push(Note::Plain { text, why });
        }
    }

    /// Drops parentheses that match nothing or stand too deep.
    fn match_parentheses(&mut self) {
        let mut open: Vec<usize> = Vec::new();
        let mut drop = Vec::new();
        for (at, lexeme) in self.lexemes.iter().enumerate() {
            if lexeme.kind == Kind::Open {
                open.push(at);
            } else if lexeme.kind == Kind::Close {
                let partner = open.pop();
                if partner.is_none() || open.len() >= MAX_DEPTH {
                    drop.push(at);
                    drop.extend(partner);
                }
            }
        }
        let still_open = open.len();
        drop.append(&mut open);
        let wrong = if self.typing {
            drop.len() - still_open
        } else {
            drop.len()
        };
        if let Some(at) = drop.get(..wrong).and_then(|wrong| wrong.iter().min()) {
            let Lexeme { start, end, .. } = self.lexemes[*at];
            self.note(start, end, Plain::Parenthesis);
        }
        let mut at = 0;
        self.lexemes.retain(|_| {
            at += 1;
            !drop.contains(&(at - 1))
        });
    }

    /// Everything up to the end or the closing parenthesis.
    pub(super) fn all(&mut self, outermost: bool) -> bool {
        let mut count = 0;
        // Where the steps of the words without operators begin that were read last.
        let mut plain = self.out.steps.len();
        while let Some(lexeme) = self.peek()
            && lexeme.kind != Kind::Close
        {
            let (before, steps) = (self.at, self.out.steps.len());
            if lexeme.kind != Kind::And && self.any() {
                count += 1;
                if outermost {
                    let end = self.lexemes[self.at - 1].end;
                    self.out.parts.push(lexeme.start..end);
                }
            }
            self.at = self.at.max(before + 1);
            if lexeme.kind != Kind::Chunk || self.term_since(steps).is_none() {
                let last = self.out.steps.split_off(steps);
                count -= self.join_names(plain);
                self.out.steps.extend(last);
                plain = self.out.steps.len();
            }
        }
        count -= self.join_names(plain);
        self.join(Step::All(count), count)
    }

    /// Looks for names of several words among the words that were read since there were so many steps, and joins their words
    /// to choices between them and other names. Gives how many conditions fewer there are.
    fn join_names(&mut self, steps: usize) -> u16 {
        let words = self.out.steps.split_off(steps);
        let mut fewer = 0;
        let mut rest = words.as_slice();
        while let Some(first) = rest.first() {
            let mut count = rest.len().min(MAX_NAME);
            while count > 1 && !self.name(&rest[..count]) {
                count -= 1;
            }
            if count < 2 {
                self.out.steps.push(*first);
            }
            let (_, others) = rest.split_at(count);
            fewer += (count - 1) as u16;
            rest = others;
        }
        fewer
    }

    /// If these words make a name, appends the choice between them and its other names.
    fn name(&mut self, words: &[Step]) -> bool {
        let mut forms = String::new();
        for step in words {
            if let Step::Term(place) = step {
                forms += &self.out.terms[usize::from(*place)].rows.first_forms();
            }
        }
        let (mut rows, except) = self.aliases.others(&forms);
        let is_letters = !forms.contains(|c: char| c.is_ascii_digit());
        if is_letters && forms.chars().count() == 2 * words.len() {
            // `U S` for `U.S.`
            rows.begin_row();
            rows.push(&forms.replace(' ', ""), Mode::Acronym);
        }
        let Some(Step::Term(first)) = words.first() else {
            return false;
        };
        if rows.is_empty() {
            return false;
        }
        self.out.steps.extend(words);
        let count = words.len() as u16;
        self.join(Step::All(count), count);
        let found = u16::from(self.term(Term {
            rows,
            except,
            alias_of: Some(*first),
            ..Term::default()
        }));
        self.join(Step::Any(1 + found), 1 + found)
    }

    /// Joins the last so many decisions, if they are several.
    pub(super) fn join(&mut self, step: Step, count: u16) -> bool {
        if count > 1 {
            self.out.steps.push(step);
        }
        count > 0
    }

    /// Choices with `OR` between them.
    fn any(&mut self) -> bool {
        let mut count = u16::from(self.near());
        while self.peek_is(Kind::Or) {
            self.at += 1;
            let joins = self.peek().is_some_and(|next| {
                !matches!(
                    next.kind,
                    Kind::Or | Kind::And | Kind::Near(_) | Kind::Close
                )
            });
            if count == 0 || !joins {
                count += u16::from(self.lone_operator());
                break;
            }
            count += u16::from(self.near());
        }
        self.join(Step::Any(count), count)
    }

    /// The operator before the current lexeme joins nothing: it is a word.
    fn lone_operator(&mut self) -> bool {
        if self.was_being_typed() {
            return false;
        }
        let lexeme = self.lexemes[self.at - 1];
        self.note(lexeme.start, lexeme.end, Plain::LoneOperator);
        self.chunk(self.text(lexeme), Mode::Stem, Mode::Stem)
    }

    /// Terms with `NEAR` between them.
    fn near(&mut self) -> bool {
        let first = self.out.steps.len();
        let mut count = u16::from(self.unary());
        let mut left = self.term_since(first);
        let mut is_paired = false;
        while let Some(Kind::Near(distance)) = self.peek().map(|next| next.kind) {
            self.at += 1;
            let operator = self.at;
            let before = self.out.steps.len();
            let is_term = self.peek().is_some_and(|next| {
                matches!(next.kind, Kind::Chunk | Kind::Phrase | Kind::OpenPhrase)
            });
            let found = is_term && self.unary();
            let right = self.term_since(before);
            let (Some(one), Some(other)) = (left, right) else {
                count += u16::from(found);
                let end = std::mem::replace(&mut self.at, operator);
                count += u16::from(self.lone_operator());
                self.at = end;
                break;
            };
            // What stands in a pair does not stand alone.
            if !is_paired {
                count = 0;
            }
            self.out
                .steps
                .truncate(if is_paired { before } else { first });
            count += u16::from(self.pair(one, other, distance));
            is_paired = true;
            left = right;
        }
        self.join(Step::All(count), count)
    }

    /// The term, if that is all that was read since there were so many steps.
    fn term_since(&self, steps: usize) -> Option<u16> {
        match self.out.steps.get(steps..) {
            Some([Step::Term(term)]) => Some(*term),
            _ => None,
        }
    }

    /// The term for two terms near each other.
    fn pair(&mut self, left: u16, right: u16, distance: u32) -> bool {
        let terms = &self.out.terms;
        let (left, right) = (&terms[usize::from(left)], &terms[usize::from(right)]);
        self.term(Term {
            label: format!("{} NEAR/{distance} {}", left.label, right.label),
            rows: left.rows.clone(),
            near: right.rows.clone(),
            distance,
            ..Term::default()
        })
    }

    /// A condition with what may stand before it.
    pub(super) fn unary(&mut self) -> bool {
        let Some(lexeme) = self.peek() else {
            return false;
        };
        if lexeme.kind == Kind::Close {
            return false;
        }
        self.at += 1;
        match lexeme.kind {
            Kind::Minus => self.not(),
            Kind::Open => {
                let found = self.all(false);
                self.at += 1;
                found
            }
            Kind::Field => self.field(lexeme),
            Kind::OpenPhrase if !self.typing => {
                self.note(lexeme.start, lexeme.end, Plain::OpenQuote);
                let mut count = 0;
                for word in self.text(lexeme).split_whitespace() {
                    count += u16::from(self.chunk(word, Mode::Stem, Mode::Stem));
                }
                self.join(Step::All(count), count)
            }
            Kind::Phrase | Kind::OpenPhrase => self.phrase(lexeme),
            Kind::Chunk => self.word(lexeme),
            Kind::Or | Kind::And | Kind::Near(_) | Kind::Close => self.lone_operator(),
        }
    }

    /// What stands behind a minus, and further minuses.
    fn not(&mut self) -> bool {
        let before = self.negated;
        self.negated = !before;
        while self.peek_is(Kind::Minus) {
            self.at += 1;
            self.negated = !self.negated;
        }
        let found = self.unary();
        if found && self.negated != before {
            self.out.steps.push(Step::Not);
        }
        self.negated = before;
        found
    }

    fn phrase(&mut self, lexeme: Lexeme) -> bool {
        let text = self.text(lexeme);
        let open = lexeme.kind == Kind::OpenPhrase;
        let trimmed = text.trim();
        let inner = trimmed.trim_end_matches('*').trim_end();
        let goes_on = open && !text.ends_with(char::is_whitespace) || inner.len() < trimmed.len();
        let last = if goes_on { Mode::Prefix } else { Mode::Exact };
        let rows = phrase(inner, Mode::Exact, last);
        !rows.is_empty() && self.label_term(inner, rows, Rows::default())
    }

    /// A chunk with what may stand behind it.
    fn word(&mut self, lexeme: Lexeme) -> bool {
        let text = self.text(lexeme);
        let word = text.trim_end_matches(['*', '~']);
        let suffix = &text[word.len()..];
        if word.contains(['*', '~']) || suffix.len() > 1 {
            self.note(lexeme.start, lexeme.end, Plain::Wildcard);
        } else if word.is_empty() && !self.was_being_typed() {
            self.note(lexeme.start, lexeme.end, Plain::LoneOperator);
        }
        let last = match suffix {
            "*" => Mode::Prefix,
            "~" => Mode::Similar,
            _ if self.goes_on(lexeme) => Mode::Typed,
            _ => Mode::Stem,
        };
        self.chunk(word, Mode::Stem, last)
    }

    /// Whether the chunk before the current lexeme may be the beginning of a longer word.
    pub(super) fn goes_on(&self, lexeme: Lexeme) -> bool {
        let mut letters = self.text(lexeme).chars().rev();
        let is_part = |c: Option<char>| c.is_some_and(|c| class(c) != Class::Break);
        let mut last = letters.next();
        // `U.` on its way to `U.S.`
        if last == Some('.') && letters.clone().nth(1).is_none() {
            last = letters.next();
        }
        let at_end = lexeme.end == self.query.len();
        self.was_being_typed() && at_end && !self.negated && is_part(last)
    }

    /// The words of a chunk.
    pub(super) fn chunk(&mut self, text: &str, each: Mode, last: Mode) -> bool {
        let mut count = 0;
        segments(text, each, last, &mut |range, mut rows| {
            let (others, except) = self.aliases.others(&rows.first_forms());
            rows.append(&others);
            count += u16::from(self.label_term(&text[range], rows, except));
        });
        self.join(Step::All(count), count)
    }

    fn label_term(&mut self, label: &str, rows: Rows, except: Rows) -> bool {
        self.term(Term {
            label: label.to_owned(),
            rows,
            except,
            ..Term::default()
        })
    }

    /// A term, which is known once even if it stands in the query twice.
    fn term(&mut self, mut term: Term) -> bool {
        term.headline = self.headline;
        term.negated = self.negated;
        let terms = &mut self.out.terms;
        let same = |other: &Term| {
            (other.headline, other.negated) == (term.headline, term.negated)
                && (&other.rows, &other.near, other.distance)
                    == (&term.rows, &term.near, term.distance)
        };
        let known = terms.iter().position(same);
        let place = known.unwrap_or(terms.len());
        if place == MAX_TERMS || self.out.steps.len() >= MAX_STEPS {
            self.full = true;
            return false;
        }
        if known.is_none() {
            terms.push(term);
        }
        self.out.steps.push(Step::Term(place as u16));
        true
    }
}
