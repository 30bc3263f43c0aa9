//! Where the reader is: the title of the tab, the place on the page, and the focus.

use dateline_bundle::Collection;
use yew::Context;

use super::Explorer;
use crate::browser::{focus, page};
use crate::components::marked::PASSAGE_ID;
use crate::components::{article_list, search};
use crate::pages::HEADLINE_ID;
use crate::view::{Action, Copied, Page, State};
use crate::words;

/// Where the focus goes if an action takes away what has it, as a selector.
pub(super) fn refuge(action: &Action, before: &State) -> Option<String> {
    match action {
        Action::Toggle(..)
        | Action::Clear
        | Action::AnyTime
        | Action::Ask(_)
        | Action::Exact(_) => Some(format!("#{}", search::BOX_ID)),
        Action::Dialog(None) => before
            .ui
            .dialog
            .map(|dialog| format!("[data-opens='{}']", dialog.name())),
        Action::Window(_) => Some(".mark[tabindex='0']".to_owned()),
        Action::MoreArticles => {
            let first_new = (before.ui.more_articles + 1) * article_list::PAGE + 1;
            Some(format!(
                "#{} li:nth-child({first_new}) h2 a",
                article_list::LIST_ID
            ))
        }
        Action::MoreVisits => Some(".first-new".to_owned()),
        Action::WholeFacet(facet, _) => Some(format!(
            "#facet-{} label:nth-of-type(6) input",
            facet.name()
        )),
        Action::Copied(_, Copied::Refused(_)) => Some(".copy-by-hand textarea".to_owned()),
        _ => None,
    }
}

/// The title of the tab.
pub(super) fn title(collection: &Collection, page: &Page) -> String {
    let headline = match page {
        Page::Explore => None,
        Page::Visits => Some(words::VISITS.to_owned()),
        Page::About => Some(words::ABOUT.to_owned()),
        Page::Article(id) => {
            let entry = collection
                .article(id)
                .and_then(|index| collection.entry(index));
            entry.map(|entry| entry.article.headline.clone())
        }
        Page::Visit(id) => {
            let visits = &collection.contents().visits;
            let visit = collection
                .visit(id)
                .and_then(|key| visits.get(key as usize));
            visit.map(words::route)
        }
        Page::Profile(_, name) => Some(name.clone()),
        Page::Style(_) => Some(words::STYLE.to_owned()),
    };
    words::tab_title(headline.as_deref(), &collection.contents().about.title)
}

impl Explorer {
    /// After another page was rendered: its title, its place and the focus.
    pub(super) fn open_page(&mut self, ctx: &Context<Self>) {
        let page = &self.state.view.page;
        let is_coming = page.is_later() && self.state.ui.later.annex().is_none();
        if is_coming || self.rendered.as_ref() == Some(page) {
            return;
        }
        let before = self.rendered.replace(page.clone());
        page::set_title(&title(&ctx.props().collection, page));
        match (page, before) {
            (_, None) => {}
            (Page::Explore, _) => self.return_to_list(),
            _ => {
                page::scroll_to(0.0);
                focus::id(HEADLINE_ID);
            }
        }
    }

    /// Goes to the passage that the address points to, once it is there.
    pub(super) fn seek_passage(&mut self) {
        let at = &self.state.view.at;
        if *at == self.sought || at.is_some() && !focus::id(PASSAGE_ID) {
            return;
        }
        if at.is_some() {
            page::scroll_to_id(PASSAGE_ID, page::Place::Middle);
        }
        self.sought.clone_from(at);
    }

    /// To the place that the reader left this very view from, the focus to the article that was opened; any other view
    /// begins at its top.
    pub(super) fn return_to_list(&self) {
        let same = self
            .left
            .as_ref()
            .filter(|(view, ..)| *view == self.state.view);
        let Some((_, opened, top)) = same else {
            page::scroll_to(0.0);
            focus::id(article_list::LIST_ID);
            return;
        };
        page::scroll_to(*top);
        let found = matches!(opened, Page::Article(id) if focus::id(&article_list::link_id(id)));
        if !found {
            focus::id(article_list::LIST_ID);
        }
    }

    /// Keeps the place in the list before another page is opened, while the list still stands.
    pub(super) fn remember_place(&mut self, next: &Page) {
        if self.state.view.page == Page::Explore && *next != Page::Explore {
            self.left = Some((
                self.state.view.clone(),
                next.clone(),
                page::scroll_position(),
            ));
        }
    }
}
