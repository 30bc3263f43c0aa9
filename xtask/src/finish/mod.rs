//! Trunk's post_build hook: completes the staged `index.html`.
//!
//! The title, the counts and the headlines are written into the page, so that they stand there before the wasm runs and
//! where it never does; the app finds its data through the JSON element; and a release is made smaller and carries its
//! content security policy. `trunk serve` adds an inline script of its own at each request, so the policy is for releases only.

mod constants;
mod html;
mod order;
mod policy;
mod script;
mod slim;
mod split;
mod summary;
mod wasm;

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, bail};

use crate::house::House;
pub use policy::sha256_base64;
pub use slim::LATER;
pub use summary::Summary;

/// Completes the `index.html` of the folder that Trunk names, or of `dist/` when it is called by hand.
pub fn run(house: &House) -> anyhow::Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR").map_or_else(|| house.dist(), PathBuf::from);
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let page = folder.join("index.html");
    let mut html = fs::read_to_string(&page).with_context(|| format!("{}", page.display()))?;
    refuse_finished(&html).with_context(|| format!("{}", page.display()))?;
    let mut summary = Summary::load(house)?;
    if release {
        let slim = slim::site(house, &folder, &html)?;
        html = script::minify(house, &folder, &slim.html)?;
        html = script::rename(&folder, &html)?;
        summary.later = Some(slim.later);
    }
    let finished = complete(&html, &summary, release).with_context(
        || "index.html lacks what the finish hook fills in (see xtask/src/finish/mod.rs)",
    )?;
    fs::write(&page, finished).with_context(|| format!("{}", page.display()))
}

/// A page is completed once: what is put into it would stand there twice.
fn refuse_finished(html: &str) -> anyhow::Result<()> {
    if html::text_of_id(html, "dateline").is_some_and(|text| !text.trim().is_empty()) {
        bail!("this page is complete already; build it anew with `trunk build`");
    }
    Ok(())
}

/// The whole work, without files.
fn complete(html: &str, summary: &Summary, release: bool) -> anyhow::Result<String> {
    let html = html::with_crossorigin(&html::without_idle_integrity(html));
    let html = html::fill_element(&html, "title", &html::escape(&summary.title))?;
    let html = html::fill_id(&html, "dateline", &summary.json()?)?;
    let html = html::fill_id(&html, "static", &summary.html())?;
    let html = html::after_charset(
        &html,
        &(description(summary) + &preload(summary) + &hint(summary)),
    )?;
    if !release {
        return Ok(html);
    }
    let policy = policy::meta_element(&html::inline_scripts(&html));
    html::after_charset(&html, &policy)
}

/// What the collection says of itself, if it does.
fn description(summary: &Summary) -> String {
    let text = summary.description.as_deref().map(html::escape);
    text.map_or_else(String::new, |text| {
        format!("<meta name=\"description\" content=\"{text}\">")
    })
}

/// The data begins to load beside the wasm, not after it.
fn preload(summary: &Summary) -> String {
    let path = html::escape(&summary.bundle);
    format!("<link rel=\"preload\" href=\"{path}\" as=\"fetch\" crossorigin=\"anonymous\">")
}

