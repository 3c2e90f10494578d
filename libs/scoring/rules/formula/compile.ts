import type jsep from 'jsep';
import { readDecimal } from '../../number/decimal.js';
import { add, compare, divide, multiply, negate, subtract, type Rational } from '../../number/rational.js';
import { DivisionByZero, FormulaFault, FULL, type Evaluate } from './expression.js';
import { asOperator } from './foreign-operators.js';
import { FUNCTIONS, MAX_ROUND_DIGITS, ROUND, roundHalfUp } from './functions.js';
import { parse, wordOf, type Node } from './parse.js';

const MAX_NODES = 200;

const ARITHMETIC: ReadonlyMap<string, (a: Rational, b: Rational) => Rational> = new Map([
  ['+', add],
  ['-', subtract],
  ['*', multiply],
  ['/', divideChecked],
]);

const COMPARISONS: ReadonlyMap<string, (order: number) => boolean> = new Map([
  ['<', (order) => order < 0],
  ['<=', (order) => order <= 0],
  ['>', (order) => order > 0],
  ['>=', (order) => order >= 0],
  ['==', (order) => order === 0],
  ['!=', (order) => order !== 0],
]);

/**
 * Makes an expression ready to be computed over fractions (spec, "Checked when the scale is read"). What is not
 * named there is refused, so nothing of the host can be reached: the parser's tree is only read, and every
 * operator, function and name is looked up in a map of ours. A number is never taken for a condition nor a
 * condition for a number. Of `? :`, `&&` and `||` only what is needed is computed.
 *
 * No step makes a fraction longer than its operands together, and no value is used twice except an input, so
 * at most 200 nodes give a result at most 200 times as long as the longest input: time and size stay small.
 *
 * Throws a FormulaFault; the compiled formula throws DivisionByZero.
 */
export function compileFormula(text: string, names: ReadonlySet<string>, full: Rational): Evaluate<Rational> {
  return told(text, names, () => new Compiler(names, full).number(parse(text)));
}

/**
 * The same for an expression that is true or false (spec, "Conditions"). It has no `full`, for no criterion is at hand,
 * and a number is no condition. Throws and is computed as `compileFormula` is.
 */
export function compileCondition(text: string, names: ReadonlySet<string>): Evaluate<boolean> {
  return told(text, names, () => new Compiler(names, undefined).condition(parse(text)));
}

function told<T>(text: string, names: ReadonlySet<string>, compile: () => T): T {
  try {
    return compile();
  } catch (error) {
    throw error instanceof FormulaFault ? asOperator(error, text, names) : error;
  }
}

class Compiler {
  private nodes = 0;

  constructor(
    private readonly names: ReadonlySet<string>,
    private readonly full: Rational | undefined,
  ) {}

  number(expression: jsep.Expression): Evaluate<Rational> {
    this.countNode();
    const node = expression as Node;
    const word = wordOf(node);
    if (word !== undefined) return this.name(word);
    switch (node.type) {
      case 'Literal':
        return constant(readLiteral(node));
      case 'UnaryExpression': {
        if (node.operator !== '-') throw noNumber(node.operator);
        const argument = this.number(node.argument);
        return (inputs) => negate(argument(inputs));
      }
      case 'BinaryExpression': {
        const combine = ARITHMETIC.get(node.operator);
        if (combine === undefined) throw noNumber(node.operator);
        const [left, right] = [this.number(node.left), this.number(node.right)];
        return (inputs) => combine(left(inputs), right(inputs));
      }
      case 'ConditionalExpression': {
        const test = this.condition(node.test);
        const [chosen, otherwise] = [this.number(node.consequent), this.number(node.alternate)];
        return (inputs) => (test(inputs) ? chosen(inputs) : otherwise(inputs));
      }
      case 'CallExpression':
        return this.call(wordOf(node.callee as Node) ?? '', node.arguments);
      default:
        throw new FormulaFault('a number is expected here', { reason: 'number' });
    }
  }

