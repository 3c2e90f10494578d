import { compileCondition } from '../rules/formula/compile.js';
import { FormulaFault, FULL } from '../rules/formula/expression.js';
import { countTokens, isName } from '../rules/formula/tokens.js';
import { Fields, tellType } from '../text/fields.js';
import { knownCodes } from '../text/known-codes.js';
import { formatPath, type Path } from '../text/path.js';
import type { Condition, ConditionSource } from './condition.js';
import { meantSource } from './meant-source.js';
import { partsOf, topOf, type PlanScale } from './plan.js';

/** What the sources of a condition are looked up in. */
export interface ConditionScope {
  /** Every one of them must have what a source names. */
  scales: readonly PlanScale[];
  /** Codes of the fact kinds that may be asked for. */
  facts: ReadonlySet<string>;
  /** `unit`: of `bonus.when` and `penalty.when`, which know nothing but the parts and the unit. */
  of: 'unit' | 'standing';
  /** With rounds the whole has no entries, so no values, means or per cents (spec, "Conditions"). */
  hasRounds: boolean;
}

const PLAIN = ['total', 'base', 'bonus', 'penalty'] as const;
const CODED = /^(part|group|criterion|value|mean|percent|fact|param):(.+)$/s;

/** Checks the condition `key` of an object (spec, "Conditions"); undefined after telling what is wrong. */
export function readCondition(owner: Fields, key: string, scope: ConditionScope): Condition | undefined {
  const place = owner.at(key);
  const fields = Fields.open(owner.record[key], place, owner.problems, ['inputs', 'expr']);
  if (fields === undefined) return undefined;
  const before = owner.problems.errors.length;
  const inputs = readInputs(fields, scope);
  const evaluate = readExpression(fields, new Set(inputs.keys()));
  if (evaluate === undefined || owner.problems.errors.length > before) return undefined;
  const expr = String(fields.record['expr']);
  return { inputs, expr, evaluate, steps: inputs.size + countTokens(expr), path: formatPath(place) };
}

function readInputs(fields: Fields, scope: ConditionScope): Map<string, ConditionSource> {
  const inputs = new Map<string, ConditionSource>();
  for (const { label, value, path } of fields.labels('inputs') ?? []) {
    if (label === FULL || !isName(label)) {
      const name = label.slice(0, 80);
      fields.problems.add('rule.formula.invalid', path, 'no condition could name this input', {
        reason: 'name',
        value: name,
      });
    }
    const source = typeof value === 'string' ? parseSource(value) : undefined;
    if (typeof value !== 'string') tellType(fields.problems, path, 'source');
    else if (source === undefined || !isKnown(source, scope)) tellSource(fields, path, value, source, scope);
    // Kept even when it is wrong: the expression that names it is not wrong besides.
    inputs.set(label, source ?? { kind: 'total', code: '' });
  }
  return inputs;
}

function tellSource(
  { problems }: Fields,
  path: Path,
  text: string,
  source: ConditionSource | undefined,
  scope: ConditionScope,
): void {
  const message = 'there is no such figure, or it may not be used here';
  const value = text.slice(0, 80);
  const meant = scope.scales.length === 0 ? undefined : meantSource(text, (each) => isKnown(each, scope));
  if (meant !== undefined) {
    problems.add('condition.source.unknown', path, `${message}: ${meant}?`, { reason: 'meant', value, meant });
  } else if (source === undefined) {
    problems.add('condition.source.unknown', path, message, { reason: 'kinds', value });
  } else problems.add('condition.source.unknown', path, message, { value, ...knownSources(source, scope) });
}

/** The sources of the same kind that there are. */
function knownSources({ kind }: ConditionSource, scope: ConditionScope): { known?: string } {
  const sections = [...(scope.scales[0]?.sectionOf.keys() ?? [])];
  const codes = kind === 'fact' ? [...scope.facts] : kind === 'part' || kind === 'group' ? sections : [];
  return knownCodes(codes.filter((code) => isKnown({ kind, code }, scope)).map((code) => `${kind}:${code}`));
}

function readExpression(fields: Fields, names: ReadonlySet<string>): Condition['evaluate'] | undefined {
  const text = fields.raw('expr');
  if (text === undefined) return undefined;
  if (typeof text !== 'string') return tellType(fields.problems, fields.at('expr'), 'condition');
  try {
    return compileCondition(text, names);
  } catch (error) {
    if (!(error instanceof FormulaFault)) throw error;
    fields.problems.add('rule.formula.invalid', fields.at('expr'), error.message, error.params);
    return undefined;
  }
}

function parseSource(text: string): ConditionSource | undefined {
  const plain = PLAIN.find((kind) => kind === text);
  if (plain !== undefined) return { kind: plain, code: '' };
  const match = CODED.exec(text);
  return match === null ? undefined : { kind: match[1] as ConditionSource['kind'], code: match[2]! };
}

function isKnown(source: ConditionSource, scope: ConditionScope): boolean {
  if (source.kind === 'fact') return scope.facts.has(source.code);
  if (scope.of === 'unit' ? !UNIT_KINDS.has(source.kind) : scope.hasRounds && ENTRY_KINDS.has(source.kind))
    return false;
  return scope.scales.every((scale) => hasSource(scale, source, scope.of === 'unit'));
}

const UNIT_KINDS: ReadonlySet<string> = new Set(['base', 'part', 'group', 'criterion', 'value', 'percent', 'param']);
const ENTRY_KINDS: ReadonlySet<string> = new Set(['value', 'mean', 'percent']);

/** Whether a scale has what a source names; `inParts`: in a part, not in the bonus or the penalty. */
function hasSource(scale: PlanScale, { kind, code }: ConditionSource, inParts: boolean): boolean {
  if (kind === 'part') return partsOf(scale).some((part) => part.code === code);
  if (kind === 'group') {
    const group = scale.sectionOf.get(code);
    return group?.kind === 'group' && (!inParts || topOf(scale, group.index).kind === 'part');
  }
  if (kind !== 'criterion' && kind !== 'value' && kind !== 'mean' && kind !== 'percent') return true;
  const criterion = scale.byCode.get(code);
  if (criterion === undefined || (inParts && topOf(scale, criterion.section).kind !== 'part')) return false;
  if (kind === 'criterion') return true;
  // A rule that is wrong itself was told: nothing is said of what hangs on it.
  if (criterion.rule === undefined) return true;
  return kind === 'percent' ? criterion.rule.percent !== undefined : criterion.rule.value !== undefined;
}
