export { compareCodes } from '../text/codes.js';
import type { UnitScore } from './standing.js';
import type { FigureKey } from './figures.js';

/** A key's value as the result writes it; 0 where the scale or the unit has none. */
export function textOfKey({ field, code }: FigureKey, score: UnitScore): string {
  if (field === 'part') return Object.hasOwn(score.parts, code) ? (score.parts[code] ?? '0') : '0';
  if (field === 'criterion') return Object.hasOwn(score.criteria, code) ? (score.criteria[code]?.points ?? '0') : '0';
  return score[field];
}
