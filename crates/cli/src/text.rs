//! `dateline text`: what offsets refer to.

use dateline_build::Documents;
use serde::Serialize;

use crate::args::TextArgs;
use crate::input;
use crate::out::Out;
use crate::told::{self, Told};

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    text: &'a str,
}

/// Prints the plain texts.
pub(crate) fn run(args: &TextArgs, out: &mut Out) -> Told {
    let Documents {
        documents,
        problems,
        ..
    } = input::documents(&args.common.inputs);
    let wanted = documents
        .iter()
        .map(|document| &document.article)
        .filter(|article| args.id.as_ref().is_none_or(|id| article.id.0 == *id));
    let mut count = 0;
    for article in wanted {
        let text = article.text();
        if args.json {
            out.json(&Line {
                id: &article.id.0,
                text: &text,
            });
        } else {
            if count > 0 {
                out.line("");
            }
            out.line(&article.headline);
            out.line("");
            out.line(&text);
        }
        count += 1;
    }
    if let (0, false, Some(id)) = (count, documents.is_empty(), &args.id) {
        told::complain(&format!("no article has the id {id}"));
        return Told::Problems;
    }
    args.common.end(documents.len(), &problems)
}
