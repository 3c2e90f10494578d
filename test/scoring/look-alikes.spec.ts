import { describe, expect, it } from '@jest/globals';
import {
  canonicalJson,
  normalizeTexts,
  readCompetition,
  score,
  type JsonObject,
  type JsonValue,
} from '@thidua/scoring';
import { valueAt, withAt } from './edges/whole-file.js';
import { valueOf } from './read-file.js';

/** The one code and label of the file below: a letter with marks, and one that another script has too. */
const CODE = 'Tổ-a';
const named = { code: CODE, name: 'N' };
const part = (kind: string, rule: JsonObject, over: JsonObject = {}): JsonObject => ({
  ...{ code: kind, name: kind, max: 10 },
  criteria: [{ code: `c-${kind}`, name: kind, max: 10, rule: { kind, ...rule }, ...over }],
});
const entry = (kind: string, value: JsonObject): JsonObject => ({
  ...{ unit: CODE, criterion: `c-${kind}`, stage: CODE, round: CODE },
  ...value,
});

/** A file in which everything that has a code or a label has the same one, and is named wherever it can be. */
const FILE: JsonObject = {
  format: 'thidua/1',
  campaign: { ...named, from: '2024-01-01', to: '2024-12-31' },
  stages: [{ ...named, by: 'unit' }],
  rounds: [{ ...named, from: '2024-01-01', to: '2024-12-31' }],
  scales: [
    {
      ...{ ...named, version: 1 },
      parts: [
        {
          ...{ ...named, max: 10 },
          criteria: [{ ...named, max: 10, scoredBy: CODE, rule: { kind: 'direct' }, appliesTo: { any: [CODE] } }],
        },
        part('choice', { options: { [CODE]: 10 } }),
        part('tally', { weights: { [CODE]: 1 }, exempt: ['x'] }),
        part('checklist', { items: { [CODE]: 10 } }),
        part('panel', {}),
        part('formula', { inputs: ['Tổ'], params: ['Tổa'], expr: 'Tổ * Tổa' }),
      ],
    },
  ],
  clusters: [
    { ...named, scale: CODE, head: CODE, units: [{ ...named, traits: [CODE], params: { Tổa: 2, [CODE]: 3 } }] },
  ],
  targets: [],
  entries: [
    { unit: CODE, criterion: CODE, stage: CODE, round: CODE, points: 5 },
    entry('choice', { choice: CODE }),
    entry('tally', { tally: { [CODE]: 1 } }),
    entry('checklist', { done: [CODE] }),
    entry('panel', { marks: { [CODE]: 5 } }),
    entry('formula', { inputs: { Tổ: 1 } }),
  ],
  factKinds: [{ ...named, classAtMost: CODE }],
  facts: [{ unit: CODE, kind: CODE, from: '2024-01-01' }],
  holds: [{ unit: CODE, kind: 'k', from: '2024-01-01', to: '2024-01-02' }],
  ranking: { precedence: ['total', `part:${CODE}`, `criterion:${CODE}`], stage: CODE, stageWeights: { [CODE]: 1 } },
  classes: [
    { code: 'đầu', name: 'N', maxShare: { percent: 50, of: `class:${CODE}` } },
    {
      ...{ ...named, minParts: { [CODE]: 1 } },
      when: {
        inputs: { Tổ: `part:${CODE}`, b: `criterion:${CODE}`, c: `fact:${CODE}`, d: `param:${CODE}` },
        expr: 'Tổ + b + c + d > 0',
      },
    },
  ],
  rewards: [
    { ...named, quota: { count: 1 }, classes: [CODE] },
    { code: 'sau', name: 'N', quota: { percent: 50, of: `reward:${CODE}` }, excludes: [CODE], requires: [CODE] },
  ],
};

type Look = (text: string) => string;
const LOOKS: Record<string, Look> = {
  'with a space behind': (text) => `${text} `,
  'with a space before': (text) => text.replace(CODE, ` ${CODE}`),
  'with a no-break space behind': (text) => `${text}\u00a0`,
  'with a next line behind': (text) => `${text}\u0085`,
  'with nothing of no width in it': (text) => text.replace('-', '\u200b-'),
  'with a soft hyphen in it': (text) => text.replace('-', '-\u00ad'),
  'with a Cyrillic letter that looks Latin': (text) => text.replace('-a', '-\u0430'),
  'with a wide hyphen': (text) => text.replace('-', '\uff0d'),
  'in capitals': (text) => text.replace(CODE, CODE.toUpperCase()),
};

