import { byCodePoint, digitsOf, type Model } from './model.js';
import { format, type Rational } from './rational.js';
import type { Standing } from './standing.js';

/** A row as the result writes it; a row of a round has no class. */
export interface WrittenStanding {
  unit: string;
  rank: number | null;
  tied: boolean;
  complete: boolean;
  total: string;
  base: string;
  bonus: string;
  penalty: string;
  parts: Record<string, string>;
  groups: Record<string, string>;
  attainable: string;
  facts: string[];
  criteria: Record<string, { points: string; stage: string }>;
  missing: string[];
  class?: string | null;
}

export function writtenStanding({ unit, cluster, figures, ...standing }: Standing, model: Model): WrittenStanding {
  const digits = digitsOf(model.scaleOf.get(cluster.scale)!);
  const write = (x: Rational): string => format(x, digits);
  const each = (all: Map<string, Rational>): Record<string, string> =>
    Object.fromEntries([...all].map(([code, x]) => [code, write(x)]));
  return {
    unit: unit.code,
    rank: standing.rank,
    tied: standing.tied,
    complete: standing.complete,
    total: write(figures.total),
    base: write(figures.base),
    bonus: write(figures.bonus),
    penalty: write(figures.penalty),
    parts: each(figures.parts),
    groups: each(figures.groups),
    attainable: write(figures.attainable),
    facts: [...standing.facts].toSorted(byCodePoint),
    criteria: Object.fromEntries(
      [...figures.criteria].map(([code, { points, stage }]) => [code, { points: write(points), stage }]),
    ),
    missing: figures.missing,
  };
}
