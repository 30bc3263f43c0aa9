//! Components in a real browser: what is rendered, and what a click or a key changes.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test may fail loudly"
)]

mod about;
mod copying;
mod dialogs;
mod embedded;
mod explore;
mod fixture;
mod pages;
mod panic;
mod query;
mod reader;
mod style;
mod timeline;
mod visits;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
