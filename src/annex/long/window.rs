//! Which matches of a long article are painted, in which order.
//!
//! A browser looks at every painted range again whenever the page changes (Chromium: two milliseconds for a thousand), so that
//! of very many only those around what is in sight are painted; the others follow the scrolling.
//!
//! ```text
//! stretches  |----|----|----|----|----|----|----|----|----|
//! in sight                       =======
//! wanted          ==================================            as many matches as MOST
//! painted                        1======2===3========4=         first what is in sight, then on to the end, then back
//! ```

use std::ops::Range;

/// How many matches are painted at most, if what is in sight has not more.
const MOST: usize = 4000;
/// How many stretches beside what is in sight are painted, or the article ends there: some screens.
const BESIDE: usize = 4;

/// The stretches to paint. `marks` says how many matches stand before each stretch, and how many there are; `sight` is what is
/// in sight.
pub fn wanted(marks: &[usize], sight: &Range<usize>) -> Range<usize> {
    let before = |stretch: usize| marks.get(stretch).or(marks.last()).copied().unwrap_or(0);
    let all = before(marks.len());
    let middle = usize::midpoint(before(sight.start), before(sight.end));
    let first = middle
        .saturating_sub(MOST / 2)
        .min(all.saturating_sub(MOST));
    let last = (first + MOST).min(all);
    let stretches = marks.len().saturating_sub(1);
    let start = marks.partition_point(|before| *before < first);
    let end = marks.partition_point(|before| *before <= last);
    let end = if last == all {
        stretches
    } else {
        end.saturating_sub(1)
    };
    start.min(sight.start)..end.max(sight.end)
}

/// Whether what is painted, or soon will be, does for what is in sight.
pub fn does(
    painted: &Range<usize>,
    wanted: &Range<usize>,
    sight: &Range<usize>,
    all: usize,
) -> bool {
    let ready = painted.start <= sight.start && sight.end <= painted.end;
    let far = |beside: Range<usize>| wanted.start <= beside.start && beside.end <= wanted.end;
    ready && far(sight.start.saturating_sub(BESIDE)..(sight.end + BESIDE).min(all))
}

/// The stretches to paint next: forward to the end of what is wanted, then back to its beginning, so that at most `most`
/// matches are painted at once, or one stretch. `None` when all is done.
pub fn next(
    marks: &[usize],
    painted: &Range<usize>,
    wanted: &Range<usize>,
    most: usize,
) -> Option<Range<usize>> {
    let before = |stretch: usize| marks.get(stretch).copied().unwrap_or(0);
    if painted.end < wanted.end {
        let start = painted.end;
        let full = marks.partition_point(|so_far| *so_far <= before(start) + most);
        return Some(start..full.saturating_sub(1).max(start + 1).min(wanted.end));
    }
    if wanted.start < painted.start {
        let end = painted.start;
        let room = marks.partition_point(|so_far| so_far + most < before(end));
        return Some(room.min(end - 1).max(wanted.start)..end);
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// How many matches stand before each of these stretches, and in all.
    fn sums(stretches: &[usize]) -> Vec<usize> {
        let mut sums = vec![0];
        for stretch in stretches {
            sums.push(sums[sums.len() - 1] + stretch);
        }
        sums
    }

    #[test]
    fn few_matches_are_all_painted_and_of_many_those_around_what_is_in_sight() {
        assert_eq!(wanted(&sums(&[9; 20]), &(3..5)), 0..20);
        let many = sums(&[100; 100]);
        assert_eq!(wanted(&many, &(50..52)), 31..71);
        assert_eq!(wanted(&many, &(0..2)), 0..40);
        assert_eq!(wanted(&many, &(98..100)), 60..100);
        assert_eq!(wanted(&sums(&[9000, 9000]), &(0..1)), 0..1);
        assert_eq!(wanted(&sums(&[]), &(0..0)), 0..0);
    }

    #[test]
    fn more_is_painted_before_the_end_of_it_comes_into_sight() {
        assert!(does(&(31..71), &(31..71), &(50..52), 100));
        assert!(!does(&(31..71), &(31..71), &(66..68), 100));
        assert!(does(&(60..100), &(60..100), &(98..100), 100));
        assert!(!does(&(50..52), &(31..71), &(52..54), 100));
    }

    proptest! {
        #[test]
        fn everything_wanted_is_painted_once_a_little_at_a_time(stretches in proptest::collection::vec(0..3000_usize, 1..40), at in 0..40_usize, seen in 1..4_usize, most in 1..2000_usize) {
            let marks = sums(&stretches);
            let start = at.min(stretches.len() - 1);
            let sight = start..(start + seen).min(stretches.len());
            let wanted = wanted(&marks, &sight);
            prop_assert!(wanted.start <= sight.start && sight.end <= wanted.end && wanted.end <= stretches.len());
            let within = marks[wanted.end] - marks[wanted.start];
            let in_sight = marks[sight.end] - marks[sight.start];
            prop_assert!(within <= MOST.max(MOST / 2 + in_sight) || wanted == sight);
            let mut painted = sight.clone();
            while let Some(more) = next(&marks, &painted, &wanted, most) {
                prop_assert!(!more.is_empty());
                prop_assert!(more.start == painted.end || more.end == painted.start);
                prop_assert!(more.len() == 1 || marks[more.end] - marks[more.start] <= most);
                painted = painted.start.min(more.start)..painted.end.max(more.end);
            }
            prop_assert_eq!(painted, wanted);
        }
    }
}
