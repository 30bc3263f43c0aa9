// One engine on one corpus: ?engine=NAME&base=PATH&task=cold, task=trace&class=NUMBER, task=highlight or task=full. Posts what it measured, and that is all.

import { engines } from "./engines.js";
import { reader } from "./reader.js";

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

const list = document.body.appendChild(document.createElement("ul"));
const sleep = (time) => new Promise((done) => setTimeout(done, time));

/** Shows what was found, and waits until it is laid out. */
function show(engine) {
  const lines = `${engine.counts ?? ""}\n${engine.lines ?? ""}`.split("\n");
  list.replaceChildren(...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
  return list.offsetHeight;
}

/** When the next frame has been handed on: a message behind the callbacks of the frame. */
const painted = () => new Promise((done) => requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = done;
  channel.port2.postMessage(0);
}));

/** A query for every key: from the key to the end of layout, and to the paint. */
async function keys(engine, line, pause) {
  const [laid_out, paints] = [[], []];
  for (let end = 1; end <= line.length; end += 1) {
    const start = performance.now();
    await engine.search(line.slice(0, end), true);
    show(engine);
    laid_out.push(performance.now() - start);
    await painted();
    paints.push(performance.now() - start);
    await sleep(Math.max(0, pause - (performance.now() - start)));
  }
  return { laid_out, paints };
}

async function cold() {
  const { query } = queries.classes[0];
  await fetch("/mark/start");
  const { ms } = await timed(async () => {
    const engine = await engines[name](base);
    await (engine.first ?? engine.search).call(engine, query, false);
  });
  return { cold_ms: ms };
}

/** The keys of one class of queries on a page that has fetched what a first search needs, and nothing else. */
async function trace() {
  const { query } = queries.classes[Number(parameters.get("class"))];
  const engine = await engines[name](base);
  return { worst_key: Math.max(...(await keys(engine, query, 0)).laid_out) };
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
    const typed = await keys(engine, query, 0);
    await engine.search(query, typing, "", true, 0);
    const all = engine.all();
    const hit = all ? truth.filter((place) => all.has(place)).length : Math.min(total, truth.length);
    measured[label] = { ms: median(times), worst_key: Math.max(...typed.laid_out), total, truth: truth.length, hit, counted: all === null };
  }
  return measured;
}

