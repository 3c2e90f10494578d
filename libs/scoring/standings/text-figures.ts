import { MAX_SCALE_DIGITS, wholeMillionths } from '../number/fixed.js';
import type { Whole } from '../number/whole.js';
import type { Figure, FigureKey, UnitFigures } from './figures.js';
import type { UnitScore } from './standing.js';

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
    return { column: columnOf(this.scores.map((score) => textOfFigure(key, score))), at: 0 };
  }
}

/** Decimals as a column of whole millionths. */
export function columnOf(texts: readonly string[]): ArrayLike<Whole> {
  const values = texts.map(wholeMillionths);
  // One kind of number a column: those of another could never be equal to it.
  return values.every(isNumber) ? Float64Array.from(values) : values.map(BigInt);
}

const isNumber = (value: Whole): value is number => typeof value === 'number';

/** A figure as the result writes it; 0 where the unit's scale has none. */
function textOfFigure({ field, code }: FigureKey, score: UnitScore): string {
  if (field === 'part' || field === 'group') {
    const sections = score[`${field}s`];
    return Object.hasOwn(sections, code) ? sections[code]! : '0';
  }
  // What a criterion is worth may differ from its entry's points; keys and conditions are kept with the ranking.
  if (field === 'criterion') throw new RangeError(`no figure of criterion ${code} in a ranking`);
  return score[field];
}
