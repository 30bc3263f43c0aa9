//! Which constants of the wasm come later: the texts, lists of texts and tables of methods that only functions use which come
//! later themselves.
//!
//! The linker is told (`.cargo/config.toml`) to make each constant a segment of its own, so that it can be seen where one begins and
//! which numbers are addresses of it. A number in a function that happens to be an address keeps a constant where it is;
//! an address that is not seen would leave nothing in its place. So only what is surely text, a list of texts or a table of
//! methods is moved, and no list near which an address of the first half lies: compilers add a fixed index to an address before they subtract a variable one.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::bail;
use walrus::ir::{Const, Load, Store, Value, Visitor, dfs_in_order};
use walrus::{ConstExpr, DataKind, Module};

/// How many bytes before a list an address of the first half keeps it, and behind it. Texts are not picked from by a number.
const NEAR: u64 = 32;
/// The least length of a text that is moved, in bytes: a segment costs some bytes itself.
const LEAST: usize = 8;
/// So many bytes between two segments of the first half are filled with zeros, which gzip makes smaller than the head of a segment.
const GAP: u64 = 1 << 16;

/// A run of bytes and its address in memory.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Its first byte.
    pub address: u64,
    /// What stands there.
    pub bytes: Vec<u8>,
}

impl Run {
    fn end(&self) -> u64 {
        self.address + self.bytes.len() as u64
    }
}

/// The constants of both halves, ascending.
#[derive(Debug, PartialEq)]
pub struct Constants {
    /// What the first half brings.
    pub first: Vec<Run>,
    /// What comes later.
    pub later: Vec<Run>,
}

impl Constants {
    /// Divides the constants of a module of which these functions are moved.
    pub fn divide(module: &Module, moved: &BTreeSet<usize>) -> anyhow::Result<Self> {
        let (mut first, mut later) = (Addresses::default(), Addresses::default());
        for (id, function) in module.funcs.iter_local() {
            let addresses = if moved.contains(&id.index()) {
                &mut later
            } else {
                &mut first
            };
            dfs_in_order(addresses, function, function.entry_block());
        }
        Ok(divide(runs(module)?, first.0, later.0))
    }
}

/// Puts these constants in the place of a module's own.
pub fn replace(module: &mut Module, runs: &[Run]) -> anyhow::Result<()> {
    let memory = module.get_memory_id()?;
    for data in module.data.iter().map(walrus::Data::id).collect::<Vec<_>>() {
        module.data.delete(data);
    }
    module.memories.get_mut(memory).data_segments.clear();
    for run in runs {
        let offset = ConstExpr::Value(Value::I32(i32::try_from(run.address)?));
        let data = module
            .data
            .add(DataKind::Active { memory, offset }, run.bytes.clone());
        module.memories.get_mut(memory).data_segments.insert(data);
    }
    Ok(())
}

/// All numbers in a function that may be addresses.
#[derive(Default)]
struct Addresses(BTreeSet<u64>);

impl<'instr> Visitor<'instr> for Addresses {
    fn visit_const(&mut self, constant: &Const) {
        match constant.value {
            Value::I32(value) => {
                self.0.insert(u64::from(value.cast_unsigned()));
            }
            // An address and a length in one.
            Value::I64(value) => {
                let value = value.cast_unsigned();
                self.0.extend([value & u64::from(u32::MAX), value >> 32]);
            }
            _ => {}
        }
    }

    fn visit_load(&mut self, load: &Load) {
        self.0.insert(load.arg.offset);
    }

    fn visit_store(&mut self, store: &Store) {
        self.0.insert(store.arg.offset);
    }
}

/// The constants of a module, ascending.
fn runs(module: &Module) -> anyhow::Result<Vec<Run>> {
    let mut runs = Vec::new();
    for data in module.data.iter() {
        let DataKind::Active {
            offset: ConstExpr::Value(Value::I32(address)),
            ..
        } = data.kind
        else {
            bail!("a segment of the wasm's data is of an unknown form");
        };
        runs.push(Run {
            address: u64::from(address.cast_unsigned()),
            bytes: data.value.clone(),
        });
    }
    runs.sort_by_key(|run| run.address);
    Ok(runs)
}

