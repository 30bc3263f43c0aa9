// Measures the built site with Lighthouse: node run.mjs SITE MODULES RUNS. Prints a table, the median of the runs a column.

import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const [site, modules, runs] = process.argv.slice(2);
const require = createRequire(join(modules, "node_modules/"));
const load = async (name) => import(pathToFileURL(require.resolve(name)));
const { default: lighthouse } = await load("lighthouse");
const { launch } = await load("chrome-launcher");
const { default: puppeteer } = await load("puppeteer-core");

// As the other benchmarks start it: by its name.
const chromePath = execFileSync("which", ["chromium"], { encoding: "utf8" }).trim();
const types = { ".css": "text/css", ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".svg": "image/svg+xml", ".wasm": "application/wasm", ".woff2": "font/woff2" };
const audits = { "first paint, ms": "first-contentful-paint", "largest, ms": "largest-contentful-paint", "blocked, ms": "total-blocking-time", "shift": "cumulative-layout-shift" };
const categories = ["performance", "accessibility", "best-practices"];

/** A static host as most are: gzip where it helps, names with a hash kept for a year. */
const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname));
  const file = join(site, path.endsWith("/") ? `${path}index.html` : path);
  if (!existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    return;
  }
  const type = types[extname(file)] ?? "application/octet-stream";
  const kept = path.endsWith(".html") || path.endsWith("/") ? "no-cache" : "public, max-age=31536000, immutable";
  const packed = !/woff2/.test(type) && (request.headers["accept-encoding"] ?? "").includes("gzip");
  const bytes = readFileSync(file);
  response.writeHead(200, { "content-type": type, "cache-control": kept, ...(packed ? { "content-encoding": "gzip" } : {}) });
  response.end(packed ? gzipSync(bytes, { level: 9 }) : bytes);
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const origin = `http://127.0.0.1:${server.address().port}/`;

const addresses = {
  "Explore": "#/",
  "Explore, a search": "#/?q=silver",
  "Article": await firstArticle(),
  "Visits": "#/visits",
  "About": "#/about",
};

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** The figures of one visit to an address, by column; and what was found wanting. */
async function once(address, screen) {
  const chrome = await launch({ chromePath, chromeFlags: ["--headless=new", "--no-sandbox"], logLevel: "silent" });
  try {
    const desktop = screen === "desktop"
      ? { formFactor: "desktop", screenEmulation: { mobile: false, width: 1440, height: 900, deviceScaleFactor: 1, disabled: false }, throttling: { rttMs: 40, throughputKbps: 10240, cpuSlowdownMultiplier: 1 } }
      : {};
    const settings = { port: chrome.port, output: "json", logLevel: "silent", onlyCategories: categories, ...desktop };
    const { lhr } = await lighthouse(origin + address, settings);
    const row = {};
    for (const name of categories) row[name] = Math.round(known(lhr.categories[name].score, name) * 100);
    for (const [name, id] of Object.entries(audits)) row[name] = known(lhr.audits[id].numericValue, id);
    const wanting = categories.flatMap((name) => lhr.categories[name].auditRefs)
      .filter((it) => it.weight > 0 && lhr.audits[it.id].score !== null && lhr.audits[it.id].score < 0.9)
      .map((it) => `${it.id} (${lhr.audits[it.id].displayValue ?? lhr.audits[it.id].title})`);
    return { row, wanting };
  } finally {
    chrome.kill();
  }
}

const columns = [...categories, ...Object.keys(audits)];
console.log(`median of ${runs} runs, with gzip\n${["page", "screen", ...columns].join(" | ")}`);
const wanting = new Set();
for (const screen of ["mobile", "desktop"]) {
  for (const [name, address] of Object.entries(addresses)) {
    const rows = [];
    for (let run = 0; run < Number(runs); run += 1) {
      const seen = await once(address, screen);
      rows.push(seen.row);
      for (const it of seen.wanting) wanting.add(`${name}, ${screen}: ${it}`);
    }
    const figures = columns.map((column) => {
      const value = median(rows.map((row) => row[column]));
      return column === "shift" ? value.toFixed(3) : String(Math.round(value));
    });
    console.log([name, screen, ...figures].join(" | "));
  }
}
for (const it of wanting) console.log(`wanting: ${it}`);
server.close();

/** A figure that was measured: one that was not is no zero. */
function known(figure, name) {
  if (typeof figure !== "number") throw new Error(`${name} was not measured`);
  return figure;
}

/** The address of the first article of the list. */
async function firstArticle() {
  const browser = await puppeteer.launch({ executablePath: chromePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.goto(origin);
    const link = await page.waitForSelector("#articles h2 a");
    return await link.evaluate((it) => it.getAttribute("href"));
  } finally {
    await browser.close();
  }
}
