//! The functions of the wasm in an order in which like stands beside like: some 3 KB of gzip.
//!
//! gzip finds repetitions only in the last 32 KB. wasm-opt puts the functions that are called most first, so that their numbers are
//! short; here, where the imports alone take all numbers of one byte, that gains nothing.
//!
//! ```text
//! window = the functions placed last, some 30 KB of them
//! while functions are left:
//!     place the one with the greatest share of pieces that also stand in the window
//! ```
//!
//! Only the order is computed here. wasm-opt moves the functions, by names that say where they belong.

use std::collections::{HashMap, VecDeque};
use std::fs;
use std::io::Read;
use std::path::Path;

use anyhow::Context;
use flate2::Compression;
use flate2::read::GzEncoder;

use super::wasm::{Reader, put_bytes, put_number, sections};
use crate::house::House;
use crate::wasm_opt;

/// How likeness is measured. Which way is best differs from build to build by some hundred bytes, so that all are tried.
#[derive(Clone, Copy)]
struct Measure {
    /// How many bytes of functions count as near: about gzip's window.
    window: usize,
    /// The length of the pieces that are compared, in bytes.
    piece: usize,
    /// Keeps the smallest functions, nearly all of whose few pieces stand everywhere, from being placed first.
    small: usize,
}

/// All ways that are tried.
fn measures() -> impl Iterator<Item = Measure> {
    let sizes = [
        (30_000, 5),
        (32_000, 5),
        (34_000, 5),
        (28_000, 6),
        (30_000, 6),
        (32_000, 6),
        (34_000, 6),
        (32_000, 7),
        (34_000, 7),
    ];
    sizes.into_iter().flat_map(|(window, piece)| {
        [2, 6].map(|small| Measure {
            window,
            piece,
            small,
        })
    })
}

/// Puts the functions of a module into that order.
pub fn like_beside_like(house: &House, file: &Path) -> anyhow::Result<()> {
    if !house.npm().join("node_modules/.bin/wasm-opt").is_file() {
        println!("    functions: NOT ORDERED (`cargo xtask doctor` says what is missing)");
        return Ok(());
    }
    let wasm = fs::read(file)?;
    let mut best = (compressed(&wasm), wasm.clone());
    for measure in measures() {
        let named = named(&wasm, measure).context("the wasm cannot be read")?;
        let moved = reordered(house, file, &named)?;
        best = best.min((compressed(&moved), moved));
    }
    fs::write(file, best.1)?;
    Ok(())
}

/// A module whose functions stand in the order of their names.
fn reordered(house: &House, file: &Path, named: &[u8]) -> anyhow::Result<Vec<u8>> {
    let [before, after] = ["before.wasm", "after.wasm"].map(|end| file.with_extension(end));
    fs::write(&before, named)?;
    house
        .program("wasm-opt")
        .words(&wasm_opt::features())
        .arg("--reorder-functions-by-name")
        .arg(&before)
        .arg("-o")
        .arg(&after)
        .run_quietly()?;
    let moved = fs::read(&after)?;
    fs::remove_file(before)?;
    fs::remove_file(after)?;
    Ok(moved)
}

/// How many bytes gzip makes of a module.
fn compressed(wasm: &[u8]) -> usize {
    let mut bytes = Vec::new();
    let read = GzEncoder::new(wasm, Compression::best()).read_to_end(&mut bytes);
    read.unwrap_or(usize::MAX)
}

/// A module with a section of names that sort as its functions shall stand.
fn named(wasm: &[u8], measure: Measure) -> Option<Vec<u8>> {
    let mut imported = 0;
    let mut functions = Vec::new();
    for (number, content) in sections(wasm)? {
        match number {
            2 => imported = imported_functions(content)?,
            10 => functions = bodies(content)?,
            _ => {}
        }
    }
    let mut ranks = vec![0; functions.len()];
    for (rank, function) in order(&functions, measure).into_iter().enumerate() {
        *ranks.get_mut(function)? = rank;
    }
    let mut names = Vec::new();
    put_number(&mut names, ranks.len());
    for (function, rank) in ranks.iter().enumerate() {
        put_number(&mut names, imported + function);
        put_bytes(&mut names, format!("{rank:06}").as_bytes());
    }
    // A custom section is a name and what it likes; in this one, subsection 1 holds the names of functions.
    let mut section = Vec::new();
    put_bytes(&mut section, b"name");
    section.push(1);
    put_bytes(&mut section, &names);
    let mut out = wasm.to_vec();
    out.push(0);
    put_bytes(&mut out, &section);
    Some(out)
}

/// How many functions are imported: their numbers come first.
fn imported_functions(section: &[u8]) -> Option<usize> {
    let mut reader = Reader(section);
    let mut functions = 0;
    for _ in 0..reader.number()? {
        reader.bytes()?;
        reader.bytes()?;
        functions += usize::from(reader.0.first() == Some(&0));
        reader.description()?;
    }
    Some(functions)
}

/// The code of each function.
fn bodies(section: &[u8]) -> Option<Vec<&[u8]>> {
    let mut reader = Reader(section);
    (0..reader.number()?).map(|_| reader.bytes()).collect()
}

