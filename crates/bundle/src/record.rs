//! The table of visits on record, packed into a file of its own: a page fetches it only when a reader asks for it.
//!
//! The file has the header of a bundle with a magic of its own. Its payload is a table of strings and, column by column,
//! numbers that point into it: written so, some seven thousand rows take less than 100 KB on their way to a reader, and
//! reading them needs hardly more code than reading a bundle.

use std::collections::HashMap;

use dateline_model::{Day, Edtf, Form, Kind, Precision, Qualifier};
use serde::{Deserialize, Serialize};

use crate::ReadError;
use crate::decode::take_from_bytes;
use crate::encode::to_bytes;
use crate::pack::{opened, sealed};

/// What every record begins with.
const MAGIC: [u8; 8] = *b"\x89DTLR\r\n\x1a";

/// One visit on record: who went where, from which country to which, and when.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RecordRow {
    /// Unique within the record.
    pub id: String,
    /// Who went, without title.
    pub visitor: String,
    /// The title or office of that time.
    pub role: Option<String>,
    /// English short name of the country that the visitor came from.
    pub visitor_country: Option<String>,
    /// English short name of the country that was visited.
    pub host: Option<String>,
    /// Towns and other places, as the record writes them.
    pub place: Option<String>,
    /// When.
    pub date: Option<Edtf>,
    /// What kind of visit.
    pub kind: Kind,
}

/// What the editor changed in the record before it was published.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Correction {
    /// The row that is meant.
    pub id: String,
    /// Why, for readers.
    pub reason: String,
    /// Whether the row was left out; otherwise it was set right.
    pub suppressed: bool,
}

/// A record as the page shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The visits, by date and then by id, undated last.
    pub rows: Vec<RecordRow>,
    /// What was changed and why, by id.
    pub corrections: Vec<Correction>,
}

/// The payload.
#[derive(Serialize, Deserialize)]
struct Packed {
    /// Every text once: the rows' ids in their order, then all others.
    strings: Vec<String>,
    /// [`COLUMNS`] numbers a row, column by column, then three numbers a correction.
    numbers: Vec<u32>,
    /// The dates that are no day and no range of days.
    dates: Vec<Edtf>,
    /// The number of rows.
    rows: u32,
}

/// Visitor, role, visitor's country, host, place, first day, date's length or form, kind.
const COLUMNS: usize = 8;

/// Packs a record. The same rows and corrections give the same bytes, in whatever order they come.
#[must_use]
pub fn write_record(record: &Record) -> Vec<u8> {
    let mut rows: Vec<&RecordRow> = record.rows.iter().collect();
    rows.sort_by_key(|row| (row.date.is_none(), row.date, &row.id));
    let mut corrections: Vec<&Correction> = record.corrections.iter().collect();
    corrections
        .sort_by_key(|correction| (&correction.id, &correction.reason, correction.suppressed));
    let mut packer = Packer::new(&rows);
    packer.rows(&rows);
    packer.corrections(&corrections);
    // As for a bundle, writing plain data into memory cannot fail.
    sealed(MAGIC, &to_bytes(&packer.packed))
}

/// Unpacks a record.
///
/// # Errors
///
/// [`ReadError`] for anything that [`write_record`] of this version did not write.
pub fn read_record(bytes: &[u8]) -> Result<Record, ReadError> {
    let payload = opened(MAGIC, bytes)?;
    let Some((packed, [])) = take_from_bytes::<Packed>(payload) else {
        return Err(ReadError::Damaged);
    };
    packed.unpacked().ok_or(ReadError::Damaged)
}

/// Strings that become numbers.
struct Packer<'a> {
    known: HashMap<&'a str, u32>,
    packed: Packed,
}

