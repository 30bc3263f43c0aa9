//! Which constants of the wasm come later: the texts that only functions use which come later themselves.
//!
//! The linker is told (`.cargo/config.toml`) to make each constant a segment of its own, so that it can be seen where one begins and
//! which numbers are addresses of it. A number in a function that happens to be an address keeps a constant where it is;
//! an address that is not seen would leave nothing in its place. So only what is surely text is moved, and nothing near which
//! an address of the first half lies: compilers add a fixed index to an address before they subtract a variable one.

use std::collections::BTreeSet;

use anyhow::bail;
use walrus::ir::{Const, Load, Store, Value, Visitor, dfs_in_order};
use walrus::{ConstExpr, DataKind, Module};

/// How many bytes before a text an address of the first half keeps it, and behind it.
const NEAR: u64 = 16;
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
        Ok(divide(runs(module)?, first.0, &later.0))
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
        if let Value::I32(value) = constant.value {
            self.0.insert(u64::from(value.cast_unsigned()));
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

/// The whole work, without wasm. The addresses in what stays count for the first half too.
fn divide(runs: Vec<Run>, mut first: BTreeSet<u64>, later: &BTreeSet<u64>) -> Constants {
    let is_used = |run: &Run, by: &BTreeSet<u64>| by.range(run.address..run.end()).next().is_some();
    let is_text = |run: &Run| {
        let printable = |byte: &u8| *byte >= b' ' || *byte == b'\n';
        run.bytes.len() >= LEAST
            && run.bytes.iter().all(printable)
            && std::str::from_utf8(&run.bytes).is_ok()
    };
    let (candidates, stay): (Vec<Run>, Vec<Run>) = runs
        .into_iter()
        .partition(|run| is_text(run) && is_used(run, later));
    for run in &stay {
        let words = run
            .bytes
            .chunks_exact(4)
            .filter_map(|word| word.try_into().ok());
        first.extend(words.map(|word| u64::from(u32::from_le_bytes(word))));
    }
    let is_near = |run: &Run| {
        let near = run.address.saturating_sub(NEAR)..run.end() + NEAR;
        first.range(near).next().is_some()
    };
    let (near, later) = candidates.into_iter().partition(is_near);
    let mut stay: Vec<Run> = stay.into_iter().chain::<Vec<Run>>(near).collect();
    stay.sort_by_key(|run| run.address);
    Constants {
        first: joined(stay, GAP),
        // What lies between these belongs to the first half.
        later: joined(later, 0),
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

    #[test]
    fn texts_of_later_functions_move_and_no_others() {
        let runs = vec![
            run(1000, "said on the first page"),
            run(1040, "said on both pages"),
            run(1080, "said on a later page alone"),
            run(1200, "\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}\u{8} table"),
            run(1240, "short"),
            run(1300, "addressed by another constant"),
            run(1400, "D\u{5}\0\0"),
        ];
        let first = addresses(&[1000, 1040]);
        let later = addresses(&[1040, 1080, 1200, 1240, 1300]);
        let mut with_pointer = runs.clone();
        with_pointer[6].bytes = 1300_u32.to_le_bytes().to_vec();
        let divided = divide(with_pointer, first.clone(), &later);
        assert_eq!(divided.later, [run(1080, "said on a later page alone")]);
        let divided = divide(runs, first, &later);
        let later: Vec<u64> = divided.later.iter().map(|run| run.address).collect();
        assert_eq!(later, [1080, 1300]);
    }

    #[test]
    fn an_address_near_a_text_keeps_it() {
        let runs = vec![run(1000, "0123456789abcdef")];
        let divide_with = |first| divide(runs.clone(), addresses(&[first]), &addresses(&[1000]));
        for (first, moved) in [
            (983, true),
            (984, false),
            (1000, false),
            (1031, false),
            (1032, true),
        ] {
            assert_eq!(!divide_with(first).later.is_empty(), moved, "{first}");
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