/// The numbers of the functions in the order in which they shall stand. O(n²) in the functions and linear in their code.
fn order(functions: &[&[u8]], measure: Measure) -> Vec<usize> {
    let mut near = Near::new(functions, measure);
    let mut left: Vec<usize> = (0..functions.len()).collect();
    let mut order = Vec::with_capacity(left.len());
    while let Some(best) = (0..left.len()).max_by(|&a, &b| near.compare(left[a], left[b])) {
        // In place, so that of equals the first stays first.
        let function = left.remove(best);
        near.place(function);
        order.push(function);
    }
    order
}

/// Which pieces stand in the window, and how many of them each function has.
struct Near {
    measure: Measure,
    /// The different pieces of each function.
    pieces: Vec<Vec<usize>>,
    /// The functions that have each piece.
    holders: Vec<Vec<usize>>,
    /// How often each piece stands in the window.
    counts: Vec<usize>,
    /// How many pieces of each function stand there.
    shared: Vec<usize>,
    lengths: Vec<usize>,
    window: VecDeque<usize>,
    length: usize,
}

impl Near {
    fn new(functions: &[&[u8]], measure: Measure) -> Self {
        let mut numbers: HashMap<&[u8], usize> = HashMap::new();
        let mut holders: Vec<Vec<usize>> = Vec::new();
        let mut pieces = Vec::with_capacity(functions.len());
        for (function, code) in functions.iter().enumerate() {
            let mut own = Vec::new();
            for piece in code.windows(measure.piece) {
                let next = numbers.len();
                let number = *numbers.entry(piece).or_insert(next);
                if number == next {
                    holders.push(Vec::new());
                }
                if holders[number].last() != Some(&function) {
                    holders[number].push(function);
                    own.push(number);
                }
            }
            pieces.push(own);
        }
        Self {
            measure,
            counts: vec![0; holders.len()],
            shared: vec![0; functions.len()],
            lengths: functions.iter().map(|code| code.len()).collect(),
            window: VecDeque::new(),
            length: 0,
            pieces,
            holders,
        }
    }

    /// Which of two functions has more in common with the window, for its size; of equals the one that stood first.
    fn compare(&self, a: usize, b: usize) -> std::cmp::Ordering {
        let share = |function: usize| {
            (
                self.shared[function] + 1,
                self.pieces[function].len() + self.measure.small,
            )
        };
        let ((shared, all), (other_shared, other_all)) = (share(a), share(b));
        (shared * other_all)
            .cmp(&(other_shared * all))
            .then(b.cmp(&a))
    }

    /// Puts a function into the window and takes out what is too far away.
    fn place(&mut self, function: usize) {
        self.count(function, true);
        self.window.push_back(function);
        self.length += self.lengths[function];
        while self.length > self.measure.window {
            let Some(far) = self.window.pop_front() else {
                break;
            };
            self.length -= self.lengths[far];
            self.count(far, false);
        }
    }

    fn count(&mut self, function: usize, comes: bool) {
        for &piece in &self.pieces[function] {
            let before = self.counts[piece];
            let now = if comes { before + 1 } else { before - 1 };
            self.counts[piece] = now;
            if before == 0 || now == 0 {
                for &holder in &self.holders[piece] {
                    let shared = &mut self.shared[holder];
                    *shared = if comes { *shared + 1 } else { *shared - 1 };
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIX: Measure = Measure {
        window: 30_000,
        piece: 6,
        small: 2,
    };

    #[test]
    fn like_functions_come_to_stand_together_and_none_is_lost() {
        let (a, b) = (
            b"one and the same song, verse one",
            b"other words for another melody__",
        );
        let again = |code: &[u8], end: u8| [code, &[end]].concat();
        let functions: Vec<Vec<u8>> = (0..4)
            .flat_map(|end| [again(a, end), again(b, end)])
            .collect();
        let code: Vec<&[u8]> = functions.iter().map(Vec::as_slice).collect();
        let order = order(&code, SIX);
        let even: Vec<bool> = order.iter().map(|function| function % 2 == 0).collect();
        let changes = even.windows(2).filter(|pair| pair[0] != pair[1]);
        assert_eq!((changes.count(), order.len()), (1, 8), "{order:?}");
    }

    #[test]
    fn names_say_where_each_function_belongs() {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        // Two imports, a function and a memory; then two functions of the code.
        let imports = b"\x02\x01a\x01f\x00\x00\x01a\x01m\x02\x00\x01";
        let code = b"\x02\x02\x00\x0b\x08\x00\x01\x01\x01\x01\x01\x01\x0b";
        for (number, content) in [(2, &imports[..]), (10, &code[..])] {
            wasm.push(number);
            put_bytes(&mut wasm, content);
        }
        let named = named(&wasm, SIX).unwrap();
        let sections = sections(&named).unwrap();
        let (number, names) = sections.last().unwrap();
        assert_eq!(*number, 0);
        // Function 0 is imported; 1 and 2 are ours.
        assert_eq!(&names[..8], b"\x04name\x01\x11\x02");
        assert!(names.windows(8).any(|name| name == b"\x01\x06000000"));
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert_eq!(named(b"\0asm", SIX), None);
        assert_eq!(named(b"\0asm\x01\0\0\0\x0a\x05\x01", SIX), None);
    }
}
