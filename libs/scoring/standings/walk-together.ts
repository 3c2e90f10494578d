import type { Whole } from '../number/whole.js';
import { compareCodes } from '../text/codes.js';
import type { KeyFigure } from './figures.js';
import type { RankedCluster } from './ranked-cluster.js';

/** A unit in a walk through all clusters. */
export interface Walker {
  code: string;
  cluster: RankedCluster;
  /** By index in its cluster. */
  unit: number;
  /** Values of the precedence keys, turned so that higher is better. */
  keys: readonly Whole[];
}

/** Units of several clusters in walking order: by the precedence keys, equals by unit code. */
export function walkTogether(taken: readonly { cluster: RankedCluster; candidates: readonly number[] }[]): Walker[] {
  const digits = Math.max(...taken.map(({ cluster }) => cluster.figures.digits));
  const walk: Walker[] = [];
  for (const { cluster, candidates } of taken) {
    const readKeys = keysReader(cluster.keys, digits);
    for (const unit of candidates) {
      walk.push({ code: cluster.members.codes[unit]!, cluster, unit, keys: readKeys(unit) });
    }
  }
  return walk.sort((a, b) => compareKeys(a.keys, b.keys) || compareCodes(a.code, b.code));
}

/** Nothing parts the two but their codes. */
export const areEqual = (a: Walker, b: Walker): boolean => compareKeys(a.keys, b.keys) === 0;

/** Reads a unit's keys in units of 10^-digits, in which figures of clusters on unlike scales compare. */
function keysReader(keys: readonly KeyFigure[], digits: number): (unit: number) => Whole[] {
  const scaled = keys.map((key) => ({ ...key, scaleUp: 10 ** (digits - key.digits) }));
  return (unit) =>
    scaled.map(({ column, at, lowerIsBetter, scaleUp }) => {
      const value = times(column[at + unit]!, scaleUp);
      return lowerIsBetter ? -value : value;
    });
}

function times(value: Whole, by: number): Whole {
  const product = Number(value) * by;
  return Number.isSafeInteger(product) ? product : BigInt(value) * BigInt(by);
}

/** Negative when `a` stands before `b`, zero when they are equal on all keys (spec, "Standings"). */
function compareKeys(a: readonly Whole[], b: readonly Whole[]): number {
  for (let i = 0; i < a.length; i++) {
    if (a[i]! > b[i]!) return -1;
    if (a[i]! < b[i]!) return 1;
  }
  return 0;
}
