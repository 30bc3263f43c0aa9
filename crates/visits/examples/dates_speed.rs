//! How fast date expressions are found, and that the time grows with the text: `cargo run --release -p dateline-visits
//! --example dates_speed`. Each row is one kind of text at four sizes, in MB/s on one core.

use std::hint::black_box;
use std::time::Instant;

use dateline_visits::dates::find;

/// Kinds of text by the words that they repeat.
const KINDS: &[(&str, &str)] = &[
    (
        "news",
        "Just over two months ago, President Arda Selin met Premier Otto Brand in Port Vale, where they \
         signed an accord on trade that both sides had sought for several years. On Jan. 5, she will travel to \
         Norland for a three-day visit, an aide said Friday. The talks are expected to last until the end of the \
         month, and the ministers of both countries have said that they look forward to them.\n\n",
    ),
    (
        "one line of news",
        "The king received the premier on Monday, Jan. 5, and they spoke for two hours about trade. ",
    ),
    ("commas", ","),
    ("capitals", "A B "),
    ("numbers", "1 2 3 "),
    ("dates", "March 5, "),
    ("words of dates", "the last of the two or three "),
];

fn main() {
    let published = "2026-01-12".parse().ok();
    println!(
        "{:18}{:>8}{:>8}{:>8}{:>8}  MB/s",
        "text of", "1 MB", "2 MB", "4 MB", "8 MB"
    );
    for (kind, words) in KINDS {
        let speeds: String = [1, 2, 4, 8]
            .into_iter()
            .map(|megabytes| {
                let text = words.repeat(megabytes * 1_000_000 / words.len());
                let start = Instant::now();
                black_box(find(&text, published));
                format!(
                    "{:8.1}",
                    text.len() as f64 / 1e6 / start.elapsed().as_secs_f64()
                )
            })
            .collect();
        println!("{kind:18}{speeds}");
    }
}
