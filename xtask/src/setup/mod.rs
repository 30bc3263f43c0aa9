//! What is needed, whether it is there, and how to get it. Each piece is looked at in milliseconds and fetched once.

mod cargo_tool;
mod debian;
mod npm;
mod wasm;

pub use wasm::{Library, flags};

use std::time::Instant;

use anyhow::bail;

use crate::house::House;
use crate::report::{seconds, step};

/// What the set-up is for. Each needs what those before it need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// `serve`: a page for the person who edits it.
    Serve,
    /// `build`: the release site.
    Release,
    /// `test`: the gate, with its browsers.
    Test,
}

/// Whether a piece is there.
#[derive(Debug, PartialEq, Eq)]
pub enum State {
    /// It is, in this version or at this place.
    Ready(String),
    /// It is not, or not as needed.
    Missing(String),
}

/// A tool, a target, a set of packages.
pub trait Piece {
    /// What it is called.
    fn name(&self) -> String;
    /// From which purpose on it is fetched.
    fn wanted_by(&self) -> Purpose;
    /// From which purpose on nothing works without it.
    fn needed_by(&self) -> Purpose {
        self.wanted_by()
    }
    /// Whether it is there, as quickly as can be told.
    fn state(&self, house: &House) -> State;
    /// What a person would type to get it.
    fn by_hand(&self, house: &House) -> String;
    /// Why it cannot be fetched from here, if so.
    fn obstacle(&self, _house: &House) -> Option<String> {
        None
    }
    /// Fetches it.
    fn fetch(&self, house: &House) -> anyhow::Result<()>;
}

/// A piece that is not there after all.
#[derive(Debug)]
pub struct Lacking {
    /// What it is called.
    pub name: String,
    /// Why it could not be fetched.
    pub why: String,
    /// What a person would type to get it.
    pub by_hand: String,
    /// Whether nothing works without it.
    needed: bool,
}

/// How a set-up ended.
#[derive(Debug)]
pub struct Outcome {
    /// What is not there.
    pub lacking: Vec<Lacking>,
}

impl Outcome {
    /// An error where something is lacking without which nothing works.
    pub fn or_fail(self) -> anyhow::Result<Self> {
        let needed = |lacking: &&Lacking| lacking.needed;
        let names: Vec<&str> = self
            .lacking
            .iter()
            .filter(needed)
            .map(|lacking| lacking.name.as_str())
            .collect();
        if !names.is_empty() {
            bail!("set-up is not complete: {}", names.join(", "));
        }
        Ok(self)
    }
}

fn pieces(house: &House) -> Vec<Box<dyn Piece>> {
    let mut pieces: Vec<Box<dyn Piece>> = vec![Box::new(wasm::Target)];
    pieces.extend(cargo_tool::all(house).into_iter().map(boxed));
    pieces.push(Box::new(debian::NODE));
    pieces.push(Box::new(npm::Packages));
    pieces.extend(debian::BROWSERS.into_iter().map(boxed));
    pieces
}

fn boxed(piece: impl Piece + 'static) -> Box<dyn Piece> {
    Box::new(piece)
}

/// Fetches what this purpose wants and is not there.
pub fn ensure(house: &House, purpose: Purpose) -> anyhow::Result<Outcome> {
    let start = Instant::now();
    let mut fetched = 0;
    let mut lacking = Vec::new();
    for piece in pieces(house) {
        if piece.wanted_by() > purpose {
            continue;
        }
        if let State::Missing(why) = piece.state(house) {
            fetched += 1;
            lacking.extend(fetch(house, piece.as_ref(), purpose, &why));
        }
    }
    if fetched == 0 {
        println!("set-up: all is there ({})", seconds(start.elapsed()));
    }
    for piece in &lacking {
        println!("    NOT RUN: {}: {}", piece.name, piece.why);
        println!("             by hand: {}", piece.by_hand);
    }
    Ok(Outcome { lacking })
}

/// Fetches one piece; what is lacking if that does not succeed.
fn fetch(house: &House, piece: &dyn Piece, purpose: Purpose, missing: &str) -> Option<Lacking> {
    let name = piece.name();
    let result = match piece.obstacle(house) {
        Some(obstacle) => Err(anyhow::anyhow!(obstacle)),
        None => step(&format!("set-up: {name} ({missing})"), || {
            piece.fetch(house)
        }),
    };
    let why = match (result, piece.state(house)) {
        (Ok(()), State::Ready(_)) => return None,
        (Ok(()), State::Missing(why)) => format!("fetched, and yet {why}"),
        (Err(error), _) => format!("{error:#}"),
    };
    Some(Lacking {
        name,
        why,
        by_hand: piece.by_hand(house),
        needed: piece.needed_by() <= purpose,
    })
}

/// Says what is needed and what is missing, and changes nothing. Whether all is there.
pub fn doctor(house: &House) -> anyhow::Result<bool> {
    let mut all = true;
    println!("tools: {}", house.tools.display());
    for piece in pieces(house) {
        match piece.state(house) {
            State::Ready(what) => println!("  ready    {}: {what}", piece.name()),
            State::Missing(why) => {
                all = false;
                println!("  MISSING  {}: {why}", piece.name());
                println!("           by hand: {}", piece.by_hand(house));
            }
        }
    }
    Ok(all)
}
