//! The words that the rules of date expressions know, and what each is.

use std::sync::LazyLock;

/// What a token is for the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A word that some rule names, of no class of its own.
    Plain,
    /// A word that no rule knows.
    Other,
    /// One character that is neither letter, digit nor space.
    Punct(char),
    /// Digits, without separators.
    Number(u32),
    /// Digits with a decimal point or thousands separators: a quantity, never part of a date.
    Quantity,
    /// A number word, `one` to `ninety`, `hundred`, `thousand`.
    Cardinal(u32),
    /// `first`, `5th`.
    Ordinal(u32),
    /// `1990s` (its first year), `80s` and `eighties` (80).
    Decade(u32),
    /// 1 (January) to 12.
    Month(u8),
    /// 0 (Monday) to 6.
    Weekday(u8),
    /// EDTF's 21 (spring) to 24 (winter).
    Season(u8),
    /// A unit of time.
    Unit(Unit),
    /// A part of the day.
    Part(Part),
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// A second.
    Second,
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A weekend.
    Weekend,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A year.
    Year,
    /// A decade.
    Decade,
    /// A century.
    Century,
    /// A millennium.
    Millennium,
}

/// A part of the day, as TIMEX3 names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
}

/// The canonical (lower-case) form and the class of a word; `None` where no rule knows it.
pub(super) fn look_up(word: &str) -> Option<(&'static str, Class)> {
    const LONGEST: usize = 12;
    let mut buffer = [0; LONGEST];
    let lower = buffer.get_mut(..word.len())?;
    for (to, from) in lower.iter_mut().zip(word.bytes()) {
        *to = from.to_ascii_lowercase();
    }
    let found = WORDS.binary_search_by(|(entry, _)| entry.as_bytes().cmp(lower));
    WORDS.get(found.ok()?).copied()
}

/// Every word, sorted by its bytes.
static WORDS: LazyLock<Vec<(&'static str, Class)>> = LazyLock::new(|| {
    let mut words: Vec<_> = [MONTHS, WEEKDAYS, SEASONS, UNITS, NUMBERS, PARTS]
        .concat()
        .into_iter()
        .chain(
            PLAIN
                .split_ascii_whitespace()
                .map(|word| (word, Class::Plain)),
        )
        .collect();
    words.sort_unstable_by_key(|(word, _)| *word);
    words
});

const MONTHS: &[(&str, Class)] = &[
    ("january", Class::Month(1)),
    ("jan", Class::Month(1)),
    ("february", Class::Month(2)),
    ("feb", Class::Month(2)),
    ("march", Class::Month(3)),
    ("mar", Class::Month(3)),
    ("april", Class::Month(4)),
    ("apr", Class::Month(4)),
    ("may", Class::Month(5)),
    ("june", Class::Month(6)),
    ("jun", Class::Month(6)),
    ("july", Class::Month(7)),
    ("jul", Class::Month(7)),
    ("august", Class::Month(8)),
    ("aug", Class::Month(8)),
    ("september", Class::Month(9)),
    ("sept", Class::Month(9)),
    ("sep", Class::Month(9)),
    ("october", Class::Month(10)),
    ("oct", Class::Month(10)),
    ("november", Class::Month(11)),
    ("nov", Class::Month(11)),
    ("december", Class::Month(12)),
    ("dec", Class::Month(12)),
];

const WEEKDAYS: &[(&str, Class)] = &[
    ("monday", Class::Weekday(0)),
    ("mon", Class::Weekday(0)),
    ("tuesday", Class::Weekday(1)),
    ("tues", Class::Weekday(1)),
    ("tue", Class::Weekday(1)),
    ("wednesday", Class::Weekday(2)),
    ("wed", Class::Weekday(2)),
    ("thursday", Class::Weekday(3)),
    ("thurs", Class::Weekday(3)),
    ("thur", Class::Weekday(3)),
    ("thu", Class::Weekday(3)),
    ("friday", Class::Weekday(4)),
    ("fri", Class::Weekday(4)),
    ("saturday", Class::Weekday(5)),
    ("sat", Class::Weekday(5)),
    ("sunday", Class::Weekday(6)),
    ("sun", Class::Weekday(6)),
];

const SEASONS: &[(&str, Class)] = &[
    ("spring", Class::Season(21)),
    ("springtime", Class::Season(21)),
    ("summer", Class::Season(22)),
    ("summertime", Class::Season(22)),
    ("autumn", Class::Season(23)),
    ("fall", Class::Season(23)),
    ("winter", Class::Season(24)),
    ("wintertime", Class::Season(24)),
];

