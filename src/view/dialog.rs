//! The dialogs, and what is chosen in them.

use crate::browser::theme::Theme;

/// A dialog that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// The filters, on a narrow page.
    Filters,
    /// What can be written in the search box.
    Help,
    /// A file of what is shown.
    Export(Subject, Format),
    /// The link to what is shown, and the line that embeds it in this theme.
    Share(Theme),
}

impl Dialog {
    /// What the `data-opens` attribute of the buttons says that open it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Filters => "filters",
            Self::Help => "help",
            Self::Export(..) => "export",
            Self::Share(_) => "share",
        }
    }
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The articles of the selection.
    Articles,
    /// Its visits and talks.
    Visits,
}

impl Subject {
    /// Both, in the order of the dialog.
    pub const ALL: [Self; 2] = [Self::Articles, Self::Visits];

    /// The word in the names of files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Articles => "articles",
            Self::Visits => "visits",
        }
    }

    /// The formats that it is offered in: articles are nothing for a calendar.
    #[must_use]
    pub fn formats(self) -> &'static [Format] {
        match self {
            Self::Articles => &[Format::Csv, Format::Json],
            Self::Visits => &[Format::Csv, Format::Json, Format::Ics, Format::Svg],
        }
    }
}

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A table.
    Csv,
    /// For programs.
    Json,
    /// A calendar.
    Ics,
    /// A picture of the timeline.
    Svg,
}

impl Format {
    /// The ending of the file's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Ics => "ics",
            Self::Svg => "svg",
        }
    }

    /// The media type of the file (RFC 7111, RFC 8259, RFC 5545, SVG 2).
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv;charset=utf-8",
            Self::Json => "application/json",
            Self::Ics => "text/calendar;charset=utf-8",
            Self::Svg => "image/svg+xml",
        }
    }
}
