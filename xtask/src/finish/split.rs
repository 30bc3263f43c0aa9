//! Cuts the wasm in two: what the first page needs, and what comes later.
//!
//! The app keeps what a reader opens later in one module, and [`LATER`] names more. These functions, and all that only they call,
//! are moved into a wasm of their own, which uses memory, table and functions of the first one. Both stay one program:
//!
//! ```text
//! later = these functions, but for the small ones whose address is taken (see `SMALL`)
//! stays = all that exports, start and table reach without entering `later`
//! moved = all that `later` reaches and that does not stay
//! a call from what stays into what moved  ->  a call through a new slot of the table, which the second wasm fills
//! a use of what stays by what moved       ->  an import of the second wasm, an export of the first; a copy if it is tiny
//! ```
//!
//! Their texts go with them: `constants.rs`.
//!
//! A call through a slot that is not filled yet traps, so that the app must know whether the second wasm is there:
//! `src/annex/mod.rs`. `wasm-split` of Binaryen does the same by a list of functions; it is not in Binaryen's npm package.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, bail};
use walrus::ir::{CallIndirect, Const, Instr, InstrSeq, RefFunc, ReturnCall, Value};
use walrus::ir::{Visitor, VisitorMut, dfs_in_order, dfs_pre_order_mut};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, GlobalId,
    GlobalKind, ImportedFunction, Module, ModuleConfig, TableId, TypeId,
};

use super::constants::{self, Constants};

/// What the names of the functions that come later contain: all of the annex, what it alone fetches, and the search for words,
/// which begins when somebody types; and the words of a panic over a text that is cut within a character, which nobody has seen: until
/// they have come, such a panic is a bare trap, which the page tells of without them. Whatever only these call comes with them.
const LATER: [&str; 7] = [
    "dateline_app::annex::",
    "dateline_app::browser::inflate::",
    "dateline_search::index::Index>::look_up",
    "dateline_search::index::Index>::find_spans",
    "dateline_search::index::Index>::by_score",
    "::str::slice_error_fail_rt",
    "<char>::escape_debug_ext",
];
/// Closures that the search hands on, so that their addresses are taken: they move whatever their size, because what only they
/// call would stay with them. No other function equals them: none does what they do.
const SEARCHING: [&str; 6] = [
    "dateline_search::find::rank::<impl dateline_search::index::Index>::add::{{closure}}",
    "dateline_search::find::rank::<impl dateline_search::index::Index>::add_closeness::{{closure}}",
    "dateline_search::find::spans::words::{{closure}}",
    "dateline_search::index::builder::Builder::tokens::{{closure}}",
    "dateline_search::query::words::pieces::{{closure}}",
    "dateline_search::text::forms::{{closure}}",
];
/// The module name of the second wasm's imports; `src/browser/fetch.rs` knows it too.
const FIRST: &str = "a";
/// How many instructions a function has at least that is moved although its address is taken. LLVM and wasm-opt make one
/// of equal functions, under the name of either: a small closure that bears a name of [`LATER`] may serve the first page too.
const SMALL: u64 = 100;

/// How many instructions a function has at most that both halves have: its export and import would weigh more.
const TINY: u64 = 16;

/// The two halves.
pub struct Split {
    /// What the page loads first.
    pub first: Vec<u8>,
    /// What it loads later.
    pub later: Vec<u8>,
    /// The functions of what the page loads first, for people who want it smaller: a line each, the number of its
    /// instructions and its name, the largest first.
    pub told: String,
}

/// Cuts a module that has the names of its functions.
pub fn split(wasm: &[u8]) -> anyhow::Result<Split> {
    let mut first = parse(wasm)?;
    let plan = Plan::new(&first)?;
    let mut later = parse(wasm)?;
    let constants = Constants::divide(&first, &plan.moved)?;
    plan.keep(&mut first)?;
    constants::replace(&mut first, &constants.first)?;
    plan.take(&mut later)?;
    constants::replace(&mut later, &constants.later)?;
    Ok(Split {
        told: told(&first),
        first: first.emit_wasm(),
        later: later.emit_wasm(),
    })
}

fn told(module: &Module) -> String {
    let functions = module.funcs.iter();
    let mut lines: Vec<(u64, &str)> = functions
        .filter_map(|function| match &function.kind {
            FunctionKind::Local(local) => Some((local.size(), function.name.as_deref()?)),
            _ => None,
        })
        .collect();
    lines.sort_by(|one, other| other.cmp(one));
    lines
        .iter()
        .map(|(size, name)| format!("{size:6} {name}\n"))
        .collect()
}

fn parse(wasm: &[u8]) -> anyhow::Result<Module> {
    let mut config = ModuleConfig::new();
    config.generate_producers_section(false);
    config.generate_name_section(false);
    Module::from_buffer_with_config(wasm, &config)
}

