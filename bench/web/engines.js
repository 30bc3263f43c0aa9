// Four search engines behind one shape:
//   load()                            fetch what a first search needs
//   search(query, typing) -> total    search, and make the first ten results with their excerpts
//   top() -> [place]                  the places of these results
//   all() -> Set | null               the places of all results; null where an engine does not tell
// and `lines` and `counts`, what a page shows of the last search.
// Each is set up as its documentation recommends for complete, prefix-matching search as one types.

const FIRST = 10;

const inflated = async (path) => {
  const stream = (await fetch(path)).body.pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

export const engines = {
  async dateline(base) {
    const { default: init, Engine } = await import("/engine/dateline_bench_engine.js");
    await init({ module_or_path: "/engine/dateline_bench_engine_bg.wasm" });
    const engine = new Engine(await inflated(`${base}/ours/first.bin`));
    const put = async (parts) => {
      const fetched = parts.map(async (part) => engine.put(part, await inflated(`${base}/ours/${engine.file(part)}`)));
      await Promise.all(fetched);
      return parts.length > 0;
    };
    return {
      async search(query, typing, source = "", counts = true) {
        let total = engine.select(query, typing, source);
        while (await put([...engine.missing(counts)])) total = engine.select(query, typing, source);
        await put([...new Set(engine.missing_texts(FIRST))]);
        this.lines = engine.lines(FIRST);
        this.counts = engine.counts();
        return total;
      },
      async first(query) {
        let total = engine.select(query, false, "");
        while (await put([...engine.missing(false)])) total = engine.select(query, false, "");
        await put([...new Set(engine.missing_texts(1))]);
        this.lines = engine.lines(1);
        return total;
      },
      marks: (place) => engine.marks(place),
      text: (place) => engine.text(place),
      top: () => [...engine.top()],
      all: () => new Set(engine.all()),
    };
  },

  async minisearch(base) {
    const { default: MiniSearch } = await import("/peers/minisearch/dist/es/index.js");
    const articles = JSON.parse(new TextDecoder().decode(await inflated(`${base}/peers/articles.json.gz`)));
    const index = JSON.parse(new TextDecoder().decode(await inflated(`${base}/peers/minisearch.json.gz`)));
    const options = { fields: ["title", "text"], storeFields: [], idField: "id" };
    const engine = await MiniSearch.loadJSAsync(index, options);
    let found = [];
    const excerpt = (hit) => {
      const { text } = articles[hit.id];
      const at = Math.max(0, text.toLowerCase().indexOf(hit.terms[0] ?? ""));
      return text.slice(Math.max(0, at - 100), at + 140);
    };
    return {
      async search(query, typing, source = "", counts = true, fuzzy = 0.2) {
        const prefix = typing ? (_, at, all) => at === all.length - 1 : false;
        const filter = source ? (hit) => articles[hit.id].source === source : undefined;
        found = engine.search(query, { prefix, combineWith: "AND", boost: { title: 2 }, filter });
        if (found.length === 0 && fuzzy) found = engine.search(query, { prefix, fuzzy, combineWith: "AND", boost: { title: 2 } });
        this.lines = found.slice(0, FIRST).map(excerpt).join("\n");
        return found.length;
      },
      top: () => found.slice(0, FIRST).map((hit) => hit.id),
      all: () => new Set(found.map((hit) => hit.id)),
    };
  },

  async flexsearch(base) {
    const { Document } = (await import("/peers/flexsearch/dist/flexsearch.bundle.module.min.mjs")).default;
    const articles = JSON.parse(new TextDecoder().decode(await inflated(`${base}/peers/articles.json.gz`)));
    const engine = new Document({ tokenize: "forward", document: { id: "id", index: ["title", "text"] } });
    const parts = JSON.parse(new TextDecoder().decode(await inflated(`${base}/peers/flexsearch.json.gz`)));
    for (const [key, data] of parts) await engine.import(key, data);
    let found = [];
    return {
      async search(query) {
        const fields = engine.search(query, { limit: 100000 });
        const places = new Set();
        for (const field of fields) for (const id of field.result) places.add(id);
        found = [...places];
        const word = query.split(" ")[0].toLowerCase();
        const excerpt = (id) => {
          const at = Math.max(0, articles[id].text.toLowerCase().indexOf(word));
          return articles[id].text.slice(Math.max(0, at - 100), at + 140);
        };
        this.lines = found.slice(0, FIRST).map(excerpt).join("\n");
        return found.length;
      },
      top: () => found.slice(0, FIRST),
      all: () => new Set(found),
    };
  },

  async pagefind(base) {
    const engine = await import(`${base}/peers/pagefind/pagefind.js`);
    await engine.options({ excerptLength: 30 });
    await engine.init();
    let found = [];
    let shown = [];
    return {
      async search(query, typing, source = "") {
        const answer = await engine.search(query === "" ? null : query, source ? { filters: { source } } : {});
        found = answer.results;
        shown = await Promise.all(found.slice(0, FIRST).map((hit) => hit.data()));
        this.lines = shown.map((data) => data.excerpt).join("\n");
        return found.length;
      },
      async first(query) {
        const answer = await engine.search(query);
        await answer.results[0]?.data();
        return answer.results.length;
      },
      top: () => shown.map((data) => Number(data.url.replace(/\D/g, ""))),
      all: () => null,
    };
  },
};
