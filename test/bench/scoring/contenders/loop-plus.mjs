import * as workload from '../workload-plus.mjs';
import { CLASS_BITS, RANK_BITS } from './bits.mjs';

const { ASKED, BONUS, CLUSTER, criteria, CRITERIA, EXTRA, groupCaps, GROUPED, MARKS, MINUS, OUT_OF, PANEL } = workload;
const { PART, partCaps, PARTS, PLACES, ROUNDS } = workload;

export { workload };

/** A part has this many ratios, then bands. */
const RATIOS = 5;
const plans = Int32Array.from(criteria, ({ plan }) => plan ?? 0);
const maxes = Int32Array.from(criteria, ({ max }) => max);
const eaches = Int32Array.from(criteria, ({ each }) => each ?? 0);
const edges = Int32Array.from(criteria.flatMap((each) => each.edges ?? [0, 0, 0, 0]));
const steps = Int32Array.from(criteria.flatMap(({ points }) => points ?? [0, 0, 0, 0, 0]));
const groupMost = Int32Array.from(groupCaps);
const partMost = Int32Array.from(partCaps);
const PLACED = PARTS * PART;
/** Parts, bonus, penalty, then the groups of the parts, the base and the total. */
const BASE = PARTS + 2 + PARTS;
const TOTAL = BASE + 1;
const WIDTH = TOTAL + 1;
const GROUPS = PARTS + 2;

// Written out as in loop.mjs: called from another module they cost the loop a fifth, and it is the limit.
const ratioPoints = (i, value) => ((maxes[i] * (value < plans[i] ? value : plans[i])) / plans[i]) | 0;

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

/** max·(marks but the best and the worst)/(3·outOf), rounded down. */
function panelPoints(i, value) {
  let rest = value;
  let sum = 0;
  let least = OUT_OF;
  let most = 0;
  for (let k = 0; k < MARKS; k++) {
    const mark = rest % 11;
    rest = (rest / 11) | 0;
    sum += mark;
    if (mark < least) least = mark;
    if (mark > most) most = mark;
  }
  return ((maxes[i] * (sum - least - most)) / ((MARKS - 2) * OUT_OF)) | 0;
}

function pointsOf(i, value) {
  if (i === PANEL) return panelPoints(i, value);
  if (i >= PLACED) return countPoints(i, value);
  return i % PART < RATIOS ? ratioPoints(i, value) : bandPoints(i, value);
}

const within = (sum, most) => (sum < 0 ? 0 : sum < most ? sum : most);

