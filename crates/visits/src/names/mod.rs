//! People and places: the lists that ship with the crate, and finding their names in a text.

mod gazetteer;

pub(crate) use gazetteer::{Entry, Gazetteer, PlaceKind};
