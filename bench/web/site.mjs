// A browser on a small server: what the benchmark's pages are measured with.

import { createServer } from "node:http";
import { spawn } from "node:child_process";
import { gunzipSync, gzipSync } from "node:zlib";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

export const here = dirname(fileURLToPath(import.meta.url));
const types = { ".css": "text/css", ".svg": "image/svg+xml", ".js": "text/javascript", ".mjs": "text/javascript", ".html": "text/html", ".wasm": "application/wasm", ".json": "application/json" };
const isCode = (path) => /\.(js|mjs|wasm)$/.test(path) || /wasm\.\w+\.pagefind$/.test(path);

const profiles = mkdtempSync(join(tmpdir(), "dateline-bench-"));
process.on("exit", () => {
  try {
    rmSync(profiles, { recursive: true, force: true });
  } catch {
    // The browser's last processes may still be writing; the system clears its temporary folder.
  }
});

/** Serves a corpus, the engines and the page, keeps a log of what was fetched, and hears what was measured. */
export class Site {
  log = [];

  deliver = () => {};

  static async open({ corpus, modules, engine, dist }) {
    const site = new Site();
    site.roots = { corpus, engine, peers: join(modules, "node_modules"), site: dist };
    site.server = createServer((request, response) => site.answer(request, response));
    await new Promise((done) => site.server.listen(0, "127.0.0.1", done));
    return site;
  }

  close() {
    this.server.close();
  }

  answer(request, response) {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname));
    if (path === "/result") {
      let body = "";
      request.on("data", (chunk) => { body += chunk; });
      request.on("end", () => { response.end(); this.deliver(JSON.parse(body)); });
      return;
    }
    if (path === "/mark/start") {
      this.log = [];
      response.end();
      return;
    }
    const [, root, ...rest] = path.split("/");
    const bundle = root === "site" ? this.bundle(rest.at(-1)) : undefined;
    const file = this.roots[root] ? join(this.roots[root], ...rest) : join(here, path);
    if (!bundle && (!existsSync(file) || !statSync(file).isFile())) {
      response.writeHead(404).end();
      return;
    }
    const bytes = bundle ?? readFileSync(file);
    this.log.push({ path, bytes: isCode(path) ? gzipSync(bytes, { level: 9 }).length : bytes.length, code: isCode(path) });
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream", "cache-control": "no-store" }).end(bytes);
  }

  /** What the built site gets in the place of its own articles: the corpus. */
  bundle(name) {
    const ours = join(this.roots.corpus, "ours");
    if (/^collection-.*\.bin$/.test(name)) return gunzipSync(readFileSync(join(ours, "first.bin")));
    return /^[0-9a-f]{16}\.bin$/.test(name) ? readFileSync(join(ours, name)) : undefined;
  }

  /** Opens the page in a browser of its own, and waits for what it measured. */
  async browse(engine, task) {
    const profile = mkdtempSync(join(profiles, "profile-"));
    const url = `http://127.0.0.1:${this.server.address().port}/index.html?engine=${engine}&base=/corpus&task=${task}`;
    const options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", `--user-data-dir=${profile}`, url];
    const browser = spawn("chromium", options, { stdio: "ignore" });
    let timer;
    const result = await new Promise((done) => {
      timer = setTimeout(() => done({ error: "no answer within ten minutes" }), 600_000);
      this.deliver = done;
    });
    clearTimeout(timer);
    const memory = rendererMemory(browser.pid);
    browser.kill();
    await new Promise((done) => browser.once("exit", done));
    return { ...result, memory, log: this.log };
  }
}

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

export const kb = (bytes) => (bytes === undefined ? "–" : bytes >= 10_000_000 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.round(bytes / 1000)} KB`);
export const ms = (time) => (time === undefined ? "–" : time >= 100 ? `${Math.round(time)} ms` : `${time.toFixed(1)} ms`);

/** Prints rows of cells in columns, all but the first to the right. */
export function table(cells) {
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  for (const row of cells) console.log(row.map((cell, at) => (at ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join("  "));
}
