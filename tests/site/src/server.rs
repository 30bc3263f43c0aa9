//! A static file server for tests: loopback only, any folder, any path in front, and faults on request.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::Context;

/// How the files whose name ends in a suffix are served wrongly.
#[derive(Clone, Debug)]
pub enum Fault {
    /// They are not there.
    Missing(&'static str),
    /// They end after half of their bytes.
    Truncated(&'static str),
    /// One byte in their middle is another.
    Damaged(&'static str),
    /// They hold these bytes instead.
    Foreign(&'static str, &'static [u8]),
    /// From this byte on, these bytes stand in the place of theirs.
    Overwritten(&'static str, usize, &'static [u8]),
    /// They come with this media type.
    MediaType(&'static str, &'static str),
}

/// What is served.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// The folder; `None` for pages made up by the test only.
    pub folder: Option<PathBuf>,
    /// The path it stands under, `/` or `/some/path/`.
    pub prefix: String,
    /// Pages made up by the test: path → HTML.
    pub pages: BTreeMap<String, String>,
    /// What stands in the place of the folder's files: name ending → bytes.
    pub replaced: BTreeMap<String, Vec<u8>>,
    /// Whether every origin may read what is served, even one that has no name.
    pub for_all: bool,
    /// What goes wrong.
    pub faults: Vec<Fault>,
    /// Set while nothing does: a test that keeps it can mend the site and break it.
    pub mended: Arc<AtomicBool>,
}

impl Site {
    /// A folder at the root.
    pub fn folder(folder: &Path) -> Self {
        Self {
            folder: Some(folder.to_owned()),
            prefix: "/".to_owned(),
            ..Self::default()
        }
    }

    /// The same below a path like `/some/path/`.
    #[must_use]
    pub fn under(mut self, prefix: &str) -> Self {
        prefix.clone_into(&mut self.prefix);
        self
    }

    /// The same with a page made up by the test.
    #[must_use]
    pub fn with_page(mut self, path: &str, html: String) -> Self {
        self.pages.insert(path.to_owned(), html);
        self
    }

    /// The same with these bytes in the place of the files whose name ends so.
    #[must_use]
    pub fn with_file(mut self, ending: &str, bytes: Vec<u8>) -> Self {
        self.replaced.insert(ending.to_owned(), bytes);
        self
    }

    /// The same for readers of every origin.
    #[must_use]
    pub fn for_all(mut self) -> Self {
        self.for_all = true;
        self
    }

    /// The same with something going wrong.
    #[must_use]
    pub fn with_fault(mut self, fault: Fault) -> Self {
        self.faults.push(fault);
        self
    }
}

/// A running server; it stops when dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    prefix: String,
    stop: Arc<AtomicBool>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Serves on a free port, so that each server is an origin of its own.
    pub fn start(site: Site) -> anyhow::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no free port")?;
        let address = listener.local_addr()?;
        let stop = Arc::new(AtomicBool::new(false));
        let prefix = site.prefix.clone();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (stopped, site, log) = (Arc::clone(&stop), Arc::new(site), Arc::clone(&asked));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if stopped.load(Ordering::Relaxed) {
                    break;
                }
                let (site, log) = (Arc::clone(&site), Arc::clone(&log));
                // A browser that hangs up early is no error of ours.
                thread::spawn(move || answer(&site, &stream, &log).ok());
            }
        });
        Ok(Self {
            address,
            prefix,
            stop,
            asked,
        })
    }

    /// The address of the site's first page, ending in `/`.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.prefix)
    }

    /// The paths that were asked for so far, in order.
    pub fn asked(&self) -> Vec<String> {
        self.asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// The address of a page made up by the test.
    pub fn page(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        // Wakes the listener, so that it sees the order.
        let _ = TcpStream::connect(self.address);
    }
}

struct Answer {
    status: &'static str,
    media_type: String,
    body: Vec<u8>,
}

