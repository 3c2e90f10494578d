import type { Whole } from '../number/whole.js';
import type { PlanClass, PrecedenceKey } from '../plan/plan.js';

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
export type FigureKey = Pick<PrecedenceKey, 'field' | 'code'>;

export const TOTAL = { field: 'total', code: '' } as const;
export const PENALTY = { field: 'penalty', code: '' } as const;
export const partKey = ({ part }: PlanClass['minParts'][number]) => ({ field: 'part', code: part }) as const;

/** A figure that units are ranked by. */
export interface KeyFigure extends Figure {
  readonly lowerIsBetter: boolean;
}

export const keyFigure = (figures: UnitFigures, key: PrecedenceKey): KeyFigure => ({
  ...figures.figure(key),
  lowerIsBetter: key.field === 'penalty',
});
