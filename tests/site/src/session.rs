//! A W3C WebDriver session. Each call is one HTTP request; none outlives the session's deadline.

use std::time::{Duration, Instant};

use anyhow::{Context, anyhow, bail};
use serde_json::{Value, json};

use crate::Driver;

/// How long one call may take.
const CALL: Duration = Duration::from_secs(30);

/// The key of an element reference, as the standard fixes it.
pub(crate) const ELEMENT_KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A browser window under control. The session ends when dropped.
#[derive(Debug)]
pub struct Session {
    agent: ureq::Agent,
    base: String,
    deadline: Instant,
}

impl Session {
    /// Opens a browser.
    pub fn open(driver: &Driver) -> anyhow::Result<Self> {
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_idle_connections(0)
            .build()
            .into();
        let mut session = Self {
            agent,
            base: format!("{}/session", driver.url),
            deadline: Instant::now() + Duration::from_secs(60),
        };
        let body = json!({ "capabilities": { "alwaysMatch": driver.capabilities } });
        let opened = session.post("", &body)?;
        let id = opened
            .get("sessionId")
            .and_then(Value::as_str)
            .context("the driver gave no session")?;
        session.base = format!("{}/{id}", session.base);
        Ok(session)
    }

    /// From now on everything must be done within this time.
    pub fn allow(&mut self, time: Duration) {
        self.deadline = Instant::now() + time;
    }

    /// Whether the time is over.
    pub fn is_late(&self) -> bool {
        Instant::now() > self.deadline
    }

    /// A command with a body.
    pub fn post(&self, path: &str, body: &Value) -> anyhow::Result<Value> {
        let request = self.agent.post(format!("{}{path}", self.base));
        let response = request
            .config()
            .timeout_global(Some(self.time_left()?))
            .build()
            .send_json(body);
        value(path, response)
    }

    /// A question.
    pub fn get(&self, path: &str) -> anyhow::Result<Value> {
        let request = self.agent.get(format!("{}{path}", self.base));
        let response = request
            .config()
            .timeout_global(Some(self.time_left()?))
            .build()
            .call();
        value(path, response)
    }

    fn time_left(&self) -> anyhow::Result<Duration> {
        let left = self.deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            bail!("the time of this journey is over");
        }
        Ok(left.min(CALL))
    }

    /// Runs a script in the page and returns what it returns.
    pub fn script(&self, script: &str, arguments: &Value) -> anyhow::Result<Value> {
        let body = json!({ "script": script, "args": arguments });
        self.post("/execute/sync", &body)
    }

    /// The same for a script that calls its last argument when it is done.
    pub fn async_script(&self, script: &str, arguments: &Value) -> anyhow::Result<Value> {
        let body = json!({ "script": script, "args": arguments });
        self.post("/execute/async", &body)
    }

    /// What Chromium wrote to the console since this was last asked, warnings and errors only.
    pub fn console(&self) -> anyhow::Result<Vec<String>> {
        let entries = self.post("/se/log", &json!({ "type": "browser" }))?;
        let messages = entries.as_array().into_iter().flatten();
        Ok(messages
            .filter_map(|entry| entry.get("message")?.as_str().map(str::to_owned))
            .collect())
    }

    /// A command of Chromium's own protocol.
    pub fn devtools(&self, command: &str, parameters: &Value) -> anyhow::Result<Value> {
        let body = json!({ "cmd": command, "params": parameters });
        self.post("/goog/cdp/execute", &body)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The driver ends the browser anyway when it is ended itself.
        let _ = self
            .agent
            .delete(&self.base)
            .config()
            .timeout_global(Some(Duration::from_secs(5)))
            .build()
            .call();
    }
}

/// The value of an answer, or what went wrong in the driver's words.
fn value(
    path: &str,
    response: Result<ureq::http::Response<ureq::Body>, ureq::Error>,
) -> anyhow::Result<Value> {
    let mut response = response.with_context(|| format!("WebDriver {path}"))?;
    let mut answer: Value = response
        .body_mut()
        .with_config()
        .limit(64 << 20)
        .read_json()
        .with_context(|| format!("WebDriver {path}"))?;
    let value = answer.get_mut("value").map_or(Value::Null, Value::take);
    if response.status().is_success() {
        return Ok(value);
    }
    let text = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default();
    let message = text("message").lines().next().unwrap_or_default();
    Err(anyhow!("WebDriver {path}: {}: {message}", text("error")))
}
