import { FormulaFault } from './expression.js';

/** The most characters of a formula. */
export const MAX_CHARACTERS = 1000;

const NAME = String.raw`[\p{L}_][\p{L}\p{Nd}_]*`;
const IS_NAME = new RegExp(`^${NAME}$`, 'u');
const TOKEN = new RegExp(
  String.raw`[ \t\r\n]*(?:(?<number>\d+(?:\.\d+)?)|(?<name>${NAME})|(?<sign><=|>=|==|!=|&&|\|\||[-+*/()<>!?:,])|$)`,
  'uy',
);

/**
 * True for a text an expression can use as a name: a letter of any script or `_`, then letters, digits, `_` (spec,
 * "Rules"). Letters with a mark are one character, for texts are in NFC.
 */
export const isName = (text: string): boolean => IS_NAME.test(text);

/** How many numbers, names and signs an expression is made of. */
export const countTokens = (text: string): number => [...readTokens(text)].length;

/**
 * Refuses what the parser would let pass though the spec does not name it: texts, members and lists, other ways
 * of writing numbers, separators, and operands or arguments with nothing between them (`min(a b)`, `(a,)`).
 * Throws a FormulaFault.
 */
export function checkTokens(text: string): void {
  // Characters may take two units each, so the bound on units comes first: it costs nothing.
  if (text.length > 2 * MAX_CHARACTERS || [...text].length > MAX_CHARACTERS) {
    throw new FormulaFault(`a formula has at most ${MAX_CHARACTERS} characters`, {
      reason: 'long',
      most: MAX_CHARACTERS,
    });
  }
  const nesting: ('call' | 'group')[] = [];
  let previous: Token = { is: 'sign', text: '' };
  for (const token of readTokens(text)) {
    if (isOperandEnd(previous) && isOperandStart(token) && !isCall(previous, token)) refuse(token);
    if (token.text === '(') nesting.push(previous.is === 'name' ? 'call' : 'group');
    if (token.text === ')' && (nesting.pop() === undefined || !isOperandEnd(previous))) refuse(token);
    if (token.text === ',' && (nesting.at(-1) !== 'call' || !isOperandEnd(previous))) refuse(token);
    previous = token;
  }
  if (!isOperandEnd(previous) || nesting.length > 0) {
    throw new FormulaFault('the formula ends before it is complete', { reason: 'incomplete' });
  }
}

interface Token {
  is: 'number' | 'name' | 'sign';
  text: string;
}

function* readTokens(text: string): Generator<Token> {
  TOKEN.lastIndex = 0;
  for (let end = 0; end < text.length; end = TOKEN.lastIndex) {
    const match = TOKEN.exec(text);
    if (match === null) {
      const rest = [...text.slice(end).trim()].slice(0, 20).join('');
      throw new FormulaFault(`not understood: ${rest}`, { reason: 'token', text: rest });
    }
    const { number, name, sign } = match.groups ?? {};
    if (number !== undefined) yield { is: 'number', text: number };
    else if (name !== undefined) yield { is: 'name', text: name };
    else if (sign !== undefined) yield { is: 'sign', text: sign };
  }
}

const isOperandEnd = (token: Token): boolean => token.is !== 'sign' || token.text === ')';
const isOperandStart = (token: Token): boolean => token.is !== 'sign' || token.text === '(' || token.text === '!';
const isCall = (previous: Token, token: Token): boolean => previous.is === 'name' && token.text === '(';

function refuse(token: Token): never {
  const text = token.text.slice(0, 80);
  throw new FormulaFault(`not expected here: ${text}`, { reason: 'unexpected', text });
}
