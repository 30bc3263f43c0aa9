//! Seasons, quarters, holidays, lengths, sets, times and what is vague.

use super::check;

#[test]
fn seasons_quarters_decades_and_holidays_have_their_place() {
    check(
        "
2026-01-12 | They met [last summer] and will meet [this summer]. | 2025-SU → 2025-22; 2026-SU → 2026-22
2026-01-12 | They will meet [next spring]. | 2026-SP → 2026-21
2026-01-12 | The front froze [this winter]. | 2025-WI → 2025-24
2026-01-12 | He came to power in [the summer of 2019]. | 2019-SU → 2019-22
2026-01-12 | He came to power in [the winter of 1994]. | 1994-WI → 1994-24?
2026-01-12 | He came to power in [autumn 2019]. | 2019-FA → 2019-23
2022-06-02 | The [Fall 2022] session is open. | 2022-FA → 2022-23
2026-01-12 | He came to power in [the spring of last year]. | 2025-SP → 2025-21
2026-01-12 | He came to power over [the summer]. | 2025-SU → 2025-22
1989-10-26 | Brandco reported a [third-quarter] loss. | 1989-Q3 → [1989-07..1989-09]
1989-10-26 | Brandco earned less in [the third quarter] than [a year ago]. | 1989-Q3 → [1989-07..1989-09]; 1988-Q3 → [1988-07..1988-09]
1989-10-26 | A charge will be taken in [the fourth quarter]. | 1989-Q4 → [1989-10..1989-12]
1998-01-26 | Profit fell in [the fourth quarter]. | 1997-Q4 → [1997-10..1997-12]
2026-01-12 | Profit fell in [Q3 2024]. | 2024-Q3 → [2024-07..2024-09]
2026-01-12 | The fair is planned for [Q2 of FY2026]. | 2026-Q2 → [2026-04..2026-06]
2026-01-12 | Profit fell in [the first half of 1990]. | 1990-H1 → [1990-01..1990-06]
1989-10-31 | It begins in [next year's first quarter]. | 1990-Q1 → [1990-01..1990-03]
1989-10-31 | Sales fell in [the 1988 third quarter]. | 1988-Q3 → [1988-07..1988-09]
2026-01-12 | In [fiscal 1989], and in [FY2024], sales rose. | 1989 → 1989?; 2024 → 2024?
2026-01-12 | It was built in [the 1990s], in [the early 1980s] or in [the late '60s]. | 199 → [1990..1999]; 198 → [1980..1989]; 196 → [1960..1969]
2026-01-12 | It was built in [the mid-1800s] or [the 2000s]. | 18 → [1800..1899]; 200 → [2000..2009]
2026-01-12 | The Arab Spring of [2011] is history. | 2011
2026-01-12 | It was built in [the nineties]. | 199 → [1990..1999]
2026-01-12 | It was built in [the 19th century]. | 18 → [1801..1900]
2026-01-12 | It was built in [nineteen seventy-nine]. | 1979
2026-01-12 | It will be over by [the year two thousand and thirty]. | 2030
2026-01-12 | They met on [Christmas Day]. | 2025-12-25
2026-01-12 | They met on [New Year's Eve]. | 2025-12-31
2026-01-12 | They will meet before [Easter]. | 2026-04-05
2026-01-12 | They met on [Good Friday 2025]. | 2025-04-18
2025-11-10 | They will meet after [Thanksgiving]. | 2025-11-27
2026-01-12 | They met at [last Christmas]'s dinner. | 2025-12-25
",
    );
}

#[test]
fn lengths_sets_and_times_have_their_values() {
    check(
        "
2026-01-12 | His [four-day] state visit ends. | P4D → -
2026-01-12 | They talked for [two hours]. | PT2H → -
2026-01-12 | They talked for [nearly an hour]. | PT1H → -
2026-01-12 | They talked for [2 1/2 hours], not [two and a half hours]. | PT2H30M → -; PT2H30M → -
2026-01-12 | They talked for [half an hour]. | PT30M → -
2026-01-12 | They talked for [a minute and a half]. | PT1M30S → -
2026-01-12 | They fought for [a year and a half]. | P1Y6M → -
2026-01-12 | They fought for [twenty-four years]. | P24Y → -
2026-01-12 | They fought for [a couple of years]. | P2Y → -
2026-01-12 | They fought for [several years]. | PXY → -
2026-01-12 | They fought for [years]. | PXY → -
2026-01-12 | They fought for [two or three months]. | PXM → -
2026-01-12 | They fought for [at least 1,000 days]. | P1000D → -
2026-01-12 | They fought for [more than two decades]. | P20Y → -
2026-01-12 | They fought for [a fortnight]. | P2W → -
2026-01-12 | They fought for [half a century]. | P50Y → -
2026-01-12 | Over [the past two months], and in [the coming five years], it grows. | P2M → -; P5Y → -
2026-01-12 | Within [a little over two months], they met twice. | P2M → -
2026-01-12 | It grew in [the first nine months] of [1997]. | P9M → -; 1997
2026-01-12 | It is a [weeklong] trip after a [two-and-a-half-year] pause. | P1W → -; P2Y6M → -
2026-01-12 | The [8-month-old] truce holds. | P8M → -
2026-01-12 | In [300 years] nobody will know. | P300Y → -
2026-01-12 | They meet [every Friday] and [each year]. | XXXX-WXX-5 → -; P1Y → -
2026-01-12 | They meet [every two weeks], [every other day], and twice [a month]. | P2W → -; P2D → -; P1M → -
2026-01-12 | The line opened at [1500 GMT] and closed at [10:30 p.m.]. | 2026-01-12T15:00 → 2026-01-12; 2026-01-12T22:30 → 2026-01-12
2026-01-12 | It ended [a full year] earlier than planned. | P1Y → -
2026-01-12 | They meet [annually] or [daily], on [Mondays] and [Tuesday nights]. | XXXX → -; XXXX-XX-XX → -; XXXX-WXX-1 → -; XXXX-WXX-2TNI → -
2026-01-12 | It costs $33 million [a year] and four flights [a week]. | P1Y → -; P1W → -
2026-01-12 | Orders march [each July]. | XXXX-07 → -
2026-01-12 | The line will open at [5 p.m. on Wednesday]. | 2026-01-14T17:00 → 2026-01-14
2026-01-12 | The line opened at [10:30 a.m. Wednesday]. | 2026-01-07T10:30 → 2026-01-07
2026-01-12 | The line opened at [noon Thursday]. | 2026-01-08T12:00 → 2026-01-08
2026-01-12 | The line opened at [5 p.m. EST Nov. 9]. | 2025-11-09T17:00 → 2025-11-09
2026-01-12 | They spoke [this morning] and [last night]. | 2026-01-12TMO → 2026-01-12; 2026-01-11TNI → 2026-01-11
2026-01-12 | [Tonight], I will travel to Norland. | 2026-01-12TNI → 2026-01-12
2026-01-12 | They spoke [Saturday night] and [yesterday afternoon]. | 2026-01-10TNI → 2026-01-10; 2026-01-11TAF → 2026-01-11
2026-01-12 | She arrived on [the evening of Jan. 5]. | 2026-01-05TEV → 2026-01-05
",
    );
}

#[test]
fn the_vague_stays_vague() {
    check(
        "
2026-01-12 | It is [now] under way, as it was [recently]. | PRESENT_REF → -; PAST_REF → -
2026-01-12 | The [current] talks will [soon] be over. | PRESENT_REF → -; FUTURE_REF → -
2026-01-12 | It grew in [recent years] and will in [coming months]. | PAST_REF → -; FUTURE_REF → -
2026-01-12 | History is not consigned to [the past]. | PAST_REF → -
2026-01-12 | In [the past], they quarrelled. | PAST_REF → -
2026-01-12 | In [the foreseeable future] they will not. | FUTURE_REF → -
2026-01-12 | It may [one day] be over, as soon as they agree. | FUTURE_REF → -
2026-01-12 | Come [as soon as possible]. | FUTURE_REF → -
",
    );
}
