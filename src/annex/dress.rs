//! The styles of what comes later, which come with it: the first page does without their weight.

use crate::browser::style_sheet;

/// All of `assets/styles/later/`. None may count on its place among them, and all come after the first sheet.
const SHEETS: [&str; 10] = [
    include_str!("../../assets/styles/later/about.css"),
    include_str!("../../assets/styles/later/article.css"),
    include_str!("../../assets/styles/later/dates.css"),
    include_str!("../../assets/styles/later/dialog.css"),
    include_str!("../../assets/styles/later/matches.css"),
    include_str!("../../assets/styles/later/parts.css"),
    include_str!("../../assets/styles/later/pinned.css"),
    include_str!("../../assets/styles/later/query.css"),
    include_str!("../../assets/styles/later/theme.css"),
    include_str!("../../assets/styles/later/visits.css"),
];

/// Puts them on the page, if they are not there yet.
pub fn dress() {
    style_sheet::adopt(&SHEETS.concat());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sheet_of_the_folder_is_there() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/styles/later");
        let mut files = 0;
        for entry in std::fs::read_dir(folder).expect("the folder of the styles") {
            let text = std::fs::read_to_string(entry.expect("an entry").path());
            let text = text.expect("a style sheet");
            assert!(SHEETS.contains(&text.as_str()), "{text}");
            files += 1;
        }
        assert_eq!(files, SHEETS.len());
    }
}