  condition(expression: jsep.Expression): Evaluate<boolean> {
    this.countNode();
    const node = expression as Node;
    if (node.type === 'UnaryExpression' && node.operator === '!') {
      const argument = this.condition(node.argument);
      return (inputs) => !argument(inputs);
    }
    if (node.type === 'ConditionalExpression') {
      const test = this.condition(node.test);
      const [chosen, otherwise] = [this.condition(node.consequent), this.condition(node.alternate)];
      return (inputs) => (test(inputs) ? chosen(inputs) : otherwise(inputs));
    }
    if (node.type !== 'BinaryExpression') {
      throw new FormulaFault('a condition is expected, such as a > 1, not a number', { reason: 'condition' });
    }
    if (node.operator === '&&' || node.operator === '||') {
      const [left, right] = [this.condition(node.left), this.condition(node.right)];
      return node.operator === '&&'
        ? (inputs) => left(inputs) && right(inputs)
        : (inputs) => left(inputs) || right(inputs);
    }
    const holds = COMPARISONS.get(node.operator);
    if (holds === undefined) {
      throw new FormulaFault(`${node.operator} gives a number, but a condition is expected`, { reason: 'condition' });
    }
    const [left, right] = [this.number(node.left), this.number(node.right)];
    return (inputs) => holds(compare(left(inputs), right(inputs)));
  }

  private name(name: string): Evaluate<Rational> {
    if (name === FULL && this.full !== undefined) return constant(this.full);
    if (name === FULL || !this.names.has(name)) {
      const value = name.slice(0, 80);
      throw new FormulaFault(`${value} is no name given here`, { reason: 'name', value });
    }
    return (inputs) => {
      const value = inputs.get(name);
      if (value === undefined) throw new RangeError(`no value for ${name}`); // inputs are complete when computing
      return value;
    };
  }

  private call(name: string, nodes: readonly jsep.Expression[]): Evaluate<Rational> {
    if (name === ROUND) return this.round(nodes);
    const known = FUNCTIONS.get(name);
    if (known === undefined) {
      const value = name.slice(0, 80);
      throw new FormulaFault(`there is no function ${value}`, { reason: 'function', value });
    }
    if (nodes.length < known.least || nodes.length > known.most) {
      const values = known.least === known.most ? 'one value' : 'two or more values';
      throw new FormulaFault(`${name} takes ${values}`, { reason: 'arguments', value: name, least: known.least });
    }
    const args = nodes.map((node) => this.number(node));
    return (inputs) => known.of(args.map((arg) => arg(inputs)));
  }

  private round([value, places, ...more]: readonly jsep.Expression[]): Evaluate<Rational> {
    const digits = places?.type === 'Literal' && /^\d{1,2}$/.test(String(places['raw'])) ? Number(places['raw']) : -1;
    if (value === undefined || digits < 0 || digits > MAX_ROUND_DIGITS || more.length > 0) {
      const message = `round takes a value and a number of digits, 0 to ${MAX_ROUND_DIGITS}, written out`;
      throw new FormulaFault(message, { reason: 'round', most: MAX_ROUND_DIGITS });
    }
    this.countNode(); // the digits
    const argument = this.number(value);
    return (inputs) => roundHalfUp(argument(inputs), digits);
  }

  private countNode(): void {
    this.nodes += 1;
    if (this.nodes > MAX_NODES) {
      const message = `a formula has at most ${MAX_NODES} numbers and operations`;
      throw new FormulaFault(message, { reason: 'nodes', most: MAX_NODES });
    }
  }
}

const constant =
  (value: Rational): Evaluate<Rational> =>
  () =>
    value;

/** The decimal as it is written: the parser's own value is a double. */
function readLiteral({ raw }: jsep.Literal): Rational {
  const value = readDecimal(raw);
  if (typeof value === 'string') {
    const text = raw.slice(0, 80);
    throw new FormulaFault(`not a decimal: ${text}`, { reason: 'decimal', text });
  }
  return value;
}

const noNumber = (operator: string): FormulaFault =>
  new FormulaFault(`${operator} gives a condition, but a number is expected`, { reason: 'number' });

function divideChecked(a: Rational, b: Rational): Rational {
  if (b.n === 0n) throw new DivisionByZero();
  return divide(a, b);
}
