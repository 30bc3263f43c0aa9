//! The page over invented visits, as a wasm for the timeline's benchmark: what is measured is what readers get, with search,
//! filters and list around the timeline. Its first paint is measured without them too, as that of the peers is.

use std::rc::Rc;

use dateline_app::Explorer;
use dateline_app::app::ExplorerProps;
use dateline_app::components::timeline::kept::Kept;
use dateline_app::components::timeline::timeline;
use dateline_app::context::Shown;
use dateline_app::view::{Ui, ViewState};
use dateline_bundle::{About, Collection, Contents, Entry, Selection};
use dateline_model::{
    Article, ArticleId, Aspect, Block, BlockKind, Day, Edtf, Gloss, Host, Kind, Origin, Person,
    Report, Span, Status, Visit, VisitId,
};
use wasm_bindgen::prelude::*;
use yew::prelude::*;

#[cfg(all(target_arch = "wasm32", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The evidence of every visit.
const SENTENCE: &str = "The president arrived on Monday.";

/// A collection of invented visits.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Visits(Rc<Collection>, Rc<Selection>);

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
        let collection = Collection::new(contents);
        let selection = collection.select(&ViewState::default().filter());
        Self(collection.into(), selection.into())
    }

    /// Shows the timeline of all of them in an element, and nothing else.
    pub fn show_alone(&self, root: web_sys::Element) {
        let props = AloneProps {
            collection: self.0.clone(),
            selection: self.1.clone(),
            width: root.client_width(),
        };
        yew::Renderer::<Alone>::with_root_and_props(root, props).render();
    }

    /// Shows the whole page in an element.
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

/// The timeline without the page.
struct Alone;

#[derive(Clone, Properties)]
struct AloneProps {
    collection: Rc<Collection>,
    selection: Rc<Selection>,
    width: i32,
}

impl PartialEq for AloneProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.collection, &other.collection)
    }
}

impl Component for Alone {
    type Message = ();
    type Properties = AloneProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        timeline(&Shown {
            collection: &props.collection,
            build: "",
            state: &ViewState::default(),
            ui: &Ui {
                width: props.width,
                ..Ui::default()
            },
            selection: &props.selection,
            whole: &props.selection.visits,
            kept: &Kept::default(),
            frame: &NodeRef::default(),
            act: &Callback::noop(),
        })
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
