//! Standard output, as lines of text or JSON.

use std::io::{self, BufWriter, ErrorKind, StdoutLock, Write};

use serde::Serialize;

/// Where results go. Once the reader has gone away (`dateline dates … | head`), nothing more is written and nothing is
/// said about it.
#[derive(Debug)]
pub(crate) struct Out {
    writer: BufWriter<StdoutLock<'static>>,
    /// Why writing stopped.
    stopped: Option<ErrorKind>,
}

impl Out {
    /// Standard output, locked.
    pub(crate) fn stdout() -> Self {
        Self {
            writer: BufWriter::new(io::stdout().lock()),
            stopped: None,
        }
    }

    /// Writes one object as a line of JSON.
    pub(crate) fn json(&mut self, object: &impl Serialize) {
        match serde_json::to_string(object) {
            Ok(line) => self.line(&line),
            Err(_) => self.stopped = Some(ErrorKind::InvalidData),
        }
    }

    /// Writes one line.
    pub(crate) fn line(&mut self, line: &str) {
        self.text(line);
        self.text("\n");
    }

    /// Writes text as it is.
    pub(crate) fn text(&mut self, text: &str) {
        if self.stopped.is_none()
            && let Err(error) = self.writer.write_all(text.as_bytes())
        {
            self.stopped = Some(error.kind());
        }
    }

    /// Writes what is left. False when something was lost and somebody was still reading.
    pub(crate) fn finish(mut self) -> bool {
        if let (None, Err(error)) = (self.stopped, self.writer.flush()) {
            self.stopped = Some(error.kind());
        }
        matches!(self.stopped, None | Some(ErrorKind::BrokenPipe))
    }
}
