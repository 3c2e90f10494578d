import { asDecimal, asObject, asText, type Fields } from '../text/fields.js';
import { at } from '../text/path.js';
import { clamp, ZERO, type Rational } from '../number/rational.js';
import { compileFormula } from './formula/compile.js';
import { DivisionByZero, FormulaFault, FULL, type Evaluate } from './formula/expression.js';
import { isName } from './formula/tokens.js';
import type { Offer, RuleKind } from './rule.js';

/** `formula`: an expression of the scale's author over named inputs, computed exactly and cut to [0, max]. */
export const formula: RuleKind = {
  kind: 'formula',
  fields: ['inputs', 'expr'],
  bind(fields, max) {
    const names = readNames(fields);
    const evaluate = names && readExpression(fields, names, max);
    if (names === undefined || evaluate === undefined) return undefined;
    return {
      required: ['inputs'],
      optional: [],
      points(offer) {
        const inputs = readInputs(offer, names);
        if (inputs === undefined) return undefined;
        const { note } = offer;
        note?.('expr', String(fields.record['expr']));
        for (const [name, value] of inputs) note?.('input', value, name);
        try {
          const points = evaluate(inputs);
          note?.('uncut', points);
          return clamp(points, ZERO, max);
        } catch (error) {
          if (!(error instanceof DivisionByZero)) throw error;
          const place = at(offer.path, 'inputs');
          offer.problems.add('entry.formula.divisionByZero', place, 'the formula divides by zero with these inputs');
          return undefined;
        }
      },
    };
  },
};

function readNames(fields: Fields): ReadonlySet<string> | undefined {
  const items = fields.list('inputs');
  if (items === undefined) return undefined;
  const names = new Set<string>();
  for (const { value, path } of items) {
    const name = asText(value, path, fields.problems);
    if (name === undefined) continue;
    if (names.has(name)) {
      fields.problems.add('code.duplicate', path, 'this input is named already', { value: name.slice(0, 80) });
    } else if (name === FULL || !isName(name)) {
      const message = name === FULL ? `${FULL} is the max of the criterion` : 'no expression could name this input';
      fields.problems.add('rule.formula.invalid', path, message);
    }
    names.add(name);
  }
  return names.size === items.length ? names : undefined;
}

function readExpression(fields: Fields, names: ReadonlySet<string>, max: Rational): Evaluate<Rational> | undefined {
  const text = fields.raw('expr');
  if (text === undefined) return undefined;
  const place = fields.at('expr');
  if (typeof text !== 'string') {
    fields.problems.add('field.type', place, 'text is expected', { expected: 'text' });
    return undefined;
  }
  try {
    return compileFormula(text, names, max);
  } catch (error) {
    if (!(error instanceof FormulaFault)) throw error;
    fields.problems.add('rule.formula.invalid', place, error.message);
    return undefined;
  }
}

/** The value of every input; undefined after telling which is missing, not known or not a decimal. */
function readInputs({ entry, path, problems }: Offer, names: ReadonlySet<string>): Map<string, Rational> | undefined {
  const place = at(path, 'inputs');
  const record = asObject(entry['inputs'], place, problems);
  if (record === undefined) return undefined;
  let sound = true;
  for (const key of Object.keys(record)) {
    if (names.has(key)) continue;
    problems.add('entry.value.shape', at(place, key), 'the formula has no such input', { key: key.slice(0, 80) });
    sound = false;
  }
  const inputs = new Map<string, Rational>();
  for (const name of names) {
    if (!Object.hasOwn(record, name)) {
      problems.add('entry.value.shape', at(place, name), `the formula needs ${name}`, { key: name });
      continue;
    }
    const value = asDecimal(record[name] ?? null, at(place, name), problems);
    if (value !== undefined) inputs.set(name, value);
  }
  return sound && inputs.size === names.size ? inputs : undefined;
}
