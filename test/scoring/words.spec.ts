import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  checkText,
  competitionSchema,
  ERROR_CODES,
  RULE_KINDS,
  sentenceOf,
  tallyVotes,
  VOTE_ERROR_CODES,
  WARNING_CODES,
  type JsonObject,
  type JsonValue,
  type ScoringError,
  type Syntax,
} from '@thidua/scoring';
import { KEY_WORDS } from '../../libs/scoring/words/key-words.js';
import { FORMS, SENTENCES, type Sentence } from '../../libs/scoring/words/sentence-of.js';
import { CHOICE_WORDS, EXPECTED_WORDS, VALUE_WORDS } from '../../libs/scoring/words/terms.js';
import { VALUE_FIELDS } from '../../libs/scoring/rules/registry.js';
import { goldenVotes } from './golden-votes.js';
import { wordsOf } from './public-functions.js';
import { listFiles, readText } from './read-file.js';
import { goldenFiles } from './told.js';
import { toldSites, type ToldSite } from './told-sites.js';

const LANGUAGES = ['vi', 'en'] as const;
const CODES = [
  ...[...ERROR_CODES, ...VOTE_ERROR_CODES, ...WARNING_CODES],
  ...wordsOf('verify/verify-bundle.ts', 'FindingCode'),
];

const templatesOf = (sentence: Sentence): [reason: string, template: string][] =>
  typeof sentence === 'string' ? [['any', sentence]] : Object.entries(sentence);
const placeholders = (template: string): string[] =>
  [...template.matchAll(/\{([\w:]+)\}/g)].map(([, name]) => name!).toSorted();

/** Every key of the format, and every word it lets one choose. */
function wordsOfFormat(): { keys: Set<string>; choices: Set<string> } {
  const keys = new Set<string>();
  const choices = new Set<string>();
  const walk = (schema: JsonValue): void => {
    if (typeof schema !== 'object' || schema === null) return;
    if (Array.isArray(schema)) schema.forEach(walk);
    else {
      for (const key of Object.keys((schema['properties'] ?? {}) as JsonObject)) keys.add(key);
      for (const choice of (schema['enum'] ?? []) as string[]) choices.add(choice);
      Object.values(schema).forEach(walk);
    }
  };
  walk(competitionSchema());
  return { keys, choices };
}
const FORMAT = wordsOfFormat();

/** What a reader of Vietnamese must not find outside quotes: words of the format that no Vietnamese word looks like. */
const FORMAT_WORDS = new Set(
  [...FORMAT.keys, ...FORMAT.choices]
    .concat(RULE_KINDS, Object.keys(EXPECTED_WORDS), ['undefined', 'null', 'expected', 'must', 'the'])
    .filter((word) => word.length > 3),
);
/** What stands in quotes is the file's own. */
const unquoted = (sentence: string): string => sentence.replaceAll(/“[^”]*”|"[^"]*"/g, '');
const englishIn = (sentence: string): string[] =>
  unquoted(sentence)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => FORMAT_WORDS.has(word));

describe('the catalogue of sentences', () => {
  it('has one for every code there is, and for no other', () => {
    for (const language of LANGUAGES) {
      expect(Object.keys(SENTENCES[language]).toSorted()).toEqual(CODES.toSorted());
    }
  });

  it('says the same in both languages: for the same reasons, with the same params, written in a form there is', () => {
    for (const code of CODES) {
      const [vi, en] = LANGUAGES.map((language) => templatesOf(SENTENCES[language][code]!));
      expect(en!.map(([reason]) => [code, reason])).toEqual(vi!.map(([reason]) => [code, reason]));
      vi!.forEach(([reason, template], index) => {
        const names = placeholders(template);
        expect([code, reason, [...new Set(placeholders(en![index]![1]))]]).toEqual([
          ...[code, reason],
          [...new Set(names)],
        ]);
        for (const name of names) expect(Object.keys(FORMS)).toContain(name.split(':')[1] ?? 'text');
        expect(englishIn(template.replaceAll(/\{[\w:]+\}/g, ''))).toEqual([]);
      });
    }
  });

  it('has a word for every key and every choice of the format, and for all that may be expected', () => {
    expect([...FORMAT.keys].filter((key) => !Object.hasOwn(KEY_WORDS, key))).toEqual([]);
    const known = [...Object.keys(CHOICE_WORDS), ...RULE_KINDS];
    expect([...FORMAT.choices].filter((choice) => !known.includes(choice))).toEqual([]);
    expect([...VALUE_FIELDS.keys()].filter((key) => !Object.hasOwn(VALUE_WORDS, key))).toEqual([]);
  });

  it('names no key of the file to who is at a sheet', () => {
    const named = (reader: 'file' | 'sheet') =>
      CODES.filter((code) => code.startsWith('entry.')).flatMap((code) =>
        templatesOf(SENTENCES.vi[code]!).flatMap(([reason]) =>
          LANGUAGES.map((language) => sentenceOf({ code, params: { reason } }, language, reader)),
        ),
      );
    const ofFile = /“(evidence|reason)”/;
    expect(named('file').filter((sentence) => ofFile.test(sentence))).toHaveLength(8);
    expect(named('sheet').filter((sentence) => ofFile.test(sentence))).toEqual([]);
    const missing = { code: 'entry.evidence.missing' };
    expect([sentenceOf(missing, 'vi', 'sheet'), sentenceOf(missing, 'vi')]).toEqual([
      'Tiêu chí này phải có ít nhất một tài liệu kiểm chứng; hãy ghi minh chứng.',
      'Tiêu chí này phải có ít nhất một tài liệu kiểm chứng; hãy ghi minh chứng vào mục “evidence”.',
    ]);
  });

  it('names a code of another version', () => {
    expect(sentenceOf({ code: 'entry.later' }, 'vi')).toBe('Có lỗi mã entry.later.');
    expect(sentenceOf({ code: 'toString' }, 'en')).toBe('There is an error toString.');
  });
});

