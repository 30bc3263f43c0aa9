//! People and places: the lists that ship with the crate, and finding their names in a text.

mod family;
mod gazetteer;
mod hash;
mod lists;
mod marks;
mod offices;
mod outlets;
mod person;
mod roster;
mod scan;
mod section;
mod spelling;
mod spots;
mod table;
mod title;

pub(crate) use family::same_family;
pub(crate) use gazetteer::{Gazetteer, PlaceKind};
pub(crate) use hash::QuickMap;
pub(crate) use marks::mark;
pub(crate) use outlets::home as home_of;
pub(crate) use person::{Gender, name_words};
pub(crate) use roster::{Known, PersonId, Roster};
pub(crate) use section::{Mark, Section, Spot, What};
pub(crate) use title::read as read_title;
