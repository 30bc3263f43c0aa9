//! Parts of a date: `early November`, `mid-1996`, `the end of the month`, `later this year`, `the week of Oct. 10`,
//! `the first Monday of May`.

use super::{Match, Member, point, weekday};
use crate::dates::lexicon::{Class, Unit};
use crate::dates::meaning::{From, Meaning, Modifier, Name, Pick, Point};
use crate::dates::token::Tokens;

/// A date with what is said of its part.
pub(super) fn phase(t: &Tokens<'_>, i: usize) -> Option<Match> {
    modified(t, i)
        .or_else(|| nth(t, i))
        .or_else(|| week_of(t, i))
        .or_else(|| year_end(t, i))
}

/// `early November`, `around Nov. 1`, `earlier in the day`.
fn modified(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let (at, modifier) = lead(t, i)?;
    let (end, point) = inside(t, at)?;
    if modifier == Modifier::Approx && !approximable(&point) {
        return None;
    }
    let modifier = (modifier != Modifier::Within).then_some(modifier);
    Some(Match {
        end,
        meaning: Meaning::Date(point),
        modifier,
    })
}

/// What the words of a part stand before: a date, or the day, week, month or year that the text speaks of.
fn inside(t: &Tokens<'_>, i: usize) -> Option<(usize, Point)> {
    let unit = |unit, from| Point::Counted {
        unit,
        steps: 0,
        from,
    };
    let definite = [
        ("the day", unit(Unit::Day, From::Mention)),
        ("the week", unit(Unit::Week, From::Published)),
        ("the month", unit(Unit::Month, From::Published)),
        ("the year", unit(Unit::Year, From::Published)),
    ];
    let found = definite
        .into_iter()
        .find_map(|(words, point)| Some((t.phrase(i, words)?, point)));
    let sharper = point(t, i).or_else(|| nth(t, i).and_then(date));
    match (found, sharper) {
        (Some(found), Some(sharper)) if found.0 >= sharper.0 => Some(found),
        (found, sharper) => sharper.or(found),
    }
}

fn date(found: Match) -> Option<(usize, Point)> {
    match found.meaning {
        Meaning::Date(point) => Some((found.end, point)),
        _ => None,
    }
}

/// The words before a date that say which part of it, the longest first.
fn lead(t: &Tokens<'_>, i: usize) -> Option<(usize, Modifier)> {
    use Modifier::{Approx, Earlier, End, Later, Mid, Start, Within};
    const LEADS: &[(&str, Modifier)] = &[
        ("the early", Start),
        ("the late", End),
        ("the mid", Mid),
        ("early in", Start),
        ("early on", Start),
        ("early", Start),
        ("late in", End),
        ("late on", End),
        ("late", End),
        ("earlier in", Earlier),
        ("earlier on", Earlier),
        ("earlier", Earlier),
        ("later in", Later),
        ("later on", Later),
        ("later", Later),
        ("midway through", Mid),
        ("mid", Mid),
        ("sometime in", Within),
        ("sometime", Within),
        ("around", Approx),
        ("about", Approx),
        ("circa", Approx),
        ("approximately", Approx),
    ];
    if let Some((end, modifier)) = part_of(t, i) {
        return Some((end, modifier));
    }
    let found = LEADS
        .iter()
        .find_map(|(words, modifier)| Some((t.phrase(i, words)?, *modifier)));
    let (end, modifier) = found?;
    Some((t.skip_hyphen(end), modifier))
}

/// `the end of`, `the beginning of`, `the first part of`.
fn part_of(t: &Tokens<'_>, i: usize) -> Option<(usize, Modifier)> {
    use Modifier::{End, Mid, Start};
    let at = t.skip(i, "the");
    let (end, modifier) = match t.word(at) {
        "beginning" | "start" | "opening" | "outset" => (at + 1, Start),
        "middle" => (at + 1, Mid),
        "end" | "close" => (at + 1, End),
        "early" | "first" if t.any(at + 1, &["part", "days", "weeks", "months", "years"]) => {
            (at + 2, Start)
        }
        "late" | "latter" | "later" | "final" | "last"
            if t.any(at + 1, &["part", "days", "weeks", "months", "years"]) =>
        {
            (at + 2, End)
        }
        _ => return None,
    };
    Some((t.phrase(end, "of")?, modifier))
}

