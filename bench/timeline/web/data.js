// Invented visits, always the same: first and last day since 1970 and the number of a country, oldest first.

const START = -7305; // 1950
const DAYS = 27_000; // to 2023

/** Mulberry32, a small generator of numbers from 0 to 1 (public domain, Tommy Ettinger). */
function dice(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const anywhere = (roll) => START + Math.floor(roll() * DAYS);
const fiveDays = (roll, first) => first + Math.floor(roll() * 5);

/** A month that is known without its day. */
function month(roll) {
  const at = new Date(anywhere(roll) * 86_400_000);
  const [year, number] = [at.getUTCFullYear(), at.getUTCMonth()];
  return [Date.UTC(year, number, 1), Date.UTC(year, number + 1, 0)].map((time) => time / 86_400_000);
}

/** The shapes by name: from dice to first day, last day, country. */
export const shapes = {
  uniform: (roll) => { const first = anywhere(roll); return [first, fiveDays(roll, first), Math.floor(roll() * 12)]; },
  // Four of five within a twentieth of the time.
  bursts: (roll) => { const first = roll() < 0.8 ? START + 20_000 + Math.floor(roll() * DAYS / 20) : anywhere(roll); return [first, fiveDays(roll, first), Math.floor(roll() * 12)]; },
  "one day": (roll) => [START + 20_000, START + 20_000, Math.floor(roll() * 12)],
  "long overlaps": (roll) => { const first = anywhere(roll); return [first, first + Math.floor(roll() * 4000), Math.floor(roll() * 12)]; },
  "200 lanes": (roll) => { const first = anywhere(roll); return [first, fiveDays(roll, first), Math.floor(roll() * 200)]; },
  imprecise: (roll) => [...month(roll), Math.floor(roll() * 12)],
};

/** So many visits of a shape. */
export function visits(shape, number) {
  const roll = dice(7);
  const all = Array.from({ length: number }, () => shapes[shape](roll));
  return all.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

export const whole = [START, START + DAYS];
