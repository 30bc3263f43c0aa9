//! How the collection's locale writes days. There is English alone: as in Britain, or as in the United States.
//!
//! Dates follow the collection and not the browser, so that page, copied quotation and picture agree. A page shows one
//! collection, so its locale is chosen once and not handed through every function that has a date in its words.

use std::cell::Cell;

thread_local! {
    static CHOSEN: Cell<Locale> = const { Cell::new(Locale::British) };
}

/// A way to write days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// "5 January 2026", "autumn": `en-GB`, and what is written for every locale that is not known.
    #[default]
    British,
    /// "January 5, 2026", "fall": `en-US`.
    American,
}

impl Locale {
    /// The one of a BCP 47 tag.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        if tag.eq_ignore_ascii_case("en-US") {
            Self::American
        } else {
            Self::British
        }
    }

    /// All dates are written so from now on.
    pub fn choose(self) {
        CHOSEN.set(self);
    }

    /// The one that was chosen.
    #[must_use]
    pub fn chosen() -> Self {
        CHOSEN.get()
    }

    /// "5 January", "January 5". The day may be several: "26–28".
    #[must_use]
    pub fn day(self, day: &str, month: &str) -> String {
        match self {
            Self::British => [day, " ", month].concat(),
            Self::American => [month, " ", day].concat(),
        }
    }

    /// "5 January 2026", "January 5, 2026".
    #[must_use]
    pub fn full(self, day: &str, month: &str, year: i32) -> String {
        let between = match self {
            Self::British => " ",
            Self::American => ", ",
        };
        [&self.day(day, month), between, &year.to_string()].concat()
    }

    /// The season that begins with September.
    #[must_use]
    pub fn autumn(self) -> &'static str {
        match self {
            Self::British => "autumn",
            Self::American => "fall",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_that_is_not_known_is_british() {
        for (tag, locale) in [
            ("en-US", Locale::American),
            ("en-us", Locale::American),
            ("en", Locale::British),
            ("en-GB", Locale::British),
            ("ko", Locale::British),
            ("", Locale::British),
        ] {
            assert_eq!(Locale::of(tag), locale, "{tag}");
        }
    }
}
