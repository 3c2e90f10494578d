import type { PlanRanking, PlanScale, PrecedenceKey } from './plan.js';
import { STAGES } from './competition.js';
import { Fields } from '../text/fields.js';
import { at } from '../text/path.js';

const TOTAL: PrecedenceKey = { name: 'total', field: 'total', code: '' };
const PLAIN_KEYS = ['total', 'base', 'bonus', 'penalty'] as const;

/** Checks `ranking` (spec, "Standings"); `used` are the scales some cluster competes on. */
export function readRanking(top: Fields, used: readonly PlanScale[]): PlanRanking {
  const defaults: PlanRanking = { precedence: [TOTAL], missing: 'zero', stage: 'self' };
  if (!top.has('ranking')) return defaults;
  const fields = Fields.open(top.record['ranking'], top.at('ranking'), top.problems, [
    'precedence',
    'missing',
    'stage',
  ]);
  if (fields === undefined) return defaults;
  return {
    precedence: fields.has('precedence') ? readPrecedence(fields, used) : defaults.precedence,
    missing: (fields.has('missing') ? fields.oneOf('missing', ['zero', 'unranked']) : undefined) ?? defaults.missing,
    stage: (fields.has('stage') ? fields.oneOf('stage', STAGES) : undefined) ?? defaults.stage,
  };
}

function readPrecedence(fields: Fields, used: readonly PlanScale[]): PrecedenceKey[] {
  const keys: PrecedenceKey[] = [];
  const items = fields.list('precedence');
  if (items?.length === 0) fields.range('precedence', 'at least one key is expected', 'empty');
  for (const { value, path } of items ?? []) {
    if (typeof value !== 'string') {
      fields.problems.add('field.type', path, 'text is expected', { expected: 'text' });
      continue;
    }
    const key = parseKey(value);
    if (key === undefined || !used.every((scale) => hasKey(scale, key))) {
      fields.problems.add('ranking.key.unknown', path, 'every scale used must know this key', {
        value: value.slice(0, 80),
      });
    } else if (keys.some((other) => other.name === value)) {
      fields.problems.add('ranking.key.duplicate', path, 'this key is named twice', { value });
    } else keys.push(key);
  }
  return keys;
}

function parseKey(name: string): PrecedenceKey | undefined {
  const plain = PLAIN_KEYS.find((key) => key === name);
  if (plain !== undefined) return { name, field: plain, code: '' };
  const match = /^(part|criterion):(.+)$/.exec(name);
  return match === null ? undefined : { name, field: match[1] as 'part' | 'criterion', code: match[2] ?? '' };
}

const hasKey = (scale: PlanScale, { field, code }: PrecedenceKey): boolean =>
  (field !== 'part' && field !== 'criterion') ||
  (field === 'part' ? scale.parts.some((part) => part.code === code) : scale.byCode.has(code));

/** Checks that `code` is a part of every scale used. */
export function checkPart(fields: Fields, key: string, code: string, used: readonly PlanScale[]): void {
  if (used.every((scale) => scale.parts.some((part) => part.code === code))) return;
  const path = at(fields.at(key), code);
  fields.problems.add('ref.unknown', path, 'not every scale used has this part', {
    reason: 'part',
    value: code.slice(0, 80),
  });
}
