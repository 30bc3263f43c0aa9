//! A collection that wants to run, to break out and to push things aside: nothing of it does.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, ensure};
use dateline_build::{build, files};
use dateline_model::{ArticleId, VisitId};
use dateline_site_tests::collection::collection;
use dateline_site_tests::{Server, Site};
use serde_json::{Value, json};

use crate::Journey;
use crate::hosting::{ensure_no_overflow, enter_frame, host_page};
use crate::scene::{Scene, keys};

pub const JOURNEYS: &[Journey] = &[
    (
        "nothing in an article runs, wherever it is shown",
        runs_nothing,
    ),
    ("nothing in an article is wider than a phone", fits_a_phone),
];

/// Sets a global if anything ever takes it for markup.
const SCRIPT: &str =
    "</script><script>window.hacked=1</script>\\\"'><img src=x onerror=window.hacked=1>";
/// Arabic, a mark that turns the order of what follows, and one that isolates it and is never closed.
const BIDI: &str = "زيارة \u{202E}txet desrever\u{2067} الرئيس";
const FORMULA: &str = "=HYPERLINK('http://evil.example','click')";

/// The files of the collection, each field of some article hostile in some way.
fn hostile_files() -> Vec<(&'static str, String)> {
    let long = "W".repeat(500);
    let article = |front: &str, text: &str| format!("+++\n{front}+++\n{text}\n");
    let every_field = format!(
        "title = \"{SCRIPT}\"\ndate = 2026-01-12\nsource = \"{SCRIPT}\"\nauthors = [\"{SCRIPT}\", \"{FORMULA}\"]\n\
         topics = [\"{SCRIPT}\"]\ngenre = \"{SCRIPT}\"\nnote = \"{SCRIPT}\"\nurl = \"javascript:window.hacked=1\"\n\
         lang = \"en\\\" onload=hacked\"\npeople = [\"{SCRIPT}\"]\nplaces = [\"{SCRIPT}\"]\nid = \"../{SCRIPT}\"\n\
         [[visits]]\nvisitors = [{{ name = \"{SCRIPT}\", role = \"{SCRIPT}\", country = \"{SCRIPT}\" }}]\nhost = \"{SCRIPT}\"\n\
         place = \"{SCRIPT}\"\ndate = \"2026-01-05\"\nquote = \"Scripts met.\"\n"
    );
    let wide = format!(
        "title = \"{long}\"\ndate = 2026-01-11\nsource = \"{long}\"\ntopics = [\"{long}\"]\npeople = [\"{long}\"]\nplaces = [\"{long}\"]\n\
         [[visits]]\nvisitor = \"{long}\"\nhost = \"{long}\"\nplace = \"{long}\"\nstart = 2026-01-03\nend = 2026-01-04\nquote = \"{long}\"\n"
    );
    let turned = format!(
        "title = \"{BIDI}\"\ndate = 2026-01-10\nlang = \"ar\"\nsource = \"{BIDI}\"\n\
         [[visits]]\nvisitor = \"{BIDI}\"\nhost = \"{FORMULA}\"\ndate = \"2026-01-02\"\nquote = \"{BIDI}\"\n"
    );
    let markup = "Scripts met.\n\n<script>window.hacked=1</script>\n<img src=x onerror=\"window.hacked=1\">\n\n\
        [go](javascript:window.hacked=1) [data](data:text/html,<script>parent.hacked=1</script>) <a href=\"javascript:hacked=1\">a</a>\n\n\
        <svg onload=\"window.hacked=1\"><iframe srcdoc=\"<script>top.hacked=1</script>\"></iframe>";
    vec![
        (
            "collection.toml",
            format!(
                "title = \"{SCRIPT}\"\ndescription = \"{SCRIPT}\"\nreport = \"javascript:window.hacked=1\"\n"
            ),
        ),
        ("every-field.md", article(&every_field, markup)),
        (
            "wide.md",
            article(
                &wide,
                &format!(
                    "{long}\n\n    {long}\n\n| {long} | {long} |\n|---|---|\n| {long} | {long} |"
                ),
            ),
        ),
        ("turned.md", article(&turned, BIDI)),
        (
            "deep.md",
            article(
                "title = \"Deep\"\ndate = 2026-01-09\n",
                &format!(
                    "{} deep\n\n{} deep",
                    "> ".repeat(10_000),
                    "- ".repeat(10_000)
                ),
            ),
        ),
        ("binary.md", "\u{0}\u{1}PNG".to_owned()),
    ]
}

/// The pages of what was built: one of each kind.
struct Hostile {
    site: Site,
    hashes: Vec<String>,
}

