import { FormulaFault } from './expression.js';

/** The most characters of a formula. */
export const MAX_CHARACTERS = 1000;

const NAME = String.raw`[\p{L}_][\p{L}\p{Nd}_]*`;
const IS_NAME = new RegExp(`^${NAME}$`, 'u');
const TOKEN = new RegExp(
  String.raw`[ \t\r\n]*(?:(?<number>\d+(?:\.\d+)?)|(?<name>${NAME})|(?<sign><=|>=|==|!=|&&|\|\||[-+*/()<>!?:,])|$)`,
  'uy',
);
/** Operators of other languages that no sign of a formula begins with. */
const FOREIGN_OPERATOR = /^[%^~|&]+/;

export interface Token {
  is: 'number' | 'name' | 'sign';
  text: string;
  /** Where it begins and ends in the formula. */
  start: number;
  end: number;
}

/**
 * True for a text an expression can use as a name: a letter of any script or `_`, then letters, digits, `_` (spec,
 * "Rules"). Letters with a mark are one character, for texts are in NFC.
 */
export const isName = (text: string): boolean => IS_NAME.test(text);

/** How many numbers, names and signs an expression is made of. */
export const countTokens = (text: string): number => [...readTokens(text)].length;

/** What an expression is made of, as far as it can be read. Throws a FormulaFault. */
export function* readTokens(text: string): Generator<Token> {
  TOKEN.lastIndex = 0;
  for (let end = 0; end < text.length; end = TOKEN.lastIndex) {
    const match = TOKEN.exec(text);
    if (match === null) refuseRest(text.slice(end).trim());
    const { number, name, sign } = match.groups ?? {};
    const written = number ?? name ?? sign;
    if (written === undefined) continue;
    const is = number !== undefined ? 'number' : name !== undefined ? 'name' : 'sign';
    yield { is, text: written, start: TOKEN.lastIndex - written.length, end: TOKEN.lastIndex };
  }
}

function refuseRest(rest: string): never {
  const [operator] = FOREIGN_OPERATOR.exec(rest) ?? [];
  if (operator !== undefined) refuseOperator(operator.slice(0, 20));
  const text = [...rest].slice(0, 20).join('');
  throw new FormulaFault(`not understood: ${text}`, { reason: 'token', text });
}

/** Refuses an operator that formulas do not have, or not where it stands. */
export function refuseOperator(text: string): never {
  throw new FormulaFault(`the operator ${text} is not known here`, { reason: 'unknownOperator', text });
}
