//! What Debian's packages bring: the browsers, their drivers, and node.

use std::path::Path;
use std::sync::Once;

use super::{Piece, Purpose, State};
use crate::command::Program;
use crate::house::House;

/// Programs that must be there, and the packages that hold them.
pub struct Packages {
    name: &'static str,
    /// Each under one of the names that it goes by, separated by `|`, Debian's first.
    programs: &'static [&'static str],
    files: &'static [&'static str],
    packages: &'static str,
    wanted_by: Purpose,
    needed_by: Purpose,
}

/// For wasm-opt, axe-core and the fonts.
pub const NODE: Packages = Packages {
    name: "node and npm",
    programs: &["node", "npm"],
    files: &[],
    packages: "nodejs npm",
    wanted_by: Purpose::Serve,
    needed_by: Purpose::Release,
};

/// The three engines with their drivers, and letters for what articles may be written in.
pub const BROWSERS: [Packages; 4] = [
    Packages {
        name: "Chromium",
        programs: &["chromium|google-chrome|chromium-browser", "chromedriver"],
        files: &[],
        packages: "chromium chromium-driver",
        wanted_by: Purpose::Test,
        needed_by: Purpose::Test,
    },
    Packages {
        name: "Firefox",
        programs: &["firefox-esr|firefox"],
        files: &[],
        packages: "firefox-esr",
        wanted_by: Purpose::Test,
        needed_by: Purpose::Test,
    },
    Packages {
        name: "WebKit",
        programs: &["WebKitWebDriver", "xvfb-run", "xauth"],
        files: &[],
        packages: "webkit2gtk-driver xvfb xauth",
        wanted_by: Purpose::Test,
        needed_by: Purpose::Test,
    },
    Packages {
        name: "Noto fonts",
        programs: &[],
        files: &[
            "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
            "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
        ],
        packages: "fonts-noto-core fonts-noto-cjk",
        wanted_by: Purpose::Test,
        needed_by: Purpose::Test,
    },
];

impl Packages {
    fn wanted(&self) -> String {
        readable(&[self.programs, self.files].concat())
    }

    fn missing<'a>(&'a self, house: &'a House) -> impl Iterator<Item = &'static str> + 'a {
        let programs = self.programs.iter().copied();
        let files = self.files.iter().copied();
        programs
            .filter(|names| names.split('|').all(|name| house.which(name).is_none()))
            .chain(files.filter(|file| !Path::new(file).exists()))
    }
}

impl Piece for Packages {
    fn name(&self) -> String {
        self.name.to_owned()
    }

    fn wanted_by(&self) -> Purpose {
        self.wanted_by
    }

    fn needed_by(&self) -> Purpose {
        self.needed_by
    }

    fn state(&self, house: &House) -> State {
        let missing: Vec<&str> = self.missing(house).collect();
        if missing.is_empty() {
            State::Ready(self.wanted())
        } else {
            State::Missing(format!("no {}", readable(&missing)))
        }
    }

    fn by_hand(&self, _house: &House) -> String {
        format!(
            "sudo apt-get update && sudo apt-get install {} (Debian; elsewhere what brings {})",
            self.packages,
            self.wanted()
        )
    }

    fn obstacle(&self, house: &House) -> Option<String> {
        if !is_debian(house) {
            Some("this is not Debian".to_owned())
        } else if !is_root(house) {
            Some("only root may install packages".to_owned())
        } else {
            None
        }
    }

    fn fetch(&self, house: &House) -> anyhow::Result<()> {
        static UPDATE: Once = Once::new();
        let mut updated = Ok(());
        UPDATE.call_once(|| updated = apt(house).words("update --quiet").run());
        updated?;
        apt(house)
            .words("install --yes --quiet --no-install-recommends")
            .words(self.packages)
            .run()
    }
}

/// "chromium or google-chrome, chromedriver".
fn readable(names: &[&str]) -> String {
    names.join(", ").replace('|', " or ")
}

fn apt(house: &House) -> Program {
    house
        .program("apt-get")
        .env("DEBIAN_FRONTEND", "noninteractive")
}

/// Whether Debian's packages fit here.
pub fn is_debian(house: &House) -> bool {
    Path::new("/etc/debian_version").exists() && house.which("apt-get").is_some()
}

/// Whether packages may be installed.
pub fn is_root(house: &House) -> bool {
    house
        .program("id")
        .arg("-u")
        .output()
        .is_some_and(|id| id.trim() == "0")
}
