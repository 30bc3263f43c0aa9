//! What each kind of expression looks like.

mod explicit;

pub(super) use explicit::calendar;
