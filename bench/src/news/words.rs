//! Invented words, spelled from their ranks.

use crate::dice::{Dice, Zipf};

/// The frequent words of English, which make up half of any text.
const COMMON: &str = "the of to in and a said for on that is was by at with from it be as its will he has an are have had not \
    would but were or which this they been their more one who also about after up than new when there some into other his \
    could two over last all out first year under we last no may if government talks visit president trade market minister";

/// How many words there are beside the inflected ones.
const VOCABULARY: usize = 50_000;

const STARTS: [&str; 24] = [
    "r", "t", "s", "n", "l", "d", "c", "m", "p", "b", "f", "v", "g", "h", "st", "tr", "pr", "k",
    "w", "ch", "sh", "gr", "cl", "sp",
];
const VOWELS: [&str; 10] = ["e", "a", "i", "o", "u", "e", "a", "i", "ea", "ou"];
const ENDS: [&str; 14] = [
    "", "n", "r", "", "t", "s", "l", "", "m", "nd", "rt", "ck", "st", "p",
];

/// Draws words.
#[derive(Debug)]
pub struct Words {
    common: Vec<&'static str>,
    ranks: Zipf,
    last: usize,
}

impl Words {
    pub fn new() -> Self {
        Self {
            common: COMMON.split_whitespace().collect(),
            ranks: Zipf::new(VOCABULARY),
            last: 0,
        }
    }

    /// The next word of a text. Some words like to follow the last one.
    pub fn next(&mut self, dice: &mut Dice) -> String {
        let rank = if dice.percent(50) {
            let followers = Dice((self.last * 3 + dice.below(3)) as u64).number();
            self.ranks.draw(&mut Dice(followers))
        } else {
            self.ranks.draw(dice)
        };
        self.last = rank;
        match self.common.get(rank) {
            Some(common) => (*common).to_owned(),
            None => inflected(spelled(rank), dice),
        }
    }
}

/// The word of a rank: one syllable for the frequent ones, up to four for the rare ones.
pub fn spelled(rank: usize) -> String {
    let mut dice = Dice(rank as u64 ^ 0x5eed);
    let syllables = match rank {
        0..400 => 1 + dice.below(2),
        400..6_000 => 2,
        _ => 2 + dice.below(3),
    };
    let mut word = String::new();
    for _ in 0..syllables.max(1) {
        for sounds in [&STARTS[..], &VOWELS, &ENDS] {
            // Some sounds are more frequent than others.
            let sound = dice.below(sounds.len()).min(dice.below(sounds.len()));
            word.push_str(sounds[sound]);
        }
    }
    word
}

fn inflected(mut word: String, dice: &mut Dice) -> String {
    word.push_str(match dice.below(100) {
        0..12 => "s",
        12..18 => "ed",
        18..22 => "ing",
        22..24 => "’s",
        _ => "",
    });
    word
}

/// The name of a person by rank: one of many first names, one of many more last names.
pub fn person(rank: usize) -> String {
    let first = capital(&spelled(5_000 + rank % 150));
    format!("{first} {}", capital(&spelled(6_500 + rank)))
}

/// A number as news writes them.
pub fn number(dice: &mut Dice) -> String {
    match dice.below(6) {
        0 => format!("{}.{}", dice.below(40), dice.below(10)),
        1 => format!("{},{:03}", 1 + dice.below(40), 50 * dice.below(20)),
        2 => format!("{}", 1980 + dice.below(45)),
        3 => format!("{}.{:02}", dice.below(30), dice.below(100)),
        _ => format!("{}", 1 + dice.below(100)),
    }
}

/// An abbreviation with dots or in capitals.
pub fn abbreviation(dice: &mut Dice) -> &'static str {
    const ALL: [&str; 8] = ["U.S.", "U.K.", "EU", "UN", "NATO", "GDP", "win-win", "IMF"];
    ALL[dice.below(ALL.len())]
}

/// With a capital at its beginning.
pub fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + rest
}
