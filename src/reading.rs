//! The words that were read from an article, by what they gave.

use dateline_model::{ArticleId, Part, Report, Span, Visit};

use crate::layers::Layer;

/// What a reading gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reading {
    /// The date.
    When,
    /// A visitor.
    Who,
    /// Where to.
    Place,
    /// The kind of visit.
    Kind,
}

/// The readings of one report in one part of its article, sorted, the shorter one first where two would overlap.
#[must_use]
pub fn of_report(report: &Report, part: Part) -> Vec<Layer<Reading>> {
    let gloss = &report.gloss;
    let groups: [(Reading, &[Span]); 4] = [
        (Reading::When, &gloss.when),
        (Reading::Who, &gloss.who),
        (Reading::Place, &gloss.place),
        (Reading::Kind, &gloss.kind),
    ];
    let all = groups.into_iter().flat_map(|(tag, spans)| {
        let here = spans.iter().filter(move |span| span.part == part);
        here.map(move |span| Layer {
            range: span.range(),
            tag,
        })
    });
    without_overlaps(all.collect())
}

/// The readings of every visit that an article reports.
#[must_use]
pub fn of_article(visits: &[&Visit], article: &ArticleId, part: Part) -> Vec<Layer<Reading>> {
    let reports = visits.iter().flat_map(|visit| &visit.reports);
    let here = reports.filter(|report| report.article == *article);
    without_overlaps(here.flat_map(|report| of_report(report, part)).collect())
}

/// Sorted by start; of two that overlap the shorter stays, because it says more exactly what was read.
fn without_overlaps(mut layers: Vec<Layer<Reading>>) -> Vec<Layer<Reading>> {
    dateline_compact::sort_by_key(&mut layers, |layer| {
        (layer.range.len(), layer.range.start, layer.tag)
    });
    let mut kept: Vec<Layer<Reading>> = Vec::with_capacity(layers.len());
    for layer in layers {
        let free = |other: &Layer<Reading>| {
            layer.range.end <= other.range.start || other.range.end <= layer.range.start
        };
        if !layer.range.is_empty() && kept.iter().all(free) {
            kept.push(layer);
        }
    }
    dateline_compact::sort_by_key(&mut kept, |layer| layer.range.start);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_readings_that_overlap_the_shorter_stays() {
        let layer = |range, tag| Layer { range, tag };
        let layers = vec![
            layer(10..40, Reading::Who),
            layer(35..40, Reading::Place),
            layer(0..9, Reading::When),
            layer(3..3, Reading::Kind),
        ];
        let kept = without_overlaps(layers);
        assert_eq!(
            kept,
            [layer(0..9, Reading::When), layer(35..40, Reading::Place)]
        );
    }
}
