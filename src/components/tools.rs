//! The buttons that open dialogs. What they open comes later ([`crate::annex`]).

use yew::prelude::*;

use crate::browser::theme::Theme;
use crate::context::Shown;
use crate::view::{Action, Dialog, Format, Later, Subject};
use crate::words;

/// The element id of the open dialog; there is one at a time.
pub const DIALOG_ID: &str = "dialog";

/// Sharing and saving what is shown.
pub fn tools(shown: &Shown, class: &'static str) -> Html {
    html! {
        // The key keeps it apart from other paragraphs, which have an attribute where this has a property.
        <p key={class} ~className={class}>
            { opener(shown, Dialog::Share(Theme::System), words::SHARE) }
            { opener(shown, Dialog::Export(Subject::Articles, Format::Csv), words::EXPORT) }
        </p>
    }
}

/// A button that opens a dialog.
pub fn opener(shown: &Shown, dialog: Dialog, label: &'static str) -> Html {
    let onclick = shown.on::<MouseEvent>(Action::Dialog(Some(dialog)));
    html! {
        <button type="button" class="quiet" data-opens={dialog.name()} aria-haspopup="dialog" {onclick}>{ label }</button>
    }
}

/// The dialog that is open, once its code is here.
pub fn open_dialog(shown: &Shown) -> Html {
    match (shown.ui.dialog, shown.ui.later) {
        (Some(dialog), Later::Here(annex)) => annex.dialog(shown, dialog),
        (Some(_), Later::Failed) => {
            html! { <p class="later-failed" role="alert">{ words::LATER_FAILED }</p> }
        }
        _ => Html::default(),
    }
}