describe('what the sources tell', () => {
  let sites: ToldSite[];
  beforeAll(() => {
    sites = toldSites();
  });

  /** What is only known where it is thrown, or where something is called, is told there. */
  const PASSED_ON =
    /^(rules\/kinds\/formula|plan\/read-condition|warnings\/warn-of-(scales|conditions|rewards)|text\/read-yaml)\.ts/;

  it('is found in them', () => {
    const told = new Set(sites.flatMap(({ codes }) => codes));
    for (const code of ['file.syntax', 'field.range', 'entry.choice.unknown', 'part.max.cut', 'vote.count.invalid']) {
      expect(told).toContain(code);
    }
    expect(sites.length).toBeGreaterThan(120);
    expect(sites.filter(({ codes }) => codes.includes('*'))).toEqual([]);
    const open = sites.filter(({ reasons, at }) => reasons.includes('*') && !PASSED_ON.test(at));
    expect(open).toEqual([]);
  });

  it('has a sentence for each of its reasons, with no param that may be missing', () => {
    const lacking: string[] = [];
    for (const { at, codes, reasons, params } of sites) {
      for (const code of codes) {
        for (const reason of reasons.length === 0 ? ['any'] : reasons.filter((each) => each !== '*')) {
          const template = new Map(templatesOf(SENTENCES.vi[code] ?? {})).get(reason);
          if (template === undefined) lacking.push(`${at} ${code}: no sentence for ${reason}`);
          const needed = placeholders((template ?? '').replaceAll(/\[[^\]]*\]/g, ''));
          const missing = needed.map((name) => name.split(':')[0]!).filter((name) => !params.includes(name));
          // What a remark of a rule says is looked at where it is made.
          if (missing.length > 0 && !PASSED_ON.test(at)) lacking.push(`${at} ${code} ${reason}: no ${missing.join()}`);
        }
      }
    }
    expect(lacking).toEqual([]);
  });
});

describe('wrong files in words', () => {
  const files = [
    ...[...goldenFiles('golden/refused/'), ...goldenFiles('golden/warned/')],
    ...listFiles('fixtures/not-ok/')
      .filter((name) => name !== 'expected.json')
      .map((name) => `fixtures/not-ok/${name}`),
  ];

  const check = (told: ScoringError): void => {
    for (const language of LANGUAGES) {
      const sentence = sentenceOf(told, language);
      expect(sentence).toMatch(/^[\p{Lu}\p{Nd}“].{8,}[.?]$/u);
      expect([told.code, unquoted(sentence)]).toEqual([told.code, expect.not.stringMatching(/[{}[\]]|undefined|NaN/)]);
      if (language === 'vi') expect([sentence, englishIn(sentence)]).toEqual([sentence, []]);
    }
  };

  it.each(files)('%s', (path) => {
    const { errors, warnings } = checkText(readText(path), path.split('.').at(-1) as Syntax);
    expect(errors.length + warnings.length).toBeGreaterThan(0);
    for (const told of [...errors, ...warnings]) check(told);
  });

  it('and wrong counts of votes', () => {
    for (const { rule, counts } of goldenVotes()) {
      const outcome = tallyVotes(rule, counts);
      if (!outcome.ok) outcome.errors.forEach(check);
    }
  });

  it.each<[ScoringError, string, string]>([
    [
      { code: 'field.type', path: '', message: '', params: { expected: 'code', reason: 'quote', value: '1.10' } },
      'Mã phải là chữ: hãy viết "1.10" trong ngoặc kép.',
      'A code is text: write "1.10" in quotes.',
    ],
    [
      {
        code: 'field.type',
        path: '',
        message: '',
        params: { expected: 'decimal', reason: 'comma', value: '7,5', point: '7.5' },
      },
      'Số thập phân trong tệp viết bằng dấu chấm: hãy viết 7.5 thay cho 7,5.',
      'A decimal is written with a point: 7.5 instead of 7,5.',
    ],
    [
      { code: 'entry.points.range', path: '', message: '', params: { value: '1234.5', most: '30.25' } },
      'Điểm phải từ 0 đến 30,25, không thể là 1.234,5.',
      'Points must lie between 0 and 30.25, not be 1234.5.',
    ],
    [
      { code: 'field.missing', path: '', message: '', params: { key: 'name' } },
      'Thiếu tên (“name”); hãy bổ sung.',
      '“name” is missing: add it.',
    ],
    [
      { code: 'field.range', path: '', message: '', params: { reason: 'choice', values: 'collective, individual' } },
      'Phải là một trong các giá trị: “collective” (tập thể), “individual” (cá nhân).',
      'One of these is expected: “collective”, “individual”.',
    ],
  ])('%j', (told, vi, en) => {
    expect([sentenceOf(told, 'vi'), sentenceOf(told, 'en')]).toEqual([vi, en]);
  });
});
