//! The words that the rules of date expressions know, and what each is.

use std::sync::LazyLock;

/// What a token is for the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A word that some rule names, which begins no expression.
    Plain,
    /// A word that can be an expression by itself or begin one.
    Alone,
    /// A word that can begin an expression of several words.
    Lead,
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
    /// An infinitive: most often of a plan.
    Perhaps,
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

/// A word of the lexicon by its place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WordId(u16);

impl WordId {
    /// No word of the lexicon.
    pub(super) const NONE: Self = Self(0);
}

/// All words, found by a hash table of their lower-case forms (open addressing, linear probing).
#[derive(Debug)]
pub(super) struct Lexicon {
    /// The first stands for every word that is not listed.
    words: Vec<(&'static str, Class)>,
    slots: Vec<u16>,
}

/// The length of the longest word.
const LONGEST: usize = 13;

impl Lexicon {
    /// The one lexicon.
    pub(super) fn get() -> &'static Self {
        static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::build);
        &LEXICON
    }

    fn build() -> Self {
        let classed = [MONTHS, WEEKDAYS, SEASONS, UNITS, NUMBERS, PARTS].concat();
        let words: Vec<_> = std::iter::once(("", Class::Other))
            .chain(classed)
            .chain(listed(ALONE, Class::Alone))
            .chain(listed(LEAD, Class::Lead))
            .chain(listed(PLAIN, Class::Plain))
            .chain(listed(PAST, Class::Verb(Tense::Past)))
            .chain(listed(FUTURE, Class::Verb(Tense::Future)))
            .collect();
        let mut slots = vec![0; (words.len() * 4).next_power_of_two()];
        for (id, (word, _)) in (0..).zip(&words).skip(1) {
            let free = probe(&slots, word.as_bytes()).find(|slot| slots.get(*slot) == Some(&0));
            if let Some(slot) = free.and_then(|slot| slots.get_mut(slot)) {
                *slot = id;
            }
        }
        Self { words, slots }
    }

    /// The word and the class of a word in any case.
    pub(super) fn look_up(&self, word: &str) -> (WordId, Class) {
        self.find(word).unwrap_or((WordId::NONE, Class::Other))
    }

    fn find(&self, word: &str) -> Option<(WordId, Class)> {
        let mut buffer = [0; LONGEST];
        let lower = buffer.get_mut(..word.len())?;
        for (to, from) in lower.iter_mut().zip(word.bytes()) {
            *to = from.to_ascii_lowercase();
        }
        for slot in probe(&self.slots, lower) {
            let id = *self.slots.get(slot)?;
            let (entry, class) = self.words.get(usize::from(id))?;
            if id == 0 || entry.as_bytes() == lower {
                return (id > 0).then_some((WordId(id), *class));
            }
        }
        None
    }

    /// The lower-case form of a word.
    pub(super) fn word(&self, id: WordId) -> &'static str {
        self.words
            .get(usize::from(id.0))
            .map_or("", |(word, _)| word)
    }

    /// Every word.
    #[cfg(test)]
    pub(super) fn all(&self) -> impl Iterator<Item = &'static str> {
        self.words.iter().skip(1).map(|(word, _)| *word)
    }

    /// Whether a word is listed.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.find(word).is_some()
    }
}

/// The slots in which a word can lie, in their order. The hash is FNV-1a
/// (<http://www.isthe.com/chongo/tech/comp/fnv/>).
fn probe(slots: &[u16], word: &[u8]) -> impl Iterator<Item = usize> + use<> {
    let mask = slots.len() - 1;
    let hash = word.iter().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    });
    let first = hash as usize;
    (0..=mask).map(move |step| first.wrapping_add(step) & mask)
}

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
    ahead due expect expected expects forthcoming forward going hopes intend intends ll might must plan planned planning plans
    proposed scheduled shall slated upcoming will
";

/// Words that are expressions by themselves.
const ALONE: &str = "
    annually biweekly christmas current currently daily daylong easter fortnightly halloween hourly juneteenth lately midday
    midnight midweek midyear monthlong monthly nightly noon now nowadays presently recent recently someday soon thanksgiving today tomorrow
    tonight weeklong weekly yearlong yearly yesterday
";

/// Words that begin expressions.
const LEAD: &str = "
    a about additional ages all almost an anzac approximately armistice around as ash at bastille beginning boxing
    bygone calendar circa close columbus coming couple dozens each early earlier earth end every extra few fewer
    final financial fiscal future fy good groundhog h half human hundreds international just labor last late later latter
    less little long many martin memorial mid middle midway more most nearly new next no not on opening outset over palm
    past per presidents q quite remembrance right roughly scores several slightly some sometime st start that the
    these this thousands under up valentine veterans well world
";

/// Other words that rules name.
const PLAIN: &str = "
    able academic after afterward afterwards age ago aids am and announced annum are back bc bce be
    before begin beijing between billion bit black bloody boeing bst business by can cdt central
    cest cet changed clock col commencing comparable consecutive continued corresponding could cst
    cyber date deaths delayed delegates distant dollars dozen dr during eastern edt employees ended
    ending ensuing equivalent est et euros eve extended failed feet flat flight following fool fools
    for forced foreseeable fortnight fortnights from full further gen gmt gov handful helped hence
    holy homes houses immediate in into is jobs jr kilometers kilometres king km lasted latest least
    local lt luther m mail managed meet members men meters metres miles million mirror moscow moved
    mr mrs ms near number o of officers old older olds once only or other p pacific page part
    patrick pdt people percent period pm points police possible post postponed pounds pre preceding
    present previous previously prior prof protesters pst pt pushed refugees rep reported reporters
    rescheduled resolution rights room s saints same says school seats sen sgt share shifted short
    similar since single so soldiers solid started starting straight students super take takes
    telegraph term than through throughout thru till time times to tonnes tons too trading troops
    twice until used utc very victims visit visitors votes when while whole within women workers
    working would yen younger yuan
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_listed_twice() {
        let mut words: Vec<_> = Lexicon::get().words.iter().map(|(word, _)| *word).collect();
        words.sort_unstable();
        let twice: Vec<_> = words.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }

    #[test]
    fn every_listed_word_is_found_in_any_case() {
        let lexicon = Lexicon::get();
        for (word, class) in lexicon.words.iter().skip(1) {
            let (id, found) = lexicon.look_up(&word.to_ascii_uppercase());
            assert_eq!((lexicon.word(id), found), (*word, *class));
        }
        assert_eq!(lexicon.look_up("dateline"), (WordId::NONE, Class::Other));
        assert_eq!(
            lexicon.look_up("incontrovertibly"),
            (WordId::NONE, Class::Other)
        );
    }
}
