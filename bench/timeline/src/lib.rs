//! The page over invented visits, as a wasm for the timeline's benchmark: what is measured is what readers get, with search,
//! filters and list around the timeline.

use std::rc::Rc;

use dateline_app::Explorer;
use dateline_app::app::ExplorerProps;
use dateline_bundle::{About, Collection, Contents, Entry};
use dateline_model::{
    Article, ArticleId, Aspect, Block, BlockKind, Day, Edtf, Gloss, Host, Kind, Origin, Person,
    Report, Span, Status, Visit, VisitId,
};
use wasm_bindgen::prelude::*;

#[cfg(all(target_arch = "wasm32", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The evidence of every visit.
const SENTENCE: &str = "The president arrived on Monday.";

/// A collection of invented visits.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Visits(Rc<Collection>);

#[wasm_bindgen]
impl Visits {
    /// One visit for each place of the three lists: first and last day since 1970, and the number of its country. Where the
    /// last day is a month's last and the first its first, only the month is known. `a_piece` visits are reported together.
    #[wasm_bindgen(constructor)]
    pub fn new(first: &[i32], last: &[i32], country: &[u16], a_piece: usize) -> Self {
        let days = first.iter().zip(last).zip(country).enumerate();
        let visits = days.map(|(n, ((&first, &last), &country))| {
            visit(n, n / a_piece.max(1), date(Day(first), Day(last)), country)
        });
        let visits: Vec<Visit> = visits.collect();
        let articles = visits.chunks(a_piece.max(1)).enumerate();
        let articles = articles.map(|(n, visits)| article(n, visits.first()));
        let articles = articles.collect();
        let contents = Contents::new(About::default(), articles, visits);
        Self(Rc::new(Collection::new(contents)))
    }

    /// Shows them in an element.
    pub fn show(&self, root: web_sys::Element) {
        let props = ExplorerProps {
            collection: self.0.clone(),
            build: Rc::default(),
            record: None,
            later: None,
        };
        yew::Renderer::<Explorer>::with_root_and_props(root, props).render();
    }
}

/// A day, a whole month, or from day to day.
fn date(first: Day, last: Day) -> Option<Edtf> {
    let (year, month, day) = first.ymd();
    let is_month = day == 1 && last == first.plus(i32::from(Day::days_in_month(year, month)) - 1);
    if is_month {
        Edtf::month(year, month)
    } else if first == last {
        Some(Edtf::day(first))
    } else {
        Edtf::interval(Edtf::day(first), Edtf::day(last))
    }
}

fn visit(number: usize, article: usize, date: Option<Edtf>, country: u16) -> Visit {
    let report = Report {
        article: ArticleId(format!("article-{article}")),
        span: Span::text(0..SENTENCE.len()),
        more: Vec::new(),
        gloss: Gloss::default(),
        date,
        aspect: Aspect::Whole,
        basis: None,
        places: Vec::new(),
        kind: Kind::Visit,
        status: Status::Reported,
        rule: String::new(),
        confidence: 90,
        origin: Origin::Extracted,
    };
    Visit {
        id: VisitId(format!("visit-{number}")),
        visitors: vec![Person {
            name: format!("President {}", number % 500),
            ..Person::default()
        }],
        host: Some(Host {
            country: Some(format!("Country {country}")),
            person: None,
        }),
        places: Vec::new(),
        date,
        aspect: Aspect::Whole,
        kind: Kind::Visit,
        status: Status::Reported,
        part_of: None,
        reports: vec![report],
        checked: None,
        recorded: None,
    }
}

fn article(number: usize, first: Option<&Visit>) -> Entry {
    let article = Article {
        id: ArticleId(format!("article-{number}")),
        headline: format!("Piece {number}"),
        byline: Vec::new(),
        published: first.and_then(|visit| visit.date),
        dateline: None,
        source: None,
        genre: None,
        url: None,
        language: "en".to_owned(),
        topics: Vec::new(),
        note: None,
        record: Vec::new(),
        blocks: vec![Block {
            kind: BlockKind::Paragraph,
            text: SENTENCE.to_owned(),
            inlines: Vec::new(),
        }],
    };
    Entry {
        article,
        mentions: Vec::new(),
    }
}
