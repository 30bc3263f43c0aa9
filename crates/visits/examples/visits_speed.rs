//! How fast articles are read, and that the time grows with the text: `cargo run --release -p dateline-visits --example
//! visits_speed`. Each row is one kind of article at four sizes, in MB/s on one core. Most kinds are made to be hostile.
//!
//! With a number of megabytes (`-- 50`) it reads a generated collection of that size, one article after the other, and
//! prints one JSON object: `articles`, `bytes`, `seconds`, `visits`, `peak_kilobytes` (null where the system does not say).

use std::hint::black_box;
use std::time::Instant;

use dateline_model::{Article, ArticleId, Block, BlockKind};
use dateline_visits::read;

/// Kinds of articles by the words that they repeat.
const KINDS: &[(&str, &str)] = &[
    ("one article of news", NEWS),
    (
        "one line of news",
        "The king received the premier on Monday, Jan. 5, and they spoke for two hours about trade. ",
    ),
    ("commas", ","),
    ("capitals", "A B "),
    ("capital words", "Aa Bb "),
    ("titles", "President "),
    (
        "visits of one",
        "French President Emmanuel Macron visited Rome on March 5. ",
    ),
    ("visits", "visit "),
    ("visited Rome", "visited Rome "),
    (
        "met",
        "President Xi Jinping met President Joe Biden in Rome. ",
    ),
    ("the visit", "During the visit he spoke. "),
    ("dates", "March 5, "),
    ("and", "Xi and "),
    ("to", "to visit to "),
];

const NEWS: &str = "Just over two months ago, President Arda Selin met Premier Otto Brand in Oslo, where they \
    signed an accord on trade that both sides had sought for several years. On Jan. 5, she will travel to \
    Chile for a three-day visit, an aide said Friday. The talks are expected to last until the end of the \
    month, and the ministers of both countries have said that they look forward to them.\n\n";

fn main() {
    match std::env::args().nth(1).map(|size| size.parse()) {
        Some(Ok(megabytes)) => collection(megabytes),
        Some(Err(error)) => eprintln!("the size in megabytes: {error}"),
        None => kinds(),
    }
}

fn kinds() {
    println!(
        "{:22}{:>8}{:>8}{:>8}{:>8}  MB/s",
        "article of", "1 MB", "2 MB", "4 MB", "8 MB"
    );
    for (kind, words) in KINDS {
        let speeds: String = [1, 2, 4, 8]
            .into_iter()
            .map(|megabytes| {
                let text = words.repeat(megabytes * 1_000_000 / words.len());
                let length = text.len();
                let article = article(0, &text);
                let start = Instant::now();
                black_box(read(&article));
                format!(
                    "{:8.1}",
                    length as f64 / 1e6 / start.elapsed().as_secs_f64()
                )
            })
            .collect();
        println!("{kind:22}{speeds}");
    }
}

/// Reads a generated collection and prints what it took.
fn collection(megabytes: usize) {
    let mut random = Random(megabytes as u64 + 1);
    let (mut articles, mut bytes, mut visits, mut seconds) = (0, 0, 0, 0.0);
    black_box(read(&article(0, NEWS)));
    while bytes < megabytes * 1_000_000 {
        let article = article(articles, &text(&mut random));
        let start = Instant::now();
        visits += black_box(read(&article)).visits.len();
        seconds += start.elapsed().as_secs_f64();
        bytes += article.text().len();
        articles += 1;
    }
    let peak = peak().map_or_else(|| "null".to_owned(), |peak| peak.to_string());
    println!(
        "{{\"articles\":{articles},\"bytes\":{bytes},\"seconds\":{seconds:.3},\"visits\":{visits},\"peak_kilobytes\":{peak}}}"
    );
}

/// The most memory that this process ever had, in kilobytes, as Linux tells it.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn article(number: usize, text: &str) -> Article {
    let block = |text: &str| Block {
        kind: BlockKind::Paragraph,
        text: text.to_owned(),
        inlines: Vec::new(),
    };
    Article {
        id: ArticleId(format!("generated-{number}")),
        headline: "Leaders meet".to_owned(),
        byline: Vec::new(),
        published: "2026-01-12".parse().ok(),
        dateline: None,
        source: None,
        genre: None,
        url: None,
        language: "en".to_owned(),
        topics: Vec::new(),
        note: None,
        record: Vec::new(),
        blocks: text.split("\n\n").map(block).collect(),
    }
}

/// Numbers that only look random, the same in every run: xorshift64 (Marsaglia 2003).
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or_default() % most
    }

    fn of(&mut self, list: &[&'static str]) -> &'static str {
        list.get(self.below(list.len()))
            .copied()
            .unwrap_or_default()
    }
}

const WHO: &[&str] = &[
    "Chilean President Elena Vargas",
    "Prime Minister Tomas Lindqvist of Sweden",
    "Kenyan Foreign Minister Amina Odhiambo",
    "the king",
    "Vargas",
    "Lindqvist",
    "the Swedish premier",
    "Egypt's Trade Minister Karim Nassar",
];
const WHERE: &[&str] = &[
    "Seoul",
    "Japan",
    "Rome",
    "the United Kingdom",
    "Ottawa",
    "Nairobi",
    "Santiago, Chile",
    "Cairo",
];
const WHEN: &[&str] = &[
    "on Monday",
    "next week",
    "in March",
    "on Jan. 5",
    "from May 1 to 3",
    "last year",
    "two months ago",
    "in 2019",
];
/// Sentences with places to fill: W who, P where, T when. Two of three tell of no visit, as in the news.
const SENTENCES: &[&str] = &[
    "W will visit P T, an aide said.",
    "W arrived in P T for a three-day visit.",
    "W held talks with W in P T.",
    "During the visit, both sides signed an accord on trade and fisheries.",
    "Exports of cars and machines rose by 4.2 percent T, the central bank said, while imports of grain fell.",
    "The opposition called the plan a costly mistake and asked the courts to look into how the contract was given.",
    "Nobody was hurt, and the road was open again by the afternoon, according to the police.",
    "The company, which employs about 12,000 people in P, gave no reasons for its decision.",
    "Doctors say that the new treatment helps most patients, though its price keeps it out of reach for many.",
    "The match ended in a draw after the visitors had twice come from behind in front of 40,000 people.",
    "Analysts had expected worse, and shares went up at once.",
    "Researchers in P found traces of the metal in samples that had been taken T.",
];

/// The text of one article: a lead and some thirty sentences in paragraphs.
fn text(random: &mut Random) -> String {
    let mut text = String::new();
    for at in 0..20 + random.below(30) {
        if at > 0 {
            text.push_str(if at % 3 == 0 { "\n\n" } else { " " });
        }
        for word in random.of(SENTENCES).split_inclusive([' ', ',', '.']) {
            let (name, rest) = word.split_at(1.min(word.len()));
            match name {
                "W" if is_blank(rest) => text.push_str(random.of(WHO)),
                "P" if is_blank(rest) => text.push_str(random.of(WHERE)),
                "T" if is_blank(rest) => text.push_str(random.of(WHEN)),
                _ => text.push_str(name),
            }
            text.push_str(rest);
        }
    }
    text
}

fn is_blank(rest: &str) -> bool {
    !rest.starts_with(char::is_alphabetic)
}
