import { formatDate, formatNumber, formulaOf } from '@thidua/scoring';
import type { Language } from './languages.js';
import type { Names } from './names.js';

const FRACTION = /^-?\d+\/\d+$/;
const DECIMAL = /^-?\d+(\.\d+)?$/;

/** A figure below nothing with the sign of a subtraction, as sums have it. */
export const withMinus = (figure: string): string => figure.replace(/^-/, '−');

/** Writes figures, days, formulas and what names things by their codes for people. */
export class Writer {
  constructor(
    readonly names: Names,
    readonly lang: Language,
  ) {}

  /** A figure as it is read in the language, a fraction with its size beside it; any other text as it is. */
  figure(text: string): string {
    if (FRACTION.test(text)) {
      const [top, bottom] = text.split('/').map(Number);
      return `${withMinus(text)} (≈ ${this.figure((top! / bottom!).toFixed(4))})`;
    }
    return this.plain(text);
  }

  /** The same within a formula: a fraction alone. */
  plain(text: string): string {
    const written = DECIMAL.test(text) ? formatNumber(text, this.lang) : text;
    return DECIMAL.test(text) || FRACTION.test(text) ? withMinus(written) : written;
  }

  date(date: string): string {
    return formatDate(date, this.lang);
  }

  formula(expr: string, max = ''): string {
    return formulaOf(expr, max, this.lang);
  }

  units(codes: readonly string[]): string {
    return codes.map((code) => this.names.unit(code)).join(', ');
  }

  /** Criteria that are missing; with rounds each is `round/criterion`, and they are told round by round. */
  missing(codes: readonly string[]): string {
    const byRound = new Map<string, string[]>();
    for (const code of codes) {
      const [first = '', criterion] = code.split('/');
      const round = criterion === undefined ? '' : first;
      byRound.set(round, [...(byRound.get(round) ?? []), this.names.criterion(criterion ?? first)]);
    }
    const told = [...byRound].map(([round, names]) =>
      round === '' ? names.join(', ') : `${this.names.round(round)}: ${names.join(', ')}`,
    );
    return told.join('; ');
  }

  /** A template with its `{names}` filled in, as they are. */
  fill(template: string, values: Readonly<Record<string, string>>): string {
    return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  }
}
