//! The content security policy of a release.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// A meta element that allows the site's own files, these inline scripts and wasm, and nothing else: no other origin, no
/// `style` attributes, no forms, no `<base>`.
pub fn meta_element(inline_scripts: &[&str]) -> String {
    let hashes: String = inline_scripts
        .iter()
        .map(|script| format!("'sha256-{}' ", sha256_base64(script.as_bytes())))
        .collect();
    let policy = [
        "default-src 'none'",
        &format!("script-src 'self' {hashes}'wasm-unsafe-eval'"),
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    .join("; ");
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}

/// As Trunk's subresource integrity writes it.
pub fn sha384_base64(bytes: &[u8]) -> String {
    STANDARD.encode(Sha384::digest(bytes))
}

/// As content security policies write it.
pub fn sha256_base64(bytes: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(bytes))
}

/// In hexadecimal digits, as names of files take it.
pub fn sha256_hex(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_written_as_the_standard_does() {
        // The example of CSP Level 3, section 8.3.
        assert_eq!(
            sha256_base64(b"alert('Hello, world.');"),
            "qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="
        );
    }
}
