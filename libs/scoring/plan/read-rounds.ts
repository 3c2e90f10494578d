import { isNegative, isPositive, type Rational } from '../number/rational.js';
import { Fields } from '../text/fields.js';
import { COMBINE_WAYS, type Combine, type Round } from './competition.js';
import type { PlanRound, PlanRounds } from './plan.js';
import { readPeriod } from './read-campaign.js';

export const ROUND_KEYS: readonly (keyof Round)[] = ['code', 'name', 'from', 'to', 'weight'];
export const COMBINE_KEYS: readonly (keyof Combine)[] = ['how', 'missing'];

const ONE: Rational = { n: 1n, d: 1n };

/** Checks `rounds` and `combine` (spec, "Rounds"); undefined where the file has no rounds. */
export function readRounds(top: Fields, asOf: string): PlanRounds | undefined {
  const combine = readCombine(top);
  if (!top.has('rounds')) return undefined;
  const list: PlanRound[] = [];
  const indexOf = new Map<string, number>();
  const items = top.list('rounds');
  if (items?.length === 0) top.range('rounds', 'at least one round is expected', 'empty');
  for (const { value, path } of items ?? []) {
    const fields = Fields.open(value, path, top.problems, ROUND_KEYS);
    if (fields === undefined) continue;
    const code = fields.code('code');
    const name = fields.text('name') ?? '';
    const to = readPeriod(fields, true) ?? '';
    const from = typeof fields.record['from'] === 'string' ? fields.record['from'] : '';
    const weight = fields.has('weight') ? readWeight(fields) : ONE;
    if (code === undefined) continue;
    if (indexOf.has(code)) {
      top.problems.add('code.duplicate', fields.at('code'), 'two rounds have this code', { value: code });
      continue;
    }
    const index = list.length;
    indexOf.set(code, index);
    list.push({ index, code, name, from, to, weight: weight ?? ONE, begun: from <= asOf });
  }
  if (combine.how === 'weighted' && list.length > 0 && !list.some(({ weight }) => isPositive(weight))) {
    top.range('rounds', 'at least one round must have a weight greater than 0', 'weights');
  }
  return { list, indexOf, ...combine };
}

function readWeight(fields: Fields): Rational | undefined {
  const weight = fields.decimal('weight');
  if (weight === undefined || !isNegative(weight)) return weight;
  return fields.range('weight', 'a value of at least 0 is expected', 'min', { least: '0' });
}

function readCombine(top: Fields): Pick<PlanRounds, 'how' | 'missing'> {
  const defaults = { how: 'mean', missing: 'zero' } as const;
  if (!top.has('combine')) return defaults;
  const fields = Fields.open(top.record['combine'], top.at('combine'), top.problems, COMBINE_KEYS);
  if (fields === undefined) return defaults;
  return {
    how: (fields.has('how') ? fields.oneOf('how', COMBINE_WAYS) : undefined) ?? defaults.how,
    missing: (fields.has('missing') ? fields.oneOf('missing', ['zero', 'skip']) : undefined) ?? defaults.missing,
  };
}
