import type jsep from 'jsep';
import { readDecimal } from '../number/decimal.js';
import { floor, negate as negated, type Rational } from '../number/rational.js';
import { roundHalfUp, ROUND } from '../rules/formula/functions.js';
import { parse, wordOf, type Node } from '../rules/formula/parse.js';
import {
  ANYTHING,
  apply,
  compareEnds,
  dividedBy,
  exactly,
  greatest,
  hull,
  isPoint,
  least,
  magnitudeOf,
  negate,
  plus,
  times,
  type Interval,
} from './interval.js';

/** What can come of a condition. */
export interface Verdict {
  mayHold: boolean;
  mayFail: boolean;
}

/** All that the inputs of a condition can be, by name. */
export type Ranges = ReadonlyMap<string, Interval>;

/**
 * Makes a checked condition ready to be judged for all values its inputs can have. What is ruled out never happens; what
 * is not may never happen either, since inputs are taken as if each went its own way.
 */
export function expressionJudge(expr: string): (ranges: Ranges) => Verdict {
  const node = parse(expr);
  return (ranges) => judge(node, ranges);
}

function judge(expression: unknown, ranges: Ranges): Verdict {
  const node = expression as Node;
  if (node.type === 'UnaryExpression') {
    const { mayHold, mayFail } = judge(node.argument, ranges);
    return { mayHold: mayFail, mayFail: mayHold };
  }
  if (node.type === 'ConditionalExpression') {
    const test = judge(node.test, ranges);
    const [chosen, otherwise] = [judge(node.consequent, ranges), judge(node.alternate, ranges)];
    return {
      mayHold: (test.mayHold && chosen.mayHold) || (test.mayFail && otherwise.mayHold),
      mayFail: (test.mayHold && chosen.mayFail) || (test.mayFail && otherwise.mayFail),
    };
  }
  const { operator, left, right } = node as jsep.BinaryExpression;
  if (operator === '&&' || operator === '||') {
    const [a, b] = [judge(left, ranges), judge(right, ranges)];
    return operator === '&&'
      ? { mayHold: a.mayHold && b.mayHold, mayFail: a.mayFail || b.mayFail }
      : { mayHold: a.mayHold || b.mayHold, mayFail: a.mayFail && b.mayFail };
  }
  return compareRanges(operator, rangeOf(left, ranges), rangeOf(right, ranges));
}

function compareRanges(operator: string, a: Interval, b: Interval): Verdict {
  switch (operator) {
    case '<':
      return { mayHold: compareEnds(a.low, b.high) < 0, mayFail: compareEnds(a.high, b.low) >= 0 };
    case '<=':
      return { mayHold: compareEnds(a.low, b.high) <= 0, mayFail: compareEnds(a.high, b.low) > 0 };
    case '>':
      return compareRanges('<', b, a);
    case '>=':
      return compareRanges('<=', b, a);
    case '==':
      return {
        mayHold: compareEnds(a.low, b.high) <= 0 && compareEnds(b.low, a.high) <= 0,
        mayFail: !(isPoint(a) && isPoint(b) && compareEnds(a.low, b.low) === 0),
      };
    default: {
      const { mayHold, mayFail } = compareRanges('==', a, b);
      return { mayHold: mayFail, mayFail: mayHold };
    }
  }
}

/** All that a number of the expression can be. */
function rangeOf(expression: unknown, ranges: Ranges): Interval {
  const node = expression as Node;
  const name = wordOf(node);
  if (name !== undefined) return ranges.get(name) ?? ANYTHING;
  switch (node.type) {
    case 'Literal':
      return exactly(readDecimal(node.raw) as Rational);
    case 'UnaryExpression':
      return negate(rangeOf(node.argument, ranges));
    case 'BinaryExpression': {
      const [a, b] = [rangeOf(node.left, ranges), rangeOf(node.right, ranges)];
      if (node.operator === '+') return plus(a, b);
      if (node.operator === '-') return plus(a, negate(b));
      return node.operator === '*' ? times(a, b) : dividedBy(a, b);
    }
    case 'ConditionalExpression': {
      const { mayHold, mayFail } = judge(node.test, ranges);
      const [a, b] = [rangeOf(node.consequent, ranges), rangeOf(node.alternate, ranges)];
      return mayHold && mayFail ? hull(a, b) : mayHold ? a : b;
    }
    default: {
      const { callee, arguments: nodes } = node as jsep.CallExpression;
      return rangeOfCall(wordOf(callee as Node)!, nodes, ranges);
    }
  }
}

function rangeOfCall(name: string, nodes: readonly unknown[], ranges: Ranges): Interval {
  if (name === ROUND) {
    const digits = Number((nodes[1] as { raw: string }).raw);
    return apply(rangeOf(nodes[0], ranges), (value) => roundHalfUp(value, digits));
  }
  const args = nodes.map((node) => rangeOf(node, ranges));
  switch (name) {
    case 'min':
      return args.reduce(least);
    case 'max':
      return args.reduce(greatest);
    case 'floor':
      return apply(args[0]!, floor);
    case 'ceil':
      return apply(args[0]!, (value) => negated(floor(negated(value))));
    default:
      return magnitudeOf(args[0]!);
  }
}
