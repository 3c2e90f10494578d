import type { Plan } from '../plan/plan.js';
import { ClassPool } from './class-pool.js';
import type { RankedCluster } from './ranked-cluster.js';

/**
 * Gives the classes that one cluster alone cannot tell (spec, "Classes"): all of them where a share is counted over the
 * campaign, else those of clusters in which somebody leads a collective of another. `clusters` are all; the classes of
 * those that are not settled are given by then. Gives what gave them.
 */
export function settleClasses(plan: Plan, clusters: readonly RankedCluster[]): ClassPool[] {
  if (plan.classes.some(({ share }) => share?.scope === 'campaign')) {
    const pool = new ClassPool(plan.classes, clusters);
    pool.assign();
    return [pool];
  }
  const settled = clusters.filter((cluster) => cluster.settled);
  const classOf = new Map(
    clusters.flatMap(({ members, classes }) => members.codes.map((code, unit) => [code, classes[unit]!] as const)),
  );
  const leads = ({ members }: RankedCluster, unit: number): number => {
    const led = plan.units.get(members.codes[unit]!)?.headOf ?? null;
    if (led === null) return 0;
    const given = classOf.get(led) ?? -1;
    // Who leads a collective without a class has none.
    return given < 0 ? plan.classes.length : given;
  };
  return settled.map((cluster) => {
    const pool = new ClassPool(plan.classes, [cluster], leads);
    pool.assign();
    return pool;
  });
}
