//! Addresses that may reach a page.

/// What an address is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// `http`, `https` or `mailto`.
    Good,
    /// Without a scheme, so that it means nothing away from the site that it was written for, or of a harmless scheme that
    /// is not kept, such as `tel:`.
    Useless,
    /// Of another scheme, such as `javascript:` or `data:`.
    Dangerous,
}

/// Judges an address as a browser would read it: white space around it and controls, tabs and line breaks anywhere in
/// it are skipped (WHATWG URL Standard, "basic URL parser").
pub(crate) fn judge(address: &str) -> Link {
    let clean: String = address
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .take(16)
        .collect();
    let is_scheme = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    let Some((scheme, rest)) = clean.split_once(':') else {
        return if clean.len() >= 16 && clean.chars().all(is_scheme) {
            Link::Dangerous
        } else {
            Link::Useless
        };
    };
    if !scheme.chars().all(is_scheme) || !scheme.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Link::Useless;
    }
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" if rest.starts_with("//") => Link::Good,
        "mailto" => Link::Good,
        "ftp" | "geo" | "sms" | "tel" => Link::Useless,
        _ => Link::Dangerous,
    }
}

/// The address of a web page without white space around it, or `None`.
pub(crate) fn web_page(address: &str) -> Option<String> {
    let address = address.trim();
    let is_mail = address
        .get(..7)
        .is_some_and(|start| start.eq_ignore_ascii_case("mailto:"));
    let good = judge(address) == Link::Good && !is_mail;
    (good && !address.contains(|c: char| c.is_whitespace() || c.is_control()))
        .then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_three_schemes_are_good() {
        for (address, link) in [
            ("https://example.org/a", Link::Good),
            ("HTTP://example.org", Link::Good),
            ("mailto:desk@example.org", Link::Good),
            ("/2026/visit", Link::Useless),
            ("visit.html#a:b", Link::Useless),
            ("#note", Link::Useless),
            ("@/visit.md", Link::Useless),
            ("", Link::Useless),
            ("tel:1-800-985-5990", Link::Useless),
            ("javascript:alert(1)", Link::Dangerous),
            ("JaVaScRiPt:alert(1)", Link::Dangerous),
            (" java\tscript\n:alert(1)", Link::Dangerous),
            ("\u{1}javascript:alert(1)", Link::Dangerous),
            ("data:text/html,x", Link::Dangerous),
            ("vbscript:x", Link::Dangerous),
            ("file:///etc", Link::Dangerous),
            ("https:example.org", Link::Dangerous),
            ("averyveryverylongscheme:x", Link::Dangerous),
        ] {
            assert_eq!(judge(address), link, "{address:?}");
        }
    }

    #[test]
    fn a_web_page_has_a_plain_address() {
        assert_eq!(
            web_page(" https://a.example/x ").as_deref(),
            Some("https://a.example/x")
        );
        for address in [
            "mailto:a@b.example",
            "/x",
            "https://a.example/x y",
            "javascript:x",
        ] {
            assert_eq!(web_page(address), None, "{address}");
        }
    }
}
