//! Plain text: paragraphs between blank lines, wrapped or not.

use dateline_model::Block;

use crate::flow::Flow;

/// A line longer than this was not wrapped by hand or by a mail program: it is a paragraph of its own.
const LONGEST_WRAPPED: usize = 120;

/// The paragraphs of a text. Every character but white space stands in them unchanged and in order.
///
/// A blank line ends a paragraph. Inside one, a line end only wraps when the next word would not have fitted the line;
/// otherwise it is kept as a line break, and ends the paragraph where a sentence ends.
pub(crate) fn read(text: &str) -> Vec<Block> {
    let mut flow = Flow::new();
    let mut chunk: Vec<&str> = Vec::new();
    for line in text.split('\n').map(str::trim) {
        if line.is_empty() {
            write(&chunk, &mut flow);
            chunk.clear();
        } else {
            chunk.push(line);
        }
    }
    write(&chunk, &mut flow);
    flow.finish()
}

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Wrap,
    Break,
    Paragraph,
}

/// Writes the lines between two blank ones.
fn write(chunk: &[&str], flow: &mut Flow) {
    let length = |line: &str| line.chars().count();
    let width = chunk.iter().map(|line| length(line)).max().unwrap_or(0);
    for (line, next) in chunk.iter().zip(chunk.iter().skip(1)) {
        flow.words(line);
        let first_word = next.split_whitespace().next().unwrap_or_default();
        let fitted = length(line) + 1 + length(first_word) <= width;
        match end_of(line, length(line), fitted) {
            End::Wrap => flow.words("\n"),
            End::Break => flow.line_break(),
            End::Paragraph => flow.end_block(),
        }
    }
    flow.words(chunk.last().copied().unwrap_or_default());
    flow.end_block();
}

fn end_of(line: &str, length: usize, next_word_fitted: bool) -> End {
    if length > LONGEST_WRAPPED {
        End::Paragraph
    } else if !next_word_fitted {
        End::Wrap
    } else if ends_a_sentence(line) {
        End::Paragraph
    } else {
        End::Break
    }
}

fn ends_a_sentence(line: &str) -> bool {
    let bare = line.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', '」', '』']);
    bare.ends_with(['.', '!', '?', '…', '。', '！', '？'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn texts(text: &str) -> Vec<String> {
        read(text).into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        assert_eq!(
            texts("One.\n\n \t\n  Two  three.\n"),
            ["One.", "Two three."]
        );
        assert!(texts("\n \n").is_empty());
    }

    #[test]
    fn wrapped_lines_are_joined_and_others_kept() {
        let wrapped = "The two heads of state have met\ntwice within a little over two\nmonths and exchanged visits.";
        assert_eq!(texts(wrapped), [wrapped.replace('\n', " ")]);
        let address = "THE WHITE HOUSE\nOffice of the Press Secretary";
        assert_eq!(texts(address), [address]);
        let short = "He left.\nThe next day, he came back to the capital.";
        assert_eq!(
            texts(short),
            ["He left.", "The next day, he came back to the capital."]
        );
    }

    #[test]
    fn long_lines_are_paragraphs() {
        let line = "word ".repeat(40);
        assert_eq!(texts(&format!("{line}\n{line}\n")).len(), 2);
    }

    /// Wraps words as an editor does: a line is broken before the word that does not fit.
    fn wrap(words: &[String], width: usize) -> String {
        let (mut text, mut length) = (String::new(), 0);
        for word in words {
            if length > 0 {
                let fits = length + 1 + word.len() <= width;
                text.push(if fits { ' ' } else { '\n' });
                length = if fits { length + 1 } else { 0 };
            }
            text.push_str(word);
            length += word.len();
        }
        text
    }

    proptest! {
        #[test]
        fn what_was_wrapped_at_any_width_is_joined(
            words in prop::collection::vec("[a-z]{1,9}[.,]?", 1..60),
            width in 10..LONGEST_WRAPPED,
        ) {
            prop_assert_eq!(texts(&wrap(&words, width)), [words.join(" ")]);
        }

        #[test]
        fn no_character_is_lost(text in "(?s)[a-z.?！ \u{a0}\t\n漢\u{2060}]{0,300}") {
            let visible = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let read: String = texts(&text).concat();
            prop_assert_eq!(visible(&read), visible(&text));
        }
    }
}
