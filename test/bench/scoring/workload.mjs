/**
 * The workload: units in clusters of 50 on one scale of 60 criteria. Six parts of eight (five `ratio`, three
 * `bands`), each part capped at 85 % of what its criteria can reach; six bonus and six penalty `count`.
 * Everything follows from a counter-based hash, so every contender's process makes the same figures by itself.
 */
export const CLUSTER = 50;
export const PARTS = 6;
export const PART = 8;
export const EXTRA = 6;
export const BONUS = PARTS;
export const PENALTY = PARTS + 1;
export const CRITERIA = PARTS * PART + 2 * EXTRA;
/** Places of the two rewards in a cluster: one unit, and 10 % of the cluster. */
export const PLACES = [1, CLUSTER / 10];

const SEED = { plan: 1, max: 2, edge: 3, each: 4, equal: 5, value: 6, change: 7 };

/** Evenly spread over [0, 2^32), from a seed and a counter. */
function hash(seed, counter) {
  let x = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(counter + 1, 0x85ebca6b)) >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d) >>> 0;
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b) >>> 0;
  return (x ^ (x >>> 16)) >>> 0;
}
const between = (least, most, seed, counter) => least + (hash(seed, counter) % (most - least + 1));

/** The criteria in scale order. Points are integer hundredths: `max`, `each`, and a band's `points`. */
export const criteria = Array.from({ length: CRITERIA }, (_, index) => {
  const place = index < PARTS * PART ? Math.floor(index / PART) : index < CRITERIA - EXTRA ? BONUS : PENALTY;
  if (place >= PARTS) {
    const each = 25 * between(1, 4, SEED.each, index);
    return { index, place, kind: 'count', each, max: 6 * each, code: `${place === BONUS ? 'T' : 'P'}.${index}` };
  }
  const max = 100 * between(5, 30, SEED.max, index);
  const code = `${place + 1}.${(index % PART) + 1}`;
  if (index % PART < 5) return { index, place, kind: 'ratio', max, plan: between(50, 900, SEED.plan, index), code };
  const edges = [200, 400, 600, 800].map((edge, i) => edge + between(-90, 90, SEED.edge, index * 4 + i));
  return { index, place, kind: 'bands', max, edges, points: [0, 1, 2, 3, 4].map((i) => (max / 4) * i), code };
});

/** What a part is cut to, in hundredths. */
export const caps = Array.from({ length: PARTS }, (_, part) => {
  const reachable = criteria.filter(({ place }) => place === part).reduce((sum, { max }) => sum + max, 0);
  return (reachable * 85) / 100;
});

const mostOf = ({ kind }) => (kind === 'count' ? 10 : 1000);

/** The figures entered, a row of 60 a unit; a unit in twenty has those of its neighbour, so that ties happen. */
export function figures(units) {
  const values = new Int32Array(units * CRITERIA);
  const mosts = criteria.map(mostOf);
  for (let unit = 0; unit < units; unit++) {
    const row = unit * CRITERIA;
    if (unit % CLUSTER !== 0 && hash(SEED.equal, unit) % 20 === 0) {
      values.copyWithin(row, row - CRITERIA, row);
      continue;
    }
    for (let i = 0; i < CRITERIA; i++) values[row + i] = hash(SEED.value, row + i) % (mosts[i] + 1);
  }
  return values;
}

/** Single changes: one criterion of one unit gets another figure. */
export function changes(units, count) {
  return Array.from({ length: count }, (_, i) => {
    const criterion = hash(SEED.change, 3 * i + 1) % CRITERIA;
    const value = (hash(SEED.change, 3 * i + 2) % (mostOf(criteria[criterion]) + 1)) | 0;
    return { unit: hash(SEED.change, 3 * i) % units, criterion, value };
  });
}
