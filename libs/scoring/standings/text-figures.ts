import { MAX_SCALE_DIGITS, wholeMillionths } from '../number/fixed.js';
import type { Whole } from '../number/whole.js';
import type { UnitScore } from './standing.js';
import type { Figure, FigureKey, UnitFigures } from './figures.js';
import { textOfKey } from './precedence.js';

/** The figures of scores as a result writes them, read when they are asked for. */
export class TextFigures implements UnitFigures {
  readonly digits = MAX_SCALE_DIGITS;
  readonly lacking: readonly number[];

  constructor(private readonly scores: readonly UnitScore[]) {
    this.lacking = scores.map(({ complete }) => (complete ? 0 : 1));
  }

  get size(): number {
    return this.scores.length;
  }

  figure(key: FigureKey): Figure {
    const values = this.scores.map((score) => wholeMillionths(textOfKey(key, score)));
    // One kind of number a column: those of another could never be equal to it.
    return { column: values.every(isNumber) ? Float64Array.from(values) : values.map(BigInt), at: 0 };
  }
}

const isNumber = (value: Whole): value is number => typeof value === 'number';
