//! Pictures of the built site for people who look at it: light and dark, narrow and wide, alone and embedded.
//!
//! `shots [--full] [--size 1200x620] [--url URL] [--states] [--dist DIR] [--out DIR] [HASH…]`, where a hash is like `#/?q=Lee`. With
//! `--full` a picture holds the whole page instead of the first screen; with `--size` there are two pictures of this size,
//! light and dark; with `--url` a page that is served already is taken; with `--states` the site shows collections that are
//! seldom seen, one after the other, in fewer views and once with forced colours.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use dateline_site_tests::collection::collection;
use dateline_site_tests::states::{NAMES, state};
use dateline_site_tests::{Driver, Engine, Page, Server, Session, Site};
use serde_json::{Value, json};

fn main() -> ExitCode {
    match Options::read(std::env::args().skip(1)).and_then(|options| run(&options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("shots: {error:#}");
            ExitCode::FAILURE
        }
    }
}

struct Options {
    full: bool,
    states: bool,
    size: Option<(u32, u32)>,
    url: Option<String>,
    dist: PathBuf,
    out: PathBuf,
    hashes: Vec<String>,
}

impl Options {
    fn read(arguments: impl Iterator<Item = String>) -> anyhow::Result<Self> {
        let mut options = Self {
            full: false,
            states: false,
            size: None,
            url: None,
            dist: "dist".into(),
            out: "target/screenshots".into(),
            hashes: Vec::new(),
        };
        let mut rest = arguments;
        while let Some(argument) = rest.next() {
            let mut value = || {
                rest.next()
                    .with_context(|| format!("`{argument}` needs a value"))
            };
            match argument.as_str() {
                "--full" => options.full = true,
                "--states" => options.states = true,
                "--size" => options.size = Some(size(&value()?)?),
                "--url" => options.url = Some(value()?),
                "--dist" => options.dist = value()?.into(),
                "--out" => options.out = value()?.into(),
                flag if flag.starts_with("--") => bail!("`{flag}` is not known"),
                hash => options.hashes.push(hash.to_owned()),
            }
        }
        if options.hashes.is_empty() {
            options.hashes.push("#/".to_owned());
        }
        Ok(options)
    }
}

/// `1200x620` as two numbers.
fn size(text: &str) -> anyhow::Result<(u32, u32)> {
    let (width, height) = text.split_once('x').context("a size is like 1200x620")?;
    Ok((width.parse()?, height.parse()?))
}

/// One way to look at a page.
struct View {
    name: &'static str,
    width: u32,
    height: u32,
    scheme: &'static str,
    forced: bool,
    embedded: bool,
}

/// How seldom collections are looked at.
const STATE_VIEWS: [View; 4] = [
    view("1440-light", 1440, 620, "light"),
    view("1440-dark", 1440, 620, "dark"),
    View {
        forced: true,
        ..view("1440-forced", 1440, 620, "light")
    },
    view("360-light", 360, 740, "light"),
];

const VIEWS: [View; 7] = [
    view("1440-light", 1440, 900, "light"),
    view("1440-dark", 1440, 900, "dark"),
    view("768-light", 768, 1024, "light"),
    view("360-light", 360, 740, "light"),
    view("360-dark", 360, 740, "dark"),
    view("320-light", 320, 640, "light"),
    View {
        embedded: true,
        ..view("embedded", 900, 900, "light")
    },
];

const fn view(name: &'static str, width: u32, height: u32, scheme: &'static str) -> View {
    View {
        name,
        width,
        height,
        scheme,
        forced: false,
        embedded: false,
    }
}

/// The usual views, or one size in light and dark.
fn views(size: Option<(u32, u32)>) -> Vec<View> {
    match size {
        Some((width, height)) => ["light", "dark"]
            .map(|scheme| view(scheme, width, height, scheme))
            .into(),
        None => VIEWS.into(),
    }
}

fn run(options: &Options) -> anyhow::Result<()> {
    let server = match &options.url {
        Some(_) => None,
        None if options.dist.join("index.html").is_file() => {
            Some(Server::start(Site::folder(&options.dist))?)
        }
        None => bail!("{} holds no built site", options.dist.display()),
    };
    let url = options
        .url
        .clone()
        .or_else(|| server.as_ref().map(Server::url))
        .unwrap_or_default();
    let driver = Driver::start(Engine::Chromium, &std::env::temp_dir())?;
    let mut session = Session::open(&driver)?;
    if options.states {
        return take_states(&mut session, options);
    }
    for hash in &options.hashes {
        for view in &views(options.size) {
            session.allow(Duration::from_secs(30));
            let file = options
                .out
                .join(format!("{}-{}.png", slug(hash), view.name));
            take(&session, &format!("{url}{hash}"), view, options.full, &file)?;
            println!("{}", file.display());
        }
    }
    Ok(())
}

