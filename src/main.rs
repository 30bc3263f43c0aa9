//! The page. Everything is in the library, so that tests can use it.

fn main() {
    dateline_app::run();
}
