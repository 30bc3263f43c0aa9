//! Dateline's page: explore a bundle of dated articles and the visits that they report.
//!
//! Data flows one way: bundle → [`view::ViewState`] → selection → components. [`browser`] alone touches the browser, and
//! [`words`] holds every string of the interface.
#![deny(clippy::indexing_slicing, clippy::string_slice)]

pub mod annex;
pub mod app;
pub mod browser;
pub mod components;
pub mod context;
pub mod differences;
#[cfg(test)]
mod fixture;
pub mod layers;
pub mod loader;
pub mod pages;
pub mod reading;
pub mod view;
pub mod words;

pub use app::Explorer;
pub use loader::App;

/// Starts the page: paints a readable page on a panic, shows the kept theme, and puts the app into `#app`.
pub fn run() {
    browser::panic::paint_on_panic();
    let asked = view::codec::read(&browser::location::hash()).theme;
    asked.unwrap_or_else(browser::theme::Theme::kept).show();
    let Some(root) = browser::page::app_root() else {
        return;
    };
    yew::Renderer::<App>::with_root(root).render();
}
