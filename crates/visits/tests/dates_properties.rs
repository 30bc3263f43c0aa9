//! What holds of date expressions in any text whatever.

use dateline_model::{Basis, Day, Edtf, Form, Precision};
use dateline_visits::dates::{Anchor, Timex, TimexType, find};
use proptest::prelude::*;

/// Words of dates in any order, with words and marks between them.
fn talk_of_dates() -> impl Strategy<Value = String> {
    const WORDS: &str = "the a last next this that following same previous past coming early late mid end of beginning \
        week month year day decade century quarter two three several few ago later earlier from to until between and or \
        through on in by Monday Friday Sunday Mondays May March January Jan. Feb. Sept. 1 5th 29 30 31 0 1996 2026 9999 \
        0001 99999999999 2026-01-05 2026-02-30 10/26/89 1990s '80s nineteen ninety-six first second half just over nearly \
        more than about summer winter fall noon midnight a.m. p.m. GMT 5:30 morning night today tomorrow Christmas Easter \
        every each now recently fiscal Q3 two-day year-ago , . ; : - – / ( ) ' \" % $ \u{e9}t\u{e9} 日本 \u{1f600} \n\n people";
    let words: Vec<&str> = WORDS.split(' ').filter(|word| !word.is_empty()).collect();
    let part = (
        prop::sample::select(words),
        prop::sample::select(vec![" ", " ", " ", "", "\n"]),
    );
    prop::collection::vec(part, 0..60).prop_map(|parts| {
        parts
            .into_iter()
            .flat_map(|(word, gap)| [word, gap])
            .collect()
    })
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![1 => any::<String>(), 4 => talk_of_dates()]
}

/// The article's date, often at an end of the calendar, sometimes no more than a month or a year.
fn any_published() -> impl Strategy<Value = Option<Edtf>> {
    let days = prop_oneof![
        8 => Day::MIN.0..=Day::MAX.0,
        1 => Just(Day::MIN.0),
        1 => Just(Day::MAX.0),
    ];
    let date = (days, 0..10).prop_filter_map("a date", |(day, sharpness)| {
        let (year, month, _) = Day(day).ymd();
        match sharpness {
            0 => Edtf::year(year),
            1 => Edtf::month(year, month),
            _ => Some(Edtf::day(Day(day))),
        }
    });
    prop::option::of(date)
}

/// Whether what is said of one expression holds together.
fn sound(
    text: &str,
    timex: &Timex,
    at: usize,
    published: Option<Edtf>,
) -> Result<(), TestCaseError> {
    prop_assert!(
        text.get(timex.range.clone())
            .is_some_and(|words| !words.is_empty()),
        "{timex:?}"
    );
    prop_assert!(!timex.value.is_empty());
    prop_assert_eq!(timex.date.is_some(), timex.basis.is_some(), "{:?}", timex);
    if let Some(date) = timex.edtf() {
        prop_assert!(Day::MIN <= date.first && date.first <= date.last && date.last <= Day::MAX);
        prop_assert_eq!(date.to_string().parse::<Edtf>(), Ok(date));
    }
    match timex.anchor {
        Anchor::Published => {
            let Some(published) = published else {
                return Err(TestCaseError::fail(format!(
                    "counted from nothing: {timex:?}"
                )));
            };
            // A feast or a day of a month may be one of whatever year: "a year ago to 1 May".
            const NAMED: [&str; 14] = [
                "Christmas",
                "Easter",
                "Jan",
                "Feb",
                "Mar",
                "Apr",
                "May",
                "Jun",
                "Jul",
                "Aug",
                "Sep",
                "Oct",
                "Nov",
                "Dec",
            ];
            let words = &text[timex.range.clone()];
            let is_named = NAMED.iter().any(|name| words.contains(name));
            let coarse = published.form == Form::Single(Precision::Year) && !is_named;
            prop_assert!(
                !coarse || !timex.date.is_some_and(Edtf::is_day),
                "{timex:?}"
            );
        }
        Anchor::Mention(earlier) => prop_assert!(earlier < at, "{timex:?}"),
        Anchor::Itself => prop_assert_ne!(timex.basis, Some(Basis::WorkedOut), "{:?}", timex),
    }
    Ok(())
}

/// Whether the value and the date of an expression are the same days, where the value is a plain date.
fn agrees(timex: &Timex) -> bool {
    let plain: Result<Edtf, _> = timex.value.parse();
    match (timex.kind, timex.date, plain) {
        (TimexType::Date, Some(date), Ok(plain)) if matches!(date.form, Form::Single(_)) => {
            (date.first, date.last) == (plain.first, plain.last)
        }
        _ => true,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn expressions_are_in_order_and_sound(text in any_text(), published in any_published()) {
        let found = find(&text, published);
        for (at, timex) in found.iter().enumerate() {
            sound(&text, timex, at, published)?;
            prop_assert!(agrees(timex), "{timex:?}");
        }
        for pair in found.windows(2) {
            prop_assert!(pair[0].range.end <= pair[1].range.start);
        }
    }

    #[test]
    fn what_follows_in_another_paragraph_changes_nothing(
        before in any_text(), after in any_text(), published in any_published()
    ) {
        // A person called May is one in the whole text.
        let after = after.replace("May", "April");
        let whole = find(&format!("{before}.\n\n{after}"), published);
        let first = find(&format!("{before}."), published);
        prop_assert_eq!(whole.get(..first.len()), Some(&first[..]));
    }

    #[test]
    fn an_undated_article_gives_no_date_that_needs_one(text in any_text()) {
        for timex in find(&text, None) {
            prop_assert_ne!(timex.anchor, Anchor::Published);
        }
    }
}

#[test]
fn a_line_of_any_length_is_searched_to_its_end() {
    let filler = ", ".repeat(100_000);
    let text = format!("On Jan. 5, 2026{filler}and the following day{filler}on Jan. 9, 2026");
    let values: Vec<_> = find(&text, None)
        .into_iter()
        .map(|timex| timex.value)
        .collect();
    assert_eq!(values, ["2026-01-05", "2026-01-06", "2026-01-09"]);
}
