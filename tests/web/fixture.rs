//! A small collection, and a page that shows it.

use std::rc::Rc;

use dateline_app::Explorer;
use dateline_app::app::ExplorerProps;
use dateline_bundle::{About, Collection, Contents, Entry};
use dateline_model::{
    Article, ArticleId, Aspect, Basis, Block, BlockKind, Gloss, Host, Inline, InlineKind, Kind,
    Mention, MentionKind, Origin, Person, Place, Report, Span, Status, Visit, VisitId,
};
use wasm_bindgen::JsCast as _;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, window};

/// The sentence that is the evidence of the first visit.
pub const EVIDENCE: &str = "On 3 May, President Ada Oyelaran arrived in Lisbon for a state visit.";

/// Three articles and two visits; one headline tries to be markup.
pub fn collection() -> Rc<Collection> {
    Rc::new(Collection::new(contents()))
}

/// The same, but that a second article begins the visit a day earlier; the plan is checked, and there is a record.
pub fn disputed() -> Rc<Collection> {
    let mut contents = contents();
    for visit in &mut contents.visits {
        let Some(mut report) = visit.reports.first().cloned() else {
            continue;
        };
        if visit.status == Status::Planned {
            visit.checked = Some(dateline_model::Checked::default());
            continue;
        }
        visit.recorded = Some(dateline_model::Recorded::NotListed);
        report.aspect = Aspect::Start;
        visit.reports[0] = report.clone();
        report.article = ArticleId("harbours".to_owned());
        report.date = "2024-05-02".parse().ok();
        visit.reports.push(report);
    }
    contents.about.report = Some("https://desk.example/{visit}?b={build}&s={sentence}".to_owned());
    contents.record = Some(dateline_bundle::RecordInfo {
        name: "Portuguese visits".to_owned(),
        scope: "visits to Portugal, 1990–2020".to_owned(),
        source: None,
        url: None,
        rows: 12,
        label: "Portuguese visits, 1990–2020".to_owned(),
    });
    Rc::new(Collection::new(contents))
}

/// The same with so many people more in its newest article.
pub fn named(people: usize) -> Rc<Collection> {
    let mut contents = contents();
    for entry in contents.articles.iter_mut().take(1) {
        entry.mentions.extend((0..people).map(|n| Mention {
            kind: MentionKind::Person,
            name: format!("Person {n}"),
            country: None,
            spans: Vec::new(),
        }));
    }
    Rc::new(Collection::new(contents))
}

/// The same, but that "harbours" has so many paragraphs, each with a match for "harbours" and two for "lighthouse".
pub fn long(paragraphs: usize) -> Rc<Collection> {
    let mut contents = contents();
    for entry in &mut contents.articles {
        if entry.article.id.0 == "harbours" {
            let text = "Harbours 🙂 of the lighthouse, and the other lighthouse.";
            entry.article = article(
                "harbours",
                "Harbours of the south",
                "2024-03-01",
                &vec![text; paragraphs],
            );
        }
    }
    Rc::new(Collection::new(Contents::new(
        contents.about,
        contents.articles,
        contents.visits,
    )))
}

/// The same with so many visits more of two presidents together, one every `apart` days from 1950 on, and one without a date.
pub fn crowd(visits: i32, apart: i32) -> Rc<Collection> {
    let mut contents = contents();
    let Some(visit) = contents.visits.first().cloned() else {
        return collection();
    };
    let companion = Person {
        name: "Cy Dube".to_owned(),
        ..Person::default()
    };
    let add = |n: i32, date: Option<dateline_model::Day>| {
        let mut more = visit.clone();
        more.id = VisitId(format!("more-{n}"));
        more.date = date.map(dateline_model::Edtf::day);
        more.visitors.push(companion.clone());
        more
    };
    let day = |n: i32| dateline_model::Day(-7305).plus(n * apart);
    let mut all: Vec<Visit> = (0..visits).map(|n| add(n, Some(day(n)))).collect();
    all.append(&mut contents.visits);
    all.push(add(visits, None));
    let articles = contents.articles;
    Rc::new(Collection::new(Contents::new(
        contents.about,
        articles,
        all,
    )))
}

