import { sentenceOf, type ScoringError } from '@thidua/scoring';
import type { Language } from './languages.js';

/** One error, warning or finding; what concerns a text has the place in it. */
export interface Told extends ScoringError {
  readonly line?: number;
  readonly column?: number;
}

/** `CODE line:column path: sentence` (competition file, "Errors"); what concerns the whole file has no path. */
export function toldLine(told: Told, language: Language): string {
  const { code, line, column, path } = told;
  const place = line === undefined || column === undefined ? '' : ` ${line}:${column}`;
  return `${code}${place}${path && ` ${path}`}: ${sentenceOf(told, language)}`;
}

/** The same as data: what a program needs to tell it in its own words. */
export const toldJson = ({ code, line, column, path, message, params }: Told): Told => ({
  code,
  ...(line !== undefined && { line, column }),
  path,
  message,
  ...(params && { params }),
});
