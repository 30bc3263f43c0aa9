// node subset.mjs NODE_MODULES OUT: the fonts of the page, cut down to the letters, weights and features that it uses.
// The file names are what assets/styles refers to; the letters follow Fontsource's split into latin and latin-ext.
import { createRequire } from "node:module";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [modules, out] = process.argv.slice(2);
const subset = createRequire(join(modules, "x.js"))("subset-font");
const source = join(modules, "@fontsource-variable");

const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join("");
const latin =
  range(0x20, 0x7e) + range(0xa0, 0xff) + range(0x2000, 0x206f) + "ıŒœʻʼˆ˚˜€™←↑→↓−∕";
const extended = range(0x100, 0x17f) + range(0x1cd, 0x1dc) + range(0x218, 0x21b) + range(0x1e00, 0x1eff);
// Ligatures, kerning, accents, and the tabular lining figures of counts and tables.
const keepFeatures = ["ccmp", "kern", "liga", "lnum", "locl", "mark", "mkmk", "tnum"];

const fonts = [
  ["source-serif-4", "latin-wght-normal", latin, { min: 400, max: 700 }, "source-serif-4.woff2"],
  ["source-serif-4", "latin-ext-wght-normal", extended, { min: 400, max: 700 }, "source-serif-4-ext.woff2"],
  ["source-serif-4", "latin-wght-italic", latin, 400, "source-serif-4-italic.woff2"],
  ["source-sans-3", "latin-wght-normal", latin, { min: 400, max: 600 }, "source-sans-3.woff2"],
  ["source-sans-3", "latin-ext-wght-normal", extended, { min: 400, max: 600 }, "source-sans-3-ext.woff2"],
];

mkdirSync(out, { recursive: true });
for (const [family, file, text, wght, name] of fonts) {
  const original = readFileSync(join(source, family, "files", `${family}-${file}.woff2`));
  const options = { targetFormat: "woff2", variationAxes: { wght }, keepFeatures, noHinting: true };
  writeFileSync(join(out, name), await subset(original, text, options));
  // The Open Font License travels with the fonts.
  writeFileSync(join(out, `${family}-OFL.txt`), readFileSync(join(source, family, "LICENSE")));
}
