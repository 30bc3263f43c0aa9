// Measures the timelines: node run.mjs STYLES MODULES ENGINE SIZES SHAPES SECONDS. Prints one table.

import { createServer } from "node:http";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const [styles, modules, engineFolder, sizes, shapes, seconds] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const names = ["dateline", "vis-timeline", "TimelineJS3", "Observable Plot"];
const roots = { engine: engineFolder, peers: join(modules, "node_modules") };
const types = { ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".html": "text/html", ".wasm": "application/wasm" };

let deliver = () => {};
const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname));
  if (path === "/result") {
    let body = "";
    request.on("data", (chunk) => { body += chunk; });
    request.on("end", () => { response.end(); deliver(JSON.parse(body)); });
    return;
  }
  if (path === "/style.css") {
    const sheets = readdirSync(styles).filter((name) => name.endsWith(".css")).sort();
    response.writeHead(200, { "content-type": "text/css" }).end(sheets.map((name) => readFileSync(join(styles, name), "utf8")).join("\n"));
    return;
  }
  const [, root, ...rest] = path.split("/");
  const file = roots[root] ? join(roots[root], ...rest) : join(here, path);
  if (!existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" }).end(readFileSync(file));
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const origin = `http://127.0.0.1:${server.address().port}`;

/** How often the first paint is measured: a browser that has just been started takes now more, now less time for the same. */
const RUNS = 5;
/** What takes so many milliseconds is measured once. */
const LONG = 1000;

const profiles = mkdtempSync(join(tmpdir(), "dateline-bench-"));
process.on("exit", () => {
  try {
    rmSync(profiles, { recursive: true, force: true });
  } catch {
    // The browser's last processes may still be writing; the system clears its temporary folder.
  }
});

let running;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    running?.kill("SIGKILL");
    process.exit(1);
  });
}

/** One timeline in a browser of its own, for so many seconds at most. */
async function browse(engine, shape, number, more = {}) {
  const query = new URLSearchParams({ engine, shape, number, ...more });
  const options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--enable-precise-memory-info", "--window-size=1440,1000", `--user-data-dir=${mkdtempSync(join(profiles, "profile-"))}`];
  const browser = spawn("chromium", [...options, `${origin}/index.html?${query}`], { stdio: "ignore" });
  running = browser;
  let timer;
  const result = await new Promise((done) => {
    timer = setTimeout(() => done({ late: true }), Number(seconds) * 1000);
    deliver = done;
  });
  clearTimeout(timer);
  browser.kill("SIGKILL");
  await new Promise((done) => browser.once("exit", done));
  return result;
}

/** The median of its first paints, those that are already known among them. */
async function firstPaint(known, engine, shape, number, more) {
  const times = [...known];
  while (times.length < RUNS && !(times[0] >= LONG)) {
    const { first } = await browse(engine, shape, number, { first: 1, ...more });
    if (!first) break;
    times.push(first);
  }
  return times.toSorted((a, b) => a - b)[times.length >> 1];
}

const ms = (time) => (time >= 100 ? String(Math.round(time)) : time.toFixed(1));
const pair = ({ median, p95 }) => `${ms(median)} / ${ms(p95)}`;
const cells = ({ first, page, pan, zoom, narrow, nodes, heap }) => [ms(first), page ? ms(page) : "–", pair(pan), pair(zoom), ms(narrow), String(nodes), `${Math.round(heap / 1e6)} MB`];
const header = ["shape", "visits", "timeline", "first paint", "whole page", "pan", "zoom", "filter", "nodes", "heap"];
const widths = [14, 9, 16, 12, 12, 16, 16, 8, 8, 8];
const print = (row) => console.log(row.map((cell, at) => (at < 3 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join(" "));

console.log(`\nMilliseconds. First paint: from visits in hand to a painted timeline, the median of ${RUNS} browsers; one from a second on.`);
console.log("Dateline's whole page is search, timeline, sentence, filters and list;");
console.log(`it is what is panned, zoomed and filtered. Pan and zoom: median / 95th percentile of a frame. A timeline that has not answered within ${seconds} s is not asked for more.`);
print(header);
for (const shape of shapes.split(",")) {
  const silent = new Set();
  for (const size of sizes.split(",")) {
    for (const name of names) {
      if (silent.has(name)) {
        print([shape, size, name, "not asked"]);
        continue;
      }
      const result = await browse(name, shape, size);
      if (result.first) {
        const ours = name === "dateline";
        if (ours) result.page = result.first;
        result.first = await firstPaint(ours ? [] : [result.first], name, shape, size, ours ? { alone: 1 } : {});
      }
      if (result.late || result.error) silent.add(name);
      const told = result.late ? [`no answer in ${seconds} s`] : result.error ? [result.error.slice(0, 80)] : cells(result);
      print([shape, size, name, ...told]);
    }
  }
}
server.close();
