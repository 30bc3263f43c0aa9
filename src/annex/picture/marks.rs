//! Marks as on the page, each with its name for whoever points at it.

use dateline_export::Svg;
use dateline_timeline::{Label, Mark, Shape};

use super::paint::{INK, PAPER, PENCIL, RECORD, SOFT, fade, label};
use crate::components::timeline::lane::{
    self, CLUSTER, CLUSTER_END, CLUSTER_TOP, DOT, HALF, MARK, MIDDLE,
};
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
        let on_record = lane::mark_state(shown, mark, false).contains("record");
        let ink = if on_record { SOFT } else { INK };
        label(
            svg,
            (x, MIDDLE + 5),
            &marks::label(shown, &mark.keys),
            &[
                ("text-anchor", anchor),
                ("font-weight", weight),
                ("fill", ink),
            ],
        );
    }
    svg.close();
}

fn draw_shape(svg: &mut Svg, shown: &Shown, mark: &Mark) {
    let state = lane::mark_state(shown, mark, false);
    let is_record = state.contains("record");
    let ink = if is_record { RECORD } else { PENCIL };
    let hollow = state.contains("outline");
    let look: &[(&str, &str)] = if hollow {
        &[("fill", PAPER), ("stroke", ink), ("stroke-width", "1.5")]
    } else {
        &[("fill", ink)]
    };
    let fading = |svg: &mut Svg, ends: &str| {
        let opacity = if hollow { "0.5" } else { "1" };
        let fill = fade(ends, is_record);
        bar(svg, mark, &[("fill", &fill), ("fill-opacity", opacity)]);
    };
    match mark.shape {
        None => rect(
            svg,
            (mark.x, mark.width),
            (CLUSTER_TOP, CLUSTER),
            &[("rx", CLUSTER_END), ("fill", ink)],
        ),
        Some(Shape::Day | Shape::Range) => bar(svg, mark, look),
        Some(Shape::Within) if hollow => {
            bar(
                svg,
                mark,
                &[
                    ("fill", PAPER),
                    ("stroke", ink),
                    ("stroke-width", "1.5"),
                    ("stroke-dasharray", "3 2"),
                ],
            );
        }
        Some(Shape::Within) => {
            let fill = fade("both", is_record);
            bar(svg, mark, &[("fill", &fill), ("fill-opacity", "0.66")]);
        }
        Some(Shape::Between) => fading(svg, "both"),
        Some(Shape::Start) => fading(svg, "end"),
        Some(Shape::End) => fading(svg, "start"),
        Some(Shape::Split) => {
            let (corners, width) = lane::halves(mark);
            for (x, y) in corners {
                rect(svg, (x, width), (y, HALF), look);
            }
        }
        Some(Shape::UnderWay) => {
            fading(svg, "both");
            let (cx, cy) = (mark.centre().to_string(), MIDDLE.to_string());
            let mut attributes = vec![("cx", cx.as_str()), ("cy", cy.as_str()), ("r", DOT)];
            attributes.extend(look);
            svg.draw("circle", &attributes);
        }
        Some(Shape::Talks) => {
            let points = lane::diamond(mark);
            let mut attributes = vec![("points", points.as_str())];
            attributes.extend(look);
            svg.draw("polygon", &attributes);
        }
    }
}

/// A bar over the days of a mark.
fn bar(svg: &mut Svg, mark: &Mark, look: &[(&str, &str)]) {
    rect(
        svg,
        (mark.x, mark.width),
        (MIDDLE - MARK / 2, &MARK.to_string()),
        look,
    );
}

fn rect(svg: &mut Svg, (x, width): (i32, i32), (y, height): (i32, &str), look: &[(&str, &str)]) {
    let [x, y, width] = [x, y, width].map(|number| number.to_string());
    let mut attributes = vec![("x", x.as_str()), ("y", &y), ("width", &width)];
    attributes.push(("height", height));
    attributes.extend(look);
    svg.draw("rect", &attributes);
}
