import { MAX_SCALE_DIGITS, parseMillionths } from '../number/fixed.js';
import { wholeOf, type Whole } from '../number/whole.js';
import type { PrecedenceKey } from '../plan/plan.js';
import type { UnitScore } from '../result/result.js';
import type { Figure, UnitFigures } from './figures.js';
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

  figure(key: Pick<PrecedenceKey, 'field' | 'code'>): Figure {
    const exact = this.scores.map((score) => parseMillionths(textOfKey(key, score)));
    const short = exact.map(wholeOf);
    // One kind of number a column: those of another could never be equal to it.
    return { column: short.every(isNumber) ? Float64Array.from(short) : exact, at: 0 };
  }
}

const isNumber = (value: Whole): value is number => typeof value === 'number';
