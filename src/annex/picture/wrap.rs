//! Texts in lines that stay inside the picture.

/// A text in lines, none of them wider than `most` by `width`. A line ends at a space, or where no word fits, between two
/// characters; one character stands on every line, however wide it is.
pub fn wrap(text: &str, most: i32, width: impl Fn(&str) -> i32) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let before = line.len();
        if before > 0 {
            line.push(' ');
        }
        line.push_str(word);
        if width(&line) <= most {
            continue;
        }
        line.truncate(before);
        if before > 0 {
            lines.push(std::mem::take(&mut line));
        }
        for character in word.chars() {
            line.push(character);
            if width(&line) > most && line.len() > character.len_utf8() {
                line.pop();
                lines.push(std::mem::replace(&mut line, character.to_string()));
            }
        }
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn characters(text: &str) -> i32 {
        i32::try_from(text.chars().count()).unwrap()
    }

    #[test]
    fn lines_end_at_spaces_if_they_can() {
        for (text, most, lines) in [
            ("", 5, vec![""]),
            ("one", 5, vec!["one"]),
            ("one two three", 7, vec!["one two", "three"]),
            ("one two", 6, vec!["one", "two"]),
            ("a überlanges b", 6, vec!["a", "überla", "nges b"]),
            ("abc", 0, vec!["a", "b", "c"]),
        ] {
            assert_eq!(wrap(text, most, characters), lines, "{text:?} in {most}");
        }
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_line_is_too_wide(text in "[a-zé ]{0,60}", most in 1..20) {
            let lines = wrap(&text, most, characters);
            let kept = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(kept(&lines.concat()), kept(&text));
            prop_assert!(lines.iter().all(|line| characters(line) <= most), "{:?}", lines);
        }

        /// What the next line begins with did not fit.
        #[test]
        fn every_line_is_as_full_as_can_be(text in "[a-z]{1,8}( [a-z]{1,8}){0,8}", most in 8..20) {
            for pair in wrap(&text, most, characters).windows(2) {
                let word = pair[1].split(' ').next().unwrap();
                prop_assert!(characters(&pair[0]) + 1 + characters(word) > most, "{:?}", pair);
            }
        }
    }
}