// The names of the exports of the first half that every second half needs. Tables are numbered.
const TABLE: &str = "t";
const MEMORY: &str = "m";

/// A function or a global of any copy of the module, by its place.
type Place = usize;

/// What goes where. Both halves are made from copies of one module, whose ids differ but whose places do not.
struct Plan {
    /// The functions that are moved.
    moved: BTreeSet<Place>,
    /// The moved functions that the first half calls, and their slots in the table.
    doors: BTreeMap<Place, u64>,
    /// What stays and the second half calls, and the names of the exports.
    uses: BTreeMap<Place, String>,
    /// The globals of both halves, and the names of the exports.
    globals: BTreeMap<Place, String>,
}

/// Which functions a function calls or takes the address of, and which globals it knows.
#[derive(Default)]
struct Uses {
    functions: BTreeSet<Place>,
    globals: BTreeSet<Place>,
}

impl<'instr> Visitor<'instr> for Uses {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.functions.insert(function.index());
    }

    fn visit_global_id(&mut self, global: &GlobalId) {
        self.globals.insert(global.index());
    }
}

impl Plan {
    fn new(module: &Module) -> anyhow::Result<Self> {
        let uses = uses(module);
        let in_table = places_of_table(module);
        let wanted = wanted(module, &in_table)?;
        let roots = exported(module).chain(imported(module)).chain(in_table);
        let roots = roots.chain(module.start.map(|id| id.index()));
        let stays = reached(
            roots.filter(|place| !wanted.contains(place)),
            &uses,
            &wanted,
        );
        let moved = reached(wanted.iter().copied(), &uses, &stays);
        let all = |places: &BTreeSet<Place>, what: fn(&Uses) -> &BTreeSet<Place>| {
            let known = places.iter().filter_map(|place| uses.get(place));
            known.flat_map(what).copied().collect::<BTreeSet<Place>>()
        };
        let local = module.funcs.iter_local();
        let tiny = local.filter(|(_, function)| function.size() <= TINY);
        let tiny: BTreeSet<Place> = tiny.map(|(id, _)| id.index()).collect();
        let called = all(&stays, |uses| &uses.functions);
        let mut own = moved.clone();
        loop {
            let small = all(&own, |uses| &uses.functions);
            let before = own.len();
            own.extend(small.into_iter().filter(|place| tiny.contains(place)));
            if own.len() == before {
                break;
            }
        }
        let used = all(&own, |uses| &uses.functions);
        let used: Vec<Place> = used.difference(&own).copied().collect();
        let globals = all(&own, |uses| &uses.globals);
        let slots = module.tables.get(main_table(module)?).initial..;
        Ok(Self {
            doors: called.intersection(&moved).copied().zip(slots).collect(),
            globals: globals.into_iter().zip((used.len()..).map(short)).collect(),
            uses: used.into_iter().zip((0..).map(short)).collect(),
            moved,
        })
    }

    /// Makes the first half of the module.
    fn keep(&self, module: &mut Module) -> anyhow::Result<()> {
        let table = main_table(module)?;
        self.call_through_doors(module, table)?;
        let segments = segments(module, table)?;
        let runs = segments.iter().flat_map(|(offset, functions)| {
            runs(*offset, functions, |place| !self.moved.contains(&place))
        });
        let runs: Vec<_> = runs.collect();
        replace_segments(module, table, runs);
        self.widen(module, table);
        for function in ids(module) {
            let place = function.index();
            if let Some(name) = self.uses.get(&place) {
                module.exports.add(name, function);
            }
            if self.moved.contains(&place) {
                module.funcs.delete(function);
            }
        }
        let globals: Vec<GlobalId> = module.globals.iter().map(walrus::Global::id).collect();
        for global in globals {
            if let Some(name) = self.globals.get(&global.index()) {
                module.exports.add(name, global);
            }
        }
        for (table, name) in tables(module) {
            module.exports.add(&name, table);
        }
        let memory = module.get_memory_id()?;
        module.exports.add(MEMORY, memory);
        walrus::passes::gc::run(module);
        Ok(())
    }

    /// Makes the second half of the module.
    fn take(&self, module: &mut Module) -> anyhow::Result<()> {
        let table = main_table(module)?;
        let mut kept: Vec<(u64, Vec<FunctionId>)> = Vec::new();
        for (offset, functions) in segments(module, table)? {
            kept.extend(runs(offset, &functions, |place| {
                self.moved.contains(&place)
            }));
        }
        let by_place: BTreeMap<Place, FunctionId> =
            ids(module).into_iter().map(|id| (id.index(), id)).collect();
        let doors = self
            .doors
            .keys()
            .filter_map(|place| by_place.get(place).copied());
        if let Some(&first) = self.doors.values().next() {
            kept.push((first, doors.collect()));
        }
        replace_segments(module, table, kept);
        self.widen(module, table);
        self.import_the_rest(module)?;
        module.start = None;
        for export in module
            .exports
            .iter()
            .map(walrus::Export::id)
            .collect::<Vec<_>>()
        {
            module.exports.delete(export);
        }
        walrus::passes::gc::run(module);
        Ok(())
    }

