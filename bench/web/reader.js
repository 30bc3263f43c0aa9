// The built page with an article open: what it takes until the matches of a query are seen. The page stands in a frame, so that it is the
// very page that readers get.

const sleep = (time) => new Promise((done) => setTimeout(done, time));
const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];

/** Waits until something holds, and gives it. */
async function until(holds) {
  for (let waited = 0; waited < 30_000; waited += 4) {
    const found = holds();
    if (found) return found;
    await sleep(4);
  }
  throw new Error(`waited in vain: ${holds}`);
}

/** When the next frame of a window has been handed on. */
const painted = (view) => new Promise((done) => view.requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => done(performance.now());
  channel.port2.postMessage(0);
}));

/** The page in a frame, with the article at a place of the list open and nothing searched for. */
async function open(place) {
  document.querySelector("iframe")?.remove();
  const frame = Object.assign(document.createElement("iframe"), { src: "/site/index.html#/", width: 1200, height: 900 });
  document.body.append(frame);
  const view = await until(() => frame.contentDocument?.querySelector("#articles") && frame.contentWindow);
  const link = await until(() => [...view.document.querySelectorAll("#articles h2 a")][place]);
  const article = link.getAttribute("href");
  // The code of other pages has to come once.
  view.location.hash = "#/about";
  await until(() => /^h1$/i.test(view.document.activeElement?.tagName));
  await sleep(300);
  const start = performance.now();
  view.location.hash = article;
  await until(() => view.document.querySelector("#text"));
  return { view, article, opened: (await painted(view)) - start };
}

/** When the page begins to paint matches, when what is in sight is seen, and when all is that is painted at once. */
function watch(view) {
  const seen = { first: undefined, sight: undefined, all: undefined };
  const { add } = view.Highlight.prototype;
  let waiting = false;
  view.Highlight.prototype.add = function watched(range) {
    seen.first ??= performance.now();
    if (!waiting) {
      waiting = true;
      painted(view).then((time) => {
        waiting = false;
        seen.sight ??= time;
        seen.all = time;
      });
    }
    return add.call(this, range);
  };
  return seen;
}

const status = (view) => view.document.querySelector(".match-bar [role=status]")?.textContent ?? "";
const button = (view, name) => [...view.document.querySelectorAll(".match-bar button")].find((it) => it.textContent === name);

/** One visit: the article, then the query, then ten matches one after the other. */
async function once(place, query) {
  const { view, article, opened } = await open(place);
  await sleep(300);
  const long = [];
  const observer = new PerformanceObserver((entries) => long.push(...entries.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: "longtask" });
  const seen = watch(view);
  const start = performance.now();
  view.location.hash = `${article}?q=${query}`;
  await until(() => /\d/.test(status(view)));
  const shown = await painted(view);
  const hits = Number(status(view).replace(/\D/g, ""));
  await sleep(800);
  // The match that the reader stands at is painted too.
  const { all } = seen;
  const next = [];
  for (let step = 0; step < 10; step += 1) {
    const before = status(view);
    const pressed = performance.now();
    button(view, "Next match").click();
    await until(() => status(view) !== before);
    next.push((await painted(view)) - pressed);
    await sleep(60);
  }
  observer.disconnect();
  const isPainted = seen.first !== undefined;
  return {
    hits, opened, next: median(next), longest: Math.max(0, ...long),
    query: (isPainted ? Math.min(seen.sight, shown) : shown) - start,
    sight: isPainted ? seen.sight - seen.first : undefined,
    all: isPainted ? all - seen.first : undefined,
  };
}

/** The medians of some visits; the longest task of all of them. */
export async function reader(place, query, rounds) {
  const visits = [];
  for (let round = 0; round < rounds; round += 1) visits.push(await once(place, query));
  document.querySelector("iframe")?.remove();
  const of = (name) => (visits[0][name] === undefined ? undefined : median(visits.map((visit) => visit[name])));
  const [hits, opened, next, query_ms, sight, all] = ["hits", "opened", "next", "query", "sight", "all"].map(of);
  return { hits, opened, next, query: query_ms, sight, all, longest: Math.max(...visits.map(({ longest }) => longest)) };
}
