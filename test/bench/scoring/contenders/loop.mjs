import { BONUS, caps, CLUSTER, criteria, CRITERIA, EXTRA, PART, PARTS, PLACES } from '../workload.mjs';

/** A part has this many ratios, then bands. */
const RATIOS = 5;
const plans = Int32Array.from(criteria, ({ plan }) => plan ?? 0);
const maxes = Int32Array.from(criteria, ({ max }) => max);
const eaches = Int32Array.from(criteria, ({ each }) => each ?? 0);
const edges = Int32Array.from(criteria.flatMap((each) => each.edges ?? [0, 0, 0, 0]));
const steps = Int32Array.from(criteria.flatMap(({ points }) => points ?? [0, 0, 0, 0, 0]));
const partCaps = Int32Array.from(caps);
const PLACED = PARTS * PART;

/** max·min(value, plan)/plan in hundredths, rounded down: whole numbers throughout. */
const ratioPoints = (i, value) => ((maxes[i] * (value < plans[i] ? value : plans[i])) / plans[i]) | 0;

/** The band is found without a branch: `(edge - 1 - value) >>> 31` is 1 from the edge on. */
function bandPoints(i, value) {
  const at = i * 4;
  const band =
    ((edges[at] - 1 - value) >>> 31) +
    ((edges[at + 1] - 1 - value) >>> 31) +
    ((edges[at + 2] - 1 - value) >>> 31) +
    ((edges[at + 3] - 1 - value) >>> 31);
  return steps[i * 5 + band];
}

function countPoints(i, value) {
  const points = eaches[i] * value;
  return points < maxes[i] ? points : maxes[i];
}

function pointsOf(i, value) {
  if (i >= PLACED) return countPoints(i, value);
  return i % PART < RATIOS ? ratioPoints(i, value) : bandPoints(i, value);
}

/** What this workload costs when nothing but it is computed: the limit the others are held against. */
export function open(values, units) {
  const points = new Int32Array(units * CRITERIA);
  const sums = new Int32Array(units * (PARTS + 2));
  const totals = new Int32Array(units);
  const ranks = new Int32Array(units);
  const awards = new Int32Array(units);
  const order = Int32Array.from({ length: units }, (_, unit) => unit);

  function total(unit) {
    const at = unit * (PARTS + 2);
    let sum = sums[at + BONUS] - sums[at + BONUS + 1];
    for (let part = 0; part < PARTS; part++) {
      const reached = sums[at + part];
      sum += reached < partCaps[part] ? reached : partCaps[part];
    }
    totals[unit] = sum > 0 ? sum : 0;
  }

  function score(unit) {
    const row = unit * CRITERIA;
    const at = unit * (PARTS + 2);
    let i = 0;
    for (let part = 0; part < PARTS; part++) {
      let sum = 0;
      for (const end = i + RATIOS; i < end; i++) sum += points[row + i] = ratioPoints(i, values[row + i]);
      for (const end = i + PART - RATIOS; i < end; i++) sum += points[row + i] = bandPoints(i, values[row + i]);
      sums[at + part] = sum;
    }
    for (let place = BONUS; place < PARTS + 2; place++) {
      let sum = 0;
      for (const end = i + EXTRA; i < end; i++) sum += points[row + i] = countPoints(i, values[row + i]);
      sums[at + place] = sum;
    }
    total(unit);
  }

  /** Insertion into an order that is nearly right already, equals by number. */
  function rank(cluster) {
    const start = cluster * CLUSTER;
    const end = start + CLUSTER;
    for (let i = start + 1; i < end; i++) {
      const unit = order[i];
      const mine = totals[unit];
      let j = i - 1;
      for (; j >= start; j--) {
        const other = totals[order[j]];
        if (other > mine || (other === mine && order[j] < unit)) break;
        order[j + 1] = order[j];
      }
      order[j + 1] = unit;
    }
    for (let i = start; i < end; i++) {
      const unit = order[i];
      ranks[unit] = i > start && totals[order[i - 1]] === totals[unit] ? ranks[order[i - 1]] : i - start + 1;
    }
  }

  /** A tie group gets its places only when they hold all of it. */
  function propose(cluster) {
    const start = cluster * CLUSTER;
    for (let i = CLUSTER - 1, last = CLUSTER; i >= 0; i--) {
      const unit = order[start + i];
      awards[unit] = (last <= PLACES[0] ? 1 : 0) | (last <= PLACES[1] ? 2 : 0);
      if (ranks[unit] === i + 1) last = i;
    }
  }

  return {
    full() {
      for (let unit = 0; unit < units; unit++) {
        order[unit] = unit;
        score(unit);
      }
      for (let cluster = 0; cluster < units / CLUSTER; cluster++) {
        rank(cluster);
        propose(cluster);
      }
    },
    readFull(out) {
      out.totals.set(totals);
      out.ranks.set(ranks);
      out.awards.set(awards);
    },
    startUpdates() {},
    update({ unit, criterion, value }) {
      const at = unit * CRITERIA + criterion;
      values[at] = value;
      const now = pointsOf(criterion, value);
      const place = criterion < PLACED ? (criterion / PART) | 0 : criterion < PLACED + EXTRA ? BONUS : BONUS + 1;
      sums[unit * (PARTS + 2) + place] += now - points[at];
      points[at] = now;
      total(unit);
      const cluster = (unit / CLUSTER) | 0;
      rank(cluster);
      return cluster;
    },
    readUpdate(cluster, outTotals, outRanks) {
      outTotals.set(totals.subarray(cluster * CLUSTER, (cluster + 1) * CLUSTER));
      outRanks.set(ranks.subarray(cluster * CLUSTER, (cluster + 1) * CLUSTER));
    },
  };
}