    /// What stays becomes an import, in place, so that no instruction changes.
    fn import_the_rest(&self, module: &mut Module) -> anyhow::Result<()> {
        for function in ids(module) {
            if let Some(name) = self.uses.get(&function.index()) {
                let import = module.imports.add(FIRST, name, function);
                let function = module.funcs.get_mut(function);
                let ty = function.ty();
                // What the browser gave to the first half comes from there: a second import would move every index.
                if let FunctionKind::Import(old) = &function.kind {
                    module.imports.delete(old.import);
                }
                function.kind = FunctionKind::Import(ImportedFunction { import, ty });
            }
        }
        let globals: Vec<GlobalId> = module.globals.iter().map(walrus::Global::id).collect();
        for global in globals {
            if let Some(name) = self.globals.get(&global.index()) {
                let import = module.imports.add(FIRST, name, global);
                module.globals.get_mut(global).kind = GlobalKind::Import(import);
            }
        }
        for (table, name) in tables(module) {
            let import = module.imports.add(FIRST, &name, table);
            module.tables.get_mut(table).import = Some(import);
        }
        let memory = module.get_memory_id()?;
        let import = module.imports.add(FIRST, MEMORY, memory);
        let memory = module.memories.get_mut(memory);
        memory.import = Some(import);
        Ok(())
    }

    /// Makes room for the doors.
    fn widen(&self, module: &mut Module, table: TableId) {
        let table = module.tables.get_mut(table);
        table.initial += self.doors.len() as u64;
        table.maximum = table.maximum.map(|most| most.max(table.initial));
    }

    /// Rewrites every call of what is moved in what stays.
    fn call_through_doors(&self, module: &mut Module, table: TableId) -> anyhow::Result<()> {
        let types = ids(module)
            .into_iter()
            .map(|id| (id.index(), module.funcs.get(id).ty()));
        let types: BTreeMap<Place, TypeId> = types.collect();
        let mut rewriting = Rewriting {
            plan: self,
            types,
            table,
            refused: false,
        };
        for (id, function) in module.funcs.iter_local_mut() {
            if !self.moved.contains(&id.index()) {
                let entry = function.entry_block();
                dfs_pre_order_mut(&mut rewriting, function, entry);
            }
        }
        if rewriting.refused {
            bail!("the address of a function that is moved is taken by an instruction");
        }
        Ok(())
    }
}

struct Rewriting<'a> {
    plan: &'a Plan,
    types: BTreeMap<Place, TypeId>,
    table: TableId,
    refused: bool,
}

impl VisitorMut for Rewriting<'_> {
    fn start_instr_seq_mut(&mut self, sequence: &mut InstrSeq) {
        let mut rewritten = Vec::with_capacity(sequence.instrs.len());
        for (instruction, place) in std::mem::take(&mut sequence.instrs) {
            let door = match &instruction {
                Instr::Call(call) => self
                    .plan
                    .doors
                    .get(&call.func.index())
                    .zip(self.types.get(&call.func.index())),
                Instr::RefFunc(RefFunc { func }) | Instr::ReturnCall(ReturnCall { func }) => {
                    self.refused |= self.plan.moved.contains(&func.index());
                    None
                }
                _ => None,
            };
            match door {
                Some((&slot, &ty)) => {
                    // A table of 2^31 functions is no table of ours.
                    let slot = i32::try_from(slot).unwrap_or_default();
                    rewritten.push((
                        Instr::Const(Const {
                            value: Value::I32(slot),
                        }),
                        place,
                    ));
                    rewritten.push((
                        Instr::CallIndirect(CallIndirect {
                            ty,
                            table: self.table,
                        }),
                        place,
                    ));
                }
                None => rewritten.push((instruction, place)),
            }
        }
        sequence.instrs = rewritten;
    }
}

/// What each function of the module's own uses.
fn uses(module: &Module) -> BTreeMap<Place, Uses> {
    let local = module.funcs.iter_local();
    let uses = local.map(|(id, function)| {
        let mut uses = Uses::default();
        dfs_in_order(&mut uses, function, function.entry_block());
        (id.index(), uses)
    });
    uses.collect()
}

