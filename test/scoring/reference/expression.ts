import { absolute, add, ceil, compare, decimal, divide, floor, greatest, least, multiply, negate } from './rational.js';
import { round, subtract, type Rational } from './rational.js';

export type Value = Rational | boolean;
export type Names = (name: string) => Rational;
type Node = (names: Names) => Value;

/** Thrown where an expression divides by zero; whoever evaluates it knows of which unit. */
export class DivisionByZero extends Error {}

const TOKEN = /\s*(\d+(?:\.\d+)?|[\p{L}_][\p{L}\p{N}_]*|<=|>=|==|!=|&&|\|\||[-+*/()<>!?:,])/uy;
const known = new Map<string, Node>();

/** The value of an expression of the formula language, computed as far as it is needed. */
export function evaluate(text: string, names: Names): Value {
  const node = known.get(text) ?? parse(text);
  known.set(text, node);
  return node(names);
}

function tokens(text: string): string[] {
  const found: string[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; text.slice(at).trim() !== ''; at = TOKEN.lastIndex) {
    const match = TOKEN.exec(text);
    if (match === null) throw new Error(`no expression: ${text}`);
    found.push(match[1]!);
  }
  return found;
}

const number = (value: Value): Rational => value as Rational;

const FUNCTIONS: Record<string, (args: Rational[]) => Rational> = {
  min: (args) => args.reduce(least),
  max: (args) => args.reduce(greatest),
  floor: ([a]) => floor(a!),
  ceil: ([a]) => ceil(a!),
  abs: ([a]) => absolute(a!),
  round: ([a, digits]) => round(a!, Number(digits!.n), 'halfUp'),
};

const OPERATIONS: Record<string, (a: Rational, b: Rational) => Value> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': (a, b) => {
    if (b.n === 0n) throw new DivisionByZero();
    return divide(a, b);
  },
  '<': (a, b) => compare(a, b) < 0,
  '<=': (a, b) => compare(a, b) <= 0,
  '>': (a, b) => compare(a, b) > 0,
  '>=': (a, b) => compare(a, b) >= 0,
  '==': (a, b) => compare(a, b) === 0,
  '!=': (a, b) => compare(a, b) !== 0,
};

function parse(text: string): Node {
  const all = tokens(text);
  let at = 0;
  const next = (): string => all[at++] ?? '';
  const take = (...options: string[]): string | undefined => (options.includes(all[at] ?? '') ? next() : undefined);

  function choice(): Node {
    const condition = either();
    if (take('?') === undefined) return condition;
    const yes = choice();
    next();
    const no = choice();
    return (names) => (condition(names) === true ? yes(names) : no(names));
  }
  function either(): Node {
    let left = both();
    while (take('||') !== undefined) {
      const [first, second] = [left, both()];
      left = (names) => first(names) === true || second(names);
    }
    return left;
  }
  function both(): Node {
    let left = comparison();
    while (take('&&') !== undefined) {
      const [first, second] = [left, comparison()];
      left = (names) => first(names) === true && second(names);
    }
    return left;
  }
  const binary = (inner: () => Node, ...operators: string[]): Node => {
    let left = inner();
    for (let operator = take(...operators); operator !== undefined; operator = take(...operators)) {
      const [first, second, apply] = [left, inner(), OPERATIONS[operator]!];
      left = (names) => apply(number(first(names)), number(second(names)));
    }
    return left;
  };
  const comparison = (): Node => binary(addition, '<=', '>=', '==', '!=', '<', '>');
  const addition = (): Node => binary(product, '+', '-');
  const product = (): Node => binary(unary, '*', '/');

  function unary(): Node {
    const operator = take('-', '!');
    if (operator === undefined) return primary();
    const inner = unary();
    return (names) => (operator === '-' ? negate(number(inner(names))) : inner(names) !== true);
  }
  function primary(): Node {
    const token = next();
    if (token === '(') {
      const inner = choice();
      next();
      return inner;
    }
    if (/^\d/.test(token)) {
      const value = decimal(token);
      return () => value;
    }
    if (take('(') === undefined) return (names) => names(token);
    const args = [choice()];
    while (take(',') !== undefined) args.push(choice());
    next();
    return (names) => FUNCTIONS[token]!(args.map((argument) => number(argument(names))));
  }
  return choice();
}
