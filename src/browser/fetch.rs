//! Fetching the parts of the page.

use gloo::net::http::Request;

/// Why a part did not arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// The page was opened from disk, where browsers load no parts.
    FromDisk,
    /// The server answered with an error, or not at all.
    Missing,
}

/// The bytes of a file beside the page.
pub async fn bytes(path: &str) -> Result<Vec<u8>, FetchError> {
    let answer = Request::get(path).send().await;
    match answer {
        Ok(answer) if answer.ok() => answer.binary().await.map_err(|_| FetchError::Missing),
        _ if super::location::is_file() => Err(FetchError::FromDisk),
        _ => Err(FetchError::Missing),
    }
}
