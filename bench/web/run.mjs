// Measures all engines on one corpus: node run.mjs CORPUS MODULES ENGINE [--quick]. Prints a table, writes CORPUS/result.json.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { here, kb, ms, Site, table } from "./site.mjs";

const [corpus, modules, engine, ...flags] = process.argv.slice(2);
const quick = flags.includes("--quick");
const names = quick ? ["dateline", "pagefind"] : ["dateline", "pagefind", "minisearch", "flexsearch"];
const site = await Site.open({ corpus, modules, engine });

const sum = (entries) => entries.reduce((all, { bytes }) => all + bytes, 0);
const sources = JSON.parse(readFileSync(join(corpus, "articles.json"), "utf8")).map(({ source }) => source);
writeFileSync(join(corpus, "sources.json"), JSON.stringify({ source: sources.find(Boolean) ?? "" }));

const results = {};
for (const name of names) {
  const ours = JSON.parse(readFileSync(join(corpus, "ours.json"), "utf8"));
  const build = name === "dateline" ? ours : JSON.parse(execFileSync("node", ["--max-old-space-size=8192", join(here, "peers.mjs"), name, corpus, modules], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim().split("\n").at(-1));
  const cold = [];
  for (let round = 0; round < (quick ? 1 : 3); round += 1) cold.push(await site.browse(name, "cold"));
  const fetched = cold[0].log.filter(({ path }) => !/page\.js|engines\.js|index\.html|queries\.json|favicon/.test(path));
  const full = await site.browse(name, "full");
  // Those that fetch parts as they are needed; the others have everything from the start.
  const traced = !quick && ["dateline", "pagefind"].includes(name) ? Object.keys(full.classes ?? {}) : [];
  for (const [at, label] of traced.entries()) full.classes[label].cold_key = (await site.browse(name, `trace&class=${at}`)).worst_key;
  results[name] = {
    build,
    cold_ms: cold.map(({ cold_ms }) => cold_ms).toSorted((a, b) => a - b)[Math.floor(cold.length / 2)],
    cold_data: sum(fetched.filter(({ code }) => !code)),
    cold_code: sum(fetched.filter(({ code }) => code)),
    ...full,
    log: undefined,
    error: full.error ?? cold.find(({ error }) => error)?.error,
  };
}
site.close();
writeFileSync(join(corpus, "result.json"), JSON.stringify(results, null, 1));

const percent = (part) => (part === undefined ? "–" : `${(part * 100).toFixed(0)} %`);
const number = (value) => (value === undefined ? "–" : value.toFixed(3));
const { articles, text } = JSON.parse(readFileSync(join(corpus, "ours.json"), "utf8"));
const labels = Object.keys(results.dateline.classes ?? {});
const share = (of) => (of === undefined ? "–" : `${of.hit}/${of.truth}${of.counted ? "*" : ""} (+${Math.max(0, of.total - of.hit)})`);
const rows = [
  ...labels.map((label) => [`finds ${label}`, (it) => share(it.classes?.[label])]),
  ["MRR@10 titles", (it) => number(it.titles)],
  ["MRR@10 three rare words", (it) => number(it.rare)],
  ["side by side comes first", (it) => percent(it.pairs)],
  ["one slip, found in 10", (it) => percent(it.slips)],
  ["index and text", (it) => kb(it.build.bytes)],
  ["files", (it) => String(it.build.files)],
  ["building", (it) => ms(it.build.build_ms)],
  ["building, memory", (it) => kb(it.build.memory)],
  ["building, memory by text", (it) => (it.build.memory / text).toFixed(1)],
  ["first answer, data", (it) => kb(it.cold_data)],
  ["first answer, code gz", (it) => kb(it.cold_code)],
  ["first answer, time", (it) => ms(it.cold_ms)],
  ...labels.map((label) => [`warm ${label}`, (it) => ms(it.classes?.[label]?.ms)]),
  ...labels.map((label) => [`typing ${label}, worst key`, (it) => ms(it.classes?.[label]?.worst_key)]),
  ...(quick ? [] : labels.map((label) => [`typing ${label}, cold, worst key`, (it) => ms(it.classes?.[label]?.cold_key)])),
  ["typing, p95 of a key, laid out", (it) => ms(it.typing?.p95)],
  ["typing, worst key", (it) => ms(it.typing?.worst)],
  ["typing, p95 to next paint", (it) => ms(it.typing?.paint)],
  ["typing, tasks over 50 ms", (it) => (it.typing === undefined ? "–" : `${it.typing.long} (${ms(it.typing.longest)})`)],
  ["facet counts, one filter", (it) => ms(it.facets_ms)],
  ["renderer memory", (it) => kb(it.memory)],
];
const cells = [["", ...names], ...rows.map(([label, of]) => [label, ...names.map((name) => of(results[name]))])];
console.log(`\n${articles} articles, ${kb(text)} of text. found/true (beyond); * = only counted. Code counts with gzip -9.`);
table(cells);
for (const name of names) if (results[name].error) console.log(`${name}: ${results[name].error}`);