/// Whether `around` before this is no preposition of place.
fn approximable(point: &Point) -> bool {
    matches!(
        point,
        Point::Fixed(_) | Point::Named(Name::Day { .. } | Name::Month(_) | Name::Holiday(_), _)
    )
}

/// `the first Monday of May`, `the last day of 2025`, `the second week of January`.
fn nth(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let at = t.skip(i, "the");
    let n = match (t.class(at), t.word(at)) {
        (Class::Ordinal(n @ 1..=31), _) => i8::try_from(n).ok()?,
        (_, "last" | "final") => -1,
        (_, "opening") => 1,
        _ => return None,
    };
    let of = if let Some(weekday) = weekday::name(t, at + 1) {
        Member::Weekday(weekday)
    } else {
        match t.word(at + 1) {
            "day" => Member::Unit(Unit::Day),
            "week" => Member::Unit(Unit::Week),
            "weekend" => Member::Unit(Unit::Weekend),
            "month" => Member::Unit(Unit::Month),
            _ => return None,
        }
    };
    let of_what = t.phrase(at + 2, "of").or_else(|| t.phrase(at + 2, "in"))?;
    let (end, inside) = inside(t, of_what)?;
    Some(Match::date(
        end,
        Point::Nth {
            n,
            of,
            inside: Box::new(inside),
        },
    ))
}

/// `the week of Oct. 10`, `the week beginning Monday`.
fn week_of(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let at = t.skip(i, "the");
    let at = t.phrase(at, "week")?;
    let at = ["of", "beginning", "starting", "commencing"]
        .iter()
        .find_map(|w| t.phrase(at, w))?;
    let (end, point) = point(t, t.skip(at, "on"))?;
    let day = matches!(
        point,
        Point::Named(Name::Day { .. } | Name::Weekday(_), _) | Point::Fixed(_)
    );
    day.then(|| Match::date(end, Point::WeekOf(Box::new(point))))
}

/// `year-end` (its last day), `year's end`, `the end of the year`.
fn year_end(t: &Tokens<'_>, i: usize) -> Option<Match> {
    if let Some(end) = t.phrase(t.skip(i, "the"), "year - end") {
        return Some(Match::date(end, Point::Named(Name::YearEnd, Pick::Nearest)));
    }
    const FORMS: &[(&str, i32)] = &[
        ("this year ' s end", 0),
        ("last year ' s end", -1),
        ("next year ' s end", 1),
        ("the year ' s end", 0),
        ("year ' s end", 0),
        ("year end", 0),
    ];
    if let Some((end, unit)) = midway(t, i) {
        let point = Point::Counted {
            unit,
            steps: 0,
            from: From::Published,
        };
        return Some(Match {
            end,
            meaning: Meaning::Date(point),
            modifier: Some(Modifier::Mid),
        });
    }
    let (end, steps) = FORMS
        .iter()
        .find_map(|(words, steps)| Some((t.phrase(i, words)?, *steps)))?;
    let point = Point::Counted {
        unit: Unit::Year,
        steps,
        from: From::Published,
    };
    Some(Match {
        end,
        meaning: Meaning::Date(point),
        modifier: Some(Modifier::End),
    })
}

/// `midyear`, `mid-week`.
fn midway(t: &Tokens<'_>, i: usize) -> Option<(usize, Unit)> {
    match t.word(i) {
        "midyear" => Some((i + 1, Unit::Year)),
        "midweek" => Some((i + 1, Unit::Week)),
        _ => {
            let year = t.phrase(i, "mid - year").map(|end| (end, Unit::Year));
            year.or_else(|| t.phrase(i, "mid - week").map(|end| (end, Unit::Week)))
        }
    }
}