/** What this workload costs when nothing but it is computed: the limit the engine is held against. */
export function open(values, units) {
  const points = new Int32Array(ROUNDS * units * CRITERIA);
  const sums = new Int32Array(ROUNDS * units * WIDTH);
  /** Of all rounds together. */
  const meanPoints = new Int32Array(units * CRITERIA);
  const means = new Int32Array(units * WIDTH);
  const weak = new Uint8Array(units);
  const barred = new Uint8Array(units);
  const ranks = new Int32Array(units);
  const classes = new Int32Array(units);
  const awards = new Int32Array(units);
  const order = Int32Array.from({ length: units }, (_, unit) => unit);
  const first = ASKED.first * 100;
  const second = ASKED.second * 100;

  function addPart(row, at, part) {
    let i = row + part * PART;
    let sum = 0;
    for (const end = i + GROUPED; i < end; i++) sum += points[i];
    let group = 0;
    for (const end = i + MINUS - GROUPED; i < end; i++) group += points[i];
    group = within(group - points[i], groupMost[part]);
    sums[at + GROUPS + part] = group;
    sums[at + part] = within(sum + group, partMost[part]);
  }

  function addExtra(row, at, place) {
    let i = row + PLACED + (place - BONUS) * EXTRA;
    let sum = 0;
    for (const end = i + EXTRA; i < end; i++) sum += points[i];
    sums[at + place] = sum;
  }

  function addTotal(at) {
    let base = 0;
    for (let part = 0; part < PARTS; part++) base += sums[at + part];
    sums[at + BASE] = base;
    const total = base + sums[at + BONUS] - sums[at + BONUS + 1];
    sums[at + TOTAL] = total > 0 ? total : 0;
  }

  function score(round, unit) {
    const row = (round * units + unit) * CRITERIA;
    const at = (round * units + unit) * WIDTH;
    for (let i = 0; i < CRITERIA; i++) points[row + i] = pointsOf(i, values[row + i]);
    for (let part = 0; part < PARTS; part++) addPart(row, at, part);
    addExtra(row, at, BONUS);
    addExtra(row, at, BONUS + 1);
    addTotal(at);
  }

  /** Each figure of the rounds by itself, the mean rounded down. */
  function combineSums(unit) {
    for (let i = 0; i < WIDTH; i++) {
      let sum = 0;
      for (let round = 0; round < ROUNDS; round++) sum += sums[(round * units + unit) * WIDTH + i];
      means[unit * WIDTH + i] = sum >> 2;
    }
    const at = unit * WIDTH;
    const least = ASKED.weakPart * 100;
    weak[unit] = means[at] < least || means[at + 1] < least ? 1 : 0;
    barred[unit] = means[at + BONUS + 1] > ASKED.barredPenalty * 100 && means[at + TOTAL] < second ? 1 : 0;
  }

  function combinePoints(unit, i) {
    let sum = 0;
    for (let round = 0; round < ROUNDS; round++) sum += points[(round * units + unit) * CRITERIA + i];
    meanPoints[unit * CRITERIA + i] = sum >> 2;
  }

  const totalOf = (unit) => means[unit * WIDTH + TOTAL];

  /** Insertion into an order that is nearly right already, equals by number. */
  function rank(cluster) {
    const start = cluster * CLUSTER;
    const end = start + CLUSTER;
    for (let i = start + 1; i < end; i++) {
      const unit = order[i];
      const mine = totalOf(unit);
      let j = i - 1;
      for (; j >= start; j--) {
        const other = totalOf(order[j]);
        if (other > mine || (other === mine && order[j] < unit)) break;
        order[j + 1] = order[j];
      }
      order[j + 1] = unit;
    }
    for (let i = start; i < end; i++) {
      const unit = order[i];
      ranks[unit] = i > start && totalOf(order[i - 1]) === totalOf(unit) ? ranks[order[i - 1]] : i - start + 1;
    }
  }

  /** As many of the first class as are a fifth of the second, which all have who meet it and are not of the first. */
  function classify(cluster) {
    const start = cluster * CLUSTER;
    const end = start + CLUSTER;
    let meeting = 0;
    let firsts = 0;
    for (let i = start; i < end; i++) {
      const unit = order[i];
      const meets = weak[unit] === 0 && totalOf(unit) >= second;
      classes[unit] = meets ? 2 : 3;
      if (meets) meeting++;
      if (meets && totalOf(unit) >= first) firsts++;
    }
    // Who meets the first class meets the second, and stands before all who do not.
    for (let count = firsts; count > 0; count--) {
      if (100 * count > ASKED.sharePercent * (meeting - count)) continue;
      if (count < firsts && isLevelAfter(start, end, count)) continue;
      give(start, end, count);
      return;
    }
  }

  function isLevelAfter(start, end, count) {
    let seen = 0;
    let last = -1;
    for (let i = start; i < end; i++) {
      if (classes[order[i]] !== 2) continue;
      if (++seen === count) last = order[i];
      else if (seen > count) return ranks[order[i]] === ranks[last];
    }
    return false;
  }

  function give(start, end, count) {
    let left = count;
    for (let i = start; i < end && left > 0; i++) {
      if (classes[order[i]] !== 2) continue;
      classes[order[i]] = 1;
      left--;
    }
  }

  /** A tie group gets its places only when they hold all of it; who is barred takes none. */
  function propose(cluster) {
    const start = cluster * CLUSTER;
    for (let i = start; i < start + CLUSTER; i++) awards[order[i]] = 0;
    for (let reward = 0; reward < PLACES.length; reward++) {
      let placed = 0;
      let i = start;
      while (placed < PLACES[reward] && i < start + CLUSTER) {
        let end = i;
        let group = 0;
        for (; end < start + CLUSTER && ranks[order[end]] === ranks[order[i]]; end++)
          if (barred[order[end]] === 0) group++;
        if (placed + group > PLACES[reward]) break;
        for (; i < end; i++) if (barred[order[i]] === 0) awards[order[i]] |= 1 << reward;
        placed += group;
      }
    }
  }

  return {
    full() {
      for (let round = 0; round < ROUNDS; round++) for (let unit = 0; unit < units; unit++) score(round, unit);
      for (let unit = 0; unit < units; unit++) {
        order[unit] = unit;
        combineSums(unit);
        for (let i = 0; i < CRITERIA; i++) combinePoints(unit, i);
      }
      for (let cluster = 0; cluster < units / CLUSTER; cluster++) {
        rank(cluster);
        classify(cluster);
        propose(cluster);
      }
    },
    readFull(out) {
      for (let unit = 0; unit < units; unit++) {
        out.totals[unit] = totalOf(unit);
        out.awards[unit] = awards[unit] | (classes[unit] << CLASS_BITS);
      }
      out.ranks.set(ranks);
    },
    startUpdates() {},
    update({ unit, criterion, value, round }) {
      const row = (round * units + unit) * CRITERIA;
      const at = (round * units + unit) * WIDTH;
      values[row + criterion] = value;
      points[row + criterion] = pointsOf(criterion, value);
      if (criterion < PLACED) addPart(row, at, (criterion / PART) | 0);
      else addExtra(row, at, criterion < PLACED + EXTRA ? BONUS : BONUS + 1);
      addTotal(at);
      combinePoints(unit, criterion);
      combineSums(unit);
      const cluster = (unit / CLUSTER) | 0;
      rank(cluster);
      classify(cluster);
      return cluster;
    },
    readUpdate(cluster, outTotals, outRanks) {
      for (let i = 0; i < CLUSTER; i++) {
        const unit = cluster * CLUSTER + i;
        outTotals[i] = totalOf(unit);
        outRanks[i] = ranks[unit] | (classes[unit] << RANK_BITS);
      }
    },
  };
}
