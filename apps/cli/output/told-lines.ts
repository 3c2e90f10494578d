import { sentenceOf, type ScoringError } from '@thidua/scoring';
import type { Language } from './languages.js';

/** One error, warning or finding; what concerns a text has the place in it. */
export interface Told extends ScoringError {
  readonly line?: number;
  readonly column?: number;
  /** Where the engine has none of its own. */
  readonly sentences?: Readonly<Record<Language, string>>;
}

const PLACE = {
  vi: (line: number, column: number): string => `dòng ${line}, cột ${column}`,
  en: (line: number, column: number): string => `line ${line}, column ${column}`,
};

/**
 * `line 5, column 3: sentence (CODE)`; where the place in the text is not known, the path stands for it (competition
 * file, "Errors").
 */
export function toldLine(told: Told, language: Language): string {
  const { code, line, column, path } = told;
  const place = line === undefined || column === undefined ? path : PLACE[language](line, column);
  return `${place && `${place}: `}${told.sentences?.[language] ?? sentenceOf(told, language)} (${code})`;
}

/** The same as data: what a program needs to tell it in its own words. */
export const toldJson = ({ code, line, column, path, message, params }: Told): Told => ({
  code,
  ...(line !== undefined && { line, column }),
  path,
  message,
  ...(params && { params }),
});
