//! The link to what is shown, and the line that puts it into another page.

use yew::prelude::*;

use super::dialog::{choice, copy_field, frame, option};
use crate::browser::location;
use crate::browser::theme::Theme;
use crate::context::Shown;
use crate::view::{Action, Copied, Dialog, ViewState, codec};
use crate::words;

/// How high the embedded page is, in CSS pixels, until somebody changes the line.
const HEIGHT: &str = "640";

/// The dialog; `theme` is that of the embedded page.
pub fn share(shown: &Shown, theme: Theme) -> Html {
    let alone = shown.state.alone();
    let link = location::address(&codec::write(&alone));
    let embedded = ViewState {
        embed: true,
        theme: Some(theme).filter(|theme| *theme != Theme::System),
        ..alone
    };
    let address = location::address(&codec::write(&embedded));
    let line = iframe(&address, &shown.collection.contents().about.title);
    let mut themes = Vec::new();
    for each in Theme::ALL {
        let action = Action::Dialog(Some(Dialog::Share(each)));
        let label = words::theme(each).to_owned();
        themes.push(option(shown, "embed-theme", label, each == theme, action));
    }
    let told = match &shown.ui.copied {
        Copied::Nothing | Copied::NothingSelected => "",
        Copied::Done => words::COPIED,
        Copied::Refused(_) => words::COPY_BY_HAND,
    };
    let content = html! {
        <>
            { copy_field(shown, "share-link", words::LINK, &link) }
            { copy_field(shown, "share-embed", words::EMBED, &line) }
            <p class="hint">{ words::EMBED_HINT }</p>
            { choice(words::EMBED_THEME, themes) }
            <p class="dialog-status" role="status">{ told }</p>
        </>
    };
    frame(shown, "dialog", words::SHARE, content)
}

/// The line for another page: a fixed height, no border of the browser's, a name for assistive technology, no script.
fn iframe(address: &str, title: &str) -> String {
    let mut line = String::from("<iframe src=\"");
    push_escaped(address, &mut line);
    line.push_str("\" title=\"");
    push_escaped(title, &mut line);
    line.push_str("\" width=\"100%\" height=\"");
    line.push_str(HEIGHT);
    line.push_str("\" loading=\"lazy\" style=\"border:0\"></iframe>");
    line
}

/// A text as the value of an attribute between quotation marks.
fn push_escaped(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '<' => out.push_str("&lt;"),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_leave_its_attribute() {
        assert_eq!(
            iframe("https://a.example/#/?embed=1&q=x", "\"><script> & co"),
            "<iframe src=\"https://a.example/#/?embed=1&amp;q=x\" title=\"&quot;>&lt;script> &amp; co\" \
             width=\"100%\" height=\"640\" loading=\"lazy\" style=\"border:0\"></iframe>"
        );
    }
}
