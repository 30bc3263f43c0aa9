//! Closed classes of words.

/// Words between an auxiliary and its verb, or between a subject and its verb, that change neither.
pub(crate) fn is_adverb(lower: &str) -> bool {
    matches!(
        lower,
        "again"
            | "already"
            | "also"
            | "always"
            | "back"
            | "briefly"
            | "both"
            | "directly"
            | "earlier"
            | "either"
            | "even"
            | "eventually"
            | "ever"
            | "finally"
            | "first"
            | "formally"
            | "further"
            | "here"
            | "immediately"
            | "instead"
            | "jointly"
            | "just"
            | "last"
            | "later"
            | "likewise"
            | "maybe"
            | "meanwhile"
            | "next"
            | "now"
            | "officially"
            | "once"
            | "only"
            | "personally"
            | "possibly"
            | "previously"
            | "privately"
            | "probably"
            | "publicly"
            | "quickly"
            | "quietly"
            | "reportedly"
            | "secretly"
            | "separately"
            | "shortly"
            | "simultaneously"
            | "soon"
            | "specially"
            | "still"
            | "subsequently"
            | "successfully"
            | "themselves"
            | "himself"
            | "herself"
            | "then"
            | "thereafter"
            | "therefore"
            | "thus"
            | "together"
            | "too"
            | "twice"
            | "widely" | "warmly" | "largely" | "generally" | "tentatively"
            | "yet"
            | "all"
            | "each"
            | "recently"
            | "promptly"
            | "now-retired"
            | "actually"
            | "clearly"
            | "currently"
            | "never"
            | "not"
            | "n't"
            | "apparently"
            | "presently"
            | "unexpectedly"
            | "cordially"
            | "hopefully"
            | "ultimately"
            | "initially"
            | "lately"
            | "myself"
    )
}

/// Prepositions after which a person is no subject.
pub(crate) fn makes_oblique(lower: &str) -> bool {
    matches!(
        lower,
        "about"
            | "against"
            | "alongside"
            | "among"
            | "at"
            | "behind"
            | "beside"
            | "besides"
            | "between"
            | "by"
            | "for"
            | "from"
            | "in"
            | "including"
            | "into"
            | "like"
            | "near"
            | "of"
            | "off"
            | "on"
            | "opposite"
            | "over"
            | "than"
            | "through"
            | "to"
            | "toward"
            | "towards"
            | "under"
            | "unlike"
            | "upon"
            | "versus"
            | "via"
            | "with"
            | "without"
            | "regarding"
            | "concerning"
            | "behalf"
            | "'s"
    )
}

/// Signs that no argument reaches across.
pub(crate) fn is_wall(lower: &str) -> bool {
    matches!(
        lower,
        ";" | ":" | "“" | "”" | "\"" | "«" | "»" | "``" | "''" | "•" | "|"
    )
}

/// Words that begin a clause of their own.
pub(crate) fn begins_clause(lower: &str) -> bool {
    matches!(
        lower,
        "although"
            | "as"
            | "because"
            | "but"
            | "if"
            | "since"
            | "so"
            | "that"
            | "though"
            | "unless"
            | "until"
            | "what"
            | "when"
            | "where"
            | "whereas"
            | "whether"
            | "which"
            | "while"
            | "who"
            | "whom"
            | "whose"
            | "why"
            | "how"
    )
}

/// Forms of "be".
pub(crate) fn is_be(lower: &str) -> bool {
    matches!(
        lower,
        "am" | "are"
            | "be"
            | "been"
            | "being"
            | "is"
            | "was"
            | "were"
            | "'m"
            | "'re"
            | "’m"
            | "’re"
    )
}

/// "the", "a", "this", …
pub(crate) fn is_determiner(lower: &str) -> bool {
    matches!(
        lower,
        "a" | "an"
            | "another"
            | "any"
            | "each"
            | "its"
            | "some"
            | "that"
            | "the"
            | "these"
            | "this"
            | "those"
    )
}

/// Possessive and personal pronouns that stand for people: the first letter of the answer tells the person.
pub(crate) fn pronoun(lower: &str) -> Option<Pronoun> {
    Some(match lower {
        "he" | "him" | "his" | "himself" => Pronoun::He,
        "she" | "her" | "hers" | "herself" => Pronoun::She,
        "they" | "them" | "their" | "theirs" => Pronoun::They,
        "i" | "me" | "my" | "mine" => Pronoun::I,
        "we" | "us" | "our" | "ours" => Pronoun::We,
        _ => return None,
    })
}

/// Whom a pronoun stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pronoun {
    /// A man.
    He,
    /// A woman.
    She,
    /// Several people.
    They,
    /// The speaker.
    I,
    /// The speaker and others.
    We,
}

/// Signs that somebody did not travel: calls and meetings on a screen.
pub(crate) fn is_remote(lower: &str) -> bool {
    matches!(
        lower,
        "call"
            | "called"
            | "calls"
            | "phone"
            | "telephone"
            | "telephoned"
            | "phoned"
            | "teleconference"
            | "virtual"
            | "virtually"
            | "video"
            | "videoconference"
            | "video-conference"
            | "videolink"
            | "online"
            | "telephonic"
            | "zoom"
            | "remotely"
            | "web"
            | "webinar"
            | "hologram"
            | "videoconferencing"
            | "teleconferencing"
    )
}