/// What that collection holds.
pub fn contents() -> Contents {
    let first = article(
        "arrival",
        "Oyelaran <b>lands</b> & talks",
        "2024-05-04",
        &[EVIDENCE, "Fishing rights and harbours were discussed."],
    );
    let second = article(
        "harbours",
        "Harbours of the south",
        "2024-03-01",
        &["Harbours, harbours, and one lighthouse."],
    );
    let third = article(
        "plans",
        "A trip to Quito is planned",
        "2024-06-10",
        &["In July, Minister Ben Castellan will travel to Quito."],
    );
    let visits = vec![
        visit(
            &first,
            "ada-oyelaran.portugal.2024-05",
            "Ada Oyelaran",
            "Portugal",
            "Lisbon",
            "2024-05-03",
            Status::Reported,
        ),
        visit(
            &third,
            "ben-castellan.ecuador.2024-07",
            "Ben Castellan",
            "Ecuador",
            "Quito",
            "2024-07",
            Status::Planned,
        ),
    ];
    let entry = |article: Article, people: &[&str]| {
        let mention = |name: &&str| Mention {
            kind: MentionKind::Person,
            name: (*name).to_owned(),
            country: None,
            spans: Vec::new(),
        };
        Entry {
            mentions: people.iter().map(mention).collect(),
            article,
        }
    };
    let articles = vec![
        entry(first, &["Ada Oyelaran"]),
        entry(second, &[]),
        entry(third, &["Ben Castellan"]),
    ];
    let about = About {
        title: "Ports and presidents".to_owned(),
        locale: "en".to_owned(),
        ..About::default()
    };
    Contents::new(about, articles, visits)
}

fn article(id: &str, headline: &str, date: &str, paragraphs: &[&str]) -> Article {
    let block = |text: &&str| {
        let end = u32::try_from(text.find(' ').unwrap_or(0)).unwrap();
        let inlines = vec![Inline {
            start: 0,
            end,
            kind: InlineKind::Emphasis,
        }];
        Block {
            kind: BlockKind::Paragraph,
            text: (*text).to_owned(),
            inlines,
        }
    };
    Article {
        id: ArticleId(id.to_owned()),
        headline: headline.to_owned(),
        byline: Vec::new(),
        published: date.parse().ok(),
        dateline: None,
        source: Some("The Harbour Bulletin".to_owned()),
        genre: None,
        url: None,
        language: "en".to_owned(),
        topics: Vec::new(),
        note: None,
        record: Vec::new(),
        blocks: paragraphs.iter().map(block).collect(),
    }
}

fn visit(
    article: &Article,
    id: &str,
    who: &str,
    country: &str,
    town: &str,
    date: &str,
    status: Status,
) -> Visit {
    let text = article.text();
    let sentence = text.split("\n\n").next().unwrap();
    let at = |words: &str| {
        text.find(words)
            .map(|start| Span::text(start..start + words.len()))
            .into_iter()
            .collect()
    };
    let date = date.parse().ok();
    let place = Place {
        name: town.to_owned(),
        country: Some(country.to_owned()),
    };
    let report = Report {
        article: article.id.clone(),
        span: Span::text(0..sentence.len()),
        more: Vec::new(),
        gloss: Gloss {
            who: at(who),
            place: at(town),
            when: at("On 3 May"),
            kind: at("state visit"),
        },
        date,
        aspect: Aspect::Whole,
        basis: Some(Basis::Stated),
        places: vec![place.clone()],
        kind: Kind::StateVisit,
        status,
        rule: "test".to_owned(),
        confidence: 90,
        origin: Origin::Extracted,
    };
    Visit {
        id: VisitId(id.to_owned()),
        visitors: vec![Person {
            name: who.to_owned(),
            role: None,
            country: None,
        }],
        host: Some(Host {
            country: Some(country.to_owned()),
            person: None,
        }),
        places: vec![place],
        date,
        aspect: Aspect::Whole,
        kind: Kind::StateVisit,
        status,
        part_of: None,
        reports: vec![report],
        checked: None,
        recorded: None,
    }
}

/// A rendered page; it is taken down when the test ends.
pub struct Page {
    root: Element,
    app: Option<yew::AppHandle<Explorer>>,
}

impl Page {
    /// Opens the page at an address.
    pub async fn open(hash: &str) -> Self {
        Self::show(collection(), hash).await
    }

    /// Opens the page of a collection at an address.
    pub async fn show(collection: Rc<Collection>, hash: &str) -> Self {
        Self::show_with(collection, hash, None).await
    }

    /// Opens the page at an address, where what comes later does not.
    pub async fn without_later(hash: &str) -> Self {
        Self::show_with(collection(), hash, Some("no-such-file.wasm".into())).await
    }

    async fn show_with(collection: Rc<Collection>, hash: &str, later: Option<Rc<str>>) -> Self {
        window().unwrap().location().set_hash(hash).unwrap();
        let root = document().create_element("div").unwrap();
        root.set_attribute("style", "width: 1000px").unwrap();
        document().body().unwrap().append_child(&root).unwrap();
        let props = ExplorerProps {
            collection,
            build: "".into(),
            record: Some("no-such-record.bin".into()),
            later,
        };
        let app = yew::Renderer::<Explorer>::with_root_and_props(root.clone(), props).render();
        yew::scheduler::flush().await;
        Self {
            root,
            app: Some(app),
        }
    }