/** What is told where something is named that looks like a code of the file, and is none. */
const REFERENCES: [path: string, code: string][] = [
  ['scales[0].parts[0].criteria[0].scoredBy', 'ref.unknown'],
  ['clusters[0].scale', 'ref.unknown'],
  ['clusters[0].head', 'ref.unknown'],
  ['entries[0].unit', 'ref.unknown'],
  ['entries[0].criterion', 'ref.unknown'],
  ['entries[0].stage', 'ref.unknown'],
  ['entries[0].round', 'ref.unknown'],
  ['entries[1].choice', 'entry.choice.unknown'],
  ['entries[3].done[0]', 'entry.done.unknown'],
  ['factKinds[0].classAtMost', 'ref.unknown'],
  ['facts[0].unit', 'ref.unknown'],
  ['facts[0].kind', 'ref.unknown'],
  ['holds[0].unit', 'ref.unknown'],
  ['ranking.precedence[1]', 'ranking.key.unknown'],
  ['ranking.precedence[2]', 'ranking.key.unknown'],
  ['ranking.stage', 'ref.unknown'],
  ['classes[0].maxShare.of', 'class.share.next'],
  ['classes[1].when.inputs.Tổ', 'condition.source.unknown'],
  ['classes[1].when.inputs.b', 'condition.source.unknown'],
  ['classes[1].when.inputs.c', 'condition.source.unknown'],
  ['rewards[0].classes[0]', 'ref.unknown'],
  ['rewards[1].quota.of', 'ref.unknown'],
  ['rewards[1].excludes[0]', 'ref.unknown'],
  ['rewards[1].requires[0]', 'ref.unknown'],
];

const codesOf = (file: JsonValue): string[] => {
  // As a file is read from its text.
  const outcome = readCompetition(normalizeTexts(file));
  return outcome.ok ? [] : [...new Set(outcome.errors.map(({ code }) => code))];
};

describe('a code or label that looks like another', () => {
  it('is the same where only its accents are written in another way', () => {
    expect(codesOf(FILE)).toEqual([]);
    const apart = JSON.parse(JSON.stringify(FILE).normalize('NFD')) as JsonValue;
    const read = normalizeTexts(apart);
    expect(canonicalJson(read)).toBe(canonicalJson(FILE));
    const [told, wanted] = [read, FILE].map((file) => score(valueOf(readCompetition(file)), '-'));
    expect(told).toEqual(wanted);
    expect(wanted!.clusters[0]!.standings[0]).toMatchObject({ complete: true, facts: [CODE], class: CODE });
  });

  const cases = Object.keys(LOOKS).flatMap((look) => REFERENCES.map(([path, code]) => [look, path, code] as const));
  it.each(cases)('%s is another at %s', (look, path, code) => {
    const text = LOOKS[look]!(valueAt(path, FILE) as string);
    const codes = codesOf(withAt(path, text, FILE));
    // Where no text with such a character can be a code at all, that may be told instead.
    expect(codes.some((each) => each === code || each === 'field.range')).toBe(true);
  });

  it.each(Object.keys(LOOKS))('%s is another among the labels of a tally, of stage weights and of parts', (look) => {
    const other = LOOKS[look]!(CODE);
    expect(codesOf(withAt('entries[2].tally', { [other]: 1 }, FILE))).toEqual(['entry.tally.unknown']);
    expect(codesOf(withAt('ranking.stageWeights', { [other]: 1 }, FILE))).toEqual(['ref.unknown']);
    expect(codesOf(withAt('classes[1].minParts', { [other]: 1 }, FILE))).toEqual(['ref.unknown']);
  });
});

describe('two labels that look alike', () => {
  const both = (other: string): string[][] => [
    codesOf(withAt('scales[0].parts[1].criteria[0].rule.options', { [CODE]: 10, [other]: 5 }, FILE)),
    codesOf(withAt('scales[0].parts[2].criteria[0].rule.weights', { [CODE]: 1, [other]: 0 }, FILE)),
    codesOf(withAt('scales[0].parts[2].criteria[0].rule.exempt', [other], FILE)),
    codesOf(withAt('entries[4].marks', { [CODE]: 5, [other]: 5 }, FILE)),
  ];

  const LETTER = ['with a Cyrillic letter that looks Latin', 'with a wide hyphen', 'in capitals'];
  const once = Array.from({ length: 4 }, () => ['label.duplicate']);

  it('are one where white space around them, or what shows nothing, is all that differs', () => {
    for (const [look, change] of Object.entries(LOOKS)) {
      if (!LETTER.includes(look)) expect([look, both(change(CODE))]).toEqual([look, once]);
    }
    // A joiner between a letter and its mark keeps the two from being composed, and shows nothing of that.
    expect(both(CODE.normalize('NFD').replace('\u0309', '\u034f\u0309'))).toEqual(once);
  });

  it('are two where a letter differs, however alike they look', () => {
    for (const look of LETTER) expect([look, both(LOOKS[look]!(CODE))]).toEqual([look, [[], [], [], []]]);
    expect(both('Tổ\u0085-a')).toEqual([[], [], [], []]); // white space within is seen
  });
});

describe('two codes that look alike', () => {
  const second = (code: string): string[] =>
    codesOf(withAt('clusters[0].units[1]', { code, name: 'N', traits: [], params: { Tổa: 1 } }, FILE));

  it('are two units where they are codes at all', () => {
    expect(second(LOOKS['with a Cyrillic letter that looks Latin']!(CODE))).toEqual([]);
    expect(second(LOOKS['in capitals']!(CODE))).toEqual([]);
    expect(second(CODE)).toEqual(['code.duplicate']);
  });

  it('cannot be where a character is none of a code', () => {
    for (const [look, change] of Object.entries(LOOKS)) {
      if (look.includes('Cyrillic') || look.includes('capitals')) continue;
      expect([look, second(change(CODE))]).toEqual([look, ['field.range']]);
    }
  });
});
