//! The bytes of a bundle, and the seal that it shares with the record ([`crate::record`]).
//!
//! ```text
//! offset  bytes
//!      0      8   magic: a byte that no text has, the name, and line ends that tell a text-mode transfer apart (as in PNG)
//!      8      4   version, u32 little-endian
//!     12      8   length of the payload, u64 little-endian
//!     20      8   XXH64 of the payload with the version as its seed, u64 little-endian
//!     28      …   payload, for a bundle a head, as [`crate::decode`] has it; in a bundle of one file, its parts follow, one
//!                 behind the other
//! ```

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};
use xxhash_rust::xxh64::xxh64;

use crate::decode::take_from_bytes;
use crate::parts::Part;
use crate::{Contents, PartError};

/// What every bundle begins with.
const MAGIC: [u8; 8] = *b"\x89DTLN\r\n\x1a";

/// The version of the form that this build writes and reads. It grows with every change of [`Contents`], of the record, of the
/// index, and of what the index makes of a text.
pub const VERSION: u32 = 9;

/// What a page needs before the first question.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Head<'a> {
    /// The contents without their articles.
    pub contents: Contents,
    /// For each visit, the articles that report it, ascending.
    pub reporting: Vec<Vec<u32>>,
    /// The index without its blocks.
    #[serde(serialize_with = "as_bytes")]
    pub index: &'a [u8],
    /// The parts, in the order of [`crate::parts`].
    pub parts: Vec<Part>,
    /// How many of them are blocks of the index.
    pub blocks: u32,
}

/// Without this, serde takes bytes for a list of numbers.
fn as_bytes<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(bytes)
}

/// Why bytes are no bundle or record that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// Something else, for example the page that a server sends in place of a missing file.
    Foreign,
    /// A bundle of another version.
    Version {
        /// Its version; this build reads [`VERSION`].
        found: u32,
    },
    /// It is not as long as it says.
    Truncated {
        /// The length in bytes that it should have.
        expected: u64,
        /// The length in bytes that it has.
        got: u64,
    },
    /// Some bytes are not those that were written.
    Damaged,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign => f.write_str("this is no bundle or record of Dateline"),
            Self::Version { found } => write!(
                f,
                "this was packed as version {found}, and this build reads version {VERSION}; build it again"
            ),
            Self::Truncated { expected, got } => {
                write!(f, "there are {got} bytes instead of {expected}")
            }
            Self::Damaged => f.write_str("the bytes are damaged"),
        }
    }
}

impl std::error::Error for ReadError {}

/// The first file of a bundle.
pub(crate) fn framed(payload: &[u8]) -> Vec<u8> {
    sealed(MAGIC, payload)
}

/// A payload behind its header.
pub(crate) fn sealed(magic: [u8; 8], payload: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(HEADER + payload.len());
    bytes.extend_from_slice(&magic);
    bytes.extend_from_slice(&VERSION.to_le_bytes());
    bytes.extend_from_slice(&(payload.len() as u64).to_le_bytes());
    bytes.extend_from_slice(&hash(payload).to_le_bytes());
    bytes.extend_from_slice(payload);
    bytes
}

/// Length of what stands before the payload.
const HEADER: usize = 28;

/// The head of a first file, and the parts that follow in it.
pub(crate) fn head(bytes: &[u8]) -> Result<(Head<'_>, &[u8]), ReadError> {
    take_from_bytes(opened(MAGIC, bytes)?).ok_or(ReadError::Damaged)
}

/// The payload behind a header, verified.
pub(crate) fn opened(magic: [u8; 8], bytes: &[u8]) -> Result<&[u8], ReadError> {
    let known = bytes.len().min(magic.len());
    if bytes.is_empty() || bytes.get(..known) != magic.get(..known) {
        return Err(ReadError::Foreign);
    }
    let got = bytes.len() as u64;
    let cut = ReadError::Truncated {
        expected: HEADER as u64,
        got,
    };
    let version = u32::from_le_bytes(field(bytes, 8).ok_or(cut)?);
    if version != VERSION {
        return Err(ReadError::Version { found: version });
    }
    let length = u64::from_le_bytes(field(bytes, 12).ok_or(cut)?);
    let expected_hash = u64::from_le_bytes(field(bytes, 20).ok_or(cut)?);
    let payload = bytes.get(HEADER..).unwrap_or_default();
    if length != payload.len() as u64 {
        let expected = length.saturating_add(HEADER as u64);
        return Err(ReadError::Truncated { expected, got });
    }
    if hash(payload) != expected_hash {
        return Err(ReadError::Damaged);
    }
    Ok(payload)
}

pub(crate) fn hash(payload: &[u8]) -> u64 {
    xxh64(payload, u64::from(VERSION))
}

/// `N` bytes from an offset.
fn field<const N: usize>(bytes: &[u8], start: usize) -> Option<[u8; N]> {
    bytes.get(start..start + N)?.try_into().ok()
}

impl From<PartError> for ReadError {
    fn from(error: PartError) -> Self {
        error.why
    }
}
