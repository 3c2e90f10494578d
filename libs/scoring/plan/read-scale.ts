import { ROUNDING_MODES, type RoundingMode } from '../number/rounding.js';
import { MAX_SCALE_DIGITS } from '../number/fixed.js';
import { Fields } from '../text/fields.js';
import type { JsonValue } from '../text/json-value.js';
import type { Path } from '../text/path.js';
import type { Problems } from '../text/problems.js';
import { NOT_ASSIGNED_MODES } from './competition.js';
import type { PlanScale, PlanStages } from './plan.js';
import { readOptionalBound } from './read-bound.js';
import { readCondition } from './read-condition.js';
import { SectionReader } from './read-sections.js';

export const KEYS = [
  ...['code', 'version', 'name', 'rounding', 'floor', 'ceiling', 'notAssigned', 'parts', 'bonus', 'penalty'],
];
const DEFAULT_DIGITS = 2;

/** What a scale is read in. */
export interface ScaleScope {
  problems: Problems;
  stages: PlanStages;
  /** Codes of the fact kinds that are listed, not derived. */
  facts: ReadonlySet<string>;
}

/** Checks a scale and makes it ready for scoring (spec, "Scale"). */
export function readScale(value: JsonValue, path: Path, scope: ScaleScope): PlanScale | undefined {
  const { problems, stages } = scope;
  const fields = Fields.open(value, path, problems, KEYS);
  if (fields === undefined) return undefined;
  const code = fields.code('code');
  const version = readVersion(fields);
  const name = fields.text('name');
  const { digits, mode } = readRounding(fields);
  const floor = readOptionalBound(fields, 'floor', digits);
  const ceiling = readOptionalBound(fields, 'ceiling', digits);
  const effectiveFloor = floor === undefined ? 0n : floor;
  if (effectiveFloor !== null && typeof ceiling === 'bigint' && ceiling < effectiveFloor) {
    fields.range('ceiling', 'the ceiling must not lie below the floor', 'order');
  }
  const notAssigned = fields.has('notAssigned') ? fields.oneOf('notAssigned', NOT_ASSIGNED_MODES) : 'drop';
  const reader = new SectionReader({ problems, digits, stages });
  for (const part of fields.list('parts') ?? []) reader.part(part.value, part.path);
  const { parts, sections, criteria } = reader.finish(reader.extra(fields, 'bonus'), reader.extra(fields, 'penalty'));
  if (code === undefined) return undefined;
  const scale: PlanScale = {
    code,
    version: version ?? 0,
    name: name ?? '',
    digits,
    mode,
    floor: effectiveFloor,
    ceiling: ceiling ?? null,
    notAssigned: notAssigned ?? 'drop',
    parts,
    sections,
    sectionOf: new Map(sections.filter((section) => section.code !== '').map((section) => [section.code, section])),
    criteria,
    byCode: new Map(criteria.map((criterion) => [criterion.code, criterion])),
  };
  // They ask for what the parts come to, so the parts are read by now.
  for (const key of ['bonus', 'penalty'] as const) {
    const section = sections.find(({ kind }) => kind === key)!;
    section.when = readWhen(fields, key, scale, scope);
  }
  return scale;
}

function readWhen(owner: Fields, key: 'bonus' | 'penalty', scale: PlanScale, { facts }: ScaleScope) {
  const record = owner.record[key];
  if (typeof record !== 'object' || record === null || !Object.hasOwn(record, 'when')) return undefined;
  const fields = Fields.open(record, owner.at(key), owner.problems, Object.keys(record));
  return fields && readCondition(fields, 'when', { scales: [scale], facts, of: 'unit', hasRounds: false });
}

function readVersion(fields: Fields): number | undefined {
  const version = fields.count('version');
  if (version === undefined) return undefined;
  if (version >= 1n && version <= 1_000_000n) return Number(version);
  return fields.range('version', 'a version is a whole number from 1', 'version');
}

function readRounding(fields: Fields): { digits: number; mode: RoundingMode } {
  const defaults = { digits: DEFAULT_DIGITS, mode: 'halfUp' as RoundingMode };
  if (!fields.has('rounding')) return defaults;
  const rounding = Fields.open(fields.record['rounding'], fields.at('rounding'), fields.problems, ['digits', 'mode']);
  if (rounding === undefined) return defaults;
  const mode = rounding.has('mode') ? rounding.oneOf('mode', ROUNDING_MODES) : undefined;
  let digits = rounding.has('digits') ? rounding.count('digits') : undefined;
  if (digits !== undefined && digits > BigInt(MAX_SCALE_DIGITS)) {
    digits = rounding.range('digits', `0 to ${MAX_SCALE_DIGITS} digits are possible`, 'max', {
      most: MAX_SCALE_DIGITS,
    });
  }
  // With wrong digits, judging the decimals of every max would bury the one error that matters.
  const fallback = rounding.has('digits') ? MAX_SCALE_DIGITS : DEFAULT_DIGITS;
  return { digits: digits === undefined ? fallback : Number(digits), mode: mode ?? 'halfUp' };
}
