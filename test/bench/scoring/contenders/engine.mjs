import { compile, openStanding } from '@thidua/scoring';
import { CLASS_BITS, RANK_BITS } from './bits.mjs';
import { BONUS, caps, CLUSTER, criteria, CRITERIA, PARTS, PENALTY } from '../workload.mjs';

export const unitCode = (unit) => `U${unit}`;
const clusterCode = (cluster) => `C${cluster}`;
const unitOf = (code) => Number(code.slice(1));

function ruleOf({ kind, plan, edges, points, each }) {
  if (kind === 'ratio') return { kind, plan };
  if (kind === 'count') return { kind, each: each / 100 };
  const bands = points.map((value, i) => ({ from: edges[i - 1] ?? 0, to: edges[i], points: value / 100 }));
  delete bands.at(-1).to;
  return { kind, bands };
}

export const criteriaOf = (place) =>
  criteria
    .filter((each) => each.place === place)
    .map((each) => ({ code: each.code, name: each.code, max: each.max / 100, rule: ruleOf(each) }));

const scale = {
  code: 'W1',
  version: 1,
  name: 'W1',
  rounding: { digits: 2, mode: 'down' },
  parts: Array.from({ length: PARTS }, (_, part) => ({
    code: `${part + 1}`,
    name: `${part + 1}`,
    max: caps[part] / 100,
    criteria: criteriaOf(part),
  })),
  bonus: { criteria: criteriaOf(BONUS) },
  penalty: { criteria: criteriaOf(PENALTY) },
};

export const rulesFor = (units) => ({
  format: 'thidua/1',
  campaign: { code: 'W1', name: 'W1', from: '2026-01-01', to: '2026-12-31' },
  scales: [scale],
  clusters: Array.from({ length: units / CLUSTER }, (_, cluster) => ({
    code: clusterCode(cluster),
    name: clusterCode(cluster),
    scale: 'W1',
    units: Array.from({ length: CLUSTER }, (__, i) => ({
      code: unitCode(cluster * CLUSTER + i),
      name: unitCode(cluster * CLUSTER + i),
    })),
  })),
  ranking: { precedence: ['total'] },
  rewards: [
    { code: '0', name: 'one', scope: 'cluster', quota: { count: 1 } },
    { code: '1', name: 'a tenth', scope: 'cluster', quota: { percent: 10 } },
  ],
});

export function entryFor(unit, index, value) {
  const { code, kind } = criteria[index];
  return kind === 'count'
    ? { unit: unitCode(unit), criterion: code, stage: 'self', count: value }
    : { unit: unitCode(unit), criterion: code, stage: 'self', actual: value };
}

/** The engine through its door, from entries as they lie in a file. */
export function open(values, units) {
  const entries = Array.from({ length: units * CRITERIA }, (_, at) =>
    entryFor(Math.floor(at / CRITERIA), at % CRITERIA, values[at]),
  );
  return openEngine(openStanding(compile(rulesFor(units)), entries), units, ({ unit, criterion, value }) =>
    entryFor(unit, criterion, value),
  );
}

/** A standing as a contender: its totals, ranks, classes and proposals by unit. */
export function openEngine(standing, units, entryOf) {
  let rewards = [];
  const read = ({ units: known, totals, ranks, classes }, put) =>
    known.forEach((code, index) => put(unitOf(code), totals[index], ranks[index], classes[index]));
  return {
    /** Every point, sum, rank, class and proposal from the entries, nothing kept of the time before. */
    full() {
      standing.recompute();
      rewards = standing.rewards();
    },
    readFull({ totals, ranks, awards }) {
      for (let cluster = 0; cluster < units / CLUSTER; cluster++) {
        read(standing.figures(clusterCode(cluster)), (unit, total, rank, given) => {
          totals[unit] = total;
          ranks[unit] = rank;
          awards[unit] |= (given + 1) << CLASS_BITS;
        });
      }
      for (const { code, proposed } of rewards) for (const unit of proposed) awards[unitOf(unit)] |= 1 << Number(code);
    },
    startUpdates() {},
    update(change) {
      const { ok } = standing.apply({ put: entryOf(change) });
      if (!ok) throw new Error('the engine refused an update');
      return standing.figures(clusterCode(Math.floor(change.unit / CLUSTER)));
    },
    readUpdate(figures, totals, ranks) {
      read(figures, (unit, total, rank, given) => {
        totals[unit % CLUSTER] = total;
        ranks[unit % CLUSTER] = rank | ((given + 1) << RANK_BITS);
      });
    },
    /** The result document, texts and all, after a whole computation. */
    write() {
      standing.recompute();
      return standing.result('sha256:-');
    },
  };
}
