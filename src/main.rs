//! The page. Everything is in the library, so that tests can use it.

/// Three kilobytes of the download less than the standard library's.
#[cfg(all(target_arch = "wasm32", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    dateline_app::run();
}
