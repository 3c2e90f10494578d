import { formatDecimal } from './decimal.js';

/** The words a formula is read with; the names of functions are those of the competition file. */
export type FormulaWord = (typeof functions)[number] | 'if' | 'then' | 'else' | 'and' | 'or' | 'not';

const functions = ['min', 'max', 'floor', 'ceil', 'abs', 'round'] as const;
const signs: Readonly<Record<string, string>> = { '*': '×', '==': '=', '!=': '≠', '<=': '≤', '>=': '≥', '-': '−' };
const words: Readonly<Record<string, FormulaWord>> = { '&&': 'and', '||': 'or' };
const TOKEN = /\d+(?:\.\d+)?|[\p{L}_][\p{L}\p{M}\p{N}_]*|<=|>=|==|!=|&&|\|\||[-+*/()<>!?:,]/gu;

/** The name of an input as it is read: `số_vụ` → `số vụ`. */
export function formatInputName(name: string): string {
  return name.replaceAll('_', ' ').trim();
}

/**
 * A formula of the competition file as an official reads it: `b == 0 ? full : a / b * 0.5` → `nếu b = 0 thì 10,
 * không thì a / b × 0,5`. Arguments have semicolons between them, as the comma is the decimal sign.
 */
export function formatFormula(expr: string, max: string, word: (word: FormulaWord) => string): string {
  const out: string[] = [];
  // Where in `out` the operand of a condition would begin, for each parenthesis still open.
  const starts = [0];
  const begin = () => starts.splice(-1, 1, out.length);
  let afterOperand = false;
  for (const [token] of expr.matchAll(TOKEN)) {
    const operand = /^[\p{L}_\d]/u.test(token);
    if (operand) out.push(operandText(token, max, word));
    else if (token === '(') {
      out.push(afterOperand ? ' (' : '(');
      starts.push(out.length);
    } else if (token === ')') {
      starts.pop();
      out.push(')');
    } else if (token === ',') {
      out.push('; ');
      begin();
    } else if (token === '?') {
      out.splice(starts.at(-1) ?? 0, 0, `${word('if')} `);
      out.push(` ${word('then')} `);
      begin();
    } else if (token === ':') {
      out.push(`, ${word('else')} `);
      begin();
    } else if (token === '!') out.push(`${word('not')} `);
    else if (token === '-' && !afterOperand) out.push('−');
    else out.push(` ${words[token] ? word(words[token]) : (signs[token] ?? token)} `);
    afterOperand = operand || token === ')';
  }
  return out.join('');
}

function operandText(token: string, max: string, word: (word: FormulaWord) => string): string {
  if (token === 'full') return formatDecimal(max);
  const called = functions.find((name) => name === token);
  if (called !== undefined) return word(called);
  return /^\d/.test(token) ? formatDecimal(token) : formatInputName(token);
}
