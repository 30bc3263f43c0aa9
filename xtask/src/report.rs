//! What a person sees while xtask works: each step before it runs, a sign of life, and the time it took.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// How long a step may be silent.
const BEAT: Duration = Duration::from_secs(15);

/// Says what begins, does it, and says how long it took.
pub fn step<T>(name: &str, work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
    println!("\n==> {name}");
    let start = Instant::now();
    let result = work();
    let word = if result.is_ok() { "done" } else { "FAILED" };
    println!("    {word}: {name}, {}", seconds(start.elapsed()));
    result
}

/// A duration as a person reads it: `0.4 s`, `12 s`, `3 min 05 s`.
pub fn seconds(time: Duration) -> String {
    match time.as_secs() {
        0..10 => format!("{:.1} s", time.as_secs_f64()),
        whole @ 10..60 => format!("{whole} s"),
        whole => format!("{} min {:02} s", whole / 60, whole % 60),
    }
}

/// Prints a line every 15 seconds until it is dropped.
#[must_use = "it beats only while it is held"]
pub struct Heartbeat {
    stop: Option<Sender<()>>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Heartbeat {
    /// Begins to beat for the work of this name.
    pub fn start(name: &str) -> Self {
        let name = name.to_owned();
        let (stop, stopped) = mpsc::channel();
        let thread = thread::spawn(move || {
            let start = Instant::now();
            while stopped.recv_timeout(BEAT) == Err(RecvTimeoutError::Timeout) {
                println!("    … {name}: {}", seconds(start.elapsed()));
            }
        });
        Self {
            stop: Some(stop),
            thread: Some(thread),
        }
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic while printing must not hide what the work itself returned.
            let _ = thread.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_for_people() {
        for (milliseconds, written) in [
            (12, "0.0 s"),
            (449, "0.4 s"),
            (12_300, "12 s"),
            (185_000, "3 min 05 s"),
        ] {
            assert_eq!(seconds(Duration::from_millis(milliseconds)), written);
        }
    }
}
