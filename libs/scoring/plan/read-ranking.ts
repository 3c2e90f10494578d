import { Fields, tellType } from '../text/fields.js';
import { knownCodes } from '../text/known-codes.js';
import { at } from '../text/path.js';
import { partsOf, type PlanRanking, type PlanScale, type PlanStages, type PrecedenceKey } from './plan.js';
import { readStageCode, readStageWeights } from './read-stages.js';

export const KEYS = ['precedence', 'missing', 'stage', 'stageWeights'];

const TOTAL: PrecedenceKey = { name: 'total', field: 'total', code: '' };
const PLAIN_KEYS = ['total', 'base', 'bonus', 'penalty', 'class'] as const;

/** What the precedence is read in. */
export interface RankingScope {
  /** The scales some cluster competes on. */
  used: readonly PlanScale[];
  stages: PlanStages;
  /** Whether classes are given before ranks: where none has a share and nobody leads anything. */
  classesFirst: boolean;
}

/** Checks `ranking` (spec, "Standings"). */
export function readRanking(top: Fields, scope: RankingScope): PlanRanking {
  const { code: stage, level } = scope.stages.list[0]!;
  const defaults: PlanRanking = { precedence: [TOTAL], missing: 'zero', stage, level, weights: undefined };
  if (!top.has('ranking')) return defaults;
  const fields = Fields.open(top.record['ranking'], top.at('ranking'), top.problems, KEYS);
  if (fields === undefined) return defaults;
  const lowest = fields.has('stage') ? readStageCode(fields, 'stage', scope.stages) : undefined;
  return {
    precedence: fields.has('precedence') ? readPrecedence(fields, scope) : defaults.precedence,
    missing: (fields.has('missing') ? fields.oneOf('missing', ['zero', 'unranked']) : undefined) ?? defaults.missing,
    stage: lowest?.code ?? stage,
    level: lowest?.level ?? level,
    weights: fields.has('stageWeights') ? readStageWeights(fields, scope.stages) : undefined,
  };
}

function readPrecedence(fields: Fields, { used, classesFirst }: RankingScope): PrecedenceKey[] {
  const keys: PrecedenceKey[] = [];
  const items = fields.list('precedence');
  if (items?.length === 0) fields.range('precedence', 'at least one key is expected', 'empty');
  for (const { value, path } of items ?? []) {
    if (typeof value !== 'string') {
      tellType(fields.problems, path, 'key');
      continue;
    }
    const key = parseKey(value);
    if (key === undefined || !used.every((scale) => hasKey(scale, key))) {
      fields.problems.add('ranking.key.unknown', path, 'every scale used must know this key', {
        value: value.slice(0, 80),
      });
    } else if (keys.some((other) => other.name === value)) {
      fields.problems.add('ranking.key.duplicate', path, 'this key is named twice', { value });
    } else if (key.field === 'class' && !classesFirst) {
      const message = 'units are ranked by class only where no class has a share and no unit leads another';
      fields.problems.add('ranking.key.class', path, message);
    } else keys.push(key);
  }
  return keys;
}

function parseKey(name: string): PrecedenceKey | undefined {
  const plain = PLAIN_KEYS.find((key) => key === name);
  if (plain !== undefined) return { name, field: plain, code: '' };
  const match = /^(part|group|criterion):(.+)$/s.exec(name);
  return match === null ? undefined : { name, field: match[1] as 'part' | 'group' | 'criterion', code: match[2]! };
}

function hasKey(scale: PlanScale, { field, code }: PrecedenceKey): boolean {
  if (field === 'part' || field === 'group') return scale.sectionOf.get(code)?.kind === field;
  return field !== 'criterion' || scale.byCode.has(code);
}

/** Codes of the parts that every scale used has. */
const partsInAll = ([first, ...more]: readonly PlanScale[]): string[] =>
  first === undefined
    ? []
    : partsOf(first)
        .map(({ code }) => code)
        .filter((code) => more.every((scale) => partsOf(scale).some((part) => part.code === code)));

/** Checks that `code` is a part of every scale used. */
export function checkPart(fields: Fields, key: string, code: string, used: readonly PlanScale[]): void {
  if (used.every((scale) => partsOf(scale).some((part) => part.code === code))) return;
  const path = at(fields.at(key), code);
  fields.problems.add('ref.unknown', path, 'not every scale used has this part', {
    reason: 'part',
    value: code.slice(0, 80),
    ...knownCodes(partsInAll(used)),
  });
}
