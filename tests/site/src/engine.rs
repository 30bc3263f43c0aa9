//! The browsers' WebDriver servers: started in a process group of their own, and always ended with all their children.

use std::fmt;
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use serde_json::{Value, json};

/// Ends the whole group as soon as our end of the pipe is closed: by a drop, by a panic, by Ctrl+C, or because this
/// process was killed.
const GUARD: &str = r#""$@" </dev/null & cat >/dev/null; kill -TERM -- -$$"#;

/// How long a driver may take to start.
const START: Duration = Duration::from_secs(30);

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Chromium by chromedriver.
    Chromium,
    /// Firefox by geckodriver.
    Firefox,
    /// `WebKitGTK` by `WebKitWebDriver`, on a virtual screen.
    WebKit,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// As it is written in filters and file names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Which of the programs that it needs is not there.
    pub fn missing(self) -> Option<&'static str> {
        let programs: &[&str] = match self {
            Self::Chromium => &["chromedriver"],
            Self::Firefox => &["geckodriver"],
            Self::WebKit => &["xvfb-run", "WebKitWebDriver"],
        };
        let browser = match self {
            Self::Chromium if browser(CHROMIUMS).is_none() => Some("chromium"),
            Self::Firefox if browser(FIREFOXES).is_none() => Some("firefox-esr"),
            _ => None,
        };
        let absent = |program: &&&str| find(program).is_none();
        browser.or_else(|| programs.iter().find(absent).copied())
    }

    fn command(self, port: u16) -> Vec<String> {
        let words = match self {
            Self::Chromium => format!("chromedriver --port={port}"),
            Self::Firefox => format!("geckodriver --log error --port {port}"),
            Self::WebKit => format!("xvfb-run -a WebKitWebDriver --port={port}"),
        };
        words.split(' ').map(str::to_owned).collect()
    }

    fn capabilities(self, profile: &Path) -> Value {
        match self {
            Self::Chromium => json!({
                "goog:loggingPrefs": { "browser": "WARNING" },
                "goog:chromeOptions": {
                    "binary": browser(CHROMIUMS),
                    "args": chromium_arguments(profile),
                },
            }),
            Self::Firefox => json!({
                "moz:firefoxOptions": {
                    "binary": browser(FIREFOXES),
                    "args": ["-headless", "--width=1440", "--height=1000"],
                },
            }),
            Self::WebKit => json!({}),
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

const CHROMIUMS: &[&str] = &["chromium", "google-chrome", "chromium-browser"];
const FIREFOXES: &[&str] = &["firefox-esr", "firefox"];

fn chromium_arguments(profile: &Path) -> Vec<String> {
    let mut arguments: Vec<String> = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // A frame without an origin stays in the page's process: chromedriver tells roles and names only there.
        "--disable-features=IsolateSandboxedIframes",
        "--hide-scrollbars",
        "--force-color-profile=srgb",
        "--window-size=1440,1000",
    ]
    .map(str::to_owned)
    .into();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    arguments
}

/// The first of these programs that is there.
fn browser(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| find(name))
}

fn find(program: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// A running WebDriver server; it ends when dropped, with every process that it started.
#[derive(Debug)]
pub struct Driver {
    guard: Child,
    /// Where it listens.
    pub url: String,
    /// What a session of it asks for.
    pub capabilities: Value,
    profile: PathBuf,
}

impl Driver {
    /// Starts one and waits until it answers. `scratch` is a folder for the browser's profile.
    pub fn start(engine: Engine, scratch: &Path) -> anyhow::Result<Self> {
        let port = free_port()?;
        let profile = scratch.join(format!("{engine}-{port}"));
        std::fs::create_dir_all(&profile)?;
        let guard = Command::new("bash")
            .args(["-c", GUARD, "guard"])
            .args(engine.command(port))
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("bash could not be started")?;
        let driver = Self {
            guard,
            url: format!("http://127.0.0.1:{port}"),
            capabilities: engine.capabilities(&profile),
            profile,
        };
        driver.wait_until_ready()?;
        Ok(driver)
    }

    fn wait_until_ready(&self) -> anyhow::Result<()> {
        let start = Instant::now();
        while ureq::get(format!("{}/status", self.url)).call().is_err() {
            if start.elapsed() > START {
                bail!("the driver at {} does not answer", self.url);
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        let deadline = Instant::now() + Duration::from_secs(5);
        while matches!(self.guard.try_wait(), Ok(None)) && Instant::now() < deadline {
            thread::sleep(Duration::from_millis(20));
        }
        // What ignored the polite signal; nothing is left of the group in most cases, and then this does nothing.
        let group = format!("-{}", self.guard.id());
        let _ = Command::new("kill")
            .args(["-KILL", "--", &group])
            .stderr(Stdio::null())
            .status();
        let _ = self.guard.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

fn free_port() -> anyhow::Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no free port")?;
    Ok(listener.local_addr()?.port())
}
