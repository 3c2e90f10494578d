import type { Words } from '../api/types.js';
import type { Language } from '../i18n/language.js';

/** A text that comes in both languages, in the one of the page. */
export function textOf(words: Words, locale: string): string {
  return words[locale as Language] ?? words.vi;
}
