//! The parts of the page, one a file.

pub mod article_list;
pub mod article_text;
pub mod copy;
pub mod facts;
pub mod filters;
pub mod marked;
pub mod masthead;
pub mod message;
pub mod quotation;
pub mod search;
pub mod sentence;
pub mod theme;
pub mod timeline;
pub mod tools;
pub mod visit_line;
