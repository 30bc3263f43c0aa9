//! Just enough grammar: sentences as units, verb groups, subjects, places in a row.

mod discourse;
mod group;
mod homonym;
mod places;
mod subject;
mod verbs;
mod view;
mod words;

pub(crate) use discourse::{Discourse, is_subject_like};
pub(crate) use group::{Group, group, inherited, weaker};
pub(crate) use homonym::is_verb_here;
pub(crate) use places::{Leg, Legs, destination, located, places_from};
pub(crate) use subject::{Subject, across, by_pronoun, left_of, people_from, subject, with_others};
pub(crate) use verbs::{Form, Verb, verb};
pub(crate) use view::View;
pub(crate) use words::{
    Pronoun, begins_clause, is_adverb, is_be, is_determiner, is_remote, is_wall, pronoun,
};
