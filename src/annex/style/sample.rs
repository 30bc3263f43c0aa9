//! A small invented collection in which every state of every part occurs.

use std::rc::Rc;

use dateline_bundle::record::{Correction, Record, RecordRow};
use dateline_bundle::{About, Collection, Contents, RecordInfo};
use dateline_model::{
    Article, Aspect, Basis, Checked, Day, Gloss, Host, Kind, Origin, Person, Place, Recorded,
    Report, Span, Status, Visit, VisitId,
};

use super::articles::{article, blocks, entry, paragraph};
use crate::view::OnRecord;

thread_local! {
    static SAMPLE: Rc<Collection> = Rc::new(Collection::new(contents()));
}

/// The sample.
pub struct Sample {
    /// Its articles and visits.
    pub collection: Rc<Collection>,
}

impl Sample {
    /// All of it, made once.
    pub fn of_all() -> Self {
        Self {
            collection: SAMPLE.with(Rc::clone),
        }
    }

    /// Its record: a row, and what was corrected.
    pub fn on_record(&self) -> OnRecord {
        let row = RecordRow {
            id: "r1".to_owned(),
            visitor: "Ada Oyelaran".to_owned(),
            role: Some("President".to_owned()),
            visitor_country: Some("Nigeria".to_owned()),
            host: Some("Portugal".to_owned()),
            place: Some("Lisbon".to_owned()),
            date: "2023-09-12/2023-09-14".parse().ok(),
            kind: Kind::OfficialVisit,
        };
        let correction = |id: &str, reason: &str, suppressed| Correction {
            id: id.to_owned(),
            reason: reason.to_owned(),
            suppressed,
        };
        OnRecord::Here(Rc::new(Record {
            rows: vec![row],
            corrections: vec![
                correction("r1", "The table has the 11th.", false),
                correction("r2", "The same visit as r1.", true),
            ],
        }))
    }
}

/// A visit and the sentence that reports it.
struct Told {
    id: &'static str,
    sentence: &'static str,
    who: &'static str,
    country: &'static str,
    town: &'static str,
    when: &'static str,
    date: &'static str,
    aspect: Aspect,
    basis: Basis,
    status: Status,
}

