//! Search and facets on a collection of several articles: what goes, what stays, and the way back.

use anyhow::{Context, ensure};
use dateline_site_tests::Element;
use serde_json::Value;

use crate::Journey;
use crate::scene::{Scene, keys, names};
use crate::voyages::{ALL, FERRIES, HEADLINES, LISBON, MARKS, NAIROBI, OSLO};

pub const JOURNEYS: &[Journey] = &[
    ("typing in the search box narrows and marks", search),
    ("a facet narrows and can be taken back", facet),
    (
        "facets together may leave an article without a visit",
        no_visit_fits,
    ),
    ("the sentence follows what is left", sentence),
    ("Back undoes one choice after another", back),
    ("a link opens the very state that it names", deep_link),
];

/// Waits until the page shows just this: the count, the marks of the timeline, the headlines in any order.
fn shows(scene: &Scene<'_>, status: &str, marks: usize, headlines: &[&str]) -> anyhow::Result<()> {
    scene.status_is(status)?;
    let mut expected = headlines.to_vec();
    expected.sort_unstable();
    scene
        .page
        .until(&format!("just the headlines {headlines:?}"), || {
            let mut found = listed(scene)?;
            found.sort_unstable();
            Ok(found == expected)
        })?;
    let found = marks_drawn(scene)?;
    ensure!(
        found == marks,
        "{status}: {found} marks are on the timeline, not {marks}"
    );
    Ok(())
}

/// How many marks the timeline draws, with those before its opening window, which a button counts.
fn marks_drawn(scene: &Scene<'_>) -> anyhow::Result<usize> {
    let timeline = format!("section[aria-label=\"{}\"]", names::TIMELINE);
    let drawn = scene.page.select(&format!("{timeline} [role=button]"))?;
    let mut marks = drawn.len();
    for button in scene.page.select(&format!("{timeline} button"))? {
        let text = button.text()?;
        if let Some(before) = text.strip_suffix(" earlier") {
            marks += before.parse::<usize>()?;
        }
    }
    Ok(marks)
}

/// The headlines in the list.
fn listed(scene: &Scene<'_>) -> anyhow::Result<Vec<String>> {
    let links = scene.page.select(&format!(
        "ul[aria-label=\"{}\"] > li > article h2 a",
        names::ARTICLES
    ))?;
    links.iter().map(Element::text).collect()
}

/// A box of a facet, by the beginning of its name.
fn facet_box<'s>(scene: &Scene<'s>, facet: &str, value: &str) -> anyhow::Result<Element<'s>> {
    let start = format!("{value}, ");
    scene
        .page
        .wait(&format!("a box for {value} in {facet}"), || {
            let filters = scene.page.find("group", names::FILTERS)?;
            let group = filters.first("group", |name| name == facet)?;
            let group = group.with_context(|| format!("no group {facet}"))?;
            group.first("checkbox", |name| name.starts_with(&start))
        })
}

/// How many articles a box promises.
fn promised(boxed: &Element<'_>) -> anyhow::Result<usize> {
    let name = boxed.name()?;
    let count = name.rsplit_once(", ").context("a box without a count")?.1;
    Ok(count.parse()?)
}

