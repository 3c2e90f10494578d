import type { Language } from './languages.js';
import { USAGE_WORDS, type UsageWords } from './usage-words.js';

/**
 * What is wrong with a command line and how it is written, as one line. The library tells it in English and gives only
 * its code besides, so that names and numbers are taken from its sentence.
 */
export function usageError({ code, message }: { code: string; message: string }, usage: Usage, lang: Language): string {
  const { errors, next } = USAGE_WORDS[lang];
  const kind = code.replace('commander.', '');
  const isKnown = Object.hasOwn(errors, kind) && kind !== 'meant';
  const [first = '', ...more] = message.split('\n');
  const [expected = '', received = ''] = /Expected (\d+) .* got (\d+)/.exec(first)?.slice(1) ?? [];
  const values: Record<string, string> = {
    ...Object.fromEntries([...first.matchAll(/'([^']*)'/g)].map(([, name], index) => [String(index), name!])),
    ...{ expected, received },
    choices: /Allowed choices are (.+)\.$/.exec(first)?.[1] ?? '',
    message: first.replace(/^error: /, ''),
  };
  const fill = (template: string): string => template.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  values['meant'] = /\(Did you mean (?:one of )?(.+)\?\)/.exec(more.join(' '))?.[1] ?? '';
  const told = fill(errors[isKnown ? (kind as keyof UsageWords['errors']) : 'any']);
  Object.assign(values, usage, { told: values['meant'] === '' ? told : `${told} ${fill(errors.meant)}` });
  return fill(next);
}

/** How a command is written. */
export interface Usage {
  readonly command: string;
  readonly usage: string;
}
