import type { Whole } from '../number/whole.js';
import type { Plan, PrecedenceKey } from '../plan/plan.js';
import { keyFigure } from '../standings/figures.js';
import { compareCodes } from '../standings/precedence.js';
import type { RankedCluster } from './ranked-cluster.js';

/** A candidate for a reward that all clusters share. */
export interface Walker {
  code: string;
  /** Values of the precedence keys, turned so that higher is better. */
  keys: readonly Whole[];
}

/** Candidates of several clusters in walking order: by the precedence keys, equals by unit code. */
export function walkTogether(
  plan: Plan,
  taken: readonly { cluster: RankedCluster; candidates: readonly number[] }[],
): Walker[] {
  const digits = Math.max(...taken.map(({ cluster }) => cluster.standing.figures.digits));
  const walk: Walker[] = [];
  for (const { cluster, candidates } of taken) {
    const readKeys = keysReader(plan.ranking.precedence, cluster, digits);
    for (const unit of candidates) walk.push({ code: cluster.members.codes[unit]!, keys: readKeys(unit) });
  }
  return walk.toSorted((a, b) => compareKeys(a.keys, b.keys) || compareCodes(a.code, b.code));
}

/** Nothing parts the two but their codes. */
export const areEqual = (a: Walker, b: Walker): boolean => compareKeys(a.keys, b.keys) === 0;

/** Reads a unit's keys in units of 10^-digits, in which figures of clusters on unlike scales compare. */
function keysReader(
  precedence: readonly PrecedenceKey[],
  { standing: { figures } }: RankedCluster,
  digits: number,
): (unit: number) => Whole[] {
  const scaleUp = 10 ** (digits - figures.digits);
  const keys = precedence.map((key) => keyFigure(figures, key));
  return (unit) =>
    keys.map(({ column, at, lowerIsBetter }) => {
      const value = times(column[at + unit]!, scaleUp);
      return lowerIsBetter ? -value : value;
    });
}

function times(value: Whole, by: number): Whole {
  const product = Number(value) * by;
  return typeof value === 'number' && Number.isSafeInteger(product) ? product : BigInt(value) * BigInt(by);
}

/** Negative when `a` stands before `b`, zero when they are equal on all keys (spec, "Standings"). */
function compareKeys(a: readonly Whole[], b: readonly Whole[]): number {
  for (let i = 0; i < a.length; i++) {
    if (a[i]! > b[i]!) return -1;
    if (a[i]! < b[i]!) return 1;
  }
  return 0;
}