/// The whole work, without wasm.
///
/// ```text
/// first = all constants that functions of the first half address, that may not be moved, or that such constants address
/// later = all that functions of the second half address, or that such constants address, and that are not `first`
/// ```
fn divide(runs: Vec<Run>, first: BTreeSet<u64>, later: BTreeSet<u64>) -> Constants {
    let mut runs = runs;
    forget_foreign_lines(&mut runs);
    let texts: BTreeMap<u64, u64> = runs
        .iter()
        .filter(|run| is_text(run))
        .map(|run| (run.address, run.bytes.len() as u64))
        .collect();
    let movable: Vec<bool> = runs
        .iter()
        .map(|run| {
            is_text(run) && run.bytes.len() >= LEAST || is_of_texts(run, &texts) || is_vtable(run)
        })
        .collect();
    let mut stays: Vec<bool> = movable.iter().map(|movable| !movable).collect();
    mark(&runs, &mut stays, first, NEAR);
    let mut used: Vec<bool> = vec![false; runs.len()];
    mark(&runs, &mut used, later, 0);
    let mut divided = Constants {
        first: Vec::new(),
        later: Vec::new(),
    };
    for (run, (stays, used)) in runs.into_iter().zip(stays.into_iter().zip(used)) {
        if stays || !used {
            divided.first.push(run);
        } else {
            divided.later.push(run);
        }
    }
    Constants {
        first: joined(divided.first, GAP),
        // What lies between these belongs to the first half.
        later: joined(divided.later, 0),
    }
}

/// What the paths of source files begin with that are not ours.
const FOREIGN: [&[u8]; 2] = [b"/rust", b"registry/"];

/// Sets line and column to 0 in what a panic says of where in the libraries it began: some hundreds of places, which no
/// compression can shorten. The file stays, and everything about our own places.
fn forget_foreign_lines(runs: &mut [Run]) {
    let foreign: BTreeMap<u64, u64> = runs
        .iter()
        .filter(|run| FOREIGN.iter().any(|start| run.bytes.starts_with(start)))
        .map(|run| (run.address, run.bytes.len() as u64))
        .collect();
    for run in runs {
        // `core::panic::Location`: the address and length of the path, line, column.
        let is_place = run.bytes.len() <= 16
            && matches!(words(run).as_slice(), [path, length, _, _] if foreign.get(path) == Some(length));
        if is_place && let Some(place) = run.bytes.get_mut(8..) {
            place.fill(0);
        }
    }
}

fn is_text(run: &Run) -> bool {
    let printable = |byte: &u8| *byte >= b' ' || *byte == b'\n';
    run.bytes.iter().all(printable) && std::str::from_utf8(&run.bytes).is_ok()
}

/// Whether a constant is a list of texts or a place in the source: it begins with the address and the length of a text; or a list
/// of addresses of texts.
fn is_of_texts(run: &Run, texts: &BTreeMap<u64, u64>) -> bool {
    let words = words(run);
    let begins = matches!(words.as_slice(), [text, length, ..] if texts.get(text) == Some(length));
    let all = words.len() > 1 && words.iter().all(|word| texts.contains_key(word));
    begins || all
}

/// Whether a constant is a table of methods: the slot of the one that drops, size, alignment, slots of the others.
fn is_vtable(run: &Run) -> bool {
    let words = words(run);
    let slots = |words: &[u64]| words.iter().all(|slot| *slot < 1 << 16);
    let is_aligned = |align: u64| align.is_power_of_two() && align <= 16;
    match words.as_slice() {
        [drop, size, align, methods @ ..] => {
            methods.len() < 64
                && is_aligned(*align)
                && *size < 1 << 16
                && slots(&[*drop])
                && slots(methods)
        }
        _ => false,
    }
}

/// Numbers that may be addresses in a constant: those at multiples of four. wasm-opt may have cut zeros off at both ends.
fn words(run: &Run) -> Vec<u64> {
    let before = usize::try_from(run.address % 4).unwrap_or_default();
    let mut bytes = vec![0; before];
    bytes.extend(&run.bytes);
    bytes.resize(bytes.len().next_multiple_of(4), 0);
    let words = bytes.chunks_exact(4);
    words
        .filter_map(|word| word.try_into().ok())
        .map(|word| u64::from(u32::from_le_bytes(word)))
        .collect()
}

/// Marks the constants at or near some addresses, and all that marked ones address. `runs` are ascending.
fn mark(runs: &[Run], marked: &mut [bool], addresses: BTreeSet<u64>, near: u64) {
    let mut open: Vec<u64> = addresses.into_iter().collect();
    for (run, _) in runs.iter().zip(&*marked).filter(|(_, marked)| **marked) {
        open.extend(words(run));
    }
    while let Some(address) = open.pop() {
        let from = runs.partition_point(|run| run.end() + near <= address);
        for (run, marked) in runs.iter().zip(&mut *marked).skip(from) {
            if run.address > address + near {
                break;
            }
            let hit = run.address <= address && address < run.end();
            if !*marked && (hit || !is_text(run)) {
                *marked = true;
                open.extend(words(run));
            }
        }
    }
}

