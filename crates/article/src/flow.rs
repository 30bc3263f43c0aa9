//! Sets words into blocks. Markdown, HTML and plain text all write into a [`Flow`].

use dateline_model::{Block, BlockKind, InlineKind};

use crate::inlines::{self, Inlines, Mark};
use crate::stray;

/// White space that waits for the next word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    /// A line end that only wraps: a space, or nothing between characters that are written without spaces.
    Wrap,
    Space,
    /// A line break that is meant.
    Break,
}

/// Collects blocks. White space is one space, also where it does not break, except in preformatted text; nothing else
/// is changed or lost.
#[derive(Debug)]
pub(crate) struct Flow {
    blocks: Vec<Block>,
    text: String,
    gap: Gap,
    inlines: Inlines,
    /// The kind of the current block, where its surroundings do not give it.
    kind: Option<BlockKind>,
    /// The open lists, each with the number of its next item.
    lists: Vec<Option<u32>>,
    /// Depth and number of an item that has no block yet.
    item: Option<(u8, Option<u32>)>,
    quotes: usize,
    /// Whether stray markers of emphasis may be repaired in the current block.
    repair: Repair,
}

/// What becomes of asterisks that Markdown left as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Repair {
    /// They are text.
    Never,
    /// Pairs of them are emphasis.
    Pairs,
    /// They are text in the current block, for it holds some that are meant.
    NotHere,
}

impl Flow {
    /// Nothing yet; asterisks that come are text.
    pub(crate) fn new() -> Self {
        Self {
            blocks: Vec::new(),
            text: String::new(),
            gap: Gap::None,
            inlines: Inlines::default(),
            kind: None,
            lists: Vec::new(),
            item: None,
            quotes: 0,
            repair: Repair::Never,
        }
    }

    /// Nothing yet; pairs of stray `**` that come as text become strong emphasis.
    pub(crate) fn with_repair() -> Self {
        Self {
            repair: Repair::Pairs,
            ..Self::new()
        }
    }

    /// The asterisks of the current block are meant.
    pub(crate) fn keep_asterisks(&mut self) {
        if self.repair == Repair::Pairs {
            self.repair = Repair::NotHere;
        }
    }

    /// All blocks.
    pub(crate) fn finish(mut self) -> Vec<Block> {
        self.end_block();
        self.blocks.shrink_to_fit();
        self.blocks
    }

    /// Adds text to the current block.
    pub(crate) fn words(&mut self, text: &str) {
        if self.kind == Some(BlockKind::Preformatted) {
            self.text.push_str(text);
            return;
        }
        for c in text.chars() {
            if c == '\n' {
                self.gap = self.gap.max(Gap::Wrap);
            } else if c.is_whitespace() {
                self.gap = self.gap.max(Gap::Space);
            } else {
                self.fill_gap(c);
                self.text.push(c);
            }
        }
    }

    /// Breaks the line inside the current block.
    pub(crate) fn line_break(&mut self) {
        match self.kind {
            Some(BlockKind::Preformatted) => self.text.push('\n'),
            Some(BlockKind::Row) => self.gap = self.gap.max(Gap::Space),
            _ => self.gap = Gap::Break,
        }
    }

    /// Ends a cell of a row.
    pub(crate) fn end_cell(&mut self) {
        self.gap = Gap::None;
        self.text.push('\t');
    }

    /// Formatting begins here. Without a kind it is only waited for.
    pub(crate) fn open(&mut self, mark: Mark, kind: Option<InlineKind>) {
        self.inlines.open(self.text.len(), mark, kind);
    }

    /// The last open formatting of this mark ends here, and with it what was opened inside it.
    pub(crate) fn close(&mut self, mark: Mark) {
        self.inlines.close(self.text.len(), mark);
    }

    /// Ends the current block, if it has any text, and begins the next of this kind.
    pub(crate) fn begin(&mut self, kind: BlockKind) {
        self.end_block();
        self.kind = Some(kind);
    }

    /// Ends the current block, if it has any text.
    pub(crate) fn end_block(&mut self) {
        self.gap = Gap::None;
        let kind = self.kind.take();
        let mut text = std::mem::take(&mut self.text);
        let mut inlines = std::mem::take(&mut self.inlines).finish(text.len());
        let repair = self.repair;
        if repair == Repair::NotHere {
            self.repair = Repair::Pairs;
        }
        if text.trim().is_empty() {
            return;
        }
        text.truncate(text.trim_end().len());
        // Tens of thousands of texts are kept: without what growing left in reserve.
        text.shrink_to_fit();
        let kind = kind.unwrap_or_else(|| self.kind_by_surroundings());
        if kind == BlockKind::Preformatted {
            inlines.clear();
        } else if repair == Repair::Pairs {
            stray::repair(&mut text, &mut inlines);
        }
        inlines::fit(&mut inlines, text.len());
        self.blocks.push(Block {
            kind,
            text,
            inlines,
        });
    }

    /// A list begins; `first` is the number of its first item when it is ordered.
    pub(crate) fn start_list(&mut self, first: Option<u64>) {
        self.end_block();
        let first = first.map(|first| u32::try_from(first).unwrap_or(u32::MAX));
        self.lists.push(first);
    }

