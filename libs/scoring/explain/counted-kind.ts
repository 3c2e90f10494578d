import type { UnitKind } from '../plan/competition.js';
import type { Plan } from '../plan/plan.js';
import type { RankedCluster } from '../standings/ranked-cluster.js';

/** The kind that all of some units have; null where they are of both kinds, or there are none. */
export function kindOf({ units }: Plan, codes: readonly string[]): UnitKind | null {
  const kinds = new Set(codes.map((code) => units.get(code)!.kind));
  const [kind] = kinds;
  return kinds.size === 1 ? kind! : null;
}

/** The ranked units of a cluster by rank, by code. */
export const rankedOf = ({ members, order, ranked }: RankedCluster): string[] =>
  [...order.subarray(0, ranked)].map((unit) => members.codes[unit]!);
