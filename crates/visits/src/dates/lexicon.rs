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
    /// `mornings`.
    Parts(Part),
    /// `Mondays`.
    Weekdays(u8),
    /// A verb (or a word like one) that places what it governs.
    Verb(Tense),
}

/// Where the words around a date place it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    Unknown,
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
    Afternoon,
    Evening,
    Night,
}

/// The canonical (lower-case) form and the class of a word; `None` where no rule knows it.
pub(super) fn look_up(word: &str) -> Option<(&'static str, Class)> {
    const LONGEST: usize = 13;
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
    let classed = [MONTHS, WEEKDAYS, SEASONS, UNITS, NUMBERS, PARTS].concat();
    let mut words: Vec<_> = classed
        .into_iter()
        .chain(listed(PLAIN, Class::Plain))
        .chain(listed(PAST, Class::Verb(Tense::Past)))
        .chain(listed(FUTURE, Class::Verb(Tense::Future)))
        .collect();
    words.sort_unstable_by_key(|(word, _)| *word);
    words
});

/// The words of a list, all of one class.
fn listed(words: &'static str, class: Class) -> impl Iterator<Item = (&'static str, Class)> {
    words
        .split_ascii_whitespace()
        .map(move |word| (word, class))
}

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
    ("mondays", Class::Weekdays(0)),
    ("tuesdays", Class::Weekdays(1)),
    ("wednesdays", Class::Weekdays(2)),
    ("thursdays", Class::Weekdays(3)),
    ("fridays", Class::Weekdays(4)),
    ("saturdays", Class::Weekdays(5)),
    ("sundays", Class::Weekdays(6)),
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
    ("mornings", Class::Parts(Part::Morning)),
    ("afternoons", Class::Parts(Part::Afternoon)),
    ("evenings", Class::Parts(Part::Evening)),
    ("nights", Class::Parts(Part::Night)),
];

/// Past forms that no ending shows, and auxiliaries of the past.
const PAST: &str = "
    agreed became been began bought broke brought built came caught chose did drew drove fell felt flew fought gave got grew had
    has have heard held kept knew left lent lost made met paid ran rose said saw sent shot sold spent spoke stood struck
    swore taught thought threw told took understood was went were withdrew won wrote
";

/// Auxiliaries of the future, and verbs and adjectives of plans.
const FUTURE: &str = "
    ahead due expect expected expects forthcoming going hopes intend intends ll might must plan planned planning plans
    proposed scheduled shall slated upcoming will
";

/// Words that rules name.
const PLAIN: &str = "
    a about academic additional after afterward afterwards age ages ago aids all almost am an and
    announced annually annum anzac approximately are armistice around as ash at bastille bc bce be
    before begin beginning beijing between billion bit biweekly black bloody boeing boxing bst
    business by bygone calendar can cdt central cest cet changed christmas circa clock close col
    columbus coming commencing comparable consecutive corresponding could couple cst current
    currently cyber daily date daylong deaths delayed delegates distant dollars dozen dozens dr
    during each earlier early earth easter eastern edt employees end ended ending ensuing equivalent
    est et euros eve every extended extra feet few fewer final financial fiscal flat flight
    following fool fools for foreseeable fortnight fortnightly fortnights from full further future
    fy gen gmt good gov groundhog h half halloween handful hence holy homes hourly houses human
    hundreds immediate in international into is jobs jr juneteenth just kilometers kilometres king
    km labor last lasted late lately later latest latter least less little local long lt luther m
    mail many martin meet members memorial men meters metres mid midday middle midnight midway miles
    million mirror monthlong monthly more moscow most moved mr mrs ms near nearly new next nightly
    no noon not now nowadays number o of officers old older olds on once only opening or other
    outset over p pacific page palm part past patrick pdt people per percent period pm points police
    possible post postponed pounds pre preceding present presently presidents previous previously
    prior prof protesters pst pt pushed q quite recent recently refugees remembrance rep reported
    reporters rescheduled resolution right rights room roughly s saints same says school scores
    seats sen several sgt share shifted short similar since single slightly so soldiers solid some
    someday sometime soon st start starting straight students super take takes telegraph term than
    thanksgiving that the these this thousands through throughout thru till time times to today
    tomorrow tonight tonnes tons too trading troops twice under until up utc valentine very veterans
    victims visit visitors votes weeklong weekly well when while whole within women workers working
    world would yearlong yearly yen yesterday younger yuan
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
