import type jsep from 'jsep';
import { FULL } from './expression.js';
import { parse, wordOf, type Node } from './parse.js';

/** How tightly an operator binds; operands that bind less stand in parentheses. */
const BINDS: Readonly<Record<string, number>> = {
  ...{ '||': 1, '&&': 2, '==': 3, '!=': 3, '<': 4, '<=': 4, '>': 4, '>=': 4 },
  ...{ '+': 5, '-': 5, '*': 6, '/': 6 },
};
/** A sign before a value: no second one may stand beside it without parentheses. */
const UNARY = 5.5;
const TIGHTEST = 7;
const SIGNS: Readonly<Record<string, string>> = { '*': '×', '==': '=', '!=': '≠', '<=': '≤', '>=': '≥', '-': '−' };

/** The name of an input as it is read: `số_vụ` → `số vụ`. */
export const nameInWords = (name: string): string => name.replaceAll('_', ' ').trim();

/** What stands in a formula for its names. */
export interface Spoken {
  /** A figure or a text for a name. */
  name(name: string): string;
  /** A name that is 1 or 0, as a statement that it is or is not; undefined for any other name. */
  flag?(name: string, isOn: boolean): string | undefined;
}

const AS_NAMED: Spoken = { name: nameInWords };

/**
 * A formula that was checked, as people read it: `b == 0 ? full : a / b * 0.5` → `nếu b = 0 thì 10, không thì
 * a / b × 0,5`. `words` has `if`, `so`, `else`, `and`, `or`, `not` and the name of each function; arguments have
 * semicolons between them, as the comma may be the decimal sign.
 */
export function formulaInWords(
  expr: string,
  words: Readonly<Record<string, string>>,
  max: string,
  number: (text: string) => string,
  spoken: Spoken = AS_NAMED,
): string {
  const word = (name: string): string => (Object.hasOwn(words, name) ? words[name]! : name);
  const write = (expression: jsep.Expression, least = 0): string => {
    const node = expression as Node;
    const name = wordOf(node);
    if (name !== undefined) return name === FULL ? max : spoken.name(name);
    const [text, binds] = compound(node);
    return binds < least ? `(${text})` : text;
  };
  const compound = (node: Node): [text: string, binds: number] => {
    switch (node.type) {
      case 'Literal':
        return [number(node.raw), TIGHTEST];
      case 'UnaryExpression': {
        const argument = write(node.argument, TIGHTEST);
        return [node.operator === '-' ? `−${argument}` : `${word('not')} ${argument}`, UNARY];
      }
      case 'BinaryExpression': {
        const flag = flagIn(node, spoken);
        if (flag !== undefined) return [flag, BINDS['==']!];
        const binds = BINDS[node.operator] ?? 0;
        const sign = SIGNS[node.operator] ?? node.operator;
        const operator = node.operator === '&&' ? word('and') : node.operator === '||' ? word('or') : sign;
        return [`${write(node.left, binds)} ${operator} ${write(node.right, binds + 1)}`, binds];
      }
      case 'ConditionalExpression': {
        const [test, chosen, otherwise] = [write(node.test, 1), write(node.consequent, 1), write(node.alternate)];
        return [`${word('if')} ${test} ${word('so')} ${chosen}, ${word('else')} ${otherwise}`, 0];
      }
      case 'CallExpression': {
        const values = node.arguments.map((argument) => write(argument)).join('; ');
        return [`${word(wordOf(node.callee as Node) ?? '')} (${values})`, TIGHTEST];
      }
      default:
        throw new TypeError(`a formula that was never checked: ${expr}`);
    }
  };
  return write(parse(expr));
}

/** By operator: which of 0 and 1 compared with makes it say that the flag is on, and which that it is off. */
const FLAGS: Readonly<Record<string, { on?: string; off?: string }>> = {
  '==': { on: '1', off: '0' },
  '!=': { on: '0', off: '1' },
  '>': { on: '0' },
  '>=': { on: '1' },
  '<': { off: '1' },
  '<=': { off: '0' },
};

/** `late == 1` as a statement, where the name is a flag. */
function flagIn(node: Extract<Node, { type: 'BinaryExpression' }>, { flag }: Spoken): string | undefined {
  const right = node.right as Node;
  const name = wordOf(node.left as Node);
  const { on, off } = FLAGS[node.operator] ?? {};
  if (flag === undefined || name === undefined || right.type !== 'Literal') return undefined;
  if (right.raw !== on && right.raw !== off) return undefined;
  return flag(name, right.raw === on);
}
