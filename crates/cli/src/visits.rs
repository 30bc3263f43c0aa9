//! `dateline visits`: who went where, when, and which sentence says so.

use std::collections::BTreeMap;

use dateline_build::{Documents, readings};
use dateline_export::{Stamp, event_days, visit_json, visits_csv, visits_ics};
use dateline_model::{Article, ArticleId, Visit};

use crate::args::{VisitsArgs, VisitsFormat};
use crate::out::Out;
use crate::told::Told;
use crate::{contents, explain, input, table, told};

/// The articles that visits refer to.
pub(crate) type Articles<'a> = BTreeMap<&'a ArticleId, &'a Article>;

/// Prints the visits, or how they were found.
pub(crate) fn run(args: &VisitsArgs, out: &mut Out) -> Told {
    if args.explain || args.unmerged {
        return from_articles(args, out);
    }
    let (contents, problems) = contents::contents(&args.common.inputs);
    let articles = contents.articles.iter().map(|entry| &entry.article);
    let articles: Articles<'_> = articles.map(|article| (&article.id, article)).collect();
    let title = &contents.about.title;
    print(args, &contents.visits, &articles, title, out);
    args.common.end(articles.len(), &problems)
}

/// What needs the articles themselves: each one's own visits, and the reasons.
fn from_articles(args: &VisitsArgs, out: &mut Out) -> Told {
    let Documents {
        documents,
        settings,
        problems,
        ..
    } = input::documents(&args.common.inputs);
    let readings = readings(&documents);
    if args.explain {
        let pairs = documents.iter().zip(&readings);
        for (document, reading) in pairs {
            explain::print(&document.article, &reading.explanations, args.format, out);
        }
    } else {
        let articles = documents.iter().map(|document| &document.article);
        let articles: Articles<'_> = articles.map(|article| (&article.id, article)).collect();
        let visits: Vec<Visit> = readings
            .into_iter()
            .flat_map(|reading| reading.visits)
            .collect();
        let title = settings.title.unwrap_or_else(|| "Visits".to_owned());
        print(args, &visits, &articles, &title, out);
    }
    args.common.end(documents.len(), &problems)
}

/// Prints visits in a format; `title` is the collection's.
fn print(args: &VisitsArgs, visits: &[Visit], articles: &Articles<'_>, title: &str, out: &mut Out) {
    let lookup = |id: &ArticleId| articles.get(id).copied();
    let stamp = Stamp {
        collection: title,
        ..Stamp::default()
    };
    let all: Vec<&Visit> = visits.iter().collect();
    match args.format {
        VisitsFormat::Table => table::print(visits, out),
        VisitsFormat::Json => {
            for visit in visits {
                out.line(&visit_json(visit, &lookup));
            }
        }
        VisitsFormat::Csv => out.text(&visits_csv(&all, &stamp, &lookup)),
        VisitsFormat::Ics => {
            out.text(&visits_ics(&all, &stamp, &lookup));
            tell_left_out(visits, args.common.quiet);
        }
    }
}

/// Says how many visits the calendar does not have.
fn tell_left_out(visits: &[Visit], quiet: bool) {
    let left = visits.iter().filter(|visit| event_days(visit).is_none());
    let left = left.count();
    if left > 0 && !quiet {
        told::complain(&format!(
            "{left} of {} visits and talks are not in the calendar, because no day of theirs is known.",
            visits.len()
        ));
    }
}
