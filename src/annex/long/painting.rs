//! When the matches of a long text are painted: what is in sight at once, the rest when there is time, more when the page is
//! scrolled.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::Callback;

use super::super::opened::Opened;
use super::painter::Painter;
use crate::browser::highlights::StandIn;
use crate::browser::page;

/// The painting of an open article, which ends when this is dropped.
#[derive(Debug)]
pub struct Painting {
    work: Rc<RefCell<Work>>,
    _listeners: [Vec<EventListener>; 3],
}

#[derive(Debug)]
struct Work {
    painter: Painter,
    /// The match that the reader stands at.
    current: Option<usize>,
    /// Runs while there is more to paint.
    more: Option<Timeout>,
    /// What is there while the page is printed.
    printed: Option<StandIn>,
}

impl Painting {
    /// Paints what is in sight, and the rest soon. The text must be there. `None` where the browser cannot.
    pub fn begin(opened: &Rc<Opened>, current: Option<usize>) -> Option<Self> {
        let mut painter = Painter::new()?;
        let more = painter.begin(opened);
        painter.point(current);
        let work = Rc::new(RefCell::new(Work {
            painter,
            current,
            more: None,
            printed: None,
        }));
        go_on(&work, more);
        let moving = Rc::clone(&work);
        let moved = Callback::from(move |()| paint_around(&moving));
        let printing = Rc::clone(&work);
        let printed = Callback::from(move |before| print(&printing, before));
        Some(Self {
            work,
            _listeners: [
                page::on_scroll(&moved),
                page::on_resize(&moved),
                page::on_print(&printed),
            ],
        })
    }

    /// Paints other matches in the same text, or another one as the current one; nothing if they are the same.
    pub fn show(&self, opened: &Rc<Opened>, current: Option<usize>) {
        let mut work = self.work.borrow_mut();
        let is_new = !work.painter.shows(opened);
        let more = is_new && work.painter.begin(opened);
        if is_new || work.current != current {
            work.current = current;
            work.painter.point(current);
        }
        drop(work);
        if is_new {
            go_on(&self.work, more);
        }
    }
}

/// Paints a little more when there is time, until nothing is left.
fn go_on(work: &Rc<RefCell<Work>>, more: bool) {
    let later = Rc::downgrade(work);
    let task = Callback::from(move |()| paint_more(&later));
    work.borrow_mut().more = more.then(|| page::after(0, task));
}

/// Not inlined, as below: a small closure stays in the first half of the wasm.
#[inline(never)]
fn paint_around(work: &Rc<RefCell<Work>>) {
    let more = work.borrow_mut().painter.moved();
    go_on(work, more);
}

#[inline(never)]
fn print(work: &Rc<RefCell<Work>>, before: bool) {
    let mut work = work.borrow_mut();
    work.printed = None;
    if before {
        work.printed = work.painter.marked();
    }
}

#[inline(never)]
fn paint_more(work: &Weak<RefCell<Work>>) {
    if let Some(work) = work.upgrade() {
        let more = work.borrow_mut().painter.go_on();
        go_on(&work, more);
    }
}
