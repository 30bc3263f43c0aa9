// Measures all engines on one corpus: node run.mjs CORPUS MODULES ENGINE [--quick]. Prints a table, writes CORPUS/result.json.

import { createServer } from "node:http";
import { execFileSync, spawn } from "node:child_process";
import { gzipSync } from "node:zlib";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const [corpus, modules, engineFolder, ...flags] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const quick = flags.includes("--quick");
const names = quick ? ["dateline", "pagefind"] : ["dateline", "pagefind", "minisearch", "flexsearch"];
const roots = { corpus, engine: engineFolder, peers: join(modules, "node_modules") };
const types = { ".js": "text/javascript", ".mjs": "text/javascript", ".html": "text/html", ".wasm": "application/wasm", ".json": "application/json" };
const isCode = (path) => /\.(js|mjs|wasm)$/.test(path) || /wasm\.\w+\.pagefind$/.test(path);

let log = [];
let deliver = () => {};
const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname));
  if (path === "/result") {
    let body = "";
    request.on("data", (chunk) => { body += chunk; });
    request.on("end", () => { response.end(); deliver(JSON.parse(body)); });
    return;
  }
  if (path === "/mark/start") {
    log = [];
    response.end();
    return;
  }
  const [, root, ...rest] = path.split("/");
  const file = roots[root] ? join(roots[root], ...rest) : join(here, path);
  if (!existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  const bytes = readFileSync(file);
  log.push({ path, bytes: isCode(path) ? gzipSync(bytes, { level: 9 }).length : bytes.length, code: isCode(path) });
  response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream", "cache-control": "no-store" }).end(bytes);
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const origin = `http://127.0.0.1:${server.address().port}`;

/** The memory of the processes that draw pages, the largest, in bytes. */
function rendererMemory(pid) {
  const children = (id) => {
    try {
      return readdirSync(`/proc/${id}/task`).flatMap((task) => readFileSync(`/proc/${id}/task/${task}/children`, "utf8").split(" ").filter(Boolean));
    } catch {
      return [];
    }
  };
  const all = [String(pid)];
  for (const id of all) all.push(...children(id));
  const sizes = all.map((id) => {
    try {
      const isRenderer = readFileSync(`/proc/${id}/cmdline`, "utf8").includes("--type=renderer");
      return isRenderer ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))[1]) * 1024 : 0;
    } catch {
      return 0;
    }
  });
  return Math.max(0, ...sizes);
}

const profiles = mkdtempSync(join(tmpdir(), "dateline-bench-"));
process.on("exit", () => {
  try {
    rmSync(profiles, { recursive: true, force: true });
  } catch {
    // The browser's last processes may still be writing; the system clears its temporary folder.
  }
});

/** Opens the page in a browser of its own, and waits for what it measured. */
async function browse(engine, task) {
  const profile = mkdtempSync(join(profiles, "profile-"));
  const url = `${origin}/index.html?engine=${engine}&base=/corpus&task=${task}`;
  const options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", `--user-data-dir=${profile}`, url];
  const browser = spawn("chromium", options, { stdio: "ignore" });
  let timer;
  const result = await new Promise((done) => {
    timer = setTimeout(() => done({ error: "no answer within ten minutes" }), 600_000);
    deliver = done;
  });
  clearTimeout(timer);
  const memory = rendererMemory(browser.pid);
  browser.kill();
  await new Promise((done) => browser.once("exit", done));
  return { ...result, memory, log };
}

const sum = (entries) => entries.reduce((all, { bytes }) => all + bytes, 0);
const sources = JSON.parse(readFileSync(join(corpus, "articles.json"), "utf8")).map(({ source }) => source);
writeFileSync(join(corpus, "sources.json"), JSON.stringify({ source: sources.find(Boolean) ?? "" }));

const results = {};
for (const name of names) {
  const ours = JSON.parse(readFileSync(join(corpus, "ours.json"), "utf8"));
  const build = name === "dateline" ? ours : JSON.parse(execFileSync("node", ["--max-old-space-size=8192", join(here, "peers.mjs"), name, corpus, modules], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim().split("\n").at(-1));
  const cold = [];
  for (let round = 0; round < (quick ? 1 : 3); round += 1) cold.push(await browse(name, "cold"));
  const fetched = cold[0].log.filter(({ path }) => !/page\.js|engines\.js|index\.html|queries\.json|favicon/.test(path));
  const full = await browse(name, "full");
  // Those that fetch parts as they are needed; the others have everything from the start.
  const traced = !quick && ["dateline", "pagefind"].includes(name) ? Object.keys(full.classes ?? {}) : [];
  for (const [at, label] of traced.entries()) full.classes[label].cold_key = (await browse(name, `trace&class=${at}`)).worst_key;
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
server.close();
writeFileSync(join(corpus, "result.json"), JSON.stringify(results, null, 1));

const kb = (bytes) => (bytes === undefined ? "–" : bytes >= 10_000_000 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.round(bytes / 1000)} KB`);
const ms = (time) => (time === undefined ? "–" : time >= 100 ? `${Math.round(time)} ms` : `${time.toFixed(1)} ms`);
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
const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
console.log(`\n${articles} articles, ${kb(text)} of text. found/true (beyond); * = only counted. Code counts with gzip -9.`);
for (const row of cells) console.log(row.map((cell, at) => (at ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join("  "));
for (const name of names) if (results[name].error) console.log(`${name}: ${results[name].error}`);
