//! Numbers in digits and words.

use crate::dates::lexicon::Class;
use crate::dates::meaning::Count;
use crate::dates::token::Tokens;

/// `three`, `a couple of`, `2 1/2`, `two or three`: where it ends and how many.
pub(super) fn count(t: &Tokens<'_>, i: usize) -> Option<(usize, Count)> {
    let (end, count) = vague(t, i).or_else(|| exact(t, i))?;
    let Count::Whole(n) = count else {
        return Some((end, count));
    };
    if let Some(end) = and_a_half(t, end) {
        return Some((end, Count::Half(n)));
    }
    Some(alternative(t, end).map_or((end, count), |end| (end, Count::Some)))
}

/// `several`, `a few`, `dozens of`, and the sharp `a couple of`, `half a`, `a`.
fn vague(t: &Tokens<'_>, i: usize) -> Option<(usize, Count)> {
    const PHRASES: &[(&str, Count)] = &[
        ("a couple of", Count::Whole(2)),
        ("couple of", Count::Whole(2)),
        ("a couple", Count::Whole(2)),
        ("half a dozen", Count::Whole(6)),
        ("a dozen", Count::Whole(12)),
        ("half a", Count::Half(0)),
        ("half an", Count::Half(0)),
        ("a few", Count::Some),
        ("a number of", Count::Some),
        ("a handful of", Count::Some),
        ("dozens of", Count::Some),
        ("scores of", Count::Some),
        ("hundreds of", Count::Some),
        ("thousands of", Count::Some),
        ("several", Count::Some),
        ("many", Count::Some),
        ("few", Count::Some),
        ("some", Count::Some),
    ];
    let phrase = |(words, count): &(&str, Count)| Some((t.phrase(i, words)?, *count));
    PHRASES.iter().find_map(phrase).or_else(|| {
        let half = t.phrase(i, "half")?;
        let end = t.skip_hyphen(half);
        (end > half).then_some((end, Count::Half(0)))
    })
}

/// Digits, number words, `a` and `an`.
fn exact(t: &Tokens<'_>, i: usize) -> Option<(usize, Count)> {
    if let Class::Number(n) = t.class(i) {
        return (n > 0).then_some((i + 1, Count::Whole(n)));
    }
    if t.class(i) == Class::Quantity {
        return Some((i + 1, quantity(t.text(i))));
    }
    if let Some((end, n)) = cardinal(t, i) {
        return Some((end, Count::Whole(n)));
    }
    t.any(i, &["a", "an"]).then_some((i + 1, Count::Whole(1)))
}

/// `1,500` and `2.5`; any other decimal is not counted.
fn quantity(text: &str) -> Count {
    if let Some(Ok(n)) = text.strip_suffix(".5").map(str::parse) {
        return Count::Half(n);
    }
    let whole: String = text.chars().filter(|c| *c != ',').collect();
    whole.parse().map_or(Count::Some, Count::Whole)
}

/// `twenty-four`, `a hundred`, `two thousand and five`: where it ends and its value.
pub(super) fn cardinal(t: &Tokens<'_>, i: usize) -> Option<(usize, u32)> {
    let mut at = if t.any(i, &["a"]) { i + 1 } else { i };
    if at > i && !matches!(t.class(at), Class::Cardinal(100 | 1000)) {
        return None;
    }
    let (mut total, mut group, mut last) = (0, 0, u32::MAX);
    while let Class::Cardinal(n) = t.class(at) {
        match n {
            1000 if total == 0 => (total, group) = (group.max(1) * 1000, 0),
            100 if group < 100 => group = group.max(1) * 100,
            _ if fits(group, n, last) => group += n,
            _ => break,
        }
        last = n;
        at = next_part(t, at);
    }
    let end = if t.any(at.checked_sub(1)?, &["and"]) || t.is(at - 1, '-') {
        at - 1
    } else {
        at
    };
    (total + group > 0).then_some((end, total + group))
}

/// Whether a number word adds to what stands before it: `twenty` + `four`, `hundred` + `fifty`.
fn fits(group: u32, n: u32, last: u32) -> bool {
    n < 100 && (group == 0 || last >= 100 || (n < 10 && (20..100).contains(&last)))
}

/// The place of the next part of a compound number.
fn next_part(t: &Tokens<'_>, at: usize) -> usize {
    let hyphen = t.skip_hyphen(at + 1);
    let large = matches!(t.class(at), Class::Cardinal(100 | 1000));
    let and = if large { t.skip(hyphen, "and") } else { hyphen };
    if matches!(t.class(and), Class::Cardinal(n) if n < 100) {
        and
    } else {
        at + 1
    }
}

/// The place after `1/2` or `and a half`.
fn and_a_half(t: &Tokens<'_>, i: usize) -> Option<usize> {
    let at = t.skip_hyphen(i);
    if (t.class(at), t.class(at + 2)) == (Class::Number(1), Class::Number(2)) && t.is(at + 1, '/') {
        return Some(at + 3);
    }
    let a = t.skip_hyphen(t.phrase(at, "and")?);
    let half = t.skip_hyphen(t.phrase(a, "a")?);
    t.phrase(half, "half")
}

/// The place after `or three`, `to 18`, `-6`.
fn alternative(t: &Tokens<'_>, i: usize) -> Option<usize> {
    let at = if t.any(i, &["or", "to"]) {
        i + 1
    } else if t.is(i, '-') {
        t.skip_hyphen(i)
            .max(t.skip(i + 1, "to"))
            .max(t.skip(i + 1, "or"))
    } else {
        return None;
    };
    let at = t.skip_hyphen(at);
    let (end, count) = exact(t, at)?;
    (at > i && count != Count::Some && !t.any(at, &["a", "an"])).then_some(end)
}

/// A number of four digits that can be a year, 1000 to 2999.
pub(super) fn year(t: &Tokens<'_>, i: usize) -> Option<(usize, i32)> {
    match t.class(i) {
        Class::Number(year)
            if t.width(i) == 4
                && (1000..3000).contains(&year)
                && !t.glued(i)
                && !t.glued(i + 1) =>
        {
            Some((i + 1, i32::try_from(year).ok()?))
        }
        _ => year_words(t, i),
    }
}

/// `nineteen ninety-six`, `two thousand and five`, `twenty twenty-six`.
fn year_words(t: &Tokens<'_>, i: usize) -> Option<(usize, i32)> {
    let Class::Cardinal(first) = t.class(i) else {
        return None;
    };
    if let (2, Class::Cardinal(1000)) = (first, t.class(i + 1)) {
        let (end, year) = cardinal(t, i)?;
        return (2000..2100)
            .contains(&year)
            .then_some((end, i32::try_from(year).ok()?));
    }
    let (end, rest) = cardinal(t, t.skip_hyphen(i + 1))?;
    let year = i32::try_from(first * 100 + rest).ok()?;
    (matches!(first, 13..=20) && (10..100).contains(&rest)).then_some((end, year))
}

/// `5`, `5th`, `05`: the number of a day in its month.
pub(super) fn day(t: &Tokens<'_>, i: usize) -> Option<u8> {
    match t.class(i) {
        Class::Number(day) | Class::Ordinal(day) if (1..=31).contains(&day) => {
            let digits = t.text(i).starts_with(|c: char| c.is_ascii_digit());
            (digits && t.width(i) <= 4 && !t.glued(i)).then_some(u8::try_from(day).ok()?)
        }
        _ => None,
    }
}
