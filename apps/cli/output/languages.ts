import type { Language } from '@thidua/scoring';

/** Languages the commands speak; the first is the default. */
export const LANGUAGES = ['vi', 'en'] as const;
export type { Language, Words } from '@thidua/scoring';

/** The language asked for, for what is said before its command knows: a word that is none counts as the default. */
export const languageOf = (asked: unknown): Language => LANGUAGES.find((each) => each === asked) ?? LANGUAGES[0];
