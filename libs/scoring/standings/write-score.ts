import { setMember } from '../text/json-value.js';
import { formatUnits } from '../number/fixed.js';
import type { UnitScore } from './standing.js';
import { PENALTY, TOTAL, type FigureKey } from './figures.js';
import type { UnitColumns } from './unit-columns.js';

const BASE = { field: 'base', code: '' } as const;
const BONUS = { field: 'bonus', code: '' } as const;

/** What one unit, by index, has, as the result shows it. */
export function writeScore(columns: UnitColumns, unit: number): UnitScore {
  const { scale, size } = columns;
  const textOf = (key: FigureKey): string => {
    const { column, at } = columns.figure(key);
    return formatUnits(column[at + unit]!, scale.digits);
  };
  const { places, points } = columns.sums;
  const parts: Record<string, string> = {};
  scale.parts.forEach(({ code }, index) => {
    setMember(parts, code, formatUnits(places[index * size + unit]!, scale.digits));
  });
  const criteria: UnitScore['criteria'] = {};
  const missing: string[] = [];
  for (const { code, index, mandatory } of scale.criteria) {
    const entry = columns.effective(unit, index);
    if (entry !== undefined) {
      criteria[code] = { points: formatUnits(points[index * size + unit]!, scale.digits), stage: entry.stage };
    } else if (mandatory) missing.push(code);
  }
  return {
    unit: columns.units[unit]!.code,
    complete: missing.length === 0,
    total: textOf(TOTAL),
    base: textOf(BASE),
    bonus: textOf(BONUS),
    penalty: textOf(PENALTY),
    parts,
    criteria,
    missing,
  };
}