impl<'a> Packer<'a> {
    /// Begins with the ids of the rows, which are so not written twice.
    fn new(rows: &[&'a RecordRow]) -> Self {
        let ids = rows.iter().map(|row| row.id.clone());
        Self {
            known: HashMap::new(),
            packed: Packed {
                strings: ids.collect(),
                numbers: Vec::with_capacity(rows.len() * COLUMNS),
                dates: Vec::new(),
                rows: rows.len() as u32,
            },
        }
    }

    /// The number of a string, from 1; 0 for none.
    fn number(&mut self, words: Option<&'a str>) -> u32 {
        let Some(words) = words else { return 0 };
        let strings = &mut self.packed.strings;
        *self.known.entry(words).or_insert_with(|| {
            strings.push(words.to_owned());
            strings.len() as u32
        })
    }

    fn column(&mut self, rows: &[&'a RecordRow], of: fn(&RecordRow) -> Option<&str>) {
        for row in rows {
            let number = self.number(of(row));
            self.packed.numbers.push(number);
        }
    }

    fn rows(&mut self, rows: &[&'a RecordRow]) {
        self.column(rows, |row| Some(&row.visitor));
        self.column(rows, |row| row.role.as_deref());
        self.column(rows, |row| row.visitor_country.as_deref());
        self.column(rows, |row| row.host.as_deref());
        self.column(rows, |row| row.place.as_deref());
        let mut before = 0;
        for row in rows {
            let first = row.date.map_or(before, |date| date.first.0);
            self.packed.numbers.push(first.wrapping_sub(before) as u32);
            before = first;
        }
        for row in rows {
            let number = self.date(row.date);
            self.packed.numbers.push(number);
        }
        let kinds = rows.iter().map(|row| place_of(row.kind));
        self.packed.numbers.extend(kinds);
    }

    /// 0 for no date; `2n + 1` for a range of `n` further days; `2n + 2` for the date of number `n` among the others.
    fn date(&mut self, date: Option<Edtf>) -> u32 {
        let Some(date) = date else { return 0 };
        let further = date.last.0.wrapping_sub(date.first.0) as u32;
        if days(date.first, further) == Some(date) {
            return further * 2 + 1;
        }
        self.packed.dates.push(date);
        self.packed.dates.len() as u32 * 2
    }

    fn corrections(&mut self, corrections: &[&'a Correction]) {
        for correction in corrections {
            let id = self.number(Some(&correction.id));
            let reason = self.number(Some(&correction.reason));
            let suppressed = u32::from(correction.suppressed);
            self.packed.numbers.extend([id, reason, suppressed]);
        }
    }
}

impl Packed {
    fn unpacked(&self) -> Option<Record> {
        let count = self.rows as usize;
        let cells = count.checked_mul(COLUMNS)?;
        let (cells, rest) = self.numbers.split_at_checked(cells)?;
        let mut before = 0i32;
        let mut rows = Vec::with_capacity(count);
        for at in 0..count {
            let cell = |column: usize| cells.get(column * count + at).copied();
            before = before.wrapping_add(cell(5)? as i32);
            rows.push(RecordRow {
                id: self.strings.get(at)?.clone(),
                visitor: self.string(cell(0)?)??,
                role: self.string(cell(1)?)?,
                visitor_country: self.string(cell(2)?)?,
                host: self.string(cell(3)?)?,
                place: self.string(cell(4)?)?,
                date: self.date(before, cell(6)?)?,
                kind: *Kind::ALL.get(cell(7)? as usize)?,
            });
        }
        let corrections = rest.chunks(3).map(|numbers| self.correction(numbers));
        Some(Record {
            rows,
            corrections: corrections.collect::<Option<_>>()?,
        })
    }

    /// The string of a number: `None` where there is no such string, `Some(None)` for none.
    fn string(&self, number: u32) -> Option<Option<String>> {
        match (number as usize).checked_sub(1) {
            None => Some(None),
            Some(at) => self.strings.get(at).map(|words| Some(words.clone())),
        }
    }

    fn date(&self, first: i32, number: u32) -> Option<Option<Edtf>> {
        let Some(number) = number.checked_sub(1) else {
            return Some(None);
        };
        if number % 2 == 0 {
            return days(Day(first), number / 2).map(Some);
        }
        self.dates.get(number as usize / 2).copied().map(Some)
    }

    fn correction(&self, numbers: &[u32]) -> Option<Correction> {
        let [id, reason, suppressed] = *numbers else {
            return None;
        };
        Some(Correction {
            id: self.string(id)??,
            reason: self.string(reason)??,
            suppressed: suppressed > 0,
        })
    }
}

/// A day, or the range to so many days after it.
fn days(first: Day, further: u32) -> Option<Edtf> {
    let last = Day(first.0.checked_add_unsigned(further)?);
    let known = Day::MIN..=Day::MAX;
    let form = match further {
        0 => Form::Single(Precision::Day),
        _ => Form::Interval(Precision::Day, Precision::Day),
    };
    (known.contains(&first) && known.contains(&last)).then_some(Edtf {
        first,
        last,
        form,
        qualifier: Qualifier::Sure,
    })
}

/// The place of a kind in [`Kind::ALL`].
fn place_of(kind: Kind) -> u32 {
    let place = Kind::ALL.iter().position(|known| *known == kind);
    place.unwrap_or_default() as u32
}
