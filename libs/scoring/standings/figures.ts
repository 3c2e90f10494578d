import type { Whole } from '../number/whole.js';
import type { FigureField } from '../plan/condition.js';
import type { PlanClass, PlanScale, PrecedenceKey } from '../plan/plan.js';
import type { Sums } from './sums.js';

/** A figure of every unit: unit u's is `column[at + u]`. */
export interface Figure {
  readonly column: ArrayLike<Whole>;
  readonly at: number;
}

/** What the units of one cluster have, whoever worked it out: all that ranks and classes are given by. */
export interface UnitFigures {
  readonly size: number;
  /** Figures are counts of 10^-digits. */
  readonly digits: number;
  /** How many mandatory criteria a unit lacks. */
  readonly lacking: ArrayLike<number>;
  /** A figure by what the precedence calls it; 0 where the scale or the unit has none. */
  figure(key: FigureKey): Figure;
}

/** What the precedence calls a figure. */
export interface FigureKey {
  field: FigureField;
  code: string;
}

export const TOTAL = { field: 'total', code: '' } as const;
export const BASE = { field: 'base', code: '' } as const;
export const BONUS = { field: 'bonus', code: '' } as const;
export const PENALTY = { field: 'penalty', code: '' } as const;
export const partKey = ({ part }: PlanClass['minParts'][number]) => ({ field: 'part', code: part }) as const;

/** A figure that units are ranked by. */
export interface KeyFigure extends Figure {
  /** Its values are counts of 10^-digits. */
  readonly digits: number;
  readonly lowerIsBetter: boolean;
}

export const keyFigure = (figures: UnitFigures, key: FigureKey): KeyFigure => ({
  ...figures.figure(key),
  digits: figures.digits,
  lowerIsBetter: key.field === 'penalty',
});

export const isFigureKey = (key: PrecedenceKey): key is PrecedenceKey & FigureKey => key.field !== 'class';

/** Finds a figure in the sums of `size` units of a scale. Throws a RangeError for one the scale does not have. */
export function figureOf(
  scale: PlanScale,
  { points, places, base, total }: Pick<Sums, 'points' | 'places' | 'base' | 'total'>,
  size: number,
  { field, code }: FigureKey,
): Figure {
  if (field === 'total') return { column: total, at: 0 };
  if (field === 'base') return { column: base, at: 0 };
  if (field === 'bonus') return { column: places, at: scale.parts * size };
  if (field === 'penalty') return { column: places, at: (scale.parts + 1) * size };
  const index = field === 'criterion' ? scale.byCode.get(code)?.index : scale.sectionOf.get(code)?.index;
  // Checked with the rules: a key is of every scale that is used.
  if (index === undefined) throw new RangeError(`scale ${scale.code} has no ${field} ${code}`);
  return { column: field === 'criterion' ? points : places, at: index * size };
}