const fn told(
    id: &'static str,
    sentence: &'static str,
    [who, country, town, when, date]: [&'static str; 5],
    aspect: Aspect,
    basis: Basis,
    status: Status,
) -> Told {
    Told {
        id,
        sentence,
        who,
        country,
        town,
        when,
        date,
        aspect,
        basis,
        status,
    }
}

use Aspect::{End, Start, UnderWay, Whole};
use Basis::{FromText, Stated, Unclear, WorkedOut};
use Status::{Cancelled, Planned, Postponed, Proposed, Reported};

#[rustfmt::skip]
const TOLD: [Told; 13] = [
    told("day", "On 3 May 2023, President Ada Oyelaran was in Lisbon for a state visit to Portugal.", ["Ada Oyelaran", "Portugal", "Lisbon", "On 3 May 2023", "2023-05-03"], Whole, Stated, Reported),
    told("range", "Oyelaran came back to Portugal and its harbours from 12 to 14 September 2023, on an official visit.", ["Oyelaran", "Portugal", "", "from 12 to 14 September 2023", "2023-09-12/2023-09-14"], Whole, Stated, Reported),
    told("under-way", "On 20 January, Minister Ben Castellan, who is on a state visit to Kenya, met shipbuilders in Nairobi.", ["Minister Ben Castellan", "Kenya", "Nairobi", "On 20 January", "2024-01-20"], UnderWay, Stated, Reported),
    told("within", "In May 2024, Castellan visited Norway.", ["Castellan", "Norway", "", "In May 2024", "2024-05"], Whole, Stated, Reported),
    told("between", "Just over two months ago, Oyelaran paid a visit to Ecuador.", ["Oyelaran", "Ecuador", "", "Just over two months ago", "[2024-08-25..2024-09-12]"], Whole, WorkedOut, Reported),
    told("start", "Castellan arrived in Portugal on 2 December 2024.", ["Castellan", "Portugal", "", "on 2 December 2024", "2024-12-02"], Start, Stated, Reported),
    told("end", "Oyelaran left Kenya on 9 March, after a visit that nobody had announced.", ["Oyelaran", "Kenya", "", "on 9 March", "2025-03-09"], End, Unclear, Reported),
    told("differ", "Castellan’s visit to Norway began on 10 June 2025.", ["Castellan", "Norway", "", "on 10 June 2025", "2025-06-10/2025-06-12"], Whole, Stated, Reported),
    told("planned", "Oyelaran will travel to Quito, Ecuador, in November 2025.", ["Oyelaran", "Ecuador", "Quito", "in November 2025", "2025-11"], Whole, Stated, Planned),
    told("proposed", "Castellan may visit Oslo, Norway, the following month.", ["Castellan", "Norway", "Oslo", "the following month", "2025-12"], Whole, FromText, Proposed),
    told("postponed", "Oyelaran’s visit to Kenya on 4 February 2026 was put off.", ["Oyelaran", "Kenya", "", "on 4 February 2026", "2026-02-04"], Whole, Stated, Postponed),
    told("cancelled", "Castellan’s trip to Portugal on 1 March 2026 was called off.", ["Castellan", "Portugal", "", "on 1 March 2026", "2026-03-01"], Whole, Stated, Cancelled),
    told("undated", "An undated visit took Zoé Adams to Norway.", ["Zoé Adams", "Norway", "", "", ""], Whole, Stated, Reported),
];

fn contents() -> Contents {
    let sentences: Vec<&str> = TOLD.iter().map(|told| told.sentence).collect();
    let mut news = article("news", "Where presidents and ministers went", "2024-11-05");
    news.source = Some("The Harbour Bulletin".to_owned());
    news.byline = vec!["Rui Almada".to_owned()];
    news.url = Some("https://example.org/news".to_owned());
    news.topics = vec!["harbours".to_owned(), "journeys".to_owned()];
    news.blocks = sentences.iter().map(|it| paragraph(it)).collect();
    let mut other = article("other", "A second paper has another day", "2025-06-13");
    other.source = Some("The Fjord Post".to_owned());
    other.note = Some("Invented, as all of this is.".to_owned());
    other.blocks = vec![paragraph(
        "Castellan’s visit to Norway began on 11 June 2025.",
    )];
    let mut lighthouse = article("lighthouse", "One lighthouse and no visit", "2022-02-01");
    lighthouse.genre = Some("commentary".to_owned());
    lighthouse.blocks = vec![paragraph("A lighthouse stands where no harbour is.")];
    let visits = visits(&news, &other);
    let entries = [news, other, lighthouse, blocks()].map(entry);
    let about = About {
        title: "Ports and presidents".to_owned(),
        description: Some("An invented collection.".to_owned()),
        about: vec!["Nothing of it happened.".to_owned()],
        locale: "en".to_owned(),
        report: Some("mailto:desk@example.org".to_owned()),
        group_by: None,
    };
    Contents {
        record: Some(RecordInfo {
            name: "Portuguese visits on record".to_owned(),
            scope: "visits to Portugal, 1990–2024".to_owned(),
            source: Some("An office".to_owned()),
            url: None,
            rows: 1,
            first_year: 1990,
            last_year: 2024,
        }),
        ..Contents::new(about, entries.to_vec(), visits)
    }
}

/// One visit for each sentence, and what else a visit can have.
fn visits(news: &Article, other: &Article) -> Vec<Visit> {
    let mut visits: Vec<Visit> = TOLD.iter().map(|told| visit(news, told)).collect();
    let mut more = Vec::new();
    for visit in &mut visits {
        match visit.id.0.as_str() {
            "day" => visit.recorded = Some(Recorded::NotListed),
            "range" => visit.recorded = Some(Recorded::Listed(vec!["r1".to_owned()])),
            "under-way" => more.extend(talks(visit)),
            "differ" => visit.reports.extend(second(other)),
            "planned" => {
                visit.checked = Some(Checked {
                    by: None,
                    on: Day::from_ymd(2025, 1, 14),
                });
            }
            "undated" => {
                for report in &mut visit.reports {
                    report.origin = Origin::Authored;
                }
            }
            _ => {}
        }
    }
    visits.extend(more);
    visits
}

/// Talks during a visit, and the same outside any.
fn talks(visit: &Visit) -> [Visit; 2] {
    let inside = Visit {
        id: VisitId("talks-inside".to_owned()),
        kind: Kind::Talks,
        part_of: Some(visit.id.clone()),
        ..visit.clone()
    };
    let alone = Visit {
        id: VisitId("talks".to_owned()),
        part_of: None,
        date: "2024-03-15".parse().ok(),
        ..inside.clone()
    };
    [inside, alone]
}

/// What the second paper says.
fn second(other: &Article) -> Option<Report> {
    let text = other.text();
    let when = at(&text, 0..text.len(), "on 11 June 2025");
    Some(Report {
        article: other.id.clone(),
        date: "2025-06-11/2025-06-12".parse().ok(),
        ..report(other, Span::text(0..text.len()), when)
    })
}

fn visit(article: &Article, told: &Told) -> Visit {
    let text = article.text();
    let start = text.find(told.sentence).unwrap_or_default();
    let sentence = start..start + told.sentence.len();
    let when = at(&text, sentence.clone(), told.when);
    let date = told.date.parse().ok();
    let mut report = report(article, Span::text(sentence.clone()), when);
    report.gloss.who = at(&text, sentence.clone(), told.who);
    report.gloss.place = at(&text, sentence.clone(), told.country);
    report.gloss.kind = at(&text, sentence, "state visit");
    report.date = date;
    report.aspect = told.aspect;
    report.basis = date.map(|_| told.basis);
    report.status = told.status;
    let names = ["Ada Oyelaran", "Ben Castellan", "Zoé Adams"];
    let name = names
        .into_iter()
        .find(|name| name.contains(told.who) || told.who.contains(name));
    let countries = ["Nigeria", "Ecuador"];
    let country = countries
        .into_iter()
        .zip(names)
        .find(|(_, other)| Some(*other) == name);
    let town = (!told.town.is_empty()).then(|| Place {
        name: told.town.to_owned(),
        country: Some(told.country.to_owned()),
    });
    Visit {
        id: VisitId(told.id.to_owned()),
        visitors: vec![Person {
            name: name.unwrap_or(told.who).to_owned(),
            role: country.map(|_| "President".to_owned()),
            country: country.map(|(country, _)| country.to_owned()),
        }],
        host: Some(Host {
            country: Some(told.country.to_owned()),
            person: None,
        }),
        places: town.into_iter().collect(),
        date,
        aspect: told.aspect,
        kind: report.kind,
        status: told.status,
        part_of: None,
        reports: vec![report],
        checked: None,
        recorded: None,
    }
}

fn report(article: &Article, span: Span, when: Vec<Span>) -> Report {
    let text = article.text();
    let is_state_visit = text
        .get(span.range())
        .is_some_and(|it| it.contains("state visit"));
    Report {
        article: article.id.clone(),
        span,
        more: Vec::new(),
        gloss: Gloss {
            when,
            ..Gloss::default()
        },
        date: None,
        aspect: Whole,
        basis: Some(Stated),
        places: Vec::new(),
        kind: if is_state_visit {
            Kind::StateVisit
        } else {
            Kind::Visit
        },
        status: Reported,
        rule: String::new(),
        confidence: 90,
        origin: Origin::Extracted,
    }
}

/// Where words stand in a stretch of a text; nowhere if there are none.
fn at(text: &str, within: std::ops::Range<usize>, words: &str) -> Vec<Span> {
    let found = text.get(within.clone()).and_then(|text| text.find(words));
    let start = found
        .filter(|_| !words.is_empty())
        .map(|at| within.start + at);
    start
        .map(|start| Span::text(start..start + words.len()))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::annex::style::specimens::SPECIMENS;
    use crate::view::{Page, codec};

    #[test]
    fn each_sentence_is_there_and_each_reading_in_it() {
        let sample = Sample::of_all();
        let visits = &sample.collection.contents().visits;
        assert_eq!(visits.len(), TOLD.len() + 2);
        for visit in visits {
            for report in &visit.reports {
                let place = sample.collection.article(&report.article).unwrap();
                let text = sample.collection.entry(place).unwrap().article.text();
                assert!(text.get(report.span.range()).unwrap().ends_with('.'));
                let gloss = &report.gloss;
                for spans in [&gloss.who, &gloss.place, &gloss.when, &gloss.kind] {
                    assert!(spans.iter().all(|span| report.span.contains(*span)));
                }
                assert_eq!(gloss.when.is_empty(), report.date.is_none(), "{}", visit.id);
            }
        }
    }

    #[test]
    fn each_specimen_has_a_name_of_its_own_and_shows_what_is_there() {
        let sample = Sample::of_all();
        let mut names = BTreeSet::new();
        for specimen in &SPECIMENS {
            assert!(names.insert(specimen.name), "{}", specimen.name);
            let state = codec::read(specimen.hash);
            let chosen = state
                .visit
                .as_ref()
                .filter(|id| !id.0.starts_with("record:"));
            if let Some(id) = chosen {
                assert!(sample.collection.visit(id).is_some(), "{}", specimen.name);
            }
            match &state.page {
                Page::Article(id) => assert!(sample.collection.article(id).is_some()),
                Page::Visit(id) => assert!(sample.collection.visit(id).is_some()),
                _ => {}
            }
        }
    }
}
