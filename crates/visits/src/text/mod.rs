//! Words and sentences: what every rule reads. Offsets are bytes in the text that was given.

mod sentence;
mod token;

pub(crate) use sentence::sentences;
pub(crate) use token::{Token, TokenKind, tokens};