/// The pictures of the collections that are seldom seen.
fn take_states(session: &mut Session, options: &Options) -> anyhow::Result<()> {
    for name in NAMES {
        let server = Server::start(collection(&options.dist, &state(name))?)?;
        for view in &STATE_VIEWS {
            session.allow(Duration::from_secs(30));
            let file = options.out.join(format!("state-{name}-{}.png", view.name));
            take(session, &server.page("#/"), view, options.full, &file)?;
            println!("{}", file.display());
        }
    }
    Ok(())
}

fn take(session: &Session, url: &str, view: &View, full: bool, file: &Path) -> anyhow::Result<()> {
    let forced = if view.forced { "active" } else { "none" };
    let features = json!([
        { "name": "prefers-color-scheme", "value": view.scheme },
        { "name": "forced-colors", "value": forced },
    ]);
    session.devtools(
        "Emulation.setEmulatedMedia",
        &json!({ "features": features }),
    )?;
    resize(session, view.width, view.height)?;
    let page = Page::of(session);
    // Only the hash may differ from the last address; a fresh document shows what a visitor sees.
    page.open("about:blank")?;
    if view.embedded {
        let host = Server::start(Site::default().with_page("/", host_page(url)))?;
        page.open(&host.page("/"))?;
        let frames = page.select("iframe")?;
        page.enter(frames.first().context("no iframe")?)?;
        settle(session)?;
        page.leave_frames()?;
        return save(session, view, false, file);
    }
    page.open(url)?;
    settle(session)?;
    save(session, view, full, file)
}

fn resize(session: &Session, width: u32, height: u32) -> anyhow::Result<()> {
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    session
        .devtools("Emulation.setDeviceMetricsOverride", &size)
        .map(drop)
}

/// Waits until the app has taken the place of the static page, the fonts are there and nothing changes any more.
fn settle(session: &Session) -> anyhow::Result<()> {
    const STATE: &str = "return [!document.getElementById('static') && document.fonts.status === 'loaded', \
        document.body ? document.body.innerHTML.length : 0]";
    let deadline = Instant::now() + Duration::from_secs(8);
    let mut last = Value::Null;
    let mut calm = 0;
    while calm < 4 {
        let state = session.script(STATE, &json!([]))?;
        let ready = state.get(0).and_then(Value::as_bool).unwrap_or_default();
        calm = if ready && state == last { calm + 1 } else { 0 };
        last = state;
        if Instant::now() > deadline {
            eprintln!("(the app did not come to rest; the picture shows what there is)");
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(80));
    }
    Ok(())
}

fn save(session: &Session, view: &View, full: bool, file: &Path) -> anyhow::Result<()> {
    if full {
        let height = session.script("return document.documentElement.scrollHeight", &json!([]))?;
        let height = height
            .as_u64()
            .and_then(|height| u32::try_from(height).ok());
        resize(
            session,
            view.width,
            height.unwrap_or(view.height).max(view.height),
        )?;
    }
    let picture = session.devtools("Page.captureScreenshot", &json!({ "format": "png" }))?;
    let data = picture
        .get("data")
        .and_then(Value::as_str)
        .context("no picture")?;
    std::fs::create_dir_all(file.parent().context("no folder")?)?;
    std::fs::write(file, STANDARD.decode(data)?)?;
    Ok(())
}

/// A newspaper's page with the site in an iframe, as an editor would paste it.
fn host_page(url: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Host</title>\
         <body style=\"max-width: 760px; margin: 40px auto; font: 18px/28px serif\">\
         <p>A paragraph of the page that embeds the explorer.</p>\
         <iframe src=\"{url}\" title=\"Visits\" width=\"100%\" height=\"640\" style=\"border:0\"></iframe>\
         <p>And the paragraph behind it.</p></body></html>"
    )
}

/// A hash as the beginning of a file name: `#/?q=Lee` → `q-Lee`.
fn slug(hash: &str) -> String {
    let words: Vec<&str> = hash
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() {
        "home".to_owned()
    } else {
        words.join("-")
    }
}
