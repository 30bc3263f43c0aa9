//! The timeline as a picture: what is shown, and below it what that is and where it is from.

mod marks;
mod paint;
mod told;
mod wrap;

use dateline_export::{Stamp, Svg};
use dateline_timeline::{Unit, ticks};

use crate::browser::measure;
use crate::components::timeline::kept::{Drawn, Kept};
use crate::components::timeline::marks::sans;
use crate::components::timeline::{NARROW, TimelineView, lane, strip};
use crate::context::Shown;
use crate::view::Ui;
use crate::words::{self, when};

use paint::{CONTROL, FAINT, FONT, INK, PAPER, PENCIL, RECORD, RULE, SOFT, label};

/// The width of a picture where the page is too narrow for names.
const WIDTH: i32 = 1000;
/// Room above the lanes: a line of the title, and the days.
const HEAD: i32 = 64;
/// The height of each further line of the title.
const TITLE_LINE: i32 = 26;
/// Room below them, for the axis.
const AXIS: i32 = 40;
/// The height of a line below that.
const LINE: i32 = 18;
/// The edge around all.
const EDGE: i32 = 16;
/// The least distance of two ticks, as on the page.
const GAP: i32 = 56;
/// The font of the lanes' names.
const NAME_FONT: &str = sans!("16px");
/// The font of the title, here and where the page's own is missing.
const TITLE_FONTS: [&str; 2] = [sans!("600 20px"), "600 20px system-ui, sans-serif"];
/// The same of the lines below the axis.
const TOLD_FONTS: [&str; 2] = [sans!("13px"), "13px system-ui, sans-serif"];
/// How wide a name of a lane may be.
const NAME: i32 = 118;

/// The timeline of what is shown, as wide as it is on a page that has room for names. Colours are those of paper.
pub fn picture(shown: &Shown, stamp: &Stamp) -> String {
    let (ui, kept) = (wide(shown.ui), Kept::default());
    let shown = &Shown {
        ui: &ui,
        kept: &kept,
        ..shown.clone()
    };
    let drawn = Drawn::new(shown);
    let window = shown.state.window.or(drawn.opening).or(drawn.span);
    let view = window.map(|window| (TimelineView::new(shown, &drawn, ui.width, window), window));
    let lanes = view.as_ref().map_or(0, |(view, _)| view.height() + AXIS);
    let told = told::told(shown, stamp, view.as_ref().map(|(view, _)| view));
    let title = words::picture_title(stamp.collection);
    let titles = wrapped(&title, ui.width, TITLE_FONTS);
    let mut lines = Vec::new();
    for text in &told {
        lines.extend(wrapped(text, ui.width, TOLD_FONTS));
    }
    let head = HEAD + TITLE_LINE * (count(&titles) - 1);
    let height = head + lanes + LINE * count(&lines) + 2 * EDGE;
    let mut svg = Svg::new(ui.width + 2 * EDGE, height, &title, &told.join("\n"));
    svg.draw(
        "rect",
        &[("width", "100%"), ("height", "100%"), ("fill", PAPER)],
    );
    let edge = format!("translate({EDGE} {EDGE})");
    svg.open(
        "g",
        &[
            ("transform", &edge),
            ("font-family", FONT),
            ("font-size", "14"),
        ],
    );
    let look = [("font-size", "20"), ("font-weight", "600"), ("fill", INK)];
    for (line, text) in (0..).zip(&titles) {
        label(&mut svg, (0, 18 + line * TITLE_LINE), text, &look);
    }
    let days = match &view {
        Some((_, window)) => &when::window(window.first, window.last),
        None => words::NO_DATED_VISITS,
    };
    label(&mut svg, (0, head - 20), days, &[("fill", SOFT)]);
    if let Some((view, _)) = &view {
        svg.open("g", &[("transform", &format!("translate(0 {head})"))]);
        view_lanes(&mut svg, shown, view, &drawn);
        svg.close();
    }
    let look = [("font-size", "13"), ("fill", SOFT)];
    for (line, text) in (1..).zip(&lines) {
        label(&mut svg, (0, head + lanes + line * LINE), text, &look);
    }
    svg.finish()
}

