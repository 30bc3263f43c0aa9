//! Invented news: as long as news is, with words as frequent as words are, and the same on every machine.
//!
//! Lengths follow those of agency news (Reuters-21578: median 0.7 KB, mean 0.9 KB). Words are spelled from syllables, the
//! frequent ones are short; some are inflected, some words like to follow each other; numbers, abbreviations, names of people
//! and places stand among them. Nothing of it is taken from anybody's text.

mod words;

use dateline_bundle::{About, Contents, Entry};
use dateline_model::{
    Article, ArticleId, Block, BlockKind, Day, Edtf, Mention, MentionKind, Part, Span,
};

use crate::dice::{Dice, Zipf};
use words::{Words, capital};

/// How long articles are: the tenths of their lengths in bytes, from the shortest to the longest.
const LENGTHS: [usize; 11] = [120, 290, 390, 490, 570, 660, 760, 890, 1080, 1500, 3500];

/// Draws articles one after the other.
struct Desk {
    dice: Dice,
    words: Words,
    people: Zipf,
    places: Zipf,
    topics: Zipf,
    sources: Zipf,
}

/// A collection of so many invented articles, `scale` times as long as agency news in percent.
#[must_use]
pub fn collection(articles: usize, scale: usize) -> Contents {
    let mut desk = Desk::new();
    let entry = |number| {
        let length = desk.length() * scale / 100;
        desk.article(number, articles, length)
    };
    invented((0..articles).map(entry).collect())
}

/// A collection of articles that are about as long as this, in bytes.
#[must_use]
pub fn of_lengths(lengths: &[usize]) -> Contents {
    let mut desk = Desk::new();
    let numbered = lengths.iter().enumerate();
    let entry = |(number, length): (usize, &usize)| desk.article(number, lengths.len(), *length);
    invented(numbered.map(entry).collect())
}

fn invented(entries: Vec<Entry>) -> Contents {
    let about = About {
        title: "Invented news".to_owned(),
        locale: "en".to_owned(),
        ..About::default()
    };
    Contents::new(about, entries, Vec::new())
}

impl Desk {
    fn new() -> Self {
        Self {
            dice: Dice(1926),
            words: Words::new(),
            people: Zipf::new(2000),
            places: Zipf::new(180),
            topics: Zipf::new(100),
            sources: Zipf::new(20),
        }
    }

    fn article(&mut self, number: usize, of: usize, length: usize) -> Entry {
        let mut mentions = Vec::new();
        let headline = self.headline(&mut mentions);
        let mut blocks = Vec::new();
        let mut written = 0;
        while written < length || blocks.is_empty() {
            let before = written + 2 * blocks.len();
            let text = self.paragraph(length - written.min(length), before, &mut mentions);
            written += text.len();
            blocks.push(Block {
                kind: BlockKind::Paragraph,
                text,
                inlines: Vec::new(),
            });
        }
        let topics = (0..1 + self.dice.below(2)).map(|_| {
            let rank = self.topics.draw(&mut self.dice);
            format!("topic {}", words::spelled(9_000 + rank))
        });
        let mut topics: Vec<String> = topics.collect();
        topics.dedup();
        let source = self.sources.draw(&mut self.dice);
        let day = Day(14_000 + (number * 3_650 / of.max(1)) as i32);
        let article = Article {
            id: ArticleId(format!("{number:05}")),
            headline,
            byline: Vec::new(),
            published: Some(Edtf::day(day)),
            dateline: None,
            source: Some(format!(
                "The {} Post",
                capital(&words::spelled(8_000 + source))
            )),
            genre: None,
            url: None,
            language: "en".to_owned(),
            topics,
            note: None,
            record: Vec::new(),
            blocks,
        };
        let mut entry = Entry { article, mentions };
        shrink(&mut entry);
        entry
    }

    fn length(&mut self) -> usize {
        let tenth = self.dice.below(10);
        let (from, to) = (LENGTHS[tenth], LENGTHS[tenth + 1]);
        from + self.dice.below(to - from)
    }

    fn headline(&mut self, mentions: &mut Vec<Mention>) -> String {
        let mut text = String::new();
        let words = 5 + self.dice.below(5);
        for place in 0..words {
            if place > 0 {
                text.push(' ');
            }
            if self.dice.percent(15) {
                self.name(&mut text, mentions, &|range| {
                    Span::new(Part::Headline, range)
                });
            } else {
                let word = self.words.next(&mut self.dice);
                text.push_str(&if place == 0 { capital(&word) } else { word });
            }
        }
        text
    }

    /// A paragraph of at most about so many bytes, which begins at an offset of the text.
    fn paragraph(&mut self, length: usize, offset: usize, mentions: &mut Vec<Mention>) -> String {
        let mut text = String::new();
        for _ in 0..1 + self.dice.below(3) {
            if !text.is_empty() {
                if text.len() >= length {
                    break;
                }
                text.push(' ');
            }
            self.sentence(&mut text, offset, mentions);
        }
        text
    }

    fn sentence(&mut self, text: &mut String, offset: usize, mentions: &mut Vec<Mention>) {
        let words = 8 + self.dice.below(20);
        for place in 0..words {
            if place > 0 {
                text.push_str(if self.dice.percent(6) { ", " } else { " " });
            }
            match self.dice.below(100) {
                0..3 => {
                    let span = |range: std::ops::Range<usize>| {
                        Span::text(range.start + offset..range.end + offset)
                    };
                    self.name(text, mentions, &span);
                }
                3..6 => text.push_str(&words::number(&mut self.dice)),
                6 => text.push_str(words::abbreviation(&mut self.dice)),
                _ => {
                    let word = self.words.next(&mut self.dice);
                    text.push_str(&if place == 0 { capital(&word) } else { word });
                }
            }
        }
        text.push('.');
    }

    /// Appends the name of a person or a place.
    fn name(
        &mut self,
        text: &mut String,
        mentions: &mut Vec<Mention>,
        span: &dyn Fn(std::ops::Range<usize>) -> Span,
    ) {
        let is_person = self.dice.percent(40);
        let (kind, name) = if is_person {
            let rank = self.people.draw(&mut self.dice);
            (MentionKind::Person, words::person(rank))
        } else {
            let rank = self.places.draw(&mut self.dice);
            (MentionKind::Place, capital(&words::spelled(7_000 + rank)))
        };
        let start = text.len();
        text.push_str(&name);
        let span = span(start..text.len());
        match mentions.iter_mut().find(|it| it.name == name) {
            Some(known) => known.spans.push(span),
            None => mentions.push(Mention {
                kind,
                name,
                country: None,
                spans: vec![span],
            }),
        }
    }
}

/// Gives back what growing lists and texts keep in reserve, so that memory measured is memory needed.
fn shrink(entry: &mut Entry) {
    let blocks = &mut entry.article.blocks;
    blocks
        .iter_mut()
        .for_each(|block| block.text.shrink_to_fit());
    blocks.shrink_to_fit();
    let mentions = &mut entry.mentions;
    mentions.iter_mut().for_each(|it| {
        it.name.shrink_to_fit();
        it.spans.shrink_to_fit();
    });
    mentions.shrink_to_fit();
    entry.article.headline.shrink_to_fit();
}
