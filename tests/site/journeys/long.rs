//! An article with very many matches: painted where the browser can, elements elsewhere; the reader notices no difference.

use anyhow::{Context, ensure};
use dateline_bench::news;
use dateline_bundle::Contents;
use dateline_model::{Block, BlockKind, Inline, InlineKind};
use dateline_site_tests::collection::collection;
use dateline_site_tests::{Server, Site};
use serde_json::{Value, json};

use crate::Journey;
use crate::scene::{Scene, same};

pub const JOURNEYS: &[Journey] = &[
    (
        "thousands of matches are painted, gone through and taken away",
        painted,
    ),
    (
        "a browser that cannot paint matches has elements for them",
        elements,
    ),
];

/// What is searched for. Each paragraph has two of one word and one of the other.
const QUERY: &str = "?q=harbour+OR+Z%C3%BCrich";
/// The article's address.
const ADDRESS: &str = "#/article/00000";

/// How the matches are shown, and where the current one is.
const LOOK: &str = "
    const registry = CSS.highlights;
    // Live ranges would make every change of the page slow.
    const said = (it) => it.startContainer === it.endContainer ? it.startContainer.data.slice(it.startOffset, it.endOffset)
        : it.startContainer.data.slice(it.startOffset) + it.endContainer.data.slice(0, it.endOffset);
    const text = (range) => { const live = document.createRange(); live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset); return live };
    const painted = !registry ? [] : [1, 2, 3, 4, 5, 6].flatMap((n) => [...(registry.get(`match-${n}`) ?? [])]);
    const elements = [...document.querySelectorAll('#text mark')];
    const [current] = registry ? [...(registry.get('current') ?? [])].map(text) : document.querySelectorAll('#text mark.current');
    const box = current?.getBoundingClientRect();
    const path = (id) => document.getElementById(id)?.getAttribute('d') ?? '';
    return {
        open: !!document.getElementById('text'),
        names: registry?.size ?? 0,
        painted: painted.length,
        elements: elements.length,
        words: [...new Set([...painted.map(said), ...elements.filter((it) => it.id).map((it) => it.textContent)])].sort(),
        current: current?.toString() === '[object HTMLElement]' ? current.textContent : (current?.toString() ?? ''),
        sight: !!box && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight,
        alike: !registry || painted.some((range) => current && range.startContainer === current.startContainer && range.startOffset === current.startOffset),
        ticks: path('ticks-all').split('M').length - 1,
        tick: Number(path('ticks-current').split(/[M h]/)[2] ?? -1),
    };
";

/// Takes away what paints matches, as if the browser were an old one.
const OLD: &str = "Object.defineProperty(CSS, 'highlights', { value: undefined });";

/// One article of so many paragraphs, with characters of all lengths, and formatting that begins inside words.
fn contents(paragraphs: usize) -> Contents {
    let mut all = news::of_lengths(&[1_000]);
    if let Some(entry) = all.articles.first_mut() {
        entry.article.blocks = (1..=paragraphs).map(paragraph).collect();
    }
    Contents::new(all.about, all.articles, Vec::new())
}

fn paragraph(number: usize) -> Block {
    let text = format!(
        "No. {number} 🙂: the harbour of Zürich, “北京” the Harbour master said, is where the ferries of the lake have come and gone."
    );
    let begins = text.find("arbour master").unwrap_or(0) as u32;
    let emphasis = Inline {
        start: begins,
        end: begins + 9,
        kind: InlineKind::Emphasis,
    };
    Block {
        kind: BlockKind::Paragraph,
        text,
        inlines: if number.is_multiple_of(3) {
            vec![emphasis]
        } else {
            Vec::new()
        },
    }
}

fn painted(scene: &Scene<'_>) -> anyhow::Result<()> {
    let paragraphs = 1_700;
    let site = collection(scene.dist, &contents(paragraphs))?;
    let server = Server::start(site)?;
    scene.open(&server, &format!("{ADDRESS}{QUERY}"))?;
    scene.status_where("of all matches", |status| status == "5,100 matches")?;
    // Of more than a few thousand those around what is in sight.
    let look = look_until(scene, "painted matches", |look| {
        look["painted"].as_u64() > Some(3_500)
    })?;
    words_are_whole(&look)?;
    ensure!(look["elements"] == 0, "elements too: {look}");
    go_through(scene, "5,100")?;
    let before = look_until(scene, "the matches around", |look| {
        look["painted"].as_u64() > Some(3_500)
    })?;
    print(scene, &before, 5_100)?;
    scene.console_is_silent()?;
    scene.picture("long-painted")?;
    take_away(scene)
}