fn search(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit_voyages("#/")?;
    shows(scene, ALL, MARKS, &HEADLINES)?;
    ensure!(listed(scene)? == HEADLINES, "the newest is not the first");
    scene.search_box()?.type_text("quay")?;
    shows(scene, "2 articles, 1 visit", 1, &[FERRIES, OSLO])?;
    scene.hash_holds("q=quay", true)?;
    scene.page.press(" -cheese")?;
    shows(scene, "1 article, 0 visits", 0, &[FERRIES])?;
    scene.hash_holds("q=quay+-cheese", true)?;
    scene
        .page
        .press(&keys::BACKSPACE.repeat(" -cheese".len()))?;
    shows(scene, "2 articles, 1 visit", 1, &[FERRIES, OSLO])?;
    scene.page.press(&keys::BACKSPACE.repeat("quay".len()))?;
    shows(scene, ALL, MARKS, &HEADLINES)?;
    scene.hash_holds("q=", false)?;
    scene.page.press("silver econ")?;
    shows(scene, "1 article, 2 visits", 2, &HEADLINES[..1])?;
    let list = scene.page.find("list", names::ARTICLES)?;
    let mut marked = Vec::new();
    for mark in list.select("mark")? {
        marked.push(mark.text()?.to_lowercase());
    }
    ensure!(
        marked.iter().any(|word| word == "silver") && marked.iter().any(|word| word == "economy"),
        "marked are {marked:?}"
    );
    scene.console_is_silent()?;
    scene.picture("search")
}

fn facet(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit_voyages("#/")?;
    shows(scene, ALL, MARKS, &HEADLINES)?;
    let berg = facet_box(scene, "Person", "Anna Berg")?;
    let of_berg = [FERRIES, LISBON, NAIROBI];
    ensure!(promised(&berg)? == of_berg.len(), "{}", berg.name()?);
    berg.click()?;
    shows(scene, "3 articles, 2 visits", 2, &of_berg)?;
    scene.hash_holds("#/?person=Anna+Berg", true)?;
    let berg = facet_box(scene, "Person", "Anna Berg")?;
    ensure!(berg.property("checked")? == true, "the box is not checked");
    // The counts of the other facets are those of what is left.
    let year = facet_box(scene, "Year", "2023")?;
    ensure!(promised(&year)? == 1, "{}", year.name()?);
    year.click()?;
    shows(scene, "1 article, 1 visit", 1, &[LISBON])?;
    scene.hash_holds("person=Anna+Berg&year=2023", true)?;
    scene.picture("facets")?;
    // Two values of one facet widen.
    facet_box(scene, "Year", "2021")?.click()?;
    shows(scene, "2 articles, 2 visits", 2, &[LISBON, NAIROBI])?;
    for (chip, status, marks, left) in [
        ("2023", "1 article, 1 visit", 1, &[NAIROBI][..]),
        ("2021", "3 articles, 2 visits", 2, &of_berg),
        ("Anna Berg", ALL, MARKS, &HEADLINES),
    ] {
        remove_chip(scene, chip)?;
        shows(scene, status, marks, left)?;
    }
    scene.hash_holds("person=", false)?;
    scene.hash_holds("year=", false)?;
    let chips = scene.page.select("ul[aria-label=\"Chosen filters\"]")?;
    ensure!(chips.is_empty(), "chips are left");
    let berg = facet_box(scene, "Person", "Anna Berg")?;
    ensure!(
        berg.property("checked")? == false,
        "the box is still checked"
    );
    // The box itself takes back too.
    berg.click()?;
    shows(scene, "3 articles, 2 visits", 2, &of_berg)?;
    facet_box(scene, "Person", "Anna Berg")?.click()?;
    shows(scene, ALL, MARKS, &HEADLINES)?;
    scene.console_is_silent()
}

/// Presses the chip that removes a choice.
fn remove_chip(scene: &Scene<'_>, value: &str) -> anyhow::Result<()> {
    let fits = |name: &str| name.starts_with("Remove ") && name.contains(value);
    scene.page.find_where("button", value, fits)?.click()
}

fn no_visit_fits(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit_voyages("#/")?;
    facet_box(scene, "Place", "Beijing")?.click()?;
    // The ferries name Beijing, and keep no visit; of the commentary's two visits the one to Seoul goes.
    shows(scene, "2 articles, 1 visit", 1, &[HEADLINES[0], FERRIES])?;
    for article in scene.page.find("list", names::ARTICLES)?.all("article")? {
        let is_ferries = article.text()?.contains(FERRIES);
        let visits = article.select("ul li button")?.len();
        ensure!(
            visits == usize::from(!is_ferries),
            "{visits} visits under an article"
        );
    }
    facet_box(scene, "Person", "Anna Berg")?.click()?;
    shows(scene, "1 article, 0 visits", 0, &[FERRIES])?;
    scene
        .page
        .find("region", names::TIMELINE)
        .and_then(|timeline| timeline.text())
        .and_then(|text| {
            ensure!(text.contains("No visit"), "the timeline says {text:?}");
            Ok(())
        })?;
    scene.picture("no-visit-fits")?;
    scene.console_is_silent()
}

