//! Date expressions: found in running text and normalised against the article's date.

use std::ops::Range;

use dateline_model::{Basis, Edtf};

/// The TIMEX3 type of a temporal expression (ISO-TimeML).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimexType {
    /// A calendar date, sharp or vague.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A recurring time.
    Set,
}

/// One temporal expression of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timex {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Its type.
    pub kind: TimexType,
    /// Its TIMEX3 value (`2026-01-05`, `2025-W44`, `P3D`, `PRESENT_REF`, `XXXX-WXX-5`, …).
    pub value: String,
    /// The days that it means; `None` where it names none (durations, sets, an undated article's relative dates).
    pub date: Option<Edtf>,
    /// How `date` was come by; `None` without one.
    pub basis: Option<Basis>,
}