    /// The innermost list ends.
    pub(crate) fn end_list(&mut self) {
        self.end_block();
        self.item = None;
        self.lists.pop();
    }

    /// An item of the innermost list begins.
    pub(crate) fn start_item(&mut self) {
        self.end_block();
        let depth = self.lists.len().saturating_sub(1);
        let number = self.lists.last_mut().and_then(|next| {
            let number = *next;
            *next = number.map(|number| number.saturating_add(1));
            number
        });
        self.item = Some((u8::try_from(depth).unwrap_or(u8::MAX), number));
    }

    /// A quotation begins.
    pub(crate) fn start_quote(&mut self) {
        self.end_block();
        self.quotes += 1;
    }

    /// The innermost quotation ends.
    pub(crate) fn end_quote(&mut self) {
        self.end_block();
        self.quotes = self.quotes.saturating_sub(1);
    }

    fn kind_by_surroundings(&mut self) -> BlockKind {
        match self.item.take() {
            Some((depth, number)) => BlockKind::Item { depth, number },
            None if self.quotes > 0 => BlockKind::Quote,
            None => BlockKind::Paragraph,
        }
    }

    /// Puts the waiting white space before the next character. What was opened before it begins after it.
    fn fill_gap(&mut self, next: char) {
        let gap = std::mem::replace(&mut self.gap, Gap::None);
        let Some(last) = self.text.chars().next_back() else {
            return;
        };
        let space = match gap {
            Gap::None => return,
            Gap::Wrap if is_unspaced(last) && is_unspaced(next) => return,
            Gap::Wrap | Gap::Space => ' ',
            Gap::Break => '\n',
        };
        if last == '\t' {
            return;
        }
        let before = self.text.len();
        self.text.push(space);
        self.inlines.shift(before);
    }
}

/// Han, Kana and their punctuation: written without spaces, so that a wrapped line is joined without one.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(write: impl FnOnce(&mut Flow)) -> Block {
        let mut flow = Flow::new();
        write(&mut flow);
        let mut blocks = flow.finish();
        assert_eq!(blocks.len(), 1, "{blocks:?}");
        blocks.remove(0)
    }

    fn marked(block: &Block) -> Vec<&str> {
        let inlines = block.inlines.iter();
        inlines
            .map(|inline| (inline.start as usize)..(inline.end as usize))
            .filter_map(|range| block.text.get(range))
            .collect()
    }

    #[test]
    fn white_space_is_one_space() {
        for (text, expected) in [
            ("  a\u{a0} b\n\nc ", "a b c"),
            ("漢\n字", "漢字"),
            ("漢\nab", "漢 ab"),
            ("漢 字", "漢 字"),
            ("한국\n대통령", "한국 대통령"),
        ] {
            assert_eq!(one(|flow| flow.words(text)).text, expected);
        }
    }

    #[test]
    fn formatting_begins_at_its_first_letter() {
        let block = one(|flow| {
            flow.words("a ");
            flow.open(Mark::Emphasis, Some(InlineKind::Emphasis));
            flow.open(Mark::Strong, Some(InlineKind::Strong));
            flow.words(" b ");
            flow.close(Mark::Strong);
            flow.words("c");
            flow.close(Mark::Emphasis);
            flow.open(Mark::Code, Some(InlineKind::Code));
            flow.close(Mark::Code);
        });
        assert_eq!(block.text, "a b c");
        assert_eq!(marked(&block), ["b c", "b"]);
    }

    #[test]
    fn what_is_never_closed_ends_with_its_block_and_overlaps_are_cut() {
        let block = one(|flow| {
            flow.open(Mark::Strong, Some(InlineKind::Strong));
            flow.words("a");
            flow.open(Mark::Emphasis, Some(InlineKind::Emphasis));
            flow.words("b");
            flow.close(Mark::Strong);
            flow.words("c");
            flow.close(Mark::Emphasis);
            flow.open(Mark::Code, Some(InlineKind::Code));
            flow.words("d");
        });
        assert_eq!(marked(&block), ["ab", "b", "d"]);
    }

    #[test]
    fn lists_count_and_nest() {
        let mut flow = Flow::new();
        flow.start_list(Some(7));
        for item in ["seven", "eight"] {
            flow.start_item();
            flow.words(item);
        }
        flow.start_list(None);
        flow.start_item();
        flow.words("deep");
        flow.end_list();
        flow.end_list();
        flow.words("after");
        let kinds: Vec<_> = flow.finish().into_iter().map(|block| block.kind).collect();
        let item = |depth, number| BlockKind::Item { depth, number };
        assert_eq!(
            kinds,
            [
                item(0, Some(7)),
                item(0, Some(8)),
                item(1, None),
                BlockKind::Paragraph
            ]
        );
    }

    #[test]
    fn ten_thousand_openings_leave_sixteen() {
        let block = one(|flow| {
            for _ in 0..10_000 {
                flow.open(Mark::Strong, Some(InlineKind::Strong));
            }
            flow.words("deep");
            for _ in 0..10_000 {
                flow.close(Mark::Strong);
            }
            flow.words("er");
        });
        assert_eq!(block.inlines.len(), 16);
        assert!(marked(&block).iter().all(|text| *text == "deep"));
    }
}
