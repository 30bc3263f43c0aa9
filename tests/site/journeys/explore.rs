//! The first page: list, no result, theme.

use anyhow::{Context, ensure};
use serde_json::json;

use crate::Journey;
use crate::scene::{Scene, same};

pub const JOURNEYS: &[Journey] = &[
    ("the list shows every article with its headline", list),
    (
        "a search without a result says so and can be undone",
        no_result,
    ),
    ("the theme changes and is kept", theme),
];

fn list(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit("#/")?;
    let (articles, visits) = scene.built_counts()?;
    scene.status_is(&counts(articles, visits))?;
    let listed = scene.listed()?;
    ensure!(
        listed.len() as u64 == articles.min(30),
        "{} articles are listed",
        listed.len()
    );
    let first = listed.first().context("no article")?;
    ensure!(
        first.all("article")?.len() == 1,
        "a list item holds no article"
    );
    let headline = scene.first_headline()?.text()?;
    ensure!(!headline.is_empty(), "the first headline is empty");
    let html = std::fs::read_to_string(scene.dist.join("index.html"))?;
    ensure!(
        html.contains(&headline),
        "the headline does not stand in the HTML"
    );
    scene.console_is_silent()?;
    scene.picture("explore-light")
}

fn no_result(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit("#/")?;
    let (articles, visits) = scene.built_counts()?;
    scene.search_box()?.type_text("xylophone")?;
    scene.status_is("0 articles, 0 visits")?;
    scene.picture("no-result")?;
    scene.page.find("button", "Clear filters")?.click()?;
    scene.status_is(&counts(articles, visits))?;
    let left = scene.search_box()?.property("value")?;
    ensure!(left == "", "the search box holds {left}");
    Ok(())
}

fn theme(scene: &Scene<'_>) -> anyhow::Result<()> {
    let server = scene.visit("#/")?;
    scene.page.find("button", "Theme")?.click()?;
    scene.page.find("radio", "Light")?.click()?;
    let light = paper(scene)?;
    scene.page.find("radio", "Dark")?.click()?;
    scene
        .page
        .until("a dark page", || Ok(paper(scene)? != light))?;
    let dark = paper(scene)?;
    scene.page.open("about:blank")?;
    scene.open(&server, "#/")?;
    same("the paper after a reload", &paper(scene)?, &dark)?;
    scene.picture("explore-dark")
}

/// The colour of the page.
fn paper(scene: &Scene<'_>) -> anyhow::Result<String> {
    let script = "return getComputedStyle(document.body).backgroundColor";
    let colour = scene.page.session.script(script, &json!([]))?;
    colour.as_str().map(str::to_owned).context("no colour")
}

/// "12 articles, 5 visits".
pub fn counts(articles: u64, visits: u64) -> String {
    let plural = |number: u64| if number == 1 { "" } else { "s" };
    format!(
        "{articles} article{}, {visits} visit{}",
        plural(articles),
        plural(visits)
    )
}
