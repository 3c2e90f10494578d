import { asDecimal, asReference, Fields } from '../text/fields.js';
import { knownCodes } from '../text/known-codes.js';
import { isNegative, isPositive, type Rational } from '../number/rational.js';
import { DEFAULT_STAGES, STAGE_AUTHORS, type StageRule } from './competition.js';
import type { PlanStage, PlanStages } from './plan.js';

export const KEYS: readonly (keyof StageRule)[] = ['code', 'name', 'by'];

const asStages = (rules: readonly StageRule[]): PlanStages => {
  const list = rules.map((rule, level): PlanStage => ({ level, ...rule }));
  return { list, levelOf: new Map(list.map(({ code, level }) => [code, level])) };
};

/** Checks `stages`, lowest first (spec, "Top level"); where there are none: the unit, its cluster, the office. */
export function readStages(top: Fields): PlanStages {
  if (!top.has('stages')) return asStages(DEFAULT_STAGES);
  const read = new Map<string, StageRule>();
  const items = top.list('stages');
  if (items?.length === 0) top.range('stages', 'at least one stage is expected', 'empty');
  for (const { value, path } of items ?? []) {
    const fields = Fields.open(value, path, top.problems, KEYS);
    if (fields === undefined) continue;
    const code = fields.code('code');
    const name = fields.text('name') ?? '';
    const by = fields.oneOf('by', STAGE_AUTHORS) ?? 'unit';
    if (code === undefined) continue;
    if (read.has(code)) {
      top.problems.add('code.duplicate', fields.at('code'), 'two stages have this code', { value: code });
    } else read.set(code, { code, name, by });
  }
  return read.size === 0 ? asStages(DEFAULT_STAGES) : asStages([...read.values()]);
}

/** The stage of that name in `fields`, telling `ref.unknown` when there is none. */
export function readStageCode(fields: Fields, key: string, stages: PlanStages): PlanStage | undefined {
  const raw = fields.raw(key);
  const code = raw === undefined ? undefined : asReference(raw, fields.at(key), fields.problems);
  if (code === undefined) return undefined;
  const level = stages.levelOf.get(code);
  if (level !== undefined) return stages.list[level];
  fields.problems.add('ref.unknown', fields.at(key), 'there is no such stage', {
    reason: 'stage',
    value: code.slice(0, 80),
    ...knownCodes(stages.levelOf.keys()),
  });
  return undefined;
}

/** Checks `stageWeights` (spec, "Entry"); by level, 0 for a stage left out. Undefined after telling what is wrong. */
export function readStageWeights(fields: Fields, stages: PlanStages): Rational[] | undefined {
  const weights = stages.list.map((): Rational => ({ n: 0n, d: 1n }));
  const labels = fields.labels('stageWeights');
  const before = fields.problems.errors.length;
  for (const { label, value, path } of labels ?? []) {
    const weight = asDecimal(value, path, fields.problems);
    const level = stages.levelOf.get(label);
    if (level === undefined) {
      fields.problems.add('ref.unknown', path, 'there is no such stage', {
        reason: 'stage',
        value: label.slice(0, 80),
        ...knownCodes(stages.levelOf.keys()),
      });
    } else if (weight !== undefined && isNegative(weight)) {
      fields.problems.add('field.range', path, 'a value of at least 0 is expected', { reason: 'min', least: '0' });
    } else if (weight !== undefined) weights[level] = weight;
  }
  if (labels === undefined || fields.problems.errors.length > before) return undefined;
  if (weights.some(isPositive)) return weights;
  return fields.range('stageWeights', 'at least one weight must be greater than 0', 'weights');
}