/// The functions that shall come later and may.
fn wanted(module: &Module, in_table: &BTreeSet<Place>) -> anyhow::Result<BTreeSet<Place>> {
    let mut wanted = BTreeSet::new();
    let parts = LATER.iter().map(|part| (part, SMALL));
    for (part, least) in parts.chain(SEARCHING.iter().map(|part| (part, 0))) {
        let before = wanted.len();
        for (id, function) in module.funcs.iter_local() {
            let name = module.funcs.get(id).name.as_deref().unwrap_or_default();
            let is_moved = function.size() >= least || !in_table.contains(&id.index());
            if name.contains(part) && is_moved {
                wanted.insert(id.index());
            }
        }
        if wanted.len() == before {
            bail!(
                "no function of the wasm is named {part}: was it built without names (-g in index.html)?"
            );
        }
    }
    Ok(wanted)
}

/// All that some functions use, and themselves, without what lies behind a border.
fn reached(
    roots: impl Iterator<Item = Place>,
    uses: &BTreeMap<Place, Uses>,
    border: &BTreeSet<Place>,
) -> BTreeSet<Place> {
    let mut open: Vec<Place> = roots.collect();
    let mut reached = BTreeSet::new();
    while let Some(place) = open.pop() {
        if !border.contains(&place) && reached.insert(place) {
            open.extend(
                uses.get(&place)
                    .into_iter()
                    .flat_map(|uses| &uses.functions),
            );
        }
    }
    reached
}

fn ids(module: &Module) -> Vec<FunctionId> {
    module.funcs.iter().map(walrus::Function::id).collect()
}

fn exported(module: &Module) -> impl Iterator<Item = Place> {
    module
        .exports
        .iter()
        .filter_map(|export| match export.item {
            ExportItem::Function(function) => Some(function.index()),
            _ => None,
        })
}

fn imported(module: &Module) -> impl Iterator<Item = Place> {
    let imported = module
        .funcs
        .iter()
        .filter(|function| matches!(function.kind, FunctionKind::Import(_)));
    imported.map(|function| function.id().index())
}

/// The table that functions are called through.
fn main_table(module: &Module) -> anyhow::Result<TableId> {
    module
        .tables
        .main_function_table()?
        .context("the wasm has no table of functions")
}

/// All tables, which both halves share, with the names of their exports: that of the functions, and that of what the browser lends.
fn tables(module: &Module) -> Vec<(TableId, String)> {
    let ids = module.tables.iter().map(walrus::Table::id);
    ids.zip(0..)
        .map(|(id, number)| (id, format!("{TABLE}{number}")))
        .collect()
}

fn places_of_table(module: &Module) -> BTreeSet<Place> {
    let all = module
        .elements
        .iter()
        .filter_map(|element| match &element.items {
            ElementItems::Functions(functions) => Some(functions.iter().map(FunctionId::index)),
            ElementItems::Expressions(..) => None,
        });
    all.flatten().collect()
}

/// The functions of the table with the slot of the first, segment by segment.
fn segments(module: &Module, table: TableId) -> anyhow::Result<Vec<(u64, Vec<FunctionId>)>> {
    let of_table = module
        .elements
        .iter()
        .filter_map(|element| match &element.kind {
            ElementKind::Active { table: of, offset } if *of == table => {
                Some((offset, &element.items))
            }
            _ => None,
        });
    let read = of_table.map(|segment| match segment {
        (ConstExpr::Value(Value::I32(offset)), ElementItems::Functions(functions)) => {
            Ok((u64::try_from(*offset)?, functions.clone()))
        }
        _ => bail!("a segment of the table of functions is of an unknown form"),
    });
    read.collect()
}

/// The parts of a segment whose functions are wanted.
fn runs(
    offset: u64,
    functions: &[FunctionId],
    wanted: impl Fn(Place) -> bool,
) -> Vec<(u64, Vec<FunctionId>)> {
    let mut runs: Vec<(u64, Vec<FunctionId>)> = Vec::new();
    for (slot, &function) in (offset..).zip(functions) {
        if !wanted(function.index()) {
            continue;
        }
        match runs.last_mut() {
            Some((first, run)) if *first + run.len() as u64 == slot => run.push(function),
            _ => runs.push((slot, vec![function])),
        }
    }
    runs
}

fn replace_segments(module: &mut Module, table: TableId, segments: Vec<(u64, Vec<FunctionId>)>) {
    let old = std::mem::take(&mut module.tables.get_mut(table).elem_segments);
    for segment in old {
        module.elements.delete(segment);
    }
    for (slot, functions) in segments {
        let offset = ConstExpr::Value(Value::I32(i32::try_from(slot).unwrap_or_default()));
        let kind = ElementKind::Active { table, offset };
        let segment = module
            .elements
            .add(kind, ElementItems::Functions(functions));
        module.tables.get_mut(table).elem_segments.insert(segment);
    }
}

/// A name of an export. wasm-bindgen's own are longer.
fn short(number: usize) -> String {
    format!("{number:x}")
}
