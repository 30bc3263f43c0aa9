// One timeline over some visits: ?engine=NAME&shape=NAME&number=N. Posts what it measured, and that is all. With &alone the
// timeline without the page around it, with &first its first paint alone.

import { visits } from "./data.js";
import { engines } from "./engines.js";

const parameters = new URLSearchParams(location.search);
const [name, shape] = [parameters.get("engine"), parameters.get("shape")];
const number = Number(parameters.get("number"));
const STEPS = 40;

const percentile = (times, of) => times.toSorted((a, b) => a - b)[Math.max(0, Math.ceil((times.length * of) / 100) - 1)];

/** After the frame in which what was done is painted. */
const painted = () => new Promise((done) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = done;
  port2.postMessage(0);
}));

async function timed(act) {
  const start = performance.now();
  await act();
  await painted();
  return performance.now() - start;
}

/** Median and 95th percentile of some steps, for at most ten seconds. */
async function steps(act) {
  const times = [];
  const end = performance.now() + 10_000;
  for (let step = 0; step < STEPS && performance.now() < end; step += 1) times.push(await timed(() => act(step)));
  return { median: percentile(times, 50), p95: percentile(times, 95) };
}

async function measure() {
  const root = document.getElementById("root");
  const engine = await engines[name](visits(shape, number));
  // A browser that has just been started is still busy with itself.
  await new Promise((done) => setTimeout(done, 1000));
  await painted();
  const start = performance.now();
  (parameters.has("alone") ? engine.alone : engine.show)(root);
  do await painted(); while (!engine.ready(root));
  const first = performance.now() - start;
  if (parameters.has("first")) return { first };
  const nodes = (engine.nodes ?? (() => root.querySelectorAll("*").length))();
  const heap = performance.memory.usedJSHeapSize + (engine.memory?.() ?? 0);
  // Fonts and late parts settle before hands come.
  await new Promise((done) => setTimeout(done, 300));
  const pan = await steps(engine.pan);
  const zoom = await steps(engine.zoom);
  await new Promise((done) => setTimeout(done, 300));
  const narrow = await timed(() => engine.narrow(root));
  return { first, nodes, heap, pan, zoom, narrow };
}

const result = await measure().catch((error) => ({ error: String(error) }));
await fetch("/result", { method: "POST", body: JSON.stringify(result) });
