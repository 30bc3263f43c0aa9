//! Marks as on the page, each with its name for whoever points at it.

use dateline_export::Svg;
use dateline_timeline::{Label, Mark, Shape};

use super::paint::{INK, PAPER, PENCIL, RECORD, label};
use crate::components::timeline::lane::{self, HEIGHT, MIDDLE};
use crate::components::timeline::marks;
use crate::context::Shown;
use crate::words;

/// A mark, its count and its label.
pub fn draw(svg: &mut Svg, shown: &Shown, mark: &Mark, dense: bool) {
    svg.open("g", &[]);
    svg.text("title", &[], &lane::name(shown, mark));
    if !dense || mark.keys.len() == 1 {
        draw_shape(svg, shown, mark);
    }
    if lane::is_struck(shown, mark) {
        let y = MIDDLE.to_string();
        let (from, to) = (
            (mark.x - 2).to_string(),
            (mark.x + mark.width + 2).to_string(),
        );
        svg.draw(
            "line",
            &[
                ("x1", &from),
                ("x2", &to),
                ("y1", &y),
                ("y2", &y),
                ("stroke", PENCIL),
                ("stroke-width", "1.5"),
            ],
        );
    }
    if mark.keys.len() > 1 {
        let fill = if dense { INK } else { PAPER };
        let count = words::grouped(mark.keys.len());
        let place = (mark.centre(), MIDDLE + 5);
        label(
            svg,
            place,
            &count,
            &[
                ("text-anchor", "middle"),
                ("font-size", "13"),
                ("font-weight", "600"),
                ("fill", fill),
            ],
        );
    }
    if let Some(place) = mark.label {
        let (x, anchor) = match place {
            Label::StartsAt(x) => (x, "start"),
            Label::EndsAt(x) => (x, "end"),
        };
        let is_open = shown
            .open_mark()
            .is_some_and(|open| mark.keys.contains(&open));
        let weight = if is_open { "600" } else { "400" };
        label(
            svg,
            (x, MIDDLE + 5),
            &marks::label(shown, &mark.keys),
            &[
                ("text-anchor", anchor),
                ("font-weight", weight),
                ("fill", INK),
            ],
        );
    }
    svg.close();
}

fn draw_shape(svg: &mut Svg, shown: &Shown, mark: &Mark) {
    let state = lane::mark_state(shown, mark, false);
    let ink = if state.contains("record") {
        RECORD
    } else {
        PENCIL
    };
    let hollow = state.contains("outline");
    let look: &[(&str, &str)] = if hollow {
        &[("fill", PAPER), ("stroke", ink), ("stroke-width", "1.5")]
    } else {
        &[("fill", ink)]
    };
    let (x, wide, centre) = (mark.x, mark.width, mark.centre());
    match mark.shape {
        None => rect(
            svg,
            (x, wide),
            (MIDDLE - 9, 18),
            &[("rx", "9"), ("fill", ink)],
        ),
        Some(Shape::Day | Shape::Range) => bar(svg, mark, look),
        Some(Shape::Within) if hollow => {
            bar(
                svg,
                mark,
                &[
                    ("fill", PAPER),
                    ("stroke", ink),
                    ("stroke-dasharray", "3 2"),
                ],
            );
        }
        Some(Shape::Within) => bar(svg, mark, &[("fill", ink), ("fill-opacity", "0.66")]),
        Some(Shape::Between) => bar(svg, mark, &[("fill", "url(#fade-both)")]),
        Some(Shape::Start) => bar(svg, mark, &[("fill", "url(#fade-end)")]),
        Some(Shape::End) => bar(svg, mark, &[("fill", "url(#fade-start)")]),
        Some(Shape::Split) => {
            let part = wide * 2 / 3;
            rect(svg, (x, part), (MIDDLE - 8, 7), look);
            rect(svg, (x + wide - part, part), (MIDDLE + 1, 7), look);
        }
        Some(Shape::UnderWay) => {
            bar(svg, mark, &[("fill", "url(#fade-both)")]);
            let (cx, cy) = (centre.to_string(), MIDDLE.to_string());
            let mut attributes = vec![("cx", cx.as_str()), ("cy", cy.as_str()), ("r", "6")];
            attributes.extend(look);
            svg.draw("circle", &attributes);
        }
        Some(Shape::Talks) => {
            let half = wide / 2;
            let (left, right) = (centre - half, centre + half);
            let (top, bottom) = (MIDDLE - half, MIDDLE + half);
            let points =
                format!("{left},{MIDDLE} {centre},{top} {right},{MIDDLE} {centre},{bottom}");
            let mut attributes = vec![("points", points.as_str())];
            attributes.extend(look);
            svg.draw("polygon", &attributes);
        }
    }
}

/// A bar over the days of a mark.
fn bar(svg: &mut Svg, mark: &Mark, look: &[(&str, &str)]) {
    const TALL: i32 = 12;
    rect(svg, (mark.x, mark.width), ((HEIGHT - TALL) / 2, TALL), look);
}

fn rect(svg: &mut Svg, (x, width): (i32, i32), (y, height): (i32, i32), look: &[(&str, &str)]) {
    let numbers = [x, y, width, height].map(|number| number.to_string());
    let mut attributes: Vec<(&str, &str)> = Vec::new();
    for (name, number) in ["x", "y", "width", "height"].into_iter().zip(&numbers) {
        attributes.push((name, number));
    }
    attributes.extend(look);
    svg.draw("rect", &attributes);
}