const UNITS: &[(&str, Class)] = &[
    ("second", Class::Ordinal(2)),
    ("seconds", Class::Unit(Unit::Second)),
    ("minute", Class::Unit(Unit::Minute)),
    ("minutes", Class::Unit(Unit::Minute)),
    ("hour", Class::Unit(Unit::Hour)),
    ("hours", Class::Unit(Unit::Hour)),
    ("day", Class::Unit(Unit::Day)),
    ("days", Class::Unit(Unit::Day)),
    ("weekend", Class::Unit(Unit::Weekend)),
    ("weekends", Class::Unit(Unit::Weekend)),
    ("week", Class::Unit(Unit::Week)),
    ("weeks", Class::Unit(Unit::Week)),
    ("month", Class::Unit(Unit::Month)),
    ("months", Class::Unit(Unit::Month)),
    ("quarter", Class::Unit(Unit::Quarter)),
    ("quarters", Class::Unit(Unit::Quarter)),
    ("year", Class::Unit(Unit::Year)),
    ("years", Class::Unit(Unit::Year)),
    ("decade", Class::Unit(Unit::Decade)),
    ("decades", Class::Unit(Unit::Decade)),
    ("century", Class::Unit(Unit::Century)),
    ("centuries", Class::Unit(Unit::Century)),
    ("millennium", Class::Unit(Unit::Millennium)),
    ("millennia", Class::Unit(Unit::Millennium)),
];

const NUMBERS: &[(&str, Class)] = &[
    ("one", Class::Cardinal(1)),
    ("two", Class::Cardinal(2)),
    ("three", Class::Cardinal(3)),
    ("four", Class::Cardinal(4)),
    ("five", Class::Cardinal(5)),
    ("six", Class::Cardinal(6)),
    ("seven", Class::Cardinal(7)),
    ("eight", Class::Cardinal(8)),
    ("nine", Class::Cardinal(9)),
    ("ten", Class::Cardinal(10)),
    ("eleven", Class::Cardinal(11)),
    ("twelve", Class::Cardinal(12)),
    ("thirteen", Class::Cardinal(13)),
    ("fourteen", Class::Cardinal(14)),
    ("fifteen", Class::Cardinal(15)),
    ("sixteen", Class::Cardinal(16)),
    ("seventeen", Class::Cardinal(17)),
    ("eighteen", Class::Cardinal(18)),
    ("nineteen", Class::Cardinal(19)),
    ("twenty", Class::Cardinal(20)),
    ("thirty", Class::Cardinal(30)),
    ("forty", Class::Cardinal(40)),
    ("fifty", Class::Cardinal(50)),
    ("sixty", Class::Cardinal(60)),
    ("seventy", Class::Cardinal(70)),
    ("eighty", Class::Cardinal(80)),
    ("ninety", Class::Cardinal(90)),
    ("hundred", Class::Cardinal(100)),
    ("thousand", Class::Cardinal(1000)),
    ("first", Class::Ordinal(1)),
    ("third", Class::Ordinal(3)),
    ("fourth", Class::Ordinal(4)),
    ("fifth", Class::Ordinal(5)),
    ("sixth", Class::Ordinal(6)),
    ("seventh", Class::Ordinal(7)),
    ("eighth", Class::Ordinal(8)),
    ("ninth", Class::Ordinal(9)),
    ("tenth", Class::Ordinal(10)),
    ("eleventh", Class::Ordinal(11)),
    ("twelfth", Class::Ordinal(12)),
    ("thirteenth", Class::Ordinal(13)),
    ("fourteenth", Class::Ordinal(14)),
    ("fifteenth", Class::Ordinal(15)),
    ("sixteenth", Class::Ordinal(16)),
    ("seventeenth", Class::Ordinal(17)),
    ("eighteenth", Class::Ordinal(18)),
    ("nineteenth", Class::Ordinal(19)),
    ("twentieth", Class::Ordinal(20)),
    ("thirtieth", Class::Ordinal(30)),
    ("twenties", Class::Decade(20)),
    ("thirties", Class::Decade(30)),
    ("forties", Class::Decade(40)),
    ("fifties", Class::Decade(50)),
    ("sixties", Class::Decade(60)),
    ("seventies", Class::Decade(70)),
    ("eighties", Class::Decade(80)),
    ("nineties", Class::Decade(90)),
];

const PARTS: &[(&str, Class)] = &[
    ("morning", Class::Part(Part::Morning)),
    ("afternoon", Class::Part(Part::Afternoon)),
    ("evening", Class::Part(Part::Evening)),
    ("night", Class::Part(Part::Night)),
];

/// Words that rules name.
const PLAIN: &str = "
    a about after ago am and are around at before between by d from in is no of on or s since th the through till to
    today tomorrow until was were yesterday
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_listed_twice() {
        let twice: Vec<_> = WORDS
            .windows(2)
            .filter(|pair| pair[0].0 == pair[1].0)
            .collect();
        assert_eq!(twice, Vec::<&[_]>::new());
    }

    #[test]
    fn every_listed_word_is_found_in_any_case() {
        for (word, class) in WORDS.iter() {
            assert_eq!(
                look_up(&word.to_ascii_uppercase()),
                Some((*word, *class)),
                "{word}"
            );
        }
        assert_eq!(look_up("dateline"), None);
        assert_eq!(look_up("incontrovertibly"), None);
    }
}
