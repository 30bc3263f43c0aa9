// What highlighting long texts costs: node highlight.mjs CORPUS MODULES ENGINE SITE. Prints two tables.

import { kb, ms, Site, table } from "./site.mjs";

const [corpus, modules, engine, dist] = process.argv.slice(2);
const site = await Site.open({ corpus, modules, engine, dist });
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

const task = (longest) => (longest ? ms(longest) : "< 50 ms");
const pages = highlight.map(({ bytes, page }) => [kb(bytes), String(page.hits), ms(page.opened), ms(page.query), ms(page.sight), ms(page.all), task(page.longest), ms(page.next)]);
console.log("\nThe same in the built page, to the paint. What is painted (long texts) from the first match on; the other texts have elements.");
table([["text", "matches", "opening", "query to matches", "in sight", "all around", "longest task", "next match"], ...pages]);
