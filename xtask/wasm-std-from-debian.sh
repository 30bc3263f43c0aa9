#!/usr/bin/env bash
# The wasm32-unknown-unknown target where `rustup target add` cannot download: built from Debian's own Rust sources and
# linked as the rustup toolchain `debian`. Needs root and apt. `cargo xtask` runs it only when rustup failed.
set -euo pipefail

packages=(cargo-web lld-22 rust-web-src rustc-web)
target=wasm32-unknown-unknown
library=/usr/lib/rustlib/$target/lib

export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install --yes --no-install-recommends "${packages[@]}"

folder=$(mktemp --directory)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/src"
touch "$folder/src/lib.rs"
cat >"$folder/Cargo.toml" <<'TOML'
[package]
name = "only-std"
version = "0.0.0"
edition = "2021"

[profile.release]
panic = "abort"
TOML

# The bitcode lets the app be linked with lto = true.
cd "$folder"
env -u RUSTUP_TOOLCHAIN -u CARGO_TARGET_DIR \
  RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes \
  /usr/bin/cargo build --release --target "$target" -Zbuild-std=std,panic_abort,test

rm -rf "$library"
mkdir -p "$library"
cp target/$target/release/deps/*.rlib "$library"
rm -f "$library"/libonly_std*

command -v wasm-ld-22 >/dev/null || ln -s /usr/lib/llvm-22/bin/wasm-ld /usr/local/bin/wasm-ld-22
rustup toolchain link debian /usr