fn sentence(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit_voyages("#/?q=fjords")?;
    shows(scene, "1 article, 1 visit", 1, &[OSLO])?;
    let region = scene
        .page
        .find_where("region", "with the evidence", |name| {
            name.starts_with("Latest visit")
        })?;
    let text = region.text()?;
    ensure!(text.contains("arrived in Oslo"), "the sentence is {text:?}");
    scene
        .page
        .find_where("button", "the visit to Oslo", |name| {
            name.starts_with("From 6 May 2019, ") && name.contains("Rui Almada to Norway (Oslo)")
        })
        .map(drop)
}

fn back(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit_voyages("#/")?;
    shows(scene, ALL, MARKS, &HEADLINES)?;
    scene.search_box()?.type_text("prime")?;
    shows(
        scene,
        "3 articles, 3 visits",
        3,
        &[FERRIES, LISBON, NAIROBI],
    )?;
    facet_box(scene, "Source", "Savanna Post")?.click()?;
    shows(scene, "2 articles, 2 visits", 2, &[FERRIES, NAIROBI])?;
    scene.first_headline()?.click()?;
    scene.hash_holds("#/article/", true)?;
    scene.page.back()?;
    scene.hash_holds("#/article/", false)?;
    shows(scene, "2 articles, 2 visits", 2, &[FERRIES, NAIROBI])?;
    scene.page.back()?;
    shows(
        scene,
        "3 articles, 3 visits",
        3,
        &[FERRIES, LISBON, NAIROBI],
    )?;
    scene.hash_holds("source=", false)?;
    search_box_holds(scene, "prime")?;
    scene.page.back()?;
    shows(scene, ALL, MARKS, &HEADLINES)?;
    scene.hash_holds("q=", false)?;
    search_box_holds(scene, "")
}

fn search_box_holds(scene: &Scene<'_>, text: &str) -> anyhow::Result<()> {
    let value = scene.search_box()?.property("value")?;
    ensure!(value == text, "the search box holds {value}, not {text:?}");
    Ok(())
}

fn deep_link(scene: &Scene<'_>) -> anyhow::Result<()> {
    let server = scene.visit_voyages("#/?person=Anna+Berg&q=norwegian")?;
    // Of Nairobi's two visits the one by somebody else goes.
    shows(scene, "2 articles, 2 visits", 2, &[LISBON, NAIROBI])?;
    search_box_holds(scene, "norwegian")?;
    let berg = facet_box(scene, "Person", "Anna Berg")?;
    ensure!(berg.property("checked")? == Value::Bool(true), "not chosen");
    scene.first_headline()?.click()?;
    scene.page.find("button", "Next match")?;
    let address = scene.page.url()?;
    scene.page.open("about:blank")?;
    scene.page.open(&address)?;
    scene.ready()?;
    scene.page.find("button", "Next match")?.click()?;
    scene.status_where("of the first match", |status| {
        status.starts_with("Match 1 of ")
    })?;
    scene.page.open("about:blank")?;
    scene.open(&server, "#/?place=-Beijing")?;
    shows(scene, "3 articles, 4 visits", 4, &HEADLINES[2..])?;
    scene.page.open("about:blank")?;
    scene.open(&server, "#/article/no-such-article")?;
    scene
        .page
        .find_where("heading", "no such article", |name| {
            name.contains("no such article")
        })
        .map(drop)
}