    /// The elements that a selector finds.
    pub fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length())
            .filter_map(|n| found.item(n))
            .map(wasm_bindgen::JsCast::unchecked_into)
            .collect()
    }

    /// The one element that a selector finds.
    pub fn one(&self, selector: &str) -> HtmlElement {
        let all = self.all(selector);
        assert_eq!(all.len(), 1, "{selector} in {}", self.root.inner_html());
        all.into_iter().next().unwrap()
    }

    /// The texts of the elements that a selector finds.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector)
            .iter()
            .map(|it| it.text_content().unwrap_or_default())
            .collect()
    }

    /// Types into the search box.
    pub async fn search(&self, words: &str) {
        let input: HtmlInputElement = self.one("input[type=search]").unchecked_into();
        input.set_value(words);
        let init = web_sys::EventInit::new();
        init.set_bubbles(true);
        input
            .dispatch_event(&web_sys::Event::new_with_event_init_dict("input", &init).unwrap())
            .unwrap();
        yew::scheduler::flush().await;
    }

    /// Types into another field.
    pub async fn type_into(&self, field: &HtmlInputElement, words: &str) {
        field.set_value(words);
        let init = web_sys::EventInit::new();
        init.set_bubbles(true);
        let event = web_sys::Event::new_with_event_init_dict("input", &init).unwrap();
        field.dispatch_event(&event).unwrap();
        yew::scheduler::flush().await;
    }

    /// Clicks the one element that a selector finds, SVG or HTML.
    pub async fn click(&self, selector: &str) {
        let init = web_sys::MouseEventInit::new();
        init.set_bubbles(true);
        init.set_cancelable(true);
        let event = web_sys::MouseEvent::new_with_mouse_event_init_dict("click", &init).unwrap();
        self.one(selector).dispatch_event(&event).unwrap();
        yew::scheduler::flush().await;
    }

    /// Chooses the one radio button that a selector finds.
    pub async fn change(&self, selector: &str) {
        let input: HtmlInputElement = self.one(selector).unchecked_into();
        input.set_checked(true);
        let init = web_sys::EventInit::new();
        init.set_bubbles(true);
        input
            .dispatch_event(&web_sys::Event::new_with_event_init_dict("change", &init).unwrap())
            .unwrap();
        yew::scheduler::flush().await;
    }

    /// Writes into a field and leaves it.
    pub async fn fill(&self, field: &HtmlElement, words: &str) {
        match field.dyn_ref::<web_sys::HtmlSelectElement>() {
            Some(select) => select.set_value(words),
            None => field.unchecked_ref::<HtmlInputElement>().set_value(words),
        }
        let init = web_sys::EventInit::new();
        init.set_bubbles(true);
        let event = web_sys::Event::new_with_event_init_dict("change", &init).unwrap();
        field.dispatch_event(&event).unwrap();
        yew::scheduler::flush().await;
    }

    /// What a pointer does at a place counted from the left edge of the timeline.
    pub async fn pointer(&self, kind: &str, selector: &str, x: i32) {
        let frame = self.one(".timeline-frame").get_bounding_client_rect();
        let init = web_sys::PointerEventInit::new();
        init.set_bubbles(true);
        init.set_client_x(frame.left() as i32 + x);
        init.set_pointer_id(1);
        let event = web_sys::PointerEvent::new_with_event_init_dict(kind, &init).unwrap();
        self.one(selector).dispatch_event(&event).unwrap();
        yew::scheduler::flush().await;
    }

    /// A wheel on the timeline; whether the page took it for itself.
    pub async fn wheel(&self, x: f64, y: f64, control: bool) -> bool {
        let init = web_sys::WheelEventInit::new();
        init.set_bubbles(true);
        init.set_cancelable(true);
        init.set_delta_x(x);
        init.set_delta_y(y);
        init.set_ctrl_key(control);
        let event = web_sys::WheelEvent::new_with_event_init_dict("wheel", &init).unwrap();
        let taken = !self.one(".timeline-frame").dispatch_event(&event).unwrap();
        yew::scheduler::flush().await;
        taken
    }

    /// Presses a key on the one element that a selector finds.
    pub async fn press(&self, selector: &str, key: &str) {
        self.key(selector, key, false).await;
    }

    /// The same with Alt held down; whether the page took the key for itself.
    pub async fn press_with_alt(&self, selector: &str, key: &str) -> bool {
        self.key(selector, key, true).await
    }

    async fn key(&self, selector: &str, key: &str, alt: bool) -> bool {
        let init = web_sys::KeyboardEventInit::new();
        init.set_bubbles(true);
        init.set_cancelable(true);
        init.set_key(key);
        init.set_alt_key(alt);
        let event =
            web_sys::KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        let taken = !self.one(selector).dispatch_event(&event).unwrap();
        yew::scheduler::flush().await;
        taken
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.root.remove();
    }
}

/// The document of the test's page.
pub fn document() -> Document {
    window().unwrap().document().unwrap()
}

/// The address's hash.
pub fn hash() -> String {
    window().unwrap().location().hash().unwrap()
}
