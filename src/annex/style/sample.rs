//! A small invented collection in which every state of every part occurs.

use std::ops::Range;
use std::rc::Rc;

use dateline_bundle::record::{Correction, Record, RecordRow};
use dateline_bundle::{About, Collection, Contents, RecordInfo};
use dateline_model::{
    Article, Aspect, Basis, Checked, Day, Edtf, Gloss, Host, Kind, Origin, Person, Place, Recorded,
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

/// A line a visit: its id, the sentence that reports it, its date, and letters for what the date is of (`W`hole, `U`nder way,
/// `S`tart, `E`nd), how it was come by (`s`tated, `w`orked out, `f`rom another date, `u`nclear) and what became of it. In the
/// sentence `[ ]` stand around the words for when, `{ }` for who, `< >` for the country, `( )` for the kind and `_ _` for the town.
/// One text and no table, as for the specimens.
const TOLD: &str = "\
day|[On 3 May 2023], {President Ada Oyelaran} was in _Lisbon_ for a (state visit) to <Portugal>.|2023-05-03|Ws
range|{Oyelaran} came back to <Portugal> and its harbours [from 12 to 14 September 2023].|2023-09-12/2023-09-14|Ws
under-way|[On 20 January], {Castellan}, who is on a (state visit) to <Kenya>, met shipbuilders in _Nairobi_.|2024-01-20|Us
within|[In May 2024], {Castellan} visited <Norway>.|2024-05|Ws
between|[Just over two months ago], {Oyelaran} paid a visit to <Ecuador>.|[2024-08-25..2024-09-12]|Ww
start|{Castellan} arrived in <Portugal> [on 2 December 2024].|2024-12-02|Ss
end|{Oyelaran} left <Kenya> [on 9 March], after a visit that nobody had announced.|2025-03-09|Eu
differ|{Castellan}’s visit to <Norway> began [on 10 June 2025].|2025-06-10/2025-06-12|Ws
planned|{Oyelaran} will travel to _Quito_, <Ecuador>, [in November 2025].|2025-11|Ws
proposed|{Castellan} may visit _Oslo_, <Norway>, [the following month].|2025-12|Wf
postponed|{Oyelaran}’s visit to <Kenya> [on 4 February 2026] was put off.|2026-02-04|Ws
cancelled|{Castellan}’s trip to <Portugal> [on 1 March 2026] was called off.|2026-03-01|Ws
undated|An undated visit took {Zoé Adams} to <Norway>.||Ws";

/// A visit and the sentence that reports it.
struct Told {
    id: &'static str,
    sentence: String,
    /// In the sentence: when, who, country, kind, town.
    marked: [Option<Range<usize>>; 5],
    date: Option<Edtf>,
    aspect: Aspect,
    basis: Basis,
    status: Status,
}

impl Told {
    fn all() -> Vec<Self> {
        TOLD.lines().filter_map(Self::read).collect()
    }

    fn read(line: &'static str) -> Option<Self> {
        let mut parts = line.split('|');
        let (id, marked_sentence) = (parts.next()?, parts.next()?);
        let (date, letters) = (parts.next()?, parts.next()?);
        let mut sentence = String::new();
        let mut marked: [Option<Range<usize>>; 5] = Default::default();
        let mut open = 0;
        for c in marked_sentence.chars() {
            let at = sentence.len();
            match (c, "]}>)".find(c)) {
                ('[' | '{' | '<' | '(', _) => open = at,
                ('_', _) => {
                    let [.., town] = &mut marked;
                    if town.is_none() {
                        *town = Some(at..at);
                    } else if let Some(town) = town {
                        town.end = at;
                    }
                }
                (_, Some(place)) => {
                    if let Some(mark) = marked.get_mut(place) {
                        *mark = Some(open..at);
                    }
                }
                (other, None) => sentence.push(other),
            }
        }
        Some(Self {
            id,
            sentence,
            marked,
            date: date.parse().ok(),
            aspect: match letters.chars().next()? {
                'U' => Aspect::UnderWay,
                'S' => Aspect::Start,
                'E' => Aspect::End,
                _ => Aspect::Whole,
            },
            basis: match letters.chars().nth(1)? {
                'w' => Basis::WorkedOut,
                'f' => Basis::FromText,
                'u' => Basis::Unclear,
                _ => Basis::Stated,
            },
            status: match id {
                "planned" => Status::Planned,
                "proposed" => Status::Proposed,
                "postponed" => Status::Postponed,
                "cancelled" => Status::Cancelled,
                _ => Status::Reported,
            },
        })
    }
}

fn contents() -> Contents {
    let told = Told::all();
    let mut news = article("news", "Where presidents and ministers went", "2024-11-05");
    news.source = Some("The Harbour Bulletin".to_owned());
    news.byline = vec!["Rui Almada".to_owned()];
    news.url = Some("https://example.org/news".to_owned());
    news.topics = vec!["harbours".to_owned(), "journeys".to_owned()];
    news.blocks = told.iter().map(|told| paragraph(&told.sentence)).collect();
    let mut other = article("other", "A second paper has another day", "2025-06-13");
    other.source = Some("The Fjord Post".to_owned());
    other.note = Some("Invented, as all of this is.".to_owned());
    other.blocks = vec![paragraph(
        "Castellan’s visit to Norway began on 11 June 2025.",
    )];
    let mut lighthouse = article("lighthouse", "One lighthouse and no visit", "2022-02-01");
    lighthouse.genre = Some("commentary".to_owned());
    lighthouse.blocks = vec![paragraph("A lighthouse stands where no harbour is.")];
    let visits = visits(&told, &news, &other);
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
            label: "Portuguese visits on record, 1990–2024".to_owned(),
        }),
        ..Contents::new(about, entries.to_vec(), visits)
    }
}

