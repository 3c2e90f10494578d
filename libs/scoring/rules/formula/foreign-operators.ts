import { FormulaFault } from './expression.js';

/** What people write for an operator, and what the format writes. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ...['and', 'và'].map((word) => [word, '&&'] as const),
  ...['or', 'hoặc'].map((word) => [word, '||'] as const),
  ...['not', 'không'].map((word) => [word, '!'] as const),
  ...['=', '==='].map((sign) => [sign, '=='] as const),
  ...['<>', '≠', '!=='].map((sign) => [sign, '!='] as const),
  ...['≥', '=>'].map((sign) => [sign, '>='] as const),
  ...['≤', '=<'].map((sign) => [sign, '<='] as const),
  ...['−', '–', '—'].map((sign) => [sign, '-'] as const),
  ...['×', '∗', '·', '•'].map((sign) => [sign, '*'] as const),
  ...['÷', '∕'].map((sign) => [sign, '/'] as const),
  ['&', '&&'],
  ['|', '||'],
]);

const WORD_OR_SIGN = /[\p{L}_][\p{L}\p{Nd}_]*|[=<>!&|≠≥≤]+|[−–—×∗·•÷∕]/gu;

/**
 * The fault as one of an operator written in words or otherwise, where the formula has one that is no name of its own:
 * what follows from it helps nobody.
 */
export function asOperator(fault: FormulaFault, formula: string, names: ReadonlySet<string>): FormulaFault {
  if (!BY_OPERATOR.has(String(fault.params.reason))) return fault;
  for (const [text] of formula.slice(0, 2000).matchAll(WORD_OR_SIGN)) {
    if (names.has(text) || (OF_BITS.includes(text) && !COMPARED.test(formula))) continue;
    const write = MEANT.get(text.toLowerCase());
    if (write !== undefined)
      return new FormulaFault(`write ${write}, not ${text}`, { reason: 'operator', text, write });
  }
  return fault;
}

/** What is meant for a logical operator only where something is compared: elsewhere it is one of whole numbers. */
const OF_BITS = ['&', '|'];
const COMPARED = /[<>=≠≥≤]/;

/** The reasons a foreign operator is refused for. */
const BY_OPERATOR: ReadonlySet<string> = new Set([
  ...['token', 'unexpected', 'syntax', 'name', 'function', 'incomplete', 'number', 'condition', 'unknownOperator'],
]);
