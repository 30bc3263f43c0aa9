// How much of the engine's wasm is the search: node share.mjs NAMED.wasm FINAL.wasm. By the functions' names, so that what was
// inlined counts for the caller; compressed, a part counts as much as it has bytes.

import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";

import { kb } from "./site.mjs";

const [named, final] = process.argv.slice(2);

/** Reads numbers (LEB128) and bytes from a place on. */
class Reader {
  constructor(bytes, at = 0) {
    Object.assign(this, { bytes, at });
  }

  number() {
    let [number, factor] = [0, 1];
    for (;;) {
      const byte = this.bytes[this.at];
      this.at += 1;
      number += (byte & 127) * factor;
      if (byte < 128) return number;
      factor *= 128;
    }
  }

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text() {
    return new TextDecoder().decode(this.take(this.number()));
  }
}

/** The contents of a module's sections, [number, bytes] each; a custom section without its name, which takes its number's place. */
function sections(bytes) {
  const reader = new Reader(bytes, 8);
  const found = new Map();
  while (reader.at < bytes.length) {
    const id = reader.take(1)[0];
    const own = reader.take(reader.number());
    const inner = new Reader(own);
    const key = id === 0 ? inner.text() : id;
    found.set(key, own.subarray(inner.at));
  }
  return found;
}

const all = sections(readFileSync(named));

/** How many functions are imported, and so come first in the numbering. */
function imported() {
  const reader = new Reader(all.get(2) ?? new Uint8Array([0]));
  let functions = 0;
  for (let left = reader.number(); left > 0; left -= 1) {
    reader.text();
    reader.text();
    const kind = reader.take(1)[0];
    if (kind === 0) {
      functions += 1;
      reader.number();
    } else if (kind === 1) {
      reader.take(1);
      if (reader.number() & 1) reader.number();
      reader.number();
    } else if (kind === 2) {
      if (reader.number() & 1) reader.number();
      reader.number();
    } else {
      reader.take(2);
    }
  }
  return functions;
}

function names() {
  const reader = new Reader(all.get("name"));
  const found = new Map();
  while (reader.at < reader.bytes.length) {
    const kind = reader.take(1)[0];
    const inner = new Reader(reader.take(reader.number()));
    if (kind === 1) for (let left = inner.number(); left > 0; left -= 1) found.set(inner.number(), inner.text());
  }
  return found;
}

const sizes = new Map();
const known = names();
const code = new Reader(all.get(10));
const first = imported();
const count = code.number();
for (let at = 0; at < count; at += 1) {
  const length = code.number();
  code.take(length);
  const room = /dateline_(\w+?)(?:\d*\W|\d|$)/.exec(known.get(first + at) ?? "")?.[1] ?? "others";
  sizes.set(room, (sizes.get(room) ?? 0) + length);
}
const bytes = readFileSync(final);
const compressed = gzipSync(bytes, { level: 9 }).length;
const share = (raw) => kb((raw / bytes.length) * compressed);
const rooms = [...sizes].toSorted(([, a], [, b]) => b - a).map(([room, raw]) => `${room} ${share(raw)}`);
console.log(`\nThe search as a wasm of its own: ${kb(compressed)} gzip, of it by crates: ${rooms.join(", ")}.`);
