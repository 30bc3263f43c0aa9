// Builds the index of one engine: node peers.mjs ENGINE CORPUS MODULES. Prints what it cost as JSON.

import { readFileSync, mkdirSync, writeFileSync, readdirSync, statSync, rmSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [engine, corpus, modules] = process.argv.slice(2);
const entries = {
  flexsearch: "flexsearch/dist/flexsearch.bundle.module.min.mjs",
  minisearch: "minisearch/dist/es/index.js",
  pagefind: "pagefind/lib/index.js",
};
const load = (name) => import(pathToFileURL(join(modules, "node_modules", entries[name])).href);
const articles = JSON.parse(readFileSync(join(corpus, "articles.json"), "utf8")).map((article, id) => ({ id, ...article }));
const out = join(corpus, "peers");
mkdirSync(out, { recursive: true });

/** The most memory that this process and those it started had, in bytes. */
function peak() {
  const of = (pid) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
  const children = readdirSync("/proc/self/task").flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, "utf8").split(" ").filter(Boolean));
  return of("self") + children.map(of).reduce((sum, bytes) => sum + bytes, 0);
}

function write(name, value) {
  const bytes = gzipSync(JSON.stringify(value), { level: 9 });
  writeFileSync(join(out, name), bytes);
  return bytes.length;
}

/** All files below a folder. */
function sizes(folder) {
  const files = readdirSync(folder, { recursive: true }).map((name) => statSync(join(folder, name))).filter((file) => file.isFile());
  return { files: files.length, bytes: files.reduce((sum, file) => sum + file.size, 0) };
}

const builders = {
  async minisearch() {
    const { default: MiniSearch } = await load("minisearch");
    const index = new MiniSearch({ fields: ["title", "text"], storeFields: [], idField: "id" });
    index.addAll(articles);
    return { files: 2, bytes: write("minisearch.json.gz", index.toJSON()) + texts() };
  },
  async flexsearch() {
    const { Document } = (await load("flexsearch")).default;
    const index = new Document({ tokenize: "forward", document: { id: "id", index: ["title", "text"] } });
    articles.forEach((article) => index.add(article));
    const parts = [];
    await index.export((key, data) => { if (data) parts.push([key, data]); });
    return { files: 2, bytes: write("flexsearch.json.gz", parts) + texts() };
  },
  async pagefind() {
    const pagefind = await load("pagefind");
    const { index } = await pagefind.createIndex({ forceLanguage: "en" });
    for (const { id, title, text, source, topics } of articles) {
      const filters = { source: [source ?? ""], topic: topics };
      await index.addCustomRecord({ url: `/${id}`, content: `${title}. ${text}`, language: "en", meta: { title }, filters });
    }
    const folder = join(out, "pagefind");
    rmSync(folder, { recursive: true, force: true });
    await index.writeFiles({ outputPath: folder });
    const memory = peak();
    const all = sizes(folder);
    const data = ["fragment", "index", "filter"].map((name) => sizes(join(folder, name)));
    const metas = readdirSync(folder).filter((name) => name.endsWith(".pf_meta")).map((name) => statSync(join(folder, name)).size);
    await pagefind.close();
    return {
      files: data.reduce((sum, { files }) => sum + files, metas.length),
      bytes: data.reduce((sum, { bytes }) => sum + bytes, metas.reduce((a, b) => a + b, 0)),
      all, memory,
    };
  },
};

/** What the engines that keep no text need beside their index. */
function texts() {
  return write("articles.json.gz", articles.map(({ title, text, source }) => ({ title, text, source })));
}

const start = performance.now();
const built = await builders[engine]();
const build_ms = performance.now() - start;
console.log(JSON.stringify({ build_ms, memory: peak(), ...built }));
