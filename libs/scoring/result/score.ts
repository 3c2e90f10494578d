import { entryOf, type Competition, type Entry } from '../file/competition.js';
import { compile } from '../plan/compile.js';
import { proposeCampaign, proposeLocal } from '../rewards/propose.js';
import { rankCluster } from '../standings/rank-cluster.js';
import { scoreUnit } from '../standings/score-unit.js';
import { assembleResult } from './assemble-result.js';
import type { ResultDocument } from './result.js';

/** Computes a whole checked competition, through the same functions a service calls one by one. */
export function score(competition: Competition, input: string): ResultDocument {
  const plan = compile(competition);
  const entries = new Map<string, Entry[]>();
  for (const entry of competition.entries) {
    const own = entries.get(entry.unit);
    if (own === undefined) entries.set(entry.unit, [entryOf(entry)]);
    else own.push(entryOf(entry));
  }
  const rankings = plan.clusters.map((cluster) => {
    const scores = new Map(cluster.units.map((unit) => [unit, scoreUnit(plan, unit, entries.get(unit) ?? [])]));
    return rankCluster(plan, cluster.code, scores);
  });
  const local = rankings.flatMap((ranking) => proposeLocal(plan, ranking));
  return assembleResult(plan, input, rankings, [...local, ...proposeCampaign(plan, rankings, local)]);
}
