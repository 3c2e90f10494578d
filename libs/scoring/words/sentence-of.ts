import { fillTemplate, formatDate, formatNumber } from '../rules/figures.js';
import type { Language, Words } from '../rules/form.js';
import { RULE_KINDS } from '../rules/registry.js';
import type { ErrorParams } from '../text/problems.js';
import { KEY_WORDS } from './key-words.js';
import { kindName } from './rule-words.js';
import { SENTENCES_EN } from './sentences.en.js';
import { SENTENCES_VI } from './sentences.vi.js';
import { CHOICE_WORDS, EXPECTED_WORDS, PLACE_WORDS, SECTION_WORDS, VALUE_WORDS } from './terms.js';

/** One template, or one for each reason. */
export type Sentence = string | Readonly<Record<string, string>>;

/** The templates of each language, by code. */
export const SENTENCES: Readonly<Record<Language, Readonly<Record<string, Sentence>>>> = {
  vi: SENTENCES_VI,
  en: SENTENCES_EN,
};

/** What an error, a warning or a finding says of itself. */
export interface Tellable {
  code: string;
  params?: ErrorParams;
}

/** Who is told: people who write a file know its keys, those at a sheet do not. */
export type Reader = 'file' | 'sheet';

/** Named alone to answer for all that no longer has a sentence: a code of a later version. */
const UNKNOWN: Words = { vi: 'Có lỗi mã {code}.', en: 'There is an error {code}.' };

/**
 * What is told of an error (spec, "Errors") or a warning, as one sentence for an official: what is wrong and what to do. Figures,
 * dates and words are the language's; what the file writes stands in “…”. A code it does not know gives a sentence that
 * names the code. To a reader at a sheet no key of the file is named where there is a word for it. Throws nothing.
 */
export function sentenceOf({ code, params = {} }: Tellable, language: Language, reader: Reader = 'file'): string {
  const template = templateOf(code, params, language);
  if (template === undefined) return UNKNOWN[language].replace('{code}', code);
  const sentence = fillTemplate(template, (name) => {
    const [key, form = 'text'] = name.split(':') as [string, string?];
    // What stands in […] with it is said of a file alone.
    if (key === 'file') return reader === 'file' ? '' : undefined;
    const value = params[key];
    return value === undefined ? undefined : FORMS[form]!(String(value), language);
  });
  return capital(ownerOf(code, params, template, language) + sentence);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Whose an entry of a file is, said before what is wrong with it, where the sentence itself does not say it. */
function ownerOf(code: string, params: ErrorParams, template: string, language: Language): string {
  const { unitName, criterion, criterionName } = params;
  if (!code.startsWith('entry.') || unitName === undefined || criterion === undefined) return '';
  if (/\{(unit|criterion|unitName)\}/.test(template)) return '';
  const [unit, of] = language === 'vi' ? ['đơn vị', 'tiêu chí'] : ['unit', 'criterion'];
  return `${unit} “${unitName}”, ${of} ${criterion}${criterionName === undefined ? '' : ` “${criterionName}”`}: `;
}

function templateOf(code: string, params: ErrorParams, language: Language): string | undefined {
  const sentences = SENTENCES[language];
  const sentence = Object.hasOwn(sentences, code) ? sentences[code] : undefined;
  if (sentence === undefined || typeof sentence === 'string') return sentence;
  const reason = String(params['reason'] ?? '');
  return Object.hasOwn(sentence, reason) ? sentence[reason] : sentence['any'];
}

const fromWords =
  (words: Readonly<Record<string, Words>>) =>
  (value: string, language: Language): string =>
    Object.hasOwn(words, value) ? words[value]![language] : `“${value}”`;

/** How a param is written in a sentence. */
export const FORMS: Readonly<Record<string, (value: string, language: Language) => string>> = {
  text: (value) => value,
  figure: (value, language) => (/^-?\d+(\.\d+)?$/.test(value) ? formatNumber(value, language) : value),
  date: formatDate,
  expected: fromWords(EXPECTED_WORDS),
  section: fromWords(SECTION_WORDS),
  place: fromWords(PLACE_WORDS),
  value: fromWords(VALUE_WORDS),
  key: (value, language) => withWord(value, KEY_WORDS[value], language),
  values: writeChoices,
  codes: (value) =>
    value
      .split(', ')
      .map((code) => `“${code}”`)
      .join(', '),
};

/** What the file writes, with what it means beside it for readers of Vietnamese. */
const withWord = (written: string, word: string | undefined, language: Language): string =>
  language === 'en' || word === undefined ? `“${written}”` : `${word} (“${written}”)`;

function writeChoices(value: string, language: Language): string {
  const choices = value.split(', ');
  const areKinds = choices.every((each) => RULE_KINDS.includes(each));
  return choices
    .map((each) => {
      const word = areKinds ? kindName(each, language) : CHOICE_WORDS[each];
      return language === 'en' || word === undefined ? `“${each}”` : `“${each}” (${word})`;
    })
    .join(', ');
}
