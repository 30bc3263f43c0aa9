//! What an expression says, before it is known which day that was.

use super::lexicon::{Part, Unit};
use super::when::When;

/// What one expression says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A calendar date.
    Date(Point),
    /// A range written as one expression: `Jan. 4-7`, `2026-2030`.
    Range(Point, Point),
    /// A time of day, of a day or of the day that the text speaks of.
    Time(Clock, Option<Point>),
    /// A length of time.
    Length(Length, Side),
    /// A recurring time.
    Every(Every),
    /// `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`.
    Vague(&'static str),
    /// Written like a date, but there is no such day: left alone.
    Nothing,
}

/// A date, as far as the words tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Point {
    /// It says itself which one it is: `1996`, `the 1990s`, `2026-01-05`.
    Fixed(When),
    /// It is written so that several days are possible: `04/05/2026`.
    Doubtful(When),
    /// A name that comes round again: `Friday`, `May`, `last May`, `May 2026`.
    Named(Name, Pick),
    /// Counted in whole units: `last week`, `tomorrow`, `the following day`.
    Counted { unit: Unit, steps: i32, from: From },
    /// `two months ago`, `three days later`.
    Offset {
        length: Length,
        back: bool,
        from: From,
    },
    /// `the past year`: it reaches to the article's date and is no calendar year.
    Running(Unit),
    /// `the week of Oct. 10`.
    WeekOf(Box<Point>),
    /// `the first Monday of November`, `the last day of 2025`: counted from 1, or −1 for the last.
    Nth {
        n: i8,
        of: Member,
        inside: Box<Point>,
    },
    /// `Friday of next week`.
    InWeek(u8, Box<Point>),
    /// `the year-ago quarter`, `the latest period`: the quarter or year that the text speaks of, so many years later.
    Period { years: i32, unit: Option<Unit> },
    /// `the 1988 period`: the quarter that the text speaks of, in this year.
    PeriodOf(i32),
    /// `the new year`: the one that began or begins nearest.
    NewYear,
}

/// What [`Point::Nth`] counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Member {
    Weekday(u8),
    Unit(Unit),
}

/// A name of the calendar that comes round every week or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// 0 (Monday) to 6.
    Weekday(u8),
    Month(u8),
    /// A day of a month, with its weekday when that is given too.
    Day {
        month: u8,
        day: u8,
        weekday: Option<u8>,
    },
    /// 21 to 24.
    Season(u8),
    Quarter(u8),
    Half(u8),
    Holiday(Holiday),
    Weekend,
    /// The last day of a year: `year-end`.
    YearEnd,
}

/// A holiday, by its rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holiday {
    /// On the same day every year.
    Fixed(u8, u8),
    /// The nth weekday of a month; −1 for the last.
    Nth(i8, u8, u8),
    /// So many days after Western Easter Sunday.
    Easter(i16),
}

/// Which one of the things of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pick {
    /// The words do not say: the nearest, as tense has it.
    Nearest,
    /// `last`, `past`: the latest before the article's.
    Last,
    /// `this`.
    This,
    /// `next`.
    Next,
    /// `coming`: the first after the article's.
    Coming,
    /// The one before or after the day that the text speaks of: `the previous Friday`.
    Beside(i32),
    /// Of this year.
    Year(i32),
    /// Of a year counted from the article's: `last year`.
    YearStep(i32),
    /// Of the year that the text speaks of: `that year`.
    SameYear(i32),
}

/// What is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// The article's date.
    Published,
    /// The date that the text mentioned last.
    Mention,
}

/// How many of what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Length {
    pub(super) count: Count,
    pub(super) unit: Unit,
}

/// How many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Count {
    Whole(u32),
    /// So many and a half.
    Half(u32),
    /// `several`, `a few`, `two or three`.
    Some,
}

/// Where a length lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// The words do not say.
    Anywhere,
    /// It ends at the article's date: `the past two years`.
    Before,
    /// It begins there: `the next two years`.
    After,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clock {
    /// Hour (0 to 24) and minute.
    At(u8, Option<u8>),
    /// A part of the day.
    Part(Part),
}

/// How something recurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Every {
    /// `every two weeks`, `a year`.
    Length(Length),
    /// `each Friday`, with the part of the day of `Tuesday nights`.
    Name(Name, Option<Part>),
    /// `mornings`.
    Part(Part),
    /// `daily`, `annually`: its value.
    Adverb(&'static str),
}

/// What a modifier does to an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Modifier {
    /// `early`, `the beginning of`.
    Start,
    /// `mid-`, `the middle of`.
    Mid,
    /// `late`, `the end of`.
    End,
    /// `earlier this month`: before now (or the moment spoken of), within.
    Earlier,
    /// `later this month`: after it, within.
    Later,
    /// `sometime in`: anywhere within.
    Within,
    /// `about`, `around`, `roughly`.
    Approx,
    /// `just over`, `a little more than`.
    JustMore,
    /// `more than`, `at least`.
    More,
    /// `nearly`, `less than`, `at most`.
    Less,
}