fn elements(scene: &Scene<'_>) -> anyhow::Result<()> {
    let site = old(collection(scene.dist, &contents(200))?)?;
    let server = Server::start(site)?;
    scene.open(&server, &format!("{ADDRESS}{QUERY}"))?;
    scene.status_where("of all matches", |status| status == "600 matches")?;
    let look = look_until(scene, "marks", |look| {
        look["elements"].as_u64() >= Some(600)
    })?;
    ensure!(look["painted"] == 0, "painted too: {look}");
    go_through(scene, "600")?;
    scene.picture("long-elements")?;
    take_away(scene)
}

/// A site whose page is told that the browser paints nothing.
fn old(mut site: Site) -> anyhow::Result<Site> {
    let page = site.replaced.get_mut("index.html").context("no page")?;
    let html = String::from_utf8(std::mem::take(page))?;
    *page = html
        .replacen("<title>", "<script src=old.js></script><title>", 1)
        .into_bytes();
    Ok(site.with_file("old.js", OLD.into()))
}

/// Next and Previous, with counter, place, tick and focus.
fn go_through(scene: &Scene<'_>, all: &str) -> anyhow::Result<()> {
    let next = scene.page.find("button", "Next match")?;
    let previous = scene.page.find("button", "Previous match")?;
    for (button, number, word) in [
        (&next, "1", "harbour"),
        (&next, "2", "Zürich"),
        (&next, "3", "Harbour"),
        (&previous, "2", "Zürich"),
        (&previous, "1", "harbour"),
        (&previous, all, "Harbour"),
    ] {
        button.click()?;
        let told = format!("Match {number} of {all}");
        scene.status_where(&told, |status| status == told)?;
        let look = look_until(scene, "the current match", |look| {
            look["sight"] == true && look["alike"] == true
        })?;
        let current = look["current"].as_str().context("no current match")?;
        // An element that formatting divides is two.
        ensure!(word.starts_with(current), "{number} is {current}");
        let tick = look["tick"].as_i64().context("no tick")?;
        ensure!(
            (number == all) == (tick > 900),
            "{number} has its tick at {tick}"
        );
        ensure!(look["ticks"].as_u64() > Some(150), "few ticks: {look}");
        ensure!(
            scene.page.focused()?.is(button),
            "the button lost the focus"
        );
    }
    Ok(())
}

/// On paper matches are elements: not all browsers print what is painted.
fn print(scene: &Scene<'_>, before: &Value, all: u64) -> anyhow::Result<()> {
    let tell = |event: &str| {
        scene
            .page
            .session
            .script(&format!("dispatchEvent(new Event('{event}'))"), &json!([]))
    };
    tell("beforeprint")?;
    look_until(scene, "marks on paper", |look| {
        look["elements"].as_u64() >= Some(all)
    })?;
    tell("afterprint")?;
    look_until(scene, "painted matches again", |look| {
        look["elements"] == 0 && look["painted"] == before["painted"]
    })
    .map(drop)
}

/// Without a query nothing is left, neither in the article nor on another page.
fn take_away(scene: &Scene<'_>) -> anyhow::Result<()> {
    let go = |hash: &str| {
        scene
            .page
            .session
            .script("location.hash = arguments[0]", &json!([hash]))
    };
    let nothing =
        |look: &Value| look["painted"] == 0 && look["elements"] == 0 && look["current"] == "";
    go(ADDRESS)?;
    look_until(scene, "no match without a query", nothing)?;
    go(&format!("{ADDRESS}{QUERY}"))?;
    look_until(scene, "the matches again", |look| !nothing(look))?;
    go("#/visits")?;
    look_until(scene, "nothing on another page", |look| {
        nothing(look) && look["names"] == 0 && look["open"] == false
    })
    .map(drop)
}

/// What is painted says the very words, whatever stands before it.
fn words_are_whole(look: &Value) -> anyhow::Result<()> {
    same(
        "what is painted",
        &look["words"].to_string(),
        r#"["Harbour","Zürich","harbour"]"#,
    )
}

fn look_until(
    scene: &Scene<'_>,
    what: &str,
    fits: impl Fn(&Value) -> bool,
) -> anyhow::Result<Value> {
    scene.page.wait(what, || {
        let look = scene.page.session.script(LOOK, &json!([]))?;
        ensure!(fits(&look), "{look}");
        Ok(Some(look))
    })
}
