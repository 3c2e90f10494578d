import { ROUNDING_MODES, type RoundingMode } from '../number/rounding.js';
import { MAX_SCALE_DIGITS } from '../number/fixed.js';
import type { Place, PlanCriterion, PlanPart, PlanScale } from './plan.js';
import { Fields } from '../text/fields.js';
import type { JsonValue } from '../text/json-value.js';
import type { Path } from '../text/path.js';
import type { Problems } from '../text/problems.js';
import { readBound, readOptionalBound } from './read-bound.js';
import { readCriterion } from './read-criterion.js';

export const KEYS = ['code', 'version', 'name', 'rounding', 'floor', 'ceiling', 'parts', 'bonus', 'penalty'];
const DEFAULT_DIGITS = 2;

/** Checks a scale and makes it ready for scoring (spec, "Scale"). */
export function readScale(value: JsonValue, path: Path, problems: Problems): PlanScale | undefined {
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
  const collected = new CriteriaCollector(problems, digits);
  const parts = readParts(fields, collected);
  const bonusMax = readExtra(fields, 'bonus', collected);
  const penaltyMax = readExtra(fields, 'penalty', collected);
  if (code === undefined) return undefined;
  return {
    code,
    version: version ?? 0,
    name: name ?? '',
    digits,
    mode,
    floor: effectiveFloor,
    ceiling: ceiling ?? null,
    parts,
    bonusMax,
    penaltyMax,
    criteria: collected.criteria,
    byCode: collected.byCode,
  };
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

function readParts(fields: Fields, collected: CriteriaCollector): PlanPart[] {
  const parts: PlanPart[] = [];
  const codes = new Set<string>();
  for (const { value, path } of fields.list('parts') ?? []) {
    const part = Fields.open(value, path, fields.problems, ['code', 'name', 'max', 'criteria']);
    if (part === undefined) continue;
    const code = part.code('code');
    const name = part.text('name');
    const max = readBound(part, 'max', collected.digits, 'notNegative');
    if (code !== undefined && codes.has(code)) {
      fields.problems.add('code.duplicate', part.at('code'), 'two parts of the scale have this code', { value: code });
    }
    if (code !== undefined) codes.add(code);
    const reachable = collected.read(part, parts.length);
    if (max !== undefined && reachable !== undefined && reachable < max) {
      fields.problems.add('scale.part.unreachable', part.at('max'), 'the criteria of the part cannot reach its max');
    }
    parts.push({ code: code ?? '', name: name ?? '', max: max ?? 0n });
  }
  return parts;
}

function readExtra(fields: Fields, key: 'bonus' | 'penalty', collected: CriteriaCollector): bigint | null {
  if (!fields.has(key)) return null;
  const extra = Fields.open(fields.record[key], fields.at(key), fields.problems, ['max', 'criteria']);
  if (extra === undefined) return null;
  collected.read(extra, key);
  return extra.has('max') ? (readBound(extra, 'max', collected.digits, 'notNegative') ?? null) : null;
}

/** Gathers the criteria of a scale in its order, keeping their codes unique. */
class CriteriaCollector {
  readonly criteria: PlanCriterion[] = [];
  readonly byCode = new Map<string, PlanCriterion>();

  constructor(
    private readonly problems: Problems,
    readonly digits: number,
  ) {}

  /** Reads `owner.criteria`; gives the sum of their max, or undefined when one of them is not known. */
  read(owner: Fields, place: Place): bigint | undefined {
    let sum: bigint | undefined = 0n;
    const items = owner.list('criteria');
    if (items === undefined) return undefined;
    for (const { value, path } of items) {
      const read = readCriterion(value, path, this.problems, this.digits, place);
      sum = sum === undefined || read?.max === undefined ? undefined : sum + read.max;
      if (read !== undefined) this.keep({ ...read.criterion, index: this.criteria.length }, read.path);
    }
    return sum;
  }

  private keep(criterion: PlanCriterion, path: Path): void {
    if (this.byCode.has(criterion.code)) {
      this.problems.add('code.duplicate', { up: path, key: 'code' }, 'two criteria of the scale have this code', {
        value: criterion.code,
      });
      return;
    }
    this.byCode.set(criterion.code, criterion);
    this.criteria.push(criterion);
  }
}
