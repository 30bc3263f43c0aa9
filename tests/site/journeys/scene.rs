//! What every journey begins with: a browser, the site, and where pictures go.

use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use dateline_site_tests::{Element, Engine, Page, Server, Session, Site};
use serde_json::{Value, json};

/// Keys as WebDriver writes them.
pub mod keys {
    /// Tab.
    pub const TAB: &str = "\u{E004}";
    /// Backspace.
    pub const BACKSPACE: &str = "\u{E003}";
    /// Enter.
    pub const ENTER: &str = "\u{E007}";
    /// Arrow left.
    pub const LEFT: &str = "\u{E012}";
    /// Arrow right.
    pub const RIGHT: &str = "\u{E014}";
    /// Arrow up.
    pub const UP: &str = "\u{E013}";
    /// Arrow down.
    pub const DOWN: &str = "\u{E015}";
    /// Alt.
    pub const ALT: &str = "\u{E00A}";
    /// Home.
    pub const HOME: &str = "\u{E011}";
    /// Escape.
    pub const ESCAPE: &str = "\u{E00C}";
    /// Space.
    pub const SPACE: &str = " ";
}

/// The names that the page gives its parts, as the design fixes them.
pub mod names {
    /// The search box.
    pub const SEARCH: &str = "Search articles";
    /// The list.
    pub const ARTICLES: &str = "Articles";
    /// The timeline.
    pub const TIMELINE: &str = "Timeline of visits";
    /// The filters.
    pub const FILTERS: &str = "Filters";
}

/// A browser and a site.
pub struct Scene<'s> {
    /// Which browser.
    pub engine: Engine,
    /// What it shows.
    pub page: Page<'s>,
    /// The built site.
    pub dist: &'s Path,
}

impl<'s> Scene<'s> {
    /// With an open browser.
    pub fn new(engine: Engine, session: &'s Session, dist: &'s Path) -> Self {
        Self {
            engine,
            page: Page::of(session),
            dist,
        }
    }

    /// Forgets the journey before.
    pub fn begin(&self, journey: &str) -> anyhow::Result<()> {
        for trace in traces(self.engine, journey) {
            // It is there only if the journey failed the last time.
            let _ = std::fs::remove_file(trace);
        }
        self.page.leave_frames()?;
        self.page.open("about:blank")?;
        self.page.resize(1440, 1000)?;
        self.console().map(drop)
    }

    /// Fails when the browser warned or complained since the journey began: of a blocked part, a missing file, a panic.
    /// Only Chromium tells.
    pub fn console_is_silent(&self) -> anyhow::Result<()> {
        let said = self.console()?;
        ensure!(said.is_empty(), "the console says {}", said.join("; "));
        Ok(())
    }

    fn console(&self) -> anyhow::Result<Vec<String>> {
        match self.engine {
            Engine::Chromium => self.page.session.console(),
            Engine::Firefox | Engine::WebKit => Ok(Vec::new()),
        }
    }

    /// Serves the built site.
    pub fn serve(&self) -> anyhow::Result<Server> {
        Server::start(Site::folder(self.dist))
    }

    /// Opens a hash of a served site and waits until the app is there.
    pub fn open(&self, server: &Server, hash: &str) -> anyhow::Result<()> {
        self.page.open(&format!("{}{hash}", server.url()))?;
        self.ready()
    }

    /// Serves the built site and opens a hash of it.
    pub fn visit(&self, hash: &str) -> anyhow::Result<Server> {
        let server = self.serve()?;
        self.open(&server, hash)?;
        Ok(server)
    }

    /// Waits until the app has taken the place of the static page.
    pub fn ready(&self) -> anyhow::Result<()> {
        let gone =
            "return !document.getElementById('static') && !!document.querySelector('#app main')";
        self.page.until("the app", || {
            Ok(self.page.session.script(gone, &json!([]))? == Value::Bool(true))
        })
    }

    /// The search box.
    pub fn search_box(&self) -> anyhow::Result<Element<'s>> {
        self.page.find("searchbox", names::SEARCH)
    }

    /// Waits until the count says this.
    pub fn status_is(&self, expected: &str) -> anyhow::Result<()> {
        self.status_where(expected, |status| status == expected)
    }

    /// Waits until the count fits.
    pub fn status_where(&self, what: &str, fits: impl Fn(&str) -> bool) -> anyhow::Result<()> {
        self.page.until(&format!("the status {what}"), || {
            let statuses = self.page.all("status")?;
            let texts: anyhow::Result<Vec<String>> = statuses.iter().map(Element::text).collect();
            Ok(texts?.iter().any(|text| fits(text)))
        })
    }

    /// The articles in the list, once it is there.
    pub fn listed(&self) -> anyhow::Result<Vec<Element<'s>>> {
        self.page
            .find("list", names::ARTICLES)?
            .select(":scope > li")
    }

    /// The link of the first headline in the list.
    pub fn first_headline(&self) -> anyhow::Result<Element<'s>> {
        let list = self.page.find("list", names::ARTICLES)?;
        let headings = list.all("heading")?;
        let links = headings.first().context("no heading")?.all("link")?;
        links.into_iter().next().context("no link in the heading")
    }

    /// Waits until the hash holds a part, or no longer holds it.
    pub fn hash_holds(&self, part: &str, holds: bool) -> anyhow::Result<()> {
        let not = if holds { "" } else { "not " };
        self.page
            .until(&format!("a hash that does {not}hold {part}"), || {
                Ok(self.page.url()?.contains(part) == holds)
            })
    }

    /// The number of articles and visits that the page was built with.
    pub fn built_counts(&self) -> anyhow::Result<(u64, u64)> {
        let html = std::fs::read_to_string(self.dist.join("index.html"))?;
        let json = html
            .split_once("id=dateline")
            .or_else(|| html.split_once("id=\"dateline\""))
            .and_then(|(_, rest)| rest.split_once('>'))
            .and_then(|(_, rest)| rest.split_once("</script>"))
            .context("no JSON element")?
            .0;
        let start: Value = serde_json::from_str(json)?;
        let count = |name: &str| start["counts"][name].as_u64().context("no counts");
        Ok((count("articles")?, count("visits")?))
    }

    /// Saves a picture for people to look at.
    pub fn picture(&self, name: &str) -> anyhow::Result<()> {
        let file = pictures().join(format!("{}-{name}.png", self.engine));
        self.page.screenshot(&file)
    }

    /// A picture and the source of a page on which something went wrong.
    pub fn leave_traces(&self, journey: &str) {
        let [picture, source] = traces(self.engine, journey);
        if self.page.screenshot(&picture).is_ok() {
            println!("          see {}", picture.display());
        }
        let saved = self.page.source().map(|html| std::fs::write(&source, html));
        if matches!(saved, Ok(Ok(()))) {
            println!("          see {}", source.display());
        }
    }
}

/// Fails unless two texts are the same.
pub fn same(what: &str, found: &str, expected: &str) -> anyhow::Result<()> {
    ensure!(found == expected, "{what} is {found:?}, not {expected:?}");
    Ok(())
}

/// Where the traces of a failed journey go.
fn traces(engine: Engine, journey: &str) -> [PathBuf; 2] {
    let name = format!("FAILED-{engine}-{}", slug(journey));
    ["png", "html"].map(|kind| pictures().join(format!("{name}.{kind}")))
}

/// A name with hyphens in the place of everything but letters and digits.
fn slug(name: &str) -> String {
    let words = name.split(|character: char| !character.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

/// `target/screenshots` of the workspace, wherever the tests are started from.
fn pictures() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.ancestors().nth(2).unwrap_or(here);
    root.join("target/screenshots")
}
