import { compile, openStanding, proposeLocal, rankCluster, scoreUnit } from '@thidua/scoring';
import { BONUS, caps, CLUSTER, criteria, CRITERIA, PARTS, PENALTY } from '../workload.mjs';

const unitCode = (unit) => `U${unit}`;
const clusterCode = (cluster) => `C${cluster}`;
const unitOf = (code) => Number(code.slice(1));
/** "958.50" as 95850. */
const hundredths = (text) => Number(text.replace('.', ''));

function ruleOf({ kind, plan, edges, points, each }) {
  if (kind === 'ratio') return { kind, plan };
  if (kind === 'count') return { kind, each: each / 100 };
  const bands = points.map((value, i) => ({ from: edges[i - 1] ?? 0, to: edges[i], points: value / 100 }));
  delete bands.at(-1).to;
  return { kind, bands };
}

const criteriaOf = (place) =>
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
  const entries = Array.from({ length: units }, (_, unit) =>
    Array.from({ length: CRITERIA }, (__, i) => entryFor(unit, i, values[unit * CRITERIA + i])),
  );
  const plan = compile(rulesFor(units));
  let rankings = [];
  let rewards = [];
  let live;
  return {
    full() {
      rankings = [];
      rewards = [];
      for (let cluster = 0; cluster < units / CLUSTER; cluster++) {
        const scores = new Map();
        for (let unit = cluster * CLUSTER; unit < (cluster + 1) * CLUSTER; unit++) {
          scores.set(unitCode(unit), scoreUnit(plan, unitCode(unit), entries[unit]));
        }
        const ranking = rankCluster(plan, clusterCode(cluster), scores);
        rankings.push(ranking);
        rewards.push(...proposeLocal(plan, ranking));
      }
    },
    readFull({ totals, ranks, awards }) {
      for (const { standings } of rankings) {
        for (const { unit, total, rank } of standings) {
          totals[unitOf(unit)] = hundredths(total);
          ranks[unitOf(unit)] = rank;
        }
      }
      for (const { code, proposed } of rewards) for (const unit of proposed) awards[unitOf(unit)] |= 1 << Number(code);
    },
    startUpdates() {
      rankings = [];
      rewards = [];
      live = openStanding(plan, entries.flat());
      for (let cluster = 0; cluster < units / CLUSTER; cluster++) live.ranking(clusterCode(cluster));
    },
    update({ unit, criterion, value }) {
      const { ok } = live.apply({ put: entryFor(unit, criterion, value) });
      if (!ok) throw new Error('the engine refused an update');
      return live.ranking(clusterCode(Math.floor(unit / CLUSTER)));
    },
    readUpdate({ standings }, totals, ranks) {
      for (const { unit, total, rank } of standings) {
        totals[unitOf(unit) % CLUSTER] = hundredths(total);
        ranks[unitOf(unit) % CLUSTER] = rank;
      }
    },
  };
}
