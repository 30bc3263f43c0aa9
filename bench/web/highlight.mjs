// What highlighting long texts costs: node highlight.mjs CORPUS MODULES ENGINE. Prints a table.

import { kb, ms, Site, table } from "./site.mjs";

const [corpus, modules, engine] = process.argv.slice(2);
const site = await Site.open({ corpus, modules, engine });
const { highlight, error } = await site.browse("dateline", "highlight");
site.close();
if (error) throw new Error(error);

const ways = Object.keys(highlight[0].ways);
const rows = highlight.map(({ bytes, spans, ways: all }) => [
  kb(bytes),
  String(all[ways[0]].hits),
  ms(spans),
  ...ways.map((way) => `${ms(all[way].ms)} / ${ms(all[way].paint)}`),
]);
console.log("\nHighlighting three frequent words, to layout / to the next paint.");
table([["text", "marks", "spans alone", ...ways], ...rows]);