/// One visit for each sentence, and what else a visit can have.
fn visits(told: &[Told], news: &Article, other: &Article) -> Vec<Visit> {
    let mut visits: Vec<Visit> = told.iter().map(|told| visit(news, told)).collect();
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
    let start = text.find("on 11")?;
    let mut report = report(other, Span::text(0..text.len()));
    report.gloss.when = vec![Span::text(start..text.len() - 1)];
    report.date = "2025-06-11/2025-06-12".parse().ok();
    Some(report)
}

/// The people of the sample, with what they stand for.
const PEOPLE: [[&str; 3]; 3] = [
    ["Ada Oyelaran", "President", "Nigeria"],
    ["Ben Castellan", "Minister", "Ecuador"],
    ["Zoé Adams", "", ""],
];

fn visit(article: &Article, told: &Told) -> Visit {
    let start = article.text().find(&told.sentence).unwrap_or_default();
    let spans = |mark: &Option<Range<usize>>| -> Vec<Span> {
        let moved = mark
            .iter()
            .map(|it| Span::text(start + it.start..start + it.end));
        moved.collect()
    };
    let words = |mark: &Option<Range<usize>>| {
        let words = mark.clone().and_then(|mark| told.sentence.get(mark));
        words.unwrap_or_default().to_owned()
    };
    let [when, who, country, kind, town] = &told.marked;
    let mut report = report(article, Span::text(start..start + told.sentence.len()));
    report.gloss = Gloss {
        who: spans(who),
        place: spans(country),
        when: spans(when),
        kind: spans(kind),
    };
    report.date = told.date;
    report.aspect = told.aspect;
    report.basis = told.date.map(|_| told.basis);
    report.status = told.status;
    if kind.is_some() {
        report.kind = Kind::StateVisit;
    }
    let (who, country, town) = (words(who), words(country), words(town));
    let family = who.rsplit(' ').next().unwrap_or_default();
    let person = PEOPLE.into_iter().find(|[name, ..]| name.ends_with(family));
    let [name, role, from] = person.unwrap_or_default();
    let filled = |words: &str| Some(words.to_owned()).filter(|words| !words.is_empty());
    let place = filled(&town).map(|name| Place {
        name,
        country: filled(&country),
    });
    Visit {
        id: VisitId(told.id.to_owned()),
        visitors: vec![Person {
            name: name.to_owned(),
            role: filled(role),
            country: filled(from),
        }],
        host: Some(Host {
            country: filled(&country),
            person: None,
        }),
        places: place.into_iter().collect(),
        date: told.date,
        aspect: told.aspect,
        kind: report.kind,
        status: told.status,
        part_of: None,
        reports: vec![report],
        checked: None,
        recorded: None,
    }
}

fn report(article: &Article, span: Span) -> Report {
    Report {
        article: article.id.clone(),
        span,
        more: Vec::new(),
        gloss: Gloss::default(),
        date: None,
        aspect: Aspect::Whole,
        basis: Some(Basis::Stated),
        places: Vec::new(),
        kind: Kind::Visit,
        status: Status::Reported,
        rule: String::new(),
        confidence: 90,
        origin: Origin::Extracted,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::annex::style::specimens::Specimen;
    use crate::view::{Page, codec};

    #[test]
    fn each_sentence_is_there_and_each_reading_in_it() {
        let sample = Sample::of_all();
        let visits = &sample.collection.contents().visits;
        assert_eq!(visits.len(), TOLD.lines().count() + 2);
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
        for specimen in Specimen::all() {
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