/// Writes the files to a folder, reads them as the command does, and puts the collection into the built site.
fn hostile(scene: &Scene<'_>) -> anyhow::Result<Hostile> {
    let folder = std::env::temp_dir().join(format!("dateline-hostile-{}", std::process::id()));
    let built = written(&folder).map(|()| {
        let read = files::read(std::slice::from_ref(&folder));
        build(read.sources)
    });
    let gone = fs::remove_dir_all(&folder);
    let built = built?;
    gone?;
    ensure!(built.contents.articles.len() == 4, "{:?}", built.problems);
    ensure!(
        built.contents.about.report.is_none(),
        "a script reports mistakes"
    );
    let mut hashes: Vec<String> = ["#/", "#/visits", "#/about", "#/?embed=1"]
        .map(str::to_owned)
        .into();
    let encoded =
        |text: &str| -> String { text.bytes().map(|byte| format!("%{byte:02X}")).collect() };
    for entry in &built.contents.articles {
        let ArticleId(id) = &entry.article.id;
        hashes.push(format!("#/article/{}", encoded(id)));
        ensure!(entry.article.url.is_none(), "a script is an address");
    }
    for visit in &built.contents.visits {
        let VisitId(id) = &visit.id;
        hashes.push(format!("#/visit/{}", encoded(id)));
        for person in &visit.visitors {
            hashes.push(format!("#/person/{}", encoded(&person.name)));
            hashes.push(format!("#/?person={}", encoded(&person.name)));
        }
        for place in &visit.places {
            hashes.push(format!("#/place/{}", encoded(&place.name)));
        }
    }
    ensure!(hashes.len() > 12, "{hashes:?}: visits are missing");
    Ok(Hostile {
        site: collection(scene.dist, &built.contents)?,
        hashes,
    })
}

fn written(folder: &PathBuf) -> anyhow::Result<()> {
    fs::create_dir_all(folder)?;
    for (name, text) in hostile_files() {
        fs::write(folder.join(name), text).with_context(|| name.to_owned())?;
    }
    Ok(())
}

/// Fails if a script of the collection has run, or could.
fn ensure_unharmed(scene: &Scene<'_>, hash: &str) -> anyhow::Result<()> {
    let session = scene.page.session;
    let hacked = session.script("return typeof window.hacked", &json!([]))?;
    ensure!(hacked == "undefined", "{hash}: a script has run");
    let planted = "return [...document.querySelectorAll('#app script, #app iframe, #app img, #app [onerror], #app [onload], \
        #app a')].filter(it => !it.matches('a') || /^(javascript|data):/i.test(it.getAttribute('href'))).map(it => it.outerHTML)";
    let planted = session.script(planted, &json!([]))?;
    ensure!(planted == json!([]), "{hash}: planted was {planted}");
    Ok(())
}

fn runs_nothing(scene: &Scene<'_>) -> anyhow::Result<()> {
    let hostile = hostile(scene)?;
    let server = Server::start(hostile.site)?;
    for hash in &hostile.hashes {
        scene.page.open("about:blank")?;
        scene.open(&server, hash)?;
        ensure_unharmed(scene, hash)?;
        ensure_no_overflow(scene).with_context(|| hash.clone())?;
    }
    scene.page.open("about:blank")?;
    scene.open(&server, "#/?q=script")?;
    for name in ["Export", "Share or embed"] {
        scene.page.find("button", name)?.click()?;
        scene.page.find("button", "Close")?;
        ensure_unharmed(scene, name)?;
        scene.page.press(keys::ESCAPE)?;
        scene
            .page
            .until("no dialog", || Ok(scene.page.select("dialog")?.is_empty()))?;
    }
    scene.picture("hostile")?;
    scene.console_is_silent()
}

fn fits_a_phone(scene: &Scene<'_>) -> anyhow::Result<()> {
    let hostile = hostile(scene)?;
    let server = Server::start(hostile.site)?;
    for hash in &hostile.hashes {
        let host = host_page(
            &format!("{}{hash}", server.url()),
            "width=\"360\" height=\"740\"",
        )?;
        enter_frame(scene, &host)?;
        ensure_no_overflow(scene).with_context(|| hash.clone())?;
        ensure_unharmed(scene, hash)?;
        let lost = "return document.querySelector('main').getBoundingClientRect().width";
        let width = scene.page.session.script(lost, &json!([]))?;
        ensure!(
            width.as_f64().is_some_and(|width| width <= 360.0),
            "{hash}: {width} wide"
        );
        scene.page.leave_frames()?;
    }
    let host = host_page(&server.url(), "width=\"360\" height=\"740\"")?;
    enter_frame(scene, &host)?;
    scene.page.find("button", "Filters")?.click()?;
    scene.page.find_where("button", "Show … articles", |name| {
        name.starts_with("Show ")
    })?;
    ensure_no_overflow(scene)?;
    let wide =
        "const it = document.querySelector('dialog'); return it.scrollWidth - it.clientWidth";
    let wide: Value = scene.page.session.script(wide, &json!([]))?;
    ensure!(wide == 0, "the sheet is {wide} pixels too wide");
    scene.page.leave_frames()?;
    scene.picture("hostile-360")
}
