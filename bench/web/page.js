// One engine on one corpus: ?engine=NAME&base=PATH&task=cold|full. Posts what it measured, and that is all.

import { engines } from "./engines.js";

const parameters = new URLSearchParams(location.search);
const [name, base, task] = ["engine", "base", "task"].map((key) => parameters.get(key));
const queries = await (await fetch(`${base}/queries.json`)).json();

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
const percentile = (times, of) => times.toSorted((a, b) => a - b)[Math.ceil((times.length * of) / 100) - 1];

async function timed(run) {
  const start = performance.now();
  const value = await run();
  return { ms: performance.now() - start, value };
}

async function cold() {
  const rare = queries.classes[0].query;
  await fetch("/mark/start");
  const { ms } = await timed(async () => {
    const engine = await engines[name](base);
    await (engine.first ?? engine.search).call(engine, rare, false);
  });
  return { cold_ms: ms };
}

/** Every class thirty times, results and ten excerpts included; what it found beside what a scan finds. */
async function classes(engine) {
  const measured = {};
  for (const { name: label, query, truth } of queries.classes) {
    const typing = /letter/.test(label);
    let total = await engine.search(query, typing, "", true, 0);
    const first = await timed(() => engine.search(query, typing, "", true, 0));
    const rounds = first.ms > 200 ? 5 : 30;
    const times = [];
    for (let round = 0; round < rounds; round += 1) times.push((await timed(() => engine.search(query, typing, "", true, 0))).ms);
    const all = engine.all();
    const hit = all ? truth.filter((place) => all.has(place)).length : Math.min(total, truth.length);
    measured[label] = { ms: median(times), total, truth: truth.length, hit, counted: all === null };
  }
  return measured;
}

/** A query for every key of some queries. */
async function typing(engine) {
  const times = [];
  const lines = ["government talks visit", queries.titles[3].query, queries.rare[5].query];
  for (let round = 0; round < 3; round += 1) {
    for (const line of lines) {
      for (let end = 1; end <= line.length; end += 1) {
        times.push((await timed(() => engine.search(line.slice(0, end), true))).ms);
      }
    }
  }
  const later = times.slice(times.length / 3);
  return { p50: median(later), p95: percentile(later, 95), worst: Math.max(...later) };
}

async function reciprocal(engine, items) {
  let sum = 0;
  for (const { query, article } of items) {
    await engine.search(query, false);
    const rank = engine.top().indexOf(article);
    sum += rank < 0 ? 0 : 1 / (rank + 1);
  }
  return sum / items.length;
}

async function slips(engine) {
  const articles = await (await fetch(`${base}/articles.json`)).json();
  let found = 0;
  for (const { query, word } of queries.slips) {
    await engine.search(query, false);
    const has = (place) => `${articles[place].title} ${articles[place].text}`.toLowerCase().split(/[^\p{L}\p{N}]+/u).includes(word);
    found += engine.top().some(has) ? 1 : 0;
  }
  return found / queries.slips.length;
}

async function facets(engine) {
  const { source } = (await (await fetch(`${base}/sources.json`)).json());
  const times = [];
  await engine.search("", false, source);
  for (let round = 0; round < 10; round += 1) times.push((await timed(() => engine.search("", false, source))).ms);
  return median(times);
}

async function full() {
  const loaded = await timed(() => engines[name](base));
  const engine = loaded.value;
  // Typing comes first: it warms up what the browser compiles as it runs.
  const measured = { load_ms: loaded.ms, typing: await typing(engine) };
  measured.classes = await classes(engine);
  measured.titles = await reciprocal(engine, queries.titles);
  measured.rare = await reciprocal(engine, queries.rare);
  if (/dateline|pagefind/.test(name)) measured.facets_ms = await facets(engine);
  measured.slips = await slips(engine);
  return measured;
}

let result;
try {
  result = await (task === "cold" ? cold() : full());
} catch (error) {
  result = { error: String(error?.stack ?? error) };
}
await fetch("/result", { method: "POST", body: JSON.stringify(result) });
