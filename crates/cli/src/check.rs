//! `dateline check`: every problem, and the visits that nobody has checked.

use std::collections::BTreeMap;

use dateline_build::{Built, build_documents, is_checked};
use dateline_model::{ArticleId, Visit};

use crate::args::CheckArgs;
use crate::out::Out;
use crate::told::{self, Told, counted};
use crate::visits::Articles;
use crate::{input, unchecked};

/// Prints every problem on standard output, then the visits to check where that is asked, and a summary on standard error.
pub(crate) fn run(args: &CheckArgs, out: &mut Out) -> Told {
    let read = input::documents(&args.inputs);
    let paths: BTreeMap<ArticleId, String> = read
        .documents
        .iter()
        .map(|document| (document.article.id.clone(), document.path.clone()))
        .collect();
    // Only the whole pipeline meets all problems: ids that no visit has, rows that the record lacks.
    let Built {
        contents, problems, ..
    } = build_documents(read);
    for problem in &problems {
        out.line(&problem.to_string());
    }
    if contents.articles.is_empty() {
        return told::end(0, &[], true, true);
    }
    let mut summary = vec![
        counted(contents.articles.len(), "article"),
        counted(problems.len(), "problem"),
    ];
    let open = |visit: &&Visit| args.visits && !is_checked(visit);
    let open: Vec<&Visit> = contents.visits.iter().filter(open).collect();
    if args.visits {
        let articles = contents.articles.iter().map(|entry| &entry.article);
        let articles: Articles<'_> = articles.map(|article| (&article.id, article)).collect();
        unchecked::print(&open, &articles, &paths, out);
        summary.push(format!("{} to check", counted(open.len(), "visit")));
    }
    told::summary(&summary);
    if problems.is_empty() && open.is_empty() {
        Told::Done
    } else {
        Told::Problems
    }
}
