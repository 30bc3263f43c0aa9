//! Reading an article, and the way there and back.

use anyhow::{Context, ensure};

use crate::Journey;
use crate::explore::counts;
use crate::scene::{Scene, same};

pub const JOURNEYS: &[Journey] = &[
    (
        "a headline opens the article and Back returns to the list",
        open,
    ),
    (
        "the article shows the matched words and steps through them",
        matches,
    ),
];

fn open(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit("#/")?;
    let (articles, visits) = scene.built_counts()?;
    let link = scene.first_headline()?;
    let headline = link.text()?;
    link.click()?;
    scene.hash_holds("#/article/", true)?;
    let heading = scene.page.find("heading", &headline)?;
    same(
        "the heading's level",
        &heading.property("tagName")?.to_string(),
        "\"H1\"",
    )?;
    let main = scene
        .page
        .all("main")?
        .into_iter()
        .next()
        .context("no main")?;
    let article = main
        .all("article")?
        .into_iter()
        .next()
        .context("no article in main")?;
    ensure!(
        article.text()?.len() > headline.len() + 200,
        "the article has no text"
    );
    ensure!(
        scene.page.focused()?.is(&heading),
        "the headline does not have the focus"
    );
    scene.picture("article-light")?;
    scene.page.back()?;
    scene.status_is(&counts(articles, visits))?;
    scene
        .page
        .until("the focus on the headline in the list", || {
            Ok(scene.page.focused()?.text()? == headline)
        })
}

fn matches(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit("#/?q=silver+economy")?;
    scene.first_headline()?.click()?;
    scene.hash_holds("q=silver+economy", true)?;
    let next = scene.page.find("button", "Next match")?;
    let marks = scene.page.select("main article mark")?;
    ensure!(marks.len() >= 2, "{} words are marked", marks.len());
    next.click()?;
    scene.status_where("of the first match", |status| {
        status.starts_with("Match 1 of ")
    })?;
    next.click()?;
    scene.status_where("of the second match", |status| {
        status.starts_with("Match 2 of ")
    })?;
    scene.page.find("button", "Previous match")?.click()?;
    scene.status_where("of the first match", |status| {
        status.starts_with("Match 1 of ")
    })?;
    scene.console_is_silent()?;
    scene.picture("article-matches")
}