/// A text in lines that are no wider than this in either font.
fn wrapped(text: &str, most: i32, fonts: [&str; 2]) -> Vec<String> {
    let [own, other] = fonts;
    wrap::wrap(text, most, |line| {
        measure::width(line, own).max(measure::width(line, other))
    })
}

/// How many lines there are.
fn count(lines: &[String]) -> i32 {
    i32::try_from(lines.len()).unwrap_or(1)
}

/// The same page with room for names.
fn wide(ui: &Ui) -> Ui {
    Ui {
        width: if ui.width < NARROW { WIDTH } else { ui.width },
        ..ui.clone()
    }
}

fn view_lanes(svg: &mut Svg, shown: &Shown, view: &TimelineView, drawn: &Drawn) {
    paint::fades(svg);
    view_axis(svg, view, drawn);
    for (at, (name, layout)) in view.lanes.iter().enumerate() {
        let down = i32::try_from(at).unwrap_or(0) * lane::HEIGHT;
        svg.open("g", &[("transform", &format!("translate(0 {down})"))]);
        label(
            svg,
            (0, 20),
            &cut(name),
            &[("font-size", "16"), ("fill", SOFT)],
        );
        if layout.dense {
            let fill = if at < drawn.rows.len() {
                PENCIL
            } else {
                RECORD
            };
            let path = strip::steps(drawn.row(at), view.scale, lane::HEIGHT - 4, lane::HEIGHT);
            svg.draw(
                "path",
                &[("d", &path), ("fill", fill), ("fill-opacity", "0.4")],
            );
        }
        for mark in &layout.marks {
            marks::draw(svg, shown, mark, layout.dense);
        }
        svg.close();
    }
}

/// The lines between the lanes and of the axis, the grey line, and the names of the days.
fn view_axis(svg: &mut Svg, view: &TimelineView, drawn: &Drawn) {
    let (scale, height) = (view.scale, view.height());
    let bottom = (height + 4).to_string();
    for (at, tick) in ticks(scale, GAP).iter().enumerate() {
        let x = tick.x.to_string();
        let is_year = tick.unit == Unit::Year;
        let ink = if is_year { CONTROL } else { RULE };
        svg.draw(
            "line",
            &[
                ("x1", &x),
                ("x2", &x),
                ("y1", "0"),
                ("y2", &bottom),
                ("stroke", ink),
                ("stroke-dasharray", "1 3"),
            ],
        );
        if tick.x + GAP / 2 <= scale.right {
            let name = when::tick(tick, at == 0);
            label(
                svg,
                (tick.x + 4, height + 18),
                &name,
                &[("font-size", "13"), ("fill", FAINT)],
            );
        }
    }
    let right = scale.right.to_string();
    for row in 1..=view.lanes.len() {
        let y = (i32::try_from(row).unwrap_or(0) * lane::HEIGHT).to_string();
        let left = scale.left.to_string();
        svg.draw(
            "line",
            &[
                ("x1", &left),
                ("x2", &right),
                ("y1", &y),
                ("y2", &y),
                ("stroke", RULE),
            ],
        );
    }
    let covered = strip::bars(&drawn.covered, scale, height, height + 2);
    svg.draw("path", &[("d", &covered), ("fill", CONTROL)]);
}

/// As much of a lane's name as fits.
fn cut(name: &str) -> String {
    if measure::width(name, NAME_FONT) <= NAME {
        return name.to_owned();
    }
    let mut cut = String::new();
    for character in name.chars() {
        cut.push(character);
        if measure::width(&cut, NAME_FONT) > NAME - 12 {
            cut.pop();
            break;
        }
    }
    cut.push('…');
    cut
}
