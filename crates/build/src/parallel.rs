//! Work on all cores.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};
use std::thread;

/// Items that one core takes at a time.
const BATCH: usize = 16;

/// Does `work` for every item, on as many threads as there are cores, and gives the results in the order of the items.
/// A few items are done on the spot. Items that are given away are let go as they are done.
pub fn map<I, R: Send>(items: I, work: impl Fn(I::Item) -> R + Sync) -> Vec<R>
where
    I: IntoIterator<IntoIter: ExactSizeIterator + Send>,
{
    let items = items.into_iter();
    let count = items.len();
    if cores().min(count.div_ceil(BATCH)) < 2 {
        return items.map(work).collect();
    }
    let left = Mutex::new(items.enumerate());
    let next = || -> Vec<(usize, I::Item)> { lock(&left).by_ref().take(BATCH).collect() };
    let done = Mutex::new(InOrder::new(count));
    let worker = || {
        loop {
            let batch = next();
            let Some((place, _)) = batch.first() else {
                return;
            };
            let place = *place;
            let results = batch.into_iter().map(|(_, item)| work(item)).collect();
            lock(&done).push(place, results);
        }
    };
    // A thread that panics says so; the scope passes the panic on.
    thread::scope(|scope| {
        for _ in 1..cores() {
            scope.spawn(worker);
        }
        worker();
    });
    let done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.results
}

/// Results in the order of their items, whatever the order in which batches of them come. Those that came too early wait; as
/// each thread is busy with one batch, few do.
struct InOrder<R> {
    results: Vec<R>,
    early: BTreeMap<usize, Vec<R>>,
}

impl<R> InOrder<R> {
    /// None yet, and room for so many.
    fn new(count: usize) -> Self {
        Self {
            results: Vec::with_capacity(count),
            early: BTreeMap::new(),
        }
    }

    /// Takes the results of the items from a place on.
    fn push(&mut self, place: usize, results: Vec<R>) {
        self.early.insert(place, results);
        while let Some(next) = self.early.remove(&self.results.len()) {
            self.results.extend(next);
        }
    }
}

fn lock<T>(it: &Mutex<T>) -> MutexGuard<'_, T> {
    it.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Does `work` for every item that `make` hands on, on as many threads as there are cores, while `make` goes on; it waits when
/// they cannot keep up, so that few items are there at a time. Gives what `make` gives, and the results in any order.
pub fn while_made<T: Send, R: Send, M>(
    make: impl FnOnce(&mut dyn FnMut(T)) -> M,
    work: impl Fn(T) -> R + Sync,
) -> (M, Vec<R>) {
    let threads = cores();
    if threads < 2 {
        let mut results = Vec::new();
        let made = make(&mut |item| results.push(work(item)));
        return (made, results);
    }
    let (sender, receiver) = mpsc::sync_channel::<T>(threads);
    // The workers' alone: when the last of them is gone, nobody waits for room in it.
    let receiver = Arc::new(Mutex::new(receiver));
    thread::scope(|scope| {
        let worker = |items: Arc<Mutex<mpsc::Receiver<T>>>| {
            let next = || items.lock().ok()?.recv().ok();
            std::iter::from_fn(next).map(&work).collect::<Vec<R>>()
        };
        let workers: Vec<_> = (0..threads)
            .map(|_| {
                let items = Arc::clone(&receiver);
                scope.spawn(move || worker(items))
            })
            .collect();
        drop(receiver);
        let made = make(&mut |item| drop(sender.send(item)));
        drop(sender);
        let done = workers.into_iter().map(thread::ScopedJoinHandle::join);
        (made, done.flat_map(Result::unwrap_or_default).collect())
    })
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_keep_the_order_of_the_items() {
        for count in [0, 1, BATCH, BATCH + 1, 1000] {
            let items: Vec<usize> = (0..count).collect();
            let doubled: Vec<usize> = items.iter().map(|n| n * 2).collect();
            assert_eq!(map(&items, |n| n * 2), doubled);
            assert_eq!(map(items, |n| n * 2), doubled);
        }
    }

    #[test]
    fn everything_that_is_made_is_worked_on() {
        for count in [0, 1, 1000] {
            let make = |put: &mut dyn FnMut(usize)| {
                (0..count).for_each(put);
                count
            };
            let (made, mut doubled) = while_made(make, |n| n * 2);
            doubled.sort_unstable();
            let expected: Vec<usize> = (0..count).map(|n| n * 2).collect();
            assert_eq!((made, doubled), (count, expected));
        }
    }
}