/// A script for links to anything but the plain first page: what they need of the code that is loaded later begins to load
/// beside the rest. The page itself decides again, so that a wrong guess costs time and nothing else.
fn hint(summary: &Summary) -> String {
    let Some(later) = &summary.later else {
        return String::new();
    };
    // A page of its own, or a parameter of `ViewState::is_filtered`.
    let asks = r"/^#\/[^?]|[?&](q|person|place|source|topic|kind|year|from|to)=/";
    format!(
        "<script>{asks}.test(location.hash)&&document.head.append(Object.assign(document.createElement('link'),\
         {{rel:'preload',as:'fetch',crossOrigin:'',href:'{later}'}}))</script>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Dateline</title>\
        <script id=dateline type=application/json></script></head><body><div id=static></div>\
        <script type=module>import init from './app.js';</script></body></html>";

    fn summary() -> Summary {
        Summary {
            title: "Who <visited> whom".to_owned(),
            description: Some("Visits & \"talks\"".to_owned()),
            build: "0123abcd".to_owned(),
            bundle: "data/collection-0123abcd.bin".to_owned(),
            later: None,
            record: Some("data/record-4567cdef.bin".to_owned()),
            articles: 1,
            visits: 2,
            headlines: vec![summary::Headline {
                date: Some("2026-01-12".to_owned()),
                date_text: Some("12 January 2026".to_owned()),
                text: "A & B </script>".to_owned(),
            }],
        }
    }

    #[test]
    fn title_counts_and_headlines_stand_in_the_page_escaped() {
        let html = complete(PAGE, &summary(), false).unwrap();
        for expected in [
            "<title>Who &lt;visited&gt; whom</title>",
            "1 article, 2 visits",
            "<time datetime=\"2026-01-12\">12 January 2026</time>",
            "A &amp; B &lt;/script&gt;",
            "<meta name=\"description\" content=\"Visits &amp; &quot;talks&quot;\">",
            "\"bundle\":\"data/collection-0123abcd.bin\"",
            "\"counts\":{\"articles\":1,\"visits\":2}",
        ] {
            assert!(html.contains(expected), "{expected} in {html}");
        }
        assert!(!html.contains("Content-Security-Policy"));
    }

    #[test]
    fn the_record_is_named_and_does_not_load_before_it_is_asked_for() {
        let html = complete(PAGE, &summary(), true).unwrap();
        assert_eq!(html.matches("record-4567cdef").count(), 1);
        assert!(html.contains("\"record\":\"data/record-4567cdef.bin\""));
        let mut without = summary();
        without.record = None;
        assert!(!complete(PAGE, &without, true).unwrap().contains("record"));
    }

    #[test]
    fn a_release_carries_a_policy_that_allows_its_own_inline_script_only() {
        let html = complete(PAGE, &summary(), true).unwrap();
        let hash = sha256_base64(b"import init from './app.js';");
        assert!(html.contains(&format!(
            "script-src 'self' 'sha256-{hash}' 'wasm-unsafe-eval'"
        )));
        assert_eq!(html.matches("sha256-").count(), 1);
        let policy = html.find("Content-Security-Policy").unwrap();
        assert!(policy < html.find("<script").unwrap());
        assert!(policy < html.find("preload").unwrap());
    }

    #[test]
    fn links_to_more_than_the_first_page_load_what_they_need_at_once() {
        let mut summary = summary();
        assert!(!complete(PAGE, &summary, true).unwrap().contains("append"));
        summary.later = Some("later-0123.wasm".to_owned());
        let html = complete(PAGE, &summary, true).unwrap();
        assert!(html.contains("href:'later-0123.wasm'"));
        let scripts = html::inline_scripts(&html);
        assert_eq!(scripts.len(), 2);
        for script in scripts {
            let hash = sha256_base64(script.as_bytes());
            assert!(html.contains(&format!("'sha256-{hash}'")), "{script}");
        }
    }

    #[test]
    fn a_page_is_completed_once() {
        refuse_finished(PAGE).unwrap();
        for release in [false, true] {
            let html = complete(PAGE, &summary(), release).unwrap();
            let error = refuse_finished(&html).unwrap_err();
            assert!(error.to_string().contains("complete already"), "{error}");
        }
    }

    #[test]
    fn a_page_without_the_places_to_fill_is_refused_by_name() {
        for (missing, page) in [
            ("static", PAGE.replace("id=static", "id=other")),
            ("dateline", PAGE.replace("id=dateline", "")),
            ("title", PAGE.replace("title>", "b>")),
            ("charset", PAGE.replace("charset=utf-8", "name=x")),
        ] {
            let error = complete(&page, &summary(), true).unwrap_err();
            assert!(
                format!("{error:#}").contains(missing),
                "{missing}: {error:#}"
            );
        }
    }
}
