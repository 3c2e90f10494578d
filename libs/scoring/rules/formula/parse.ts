import jsep from 'jsep';
import { checkTokens } from './check-tokens.js';
import { FormulaFault } from './expression.js';

export type Node = jsep.CoreExpression | jsep.ConditionalExpression;

/** The tree of an expression that writes nothing but what the spec names. Throws a FormulaFault. */
export function parse(formula: string): Node {
  checkTokens(formula);
  try {
    return jsep(formula) as Node;
  } catch {
    // Its words are not ours; what it refuses was refused above.
    throw new FormulaFault('the formula cannot be read', { reason: 'syntax' });
  }
}

/** The name a node writes. The parser keeps some names for itself; here they are names as any other. */
export function wordOf(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'ThisExpression') return 'this';
  return node.type === 'Literal' && typeof node.value !== 'number' ? node.raw : undefined;
}
