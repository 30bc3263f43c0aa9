// The timelines that are measured. Each makes its data ready, draws into an element, shows other days, and narrows to some.

import { whole } from "./data.js";

const DAY = 86_400_000;
const date = (day) => new Date(day * DAY);

/** A classic script or a style sheet. */
function load(tag, attributes) {
  return new Promise((done, fail) => {
    const element = Object.assign(document.createElement(tag), attributes, { onload: done, onerror: () => fail(new Error(`${attributes.src ?? attributes.href} does not load`)) });
    document.head.append(element);
  });
}
const script = (src) => load("script", { src });
const style = (href) => load("link", { rel: "stylesheet", href });

/** The page itself, moved as a hand moves it. */
async function dateline(visits) {
  await style("/style.css");
  const { default: start, Visits } = await import("/engine/dateline_bench_timeline.js");
  const wasm = await start();
  const columns = [0, 1, 2].map((column) => visits.map((visit) => visit[column]));
  const piece = visits.length > 100_000 ? 40 : 4;
  const data = new Visits(Int32Array.from(columns[0]), Int32Array.from(columns[1]), Uint16Array.from(columns[2]), piece);
  const wheel = (options) => document.querySelector(".timeline-frame").dispatchEvent(new WheelEvent("wheel", { bubbles: true, cancelable: true, clientX: 700, ...options }));
  return {
    alone: (root) => data.show_alone(root),
    show: (root) => data.show(root),
    pan: (step) => wheel({ deltaX: step % 20 < 10 ? 60 : -60 }),
    zoom: (step) => wheel({ deltaY: step % 20 < 10 ? -40 : 40, ctrlKey: true }),
    narrow: () => { location.hash = "#/?from=1970&to=1999"; },
    nodes: () => document.querySelectorAll(".timeline, .timeline *").length,
    memory: () => wasm.memory.buffer.byteLength,
    ready: () => document.querySelectorAll(".mark").length > 0,
  };
}

/** The window that ours opens with is three quarters of all; the others get as much. */
const opening = () => [whole[0] + (whole[1] - whole[0]) / 4, whole[1]];
const moved = (window, step) => { const by = (window[1] - window[0]) / 20 * (step % 20 < 10 ? 1 : -1); return [window[0] + by, window[1] + by]; };
const zoomed = (window, step) => { const by = (window[1] - window[0]) * (step % 20 < 10 ? 0.08 : -0.095); return [window[0] + by, window[1] - by]; };
const happened = (visits) => visits.filter(([first, last]) => last >= 0 && first < 10_957);

async function vis(visits) {
  await style("/peers/vis-timeline/styles/vis-timeline-graph2d.min.css");
  await script("/peers/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js");
  const items = visits.map(([first, last, country], id) => ({ id, group: country, start: date(first), end: date(last + 1), type: "range", content: `President ${id % 500}` }));
  const groups = [...new Set(visits.map((visit) => visit[2]))].map((id) => ({ id, content: `Country ${id}` }));
  let [window, timeline, data] = [opening()];
  const set = (to) => { window = to; timeline.setWindow(date(to[0]), date(to[1]), { animation: false }); };
  return {
    show: (root) => {
      data = new globalThis.vis.DataSet(items);
      timeline = new globalThis.vis.Timeline(root, data, new globalThis.vis.DataSet(groups), { start: date(window[0]), end: date(window[1]), height: 600 });
    },
    pan: (step) => set(moved(window, step)),
    zoom: (step) => set(zoomed(window, step)),
    narrow: () => timeline.setItems(new globalThis.vis.DataSet(items.filter((item) => item.end > 0 && item.start < date(10_957)))),
    ready: (root) => root.querySelectorAll(".vis-item").length > 0,
  };
}

async function timelinejs(visits) {
  await style("/peers/@knight-lab/timelinejs/dist/css/timeline.css");
  await script("/peers/@knight-lab/timelinejs/dist/js/timeline.js");
  const day = (number) => { const at = date(number); return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }; };
  const event = ([first, last, country], id) => ({ start_date: day(first), end_date: day(last), group: `Country ${country}`, text: { headline: `President ${id % 500}` }, unique_id: `visit-${id}` });
  let timeline;
  const draw = (root, all) => { root.replaceChildren(); root.style.height = "600px"; timeline = new globalThis.TL.Timeline(root, { events: all.map(event) }); };
  return {
    show: (root) => draw(root, visits),
    pan: (step) => timeline.goTo(step % 20),
    zoom: (step) => (step % 20 < 10 ? timeline.zoomIn() : timeline.zoomOut()),
    narrow: (root) => draw(root, happened(visits)),
    ready: (root) => root.querySelectorAll(".tl-timemarker").length > 0,
  };
}

/** Neither moves nor zooms by itself: it is drawn anew, as its host would. */
async function plot(visits) {
  await script("/peers/d3/dist/d3.min.js");
  await script("/peers/@observablehq/plot/dist/plot.umd.min.js");
  const rows = (all) => all.map(([first, last, country]) => ({ from: date(first), to: date(last + 1), country: `Country ${country}` }));
  const prepared = rows(visits);
  let [window, root, data] = [opening(), undefined, prepared];
  const draw = () => {
    const { Plot } = globalThis;
    root.replaceChildren(Plot.plot({
      width: 1312, height: 600, marginLeft: 120, clip: true, x: { type: "utc", domain: window.map(date) }, y: { type: "band" },
      marks: [Plot.barX(data, { x1: "from", x2: "to", y: "country", fill: "currentColor", inset: 2 })],
    }));
  };
  return {
    show: (into) => { root = into; draw(); },
    pan: (step) => { window = moved(window, step); draw(); },
    zoom: (step) => { window = zoomed(window, step); draw(); },
    narrow: () => { data = rows(happened(visits)); draw(); },
    ready: (into) => into.querySelectorAll("rect").length > 0,
  };
}

export const engines = { dateline, "vis-timeline": vis, TimelineJS3: timelinejs, "Observable Plot": plot };
