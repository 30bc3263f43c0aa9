//! The built site in three browsers.
