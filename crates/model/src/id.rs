//! Ids that people read, and that survive a new reading of the same articles.

use serde::{Deserialize, Serialize};

/// The id of an article: its front matter's `id`, else its path (see [`ArticleId::from_path`]).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ArticleId(pub String);

impl ArticleId {
    /// The id of an article without one of its own: the path below the input folder without extension, a final
    /// `/index` dropped, `/` → `.`, any other character outside `[A-Za-z0-9._-]` → `-`, case kept.
    ///
    /// ```
    /// use dateline_model::ArticleId;
    ///
    /// assert_eq!(ArticleId::from_path("2026/01/A visit!.md").0, "2026.01.A-visit-");
    /// assert_eq!(ArticleId::from_path("tour/index.md").0, "tour");
    /// ```
    #[must_use]
    pub fn from_path(path: &str) -> Self {
        let (folder, name) = path
            .rsplit_once('/')
            .map_or(("", path), |(folder, name)| (folder, name));
        let stem = match name.rsplit_once('.') {
            Some((stem, _)) if !stem.is_empty() => stem,
            _ => name,
        };
        let whole = match (folder, stem) {
            ("", stem) => stem.to_owned(),
            (folder, "index") => folder.to_owned(),
            (folder, stem) => format!("{folder}/{stem}"),
        };
        Self::from_words(&whole)
    }

    /// An id out of any words: the same replacement of characters, without the treatment of a path.
    #[must_use]
    pub fn from_words(words: &str) -> Self {
        let keep = |c: char| match c {
            '/' => '.',
            'A'..='Z' | 'a'..='z' | '0'..='9' | '.' | '_' | '-' => c,
            _ => '-',
        };
        Self(words.chars().map(keep).collect())
    }
}

impl std::fmt::Display for ArticleId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The id of a visit, readable and stable: `lee-jae-myung.china.2026-01`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct VisitId(pub String);

impl VisitId {
    /// The id of a visit out of who went, where, and when (`YYYY-MM`, `YYYY` or nothing), each turned into a slug.
    ///
    /// ```
    /// use dateline_model::VisitId;
    ///
    /// assert_eq!(VisitId::new("Lee Jae Myung", "China", "2026-01").0, "lee-jae-myung.china.2026-01");
    /// assert_eq!(VisitId::new("Xi Jinping", "Côte d’Ivoire", "").0, "xi-jinping.cote-d-ivoire");
    /// ```
    #[must_use]
    pub fn new(visitor: &str, place: &str, when: &str) -> Self {
        let parts = [slug(visitor), slug(place), slug(when)];
        let filled: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Self(filled.join("."))
    }
}

impl std::fmt::Display for VisitId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Words as ids have them: lower case, runs of anything but letters and digits become one `-`, Latin letters lose their
/// marks. So it also tells whether two writings of a name differ in more than these.
///
/// ```
/// use dateline_model::slug;
///
/// assert_eq!(slug("Kim Dae-Jung"), slug("Kim Dae Jung"));
/// assert_eq!(slug("Shinzō Abe"), "shinzo-abe");
/// ```
#[must_use]
pub fn slug(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    let mut gap = false;
    for c in words.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            if gap && !slug.is_empty() {
                slug.push('-');
            }
            gap = false;
            slug.push_str(plain(c).unwrap_or(c.encode_utf8(&mut [0; 4])));
        } else if !is_combining(c) {
            gap = true;
        }
    }
    slug
}

/// Combining diacritical marks (U+0300 to U+036F) vanish in a slug and do not part words.
fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// The plain letters for the accented lower-case Latin letters that names are written with.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' => "o",
        'œ' => "oe",
        'ŕ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_ids() {
        for (path, id) in [
            ("000_173b04a3eeb41b64.txt", "000_173b04a3eeb41b64"),
            ("a/b.c.md", "a.b.c"),
            ("index.md", "index"),
            ("a/index.html", "a"),
            (".hidden", ".hidden"),
            ("Über/ß.md", "-ber.-"),
            ("", ""),
        ] {
            assert_eq!(ArticleId::from_path(path).0, id, "{path}");
        }
    }

    #[test]
    fn visits_have_readable_ids() {
        for (visitor, place, when, id) in [
            (
                "Shinzō Abe",
                "United States",
                "2017-02",
                "shinzo-abe.united-states.2017-02",
            ),
            ("Türkiye’s envoy", "UK", "2017", "turkiye-s-envoy.uk.2017"),
            ("習近平", "韓国", "", "習近平.韓国"),
            ("--", "", "", ""),
        ] {
            assert_eq!(VisitId::new(visitor, place, when).0, id);
        }
    }
}