/// Runs of which no two lie so near to each other.
fn joined(runs: Vec<Run>, gap: u64) -> Vec<Run> {
    let mut joined: Vec<Run> = Vec::new();
    for run in runs {
        match joined.last_mut() {
            Some(last) if last.end() + gap >= run.address => {
                let zeros = run.address.saturating_sub(last.end());
                last.bytes.extend((0..zeros).map(|_| 0));
                last.bytes.extend(run.bytes);
            }
            _ => joined.push(run),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(address: u64, text: &str) -> Run {
        Run {
            address,
            bytes: text.as_bytes().to_vec(),
        }
    }

    fn addresses(all: &[u64]) -> BTreeSet<u64> {
        all.iter().copied().collect()
    }

    fn table(address: u64, words: &[u32]) -> Run {
        Run {
            address,
            bytes: words.iter().flat_map(|word| word.to_le_bytes()).collect(),
        }
    }

    fn moved(runs: Vec<Run>, first: &[u64], later: &[u64]) -> Vec<u64> {
        let divided = divide(runs, addresses(first), addresses(later));
        divided.later.iter().map(|run| run.address).collect()
    }

    #[test]
    fn texts_of_later_functions_move_and_no_others() {
        let runs = vec![
            run(1000, "said on the first page"),
            run(1100, "said on both pages"),
            run(1200, "said on a later page alone"),
            run(1300, "\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}\u{8} table"),
            run(1400, "short"),
            run(1500, "said by nobody"),
        ];
        let later = [1100, 1200, 1300, 1400];
        assert_eq!(moved(runs, &[1000, 1100], &later), [1200]);
    }

    #[test]
    fn a_list_moves_with_its_texts_unless_the_first_half_knows_one() {
        let runs = || {
            vec![
                run(1000, "the first text"),
                run(1100, "the second text"),
                table(1200, &[1000, 14, 1100, 15]),
                table(1300, &[7, 1100, 9]),
            ]
        };
        let mut without = runs();
        without.pop();
        assert_eq!(moved(without.clone(), &[], &[1200]), [1000, 1100, 1200]);
        assert_eq!(moved(without.clone(), &[1000], &[1200]), [1100, 1200]);
        assert_eq!(moved(without, &[1204], &[1200]), [0; 0]);
        // What is no list of texts stays, and keeps what it addresses.
        assert_eq!(moved(runs(), &[], &[1200, 1300]), [1000, 1200]);
    }

    #[test]
    fn an_address_counts_although_zeros_before_it_were_cut_off() {
        // The constant begins at 2000 with the number 256, whose first byte is zero.
        let cut = Run {
            address: 2001,
            bytes: vec![1, 0, 0, 0xe8, 3],
        };
        let text = run(1000, "the only text");
        assert_eq!(moved(vec![text, cut], &[], &[1000, 2000]), [0; 0]);
    }

    #[test]
    fn tables_of_methods_are_known_by_size_and_alignment() {
        assert!(is_vtable(&table(1000, &[0, 12, 4, 17, 300])));
        assert!(is_vtable(&table(1000, &[8, 0, 1])));
        assert!(!is_vtable(&table(1000, &[8, 12])));
        assert!(!is_vtable(&table(1000, &[8, 12, 3, 4])));
        assert!(!is_vtable(&table(1000, &[8, 12, 4, 0x10_0000])));
        assert!(!is_vtable(&run(1000, "text of 16 bytes")));
    }

    #[test]
    fn only_our_own_places_keep_their_lines() {
        let mut runs = vec![
            run(1000, "registry/a.rs"),
            run(1100, "src/b.rs"),
            table(1200, &[1000, 13, 70, 9]),
            table(1300, &[1100, 8, 71, 5]),
            table(1400, &[1000, 12, 72, 5]),
        ];
        forget_foreign_lines(&mut runs);
        assert_eq!(runs[2], table(1200, &[1000, 13, 0, 0]));
        assert_eq!(runs[3], table(1300, &[1100, 8, 71, 5]));
        assert_eq!(runs[4], table(1400, &[1000, 12, 72, 5]));
    }

    #[test]
    fn an_address_in_a_text_or_near_a_list_keeps_it() {
        let text = run(1000, "0123456789abcdef");
        let list = table(2000, &[1000, 16]);
        for (first, expected) in [
            (999, &[1000, 2000][..]),
            (1000, &[2000]),
            (1015, &[2000]),
            (1016, &[1000, 2000]),
            (1967, &[1000, 2000]),
            (1968, &[]),
            (2039, &[]),
            (2040, &[1000, 2000]),
        ] {
            let moved = moved(vec![text.clone(), list.clone()], &[first], &[2000]);
            assert_eq!(moved, expected, "{first}");
        }
    }

    #[test]
    fn joining_changes_no_byte_and_later_ones_fill_no_gap() {
        let runs = || {
            vec![
                run(10, "abc"),
                run(13, "de"),
                run(17, "f"),
                run(100_000, "g"),
            ]
        };
        let all = joined(runs(), GAP);
        assert_eq!(all, [run(10, "abcde\0\0f"), run(100_000, "g")]);
        assert_eq!(
            joined(runs(), 0),
            [run(10, "abcde"), run(17, "f"), run(100_000, "g")]
        );
    }
}
