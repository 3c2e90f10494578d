import type { Language } from '@thidua/scoring';

/** Languages the commands speak; the first is the default. */
export const LANGUAGES = ['vi', 'en'] as const;
export type { Language, Words } from '@thidua/scoring';

/** The language that a command line asks for, wherever it does; a word that is none counts as the default. */
export function askedLanguage(argv: readonly string[]): Language {
  const at = argv.findIndex((each) => each === '--lang' || each.startsWith('--lang='));
  const asked = argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length);
  return LANGUAGES.find((each) => each === asked) ?? LANGUAGES[0];
}