/** Some queries typed as people type, a key every 120 ms, the second time around. */
async function typing(engine) {
  const long = [];
  const observer = new PerformanceObserver((entries) => long.push(...entries.getEntries().map(({ duration }) => duration)));
  const lines = ["government talks visit", queries.titles[3].query, queries.rare[5].query];
  for (const line of lines) await keys(engine, line, 0);
  observer.observe({ type: "longtask" });
  const [laid_out, paints] = [[], []];
  for (const line of lines) {
    const typed = await keys(engine, line, 120);
    laid_out.push(...typed.laid_out);
    paints.push(...typed.paints);
  }
  observer.disconnect();
  const worst = Math.max(...laid_out);
  return { p50: median(laid_out), p95: percentile(laid_out, 95), worst, paint: percentile(paints, 95), long: long.length, longest: Math.max(0, ...long) };
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

/** How often what stands side by side comes before what is scattered. */
async function pairs(engine) {
  let first = 0;
  for (const { query, adjacent } of queries.pairs) {
    await engine.search(query, false);
    const known = new Set(adjacent);
    const top = engine.top().slice(0, adjacent.length);
    first += top.length > 0 && top.every((place) => known.has(place)) ? 1 : 0;
  }
  return first / Math.max(1, queries.pairs.length);
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

/** The paragraphs of a text, each a text node of its own. */
function write(text) {
  const paragraphs = text.split("\n\n").map((block) => Object.assign(document.createElement("p"), { textContent: block }));
  list.replaceChildren(...paragraphs);
  return paragraphs;
}

/** Text and marks of a paragraph, which begins at an offset; `spans` are three numbers a mark. */
function marked(text, offset, spans) {
  const nodes = [];
  let at = 0;
  for (let next = 0; next < spans.length; next += 3) {
    const [start, end, term] = [spans[next] - offset, spans[next + 1] - offset, spans[next + 2]];
    const mark = Object.assign(document.createElement("mark"), { className: `match-${term}`, textContent: text.slice(start, end) });
    nodes.push(document.createTextNode(text.slice(at, start)), mark);
    at = end;
  }
  return [...nodes, document.createTextNode(text.slice(at))];
}

/** Calls a function with each paragraph, its offset and its marks. */
function eachMarked(paragraphs, spans, call) {
  let [offset, next] = [0, 0];
  for (const paragraph of paragraphs) {
    const { length } = paragraph.textContent;
    const first = next;
    while (next < spans.length && spans[next] < offset + length) next += 3;
    call(paragraph, offset, spans.subarray(first, next));
    offset += length + 2;
  }
}

/** How to show the marks of a text, until they are laid out. */
const highlighters = {
  "mark elements": (engine, place, paragraphs) => {
    const spans = engine.marks(place);
    eachMarked(paragraphs, spans, (paragraph, offset, own) => paragraph.replaceChildren(...marked(paragraph.textContent, offset, own)));
    return spans.length / 3;
  },
  "CSS highlights": (engine, place, paragraphs) => {
    const spans = engine.marks(place);
    const ranges = [];
    eachMarked(paragraphs, spans, (paragraph, offset, own) => {
      for (let at = 0; at < own.length; at += 3) {
        const range = { startContainer: paragraph.firstChild, startOffset: own[at] - offset, endContainer: paragraph.firstChild, endOffset: own[at + 1] - offset };
        ranges.push(new StaticRange(range));
      }
    });
    CSS.highlights.set("match", new Highlight(...ranges));
    return ranges.length;
  },
  "mark.js": () => new Promise((done) => {
    new Mark(list).mark(HIGHLIGHTED.join(" "), { accuracy: "exactly", done });
  }),
};

const HIGHLIGHTED = ["the", "said", "trade"];

/** Three frequent words in three texts: from nothing highlighted to all of it laid out, and to the next paint. */
async function highlight() {
  document.head.append(Object.assign(document.createElement("style"), { textContent: "::highlight(match) { background: yellow }" }));
  const script = document.head.appendChild(Object.assign(document.createElement("script"), { src: "/peers/mark.js/dist/mark.es6.min.js" }));
  await new Promise((done) => { script.onload = done; });
  const engine = await engines.dateline(base);
  await engine.search(HIGHLIGHTED.join(" OR "), false);
  const measured = [];
  for (const place of engine.top().toSorted((a, b) => engine.text(a).length - engine.text(b).length)) {
    const text = engine.text(place);
    const spans = await timed(() => engine.marks(place));
    const row = { bytes: new TextEncoder().encode(text).length, spans: spans.ms, ways: {} };
    for (const [way, run] of Object.entries(highlighters)) {
      const [laid_out, paints] = [[], []];
      for (let round = 0; round < 5; round += 1) {
        CSS.highlights.clear();
        const paragraphs = write(text);
        await painted();
        const start = performance.now();
        row.ways[way] = { hits: await run(engine, place, paragraphs) };
        if (list.offsetHeight) laid_out.push(performance.now() - start);
        await painted();
        paints.push(performance.now() - start);
      }
      Object.assign(row.ways[way], { ms: median(laid_out), paint: median(paints) });
    }
    list.replaceChildren();
    CSS.highlights.clear();
    row.page = await reader(place, HIGHLIGHTED.join("+OR+"), 5);
    measured.push(row);
  }
  return { highlight: measured };
}

async function full() {
  const loaded = await timed(() => engines[name](base));
  const engine = loaded.value;
  // Typing comes first: it warms up what the browser compiles as it runs.
  const measured = { load_ms: loaded.ms, typing: await typing(engine) };
  measured.classes = await classes(engine);
  measured.titles = await reciprocal(engine, queries.titles);
  measured.rare = await reciprocal(engine, queries.rare);
  measured.pairs = await pairs(engine);
  if (/dateline|pagefind/.test(name)) measured.facets_ms = await facets(engine);
  measured.slips = await slips(engine);
  return measured;
}

let result;
try {
  result = await { cold, trace, full, highlight }[task]();
} catch (error) {
  result = { error: String(error?.stack ?? error) };
}
await fetch("/result", { method: "POST", body: JSON.stringify(result) });
