//! t
use std::io::Write;
use std::time::Instant;
fn gz(b: &[u8]) -> usize {
    let mut e = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    e.write_all(b).unwrap();
    e.finish().unwrap().len()
}
use dateline_bundle::*;
fn main() {
    for n in [1000, 10000, 20000] {
        let c = dateline_bench::news::collection(n, 100);
        let text: usize = c
            .articles
            .iter()
            .map(|e| e.article.text().len() + e.article.headline.len())
            .sum();
        let b = write(&c);
        println!("n={n} text={text} bundle={} gz={}", b.len(), gz(&b));
        {
            let mut set = std::collections::BTreeMap::new();
            let mut tok = 0;
            for e in &c.articles {
                for w in (e.article.headline.clone() + " " + &e.article.text())
                    .to_lowercase()
                    .split(|c: char| !c.is_alphanumeric())
                    .filter(|w| !w.is_empty())
                {
                    tok += 1;
                    *set.entry(w.to_owned()).or_insert(0) += 1;
                }
            }
            let mut front = Vec::new();
            let mut last = String::new();
            for w in set.keys() {
                let k = w
                    .bytes()
                    .zip(last.bytes())
                    .take_while(|(a, b)| a == b)
                    .count();
                front.push(k as u8);
                front.push((w.len() - k) as u8);
                front.extend_from_slice(&w.as_bytes()[k..]);
                last = w.clone();
            }
            println!(
                "tokens {tok} forms {} dict gz {} hapax {}",
                set.len(),
                gz(&front),
                set.values().filter(|n| **n == 1).count()
            );
        }
        if n == 1000 {
            println!(
                "{}\n{}",
                c.articles[0].article.headline,
                c.articles[0].article.text()
            );
        }
        let t = Instant::now();
        let col = Collection::new(read(&b).unwrap());
        println!("open {:?}", t.elapsed());
        for q in [
            "s",
            "said",
            "the",
            "int",
            "government talks",
            "\"government talks\"",
            "s*",
            "visit -trade",
            "a b c d e f g",
            "qqqqqqq",
            "trading~",
        ] {
            let mut best = vec![];
            for _ in 0..9 {
                let t = Instant::now();
                let f = Filter {
                    query: q.to_owned(),
                    typing: true,
                    ..Filter::default()
                };
                let s = col.select_forgiving(&f);
                let a = t.elapsed();
                for i in s.articles.iter().take(10) {
                    std::hint::black_box(col.snippet(&s, *i));
                }
                best.push((t.elapsed(), a, s.articles.len()));
            }
            best.sort();
            println!("  {q:20} {:?}", best[4]);
        }
    }
}
// dict stats
