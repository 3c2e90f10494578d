import { decimalComma } from '../../text/decimal-comma.js';
import { FormulaFault } from './expression.js';
import { FUNCTIONS } from './functions.js';
import { MAX_CHARACTERS, readTokens, refuseOperator, type Token } from './tokens.js';

/**
 * Refuses every expression that is none by the spec's grammar, in words of our own: the parser would let some pass (texts,
 * members and lists, other ways of writing numbers, separators, operands with nothing between them), and tells of others in
 * its own. What names and functions there are is not looked at. Throws a FormulaFault.
 */
export function checkTokens(text: string): void {
  // Characters may take two units each, so the bound on units comes first: it costs nothing.
  if (text.length > 2 * MAX_CHARACTERS || [...text].length > MAX_CHARACTERS) {
    throw new FormulaFault(`a formula has at most ${MAX_CHARACTERS} characters`, {
      reason: 'long',
      most: MAX_CHARACTERS,
    });
  }
  new TokenCheck(text).run();
}

const START: Token = { is: 'sign', text: '(', start: 0, end: -1 };
/** The signs that are no operators. */
const PUNCTUATION = ['(', ')', ','];

class TokenCheck {
  /** What is open: `(`, a `?` that waits for its `:`, or the name of the function called. */
  private readonly open: string[] = [];
  private previous = START;

  constructor(private readonly text: string) {}

  run(): void {
    for (const token of readTokens(this.text)) {
      if (isOperandEnd(this.previous)) this.afterOperand(token);
      else this.beforeOperand(token);
      this.previous = token;
    }
    if (!isOperandEnd(this.previous)) refuseIncomplete();
    if (this.open.at(-1) === '?') this.refuseChoice([...this.text].length + 1);
    if (this.open.length > 0) refuseIncomplete();
  }

  /** Where a value must begin. */
  private beforeOperand(token: Token): void {
    const { previous } = this;
    if (token.text === '(') this.open.push('(');
    if (token.is !== 'sign' || ['(', '!', '-'].includes(token.text)) return;
    if (PUNCTUATION.includes(token.text)) this.refuse(token);
    // Two signs in a row are one operator of another language, such as ** or ??.
    if (previous.end === token.start && !PUNCTUATION.includes(previous.text))
      refuseOperator(previous.text + token.text);
    if (token.text === '+') refuseOperator('+');
    this.refuse(token);
  }

  /** Where an operator or the end of something must follow. */
  private afterOperand(token: Token): void {
    const { open, previous } = this;
    const innermost = open.at(-1);
    if (token.text === '(' && previous.is === 'name') open.push(previous.text);
    else if (token.is !== 'sign' || token.text === '(' || token.text === '!') this.refuse(token);
    else if (token.text === '?') open.push('?');
    else if (token.text === ':') {
      if (open.pop() !== '?') this.refuse(token);
    } else if (token.text === ',') {
      const isArgument = innermost !== undefined && innermost !== '(' && innermost !== '?';
      if (!isArgument || FUNCTIONS.get(innermost)?.most === 1) this.refuseComma(token);
      if (!isArgument) this.refuse(token);
    } else if (token.text === ')') {
      if (innermost === '?') this.refuseChoice(this.placeOf(token));
      if (innermost === undefined) this.refuse(token);
      open.pop();
    }
  }

  /** Tells of a comma that is that of a decimal. */
  private refuseComma({ start, end }: Token): void {
    const { previous, text } = this;
    const comma = previous.end === start ? decimalComma(previous.text, /^\d+/.exec(text.slice(end))?.[0]) : undefined;
    if (comma === undefined) return;
    throw new FormulaFault(`a decimal is written with a point: ${comma.point}`, { reason: 'comma', ...comma });
  }

  private refuse(token: Token): never {
    if (this.open.at(-1) === '?' && token.text === ',') this.refuseChoice(this.placeOf(token));
    const text = token.text.slice(0, 80);
    const place = this.placeOf(token);
    throw new FormulaFault(`not expected at character ${place}: ${text}`, { reason: 'unexpected', text, place });
  }

  private refuseChoice(place: number): never {
    throw new FormulaFault(`a ":" after the "?" is missing at character ${place}`, { reason: 'choice', place });
  }

  /** The number of its first character. */
  private placeOf({ start }: Token): number {
    return [...this.text.slice(0, start)].length + 1;
  }
}

const isOperandEnd = (token: Token): boolean => token.is !== 'sign' || token.text === ')';

function refuseIncomplete(): never {
  throw new FormulaFault('the formula ends before it is complete', { reason: 'incomplete' });
}