fn answer(site: &Site, stream: &TcpStream, log: &Mutex<Vec<String>>) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = BufReader::new(stream).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    for header in lines {
        if header?.is_empty() {
            break;
        }
    }
    let target = request.split(' ').nth(1).unwrap_or("/");
    let path = target.split(['?', '#']).next().unwrap_or("/");
    log.lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(path.to_owned());
    let answer = find(site, path);
    let mut stream = stream;
    let readers = if site.for_all {
        "access-control-allow-origin: *\r\n"
    } else {
        ""
    };
    write!(
        stream,
        "HTTP/1.1 {}\r\ncontent-type: {}\r\ncontent-length: {}\r\n{readers}cache-control: max-age=60\r\nconnection: close\r\n\r\n",
        answer.status,
        answer.media_type,
        answer.body.len()
    )?;
    stream.write_all(&answer.body)
}

fn find(site: &Site, path: &str) -> Answer {
    if let Some(html) = site.pages.get(path) {
        return Answer {
            status: "200 OK",
            media_type: media_type(".html").to_owned(),
            body: html.clone().into_bytes(),
        };
    }
    match file(site, path).and_then(|file| spoiled(site, &file)) {
        Some((media_type, body)) => Answer {
            status: "200 OK",
            media_type,
            body,
        },
        None => Answer {
            status: "404 Not Found",
            media_type: "text/plain; charset=utf-8".to_owned(),
            body: b"not found".to_vec(),
        },
    }
}

/// The file that a path means, never outside the folder.
fn file(site: &Site, path: &str) -> Option<PathBuf> {
    let inside = path.strip_prefix(&site.prefix)?;
    let relative = Path::new(if inside.is_empty() {
        "index.html"
    } else {
        inside
    });
    let plain = |part: Component<'_>| matches!(part, Component::Normal(_));
    relative
        .components()
        .all(plain)
        .then(|| site.folder.as_deref().map(|folder| folder.join(relative)))?
}

/// What is sent for a file, after all faults.
fn spoiled(site: &Site, file: &Path) -> Option<(String, Vec<u8>)> {
    let name = file.to_string_lossy();
    let mut replaced = site.replaced.iter();
    let mut body = match replaced.find(|(ending, _)| name.ends_with(ending.as_str())) {
        Some((_, bytes)) => bytes.clone(),
        None => fs::read(file).ok()?,
    };
    let mut sent_as = media_type(&name).to_owned();
    let is_mended = site.mended.load(Ordering::Relaxed);
    for fault in site.faults.iter().filter(|_| !is_mended) {
        match fault {
            Fault::Missing(suffix) if name.ends_with(suffix) => return None,
            Fault::Truncated(suffix) if name.ends_with(suffix) => body.truncate(body.len() / 2),
            Fault::Damaged(suffix) if name.ends_with(suffix) => {
                let middle = body.len() / 2;
                body.get_mut(middle..)
                    .and_then(<[u8]>::first_mut)
                    .into_iter()
                    .for_each(|byte| *byte ^= 0xff);
            }
            Fault::Overwritten(suffix, from, bytes) if name.ends_with(suffix) => {
                let there = body.iter_mut().skip(*from);
                there.zip(*bytes).for_each(|(byte, other)| *byte = *other);
            }
            Fault::Foreign(suffix, bytes) if name.ends_with(suffix) => body = bytes.to_vec(),
            Fault::MediaType(suffix, kind) if name.ends_with(suffix) => {
                (*kind).clone_into(&mut sent_as);
            }
            _ => {}
        }
    }
    Some((sent_as, body))
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_never_leads_out_of_the_folder() {
        let site = Site::folder(Path::new("/site")).under("/a/b/");
        assert_eq!(file(&site, "/a/b/"), Some("/site/index.html".into()));
        assert_eq!(file(&site, "/a/b/c/d.js"), Some("/site/c/d.js".into()));
        for outside in ["/", "/a/", "/a/b/../x", "/a/b//etc/passwd"] {
            assert_eq!(file(&site, outside), None, "{outside}");
        }
    }
}
