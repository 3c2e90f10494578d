import { asDecimal, asObject, tellNoText, type Fields } from '../../text/fields.js';
import * as schema from '../../text/json-schema.js';
import { at } from '../../text/path.js';
import { clamp, ZERO, type Rational } from '../../number/rational.js';
import { labels, optional, type FieldType } from '../field-types.js';
import { asWritten } from '../form.js';
import { compileFormula } from '../formula/compile.js';
import { DivisionByZero, FormulaFault, FULL, type Evaluate } from '../formula/expression.js';
import { nameInWords } from '../formula/in-words.js';
import { isName, MAX_CHARACTERS } from '../formula/tokens.js';
import { defineKind } from '../kind.js';
import { tellShared } from '../labels.js';
import type { Offer } from '../rule.js';

const nameList = labels((name, path, { problems }) => {
  const value = name.slice(0, 80);
  if (name === FULL) {
    const message = `${FULL} is the max of the criterion: choose another name`;
    problems.add('rule.formula.invalid', path, message, { reason: 'full', value });
  } else if (!isName(name)) {
    const message = `"${value}" is no name: a letter or _, then letters, digits and _`;
    problems.add('rule.formula.invalid', path, message, { reason: 'name', value });
  }
}, 'name');

const text: FieldType<string> = {
  schema: { type: 'string', minLength: 1, maxLength: MAX_CHARACTERS },
  read(fields, key) {
    const value = fields.raw(key);
    if (value === undefined || typeof value === 'string') return value;
    return tellNoText(fields.problems, fields.at(key), value);
  },
};

/** `formula`: an expression of the scale's author over named inputs, computed exactly and cut to [0, max]. */
export const formula = defineKind({
  kind: 'formula',
  fields: { inputs: nameList, params: optional(nameList, []), expr: text },
  values: { inputs: schema.mapOf(schema.DECIMAL) },
  bind({ inputs, params, expr }, max, fields) {
    tellShared(params, inputs, (index) => at(fields.at('params'), index), fields.problems);
    const evaluate = compileExpression(expr, new Set([...inputs, ...params]), max, fields);
    return (
      evaluate && {
        required: ['inputs'],
        optional: [],
        params,
        points(offer) {
          const { note } = offer;
          const figures = readInputs(offer, new Set(inputs));
          const own = readParams(offer, params);
          if (figures === undefined || own === undefined) return undefined;
          note?.('expr', expr);
          for (const [name, value] of figures) note?.('input', value, name);
          for (const [name, value] of own) note?.('param', value, name);
          try {
            const points = evaluate(new Map([...figures, ...own]));
            note?.('uncut', points);
            return clamp(points, ZERO, max);
          } catch (error) {
            if (!(error instanceof DivisionByZero)) throw error;
            const place = at(offer.path, 'inputs');
            offer.problems.add('entry.formula.divisionByZero', place, 'the formula divides by zero with these inputs');
            return undefined;
          }
        },
      }
    );
  },
  words: {
    vi: {
      name: 'Công thức',
      rule: 'Điểm tính theo công thức: {expr}; trong khoảng từ 0 đến {max} điểm.',
      words: {
        ...{ if: 'nếu', so: 'thì', else: 'không thì', and: 'và', or: 'hoặc', not: 'không phải' },
        ...{ min: 'số nhỏ nhất trong', max: 'số lớn nhất trong', floor: 'làm tròn xuống', ceil: 'làm tròn lên' },
        ...{ abs: 'giá trị tuyệt đối của', round: 'làm tròn' },
      },
    },
    en: {
      name: 'Formula',
      rule: 'The points are {expr}; from 0 to {max}.',
      words: {
        ...{ if: 'if', so: 'then', else: 'otherwise', and: 'and', or: 'or', not: 'not' },
        ...{ min: 'the least of', max: 'the greatest of', floor: 'rounded down', ceil: 'rounded up' },
        ...{ abs: 'the absolute value of', round: 'rounded' },
      },
    },
  },
  figures: ({ expr }, max) => ({ expr: { expr }, max }),
  form: ({ inputs }) =>
    inputs.map((name) => ({ path: ['inputs', name], type: 'number', label: asWritten(nameInWords(name)) })),
});

function compileExpression(
  expr: string,
  known: ReadonlySet<string>,
  max: Rational,
  fields: Fields,
): Evaluate<Rational> | undefined {
  try {
    return compileFormula(expr, known, max);
  } catch (error) {
    if (!(error instanceof FormulaFault)) throw error;
    fields.problems.add('rule.formula.invalid', fields.at('expr'), error.message, error.params);
    return undefined;
  }
}

/** The figures of the unit that the formula reads; undefined after telling which it lacks. */
function readParams({ params, path, problems }: Offer, names: readonly string[]): Map<string, Rational> | undefined {
  const own = new Map<string, Rational>();
  for (const name of names) {
    const value = params.get(name);
    if (value !== undefined) own.set(name, value);
    else {
      const message = `the unit has no param ${name}: the office must write it beside the unit`;
      problems.add('entry.param.missing', at(path, 'inputs'), message, { key: name });
    }
  }
  return own.size === names.length ? own : undefined;
}

/** The value of every input; undefined after telling which is missing, not known or not a decimal. */
function readInputs({ entry, path, problems }: Offer, names: ReadonlySet<string>): Map<string, Rational> | undefined {
  const place = at(path, 'inputs');
  const record = asObject(entry['inputs'], place, problems);
  if (record === undefined) return undefined;
  let sound = true;
  for (const key of Object.keys(record)) {
    if (names.has(key)) continue;
    problems.add('entry.value.shape', at(place, key), 'the formula has no such input', {
      reason: 'input',
      key: key.slice(0, 80),
    });
    sound = false;
  }
  const inputs = new Map<string, Rational>();
  for (const name of names) {
    if (!Object.hasOwn(record, name)) {
      problems.add('entry.value.shape', at(place, name), `the formula needs ${name}`, { reason: 'noInput', key: name });
      continue;
    }
    const value = asDecimal(record[name] ?? null, at(place, name), problems);
    if (value !== undefined) inputs.set(name, value);
  }
  return sound && inputs.size === names.size ? inputs : undefined;
}
