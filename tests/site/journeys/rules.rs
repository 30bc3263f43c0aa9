//! axe-core finds nothing on either page, light or dark, wide or narrow.

use anyhow::{Context, ensure};
use serde_json::{Value, json};

use crate::Journey;
use crate::scene::Scene;

pub const JOURNEYS: &[Journey] = &[
    ("axe-core finds nothing on the first page", explore),
    ("axe-core finds nothing on an article", article),
];

const RUN: &str = "const done = arguments[arguments.length - 1]; \
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']; \
    axe.run(document, { runOnly: { type: 'tag', values: tags } }) \
       .then(result => done({ found: result.violations.map(rule => rule.id + ': ' \
           + rule.nodes.map(node => node.target.join(' ') + ' (' + node.failureSummary + ')').join('; ')), \
           passed: result.passes.length }), \
         error => done({ found: [String(error)], passed: 0 }));";

fn explore(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit("#/")?;
    check(scene, "light")?;
    choose(scene, "Dark")?;
    check(scene, "dark")?;
    scene.search_box()?.type_text("Beijing")?;
    scene.hash_holds("q=Beijing", true)?;
    check(scene, "searching")
}

fn article(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit("#/?q=Beijing")?;
    scene.first_headline()?.click()?;
    scene.page.find("button", "Next match")?.click()?;
    check(scene, "light")?;
    choose(scene, "Dark")?;
    check(scene, "dark")?;
    scene.picture("article-dark")
}

fn choose(scene: &Scene<'_>, theme: &str) -> anyhow::Result<()> {
    scene.page.find("button", "Theme")?.click()?;
    scene.page.find("radio", theme)?.click()
}

fn check(scene: &Scene<'_>, when: &str) -> anyhow::Result<()> {
    let session = scene.page.session;
    let known = session.script("return typeof axe", &json!([]))?;
    if known != "object" {
        let file = std::env::var_os("DATELINE_AXE").context("DATELINE_AXE names no axe.min.js")?;
        session.script(&std::fs::read_to_string(file)?, &json!([]))?;
    }
    let report = session.async_script(RUN, &json!([]))?;
    let found: Vec<&str> = report["found"]
        .as_array()
        .context("axe-core said nothing")?
        .iter()
        .filter_map(Value::as_str)
        .collect();
    ensure!(found.is_empty(), "{when}: {}", found.join("\n          "));
    ensure!(
        report["passed"].as_u64() > Some(10),
        "axe-core checked next to nothing"
    );
    Ok(())
}
