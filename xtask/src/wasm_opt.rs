//! What `wasm-opt` is told: `index.html` says it once, for Trunk and for everything here that calls it too.

const PAGE: &str = include_str!("../../index.html");
const BEFORE: &str = "data-wasm-opt-params=\"";

/// How a release is optimised, as Trunk is told it.
pub fn parameters() -> &'static str {
    let behind = PAGE.split_once(BEFORE).map_or("", |(_, behind)| behind);
    behind.split_once('"').map_or("", |(words, _)| words)
}

/// Which features the wasm may use.
pub fn features() -> String {
    let words = parameters().split_whitespace();
    let words: Vec<&str> = words.filter(|word| word.starts_with("--enable-")).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_says_it() {
        assert!(PAGE.contains("data-wasm-opt=\"z\""));
        assert!(parameters().starts_with("-g --enable-"), "{}", parameters());
        assert!(parameters().ends_with("--converge"), "{}", parameters());
        assert!(features().contains("--enable-bulk-memory"));
        assert!(!features().contains("--converge"));
    }
}
