import { describe, expect, it } from '@jest/globals';
import type { CompetitionRules, Criterion, JsonObject, JsonValue, ScaleExtra } from '@thidua/scoring';
import type { SheetCriterion, SheetEntry } from '../../apps/web/src/api/types.js';
import { draftOf, isEmpty, sameDraft, type Draft } from '../../apps/web/src/features/sheet/draft.js';
import { entryOf } from '../../apps/web/src/features/sheet/read-draft.js';
import { addRow, removeRow } from '../../apps/web/src/features/sheet/rows.js';
import { valueFieldsOf } from '../../apps/web/src/features/sheet/value-fields.js';
import { listFiles, parseFile, valueOf } from '../scoring/read-file.js';
import { criterion } from './sheet-fixture.js';

interface Case {
  name: string;
  criterion: SheetCriterion;
  entry: SheetEntry;
}

const criteriaIn = (part: Pick<ScaleExtra, 'criteria' | 'groups'> | undefined): Criterion[] => [
  ...(part?.criteria ?? []),
  ...(part?.groups ?? []).flatMap(criteriaIn),
];

/** Every entry of a golden file with its criterion, as the sheet shows it. */
function casesOf(file: string): Case[] {
  const document = valueOf(parseFile(`golden/${file}`)) as unknown as CompetitionRules & { entries: JsonObject[] };
  const scaleOf = new Map(document.clusters.flatMap(({ scale, units }) => units.map(({ code }) => [code, scale])));
  return document.entries.map(({ unit, stage, round: _round, ...entry }) => {
    const scale = document.scales.find(({ code }) => code === scaleOf.get(unit as string))!;
    const parts = [...scale.parts, scale.bonus, scale.penalty];
    const found = parts.flatMap(criteriaIn).find(({ code }) => code === entry['criterion'])!;
    const target = document.targets?.find((each) => each.unit === unit && each.criterion === found.code);
    return {
      name: `${file} ${unit as string} ${found.code} ${(stage as string | undefined) ?? ''}`,
      criterion: criterion(found.code, found.rule, {
        max: String(found.max),
        plan: target ? String(target.plan) : null,
      }),
      entry: entry as unknown as SheetEntry,
    };
  });
}

/** Figures as texts: the page sends every decimal as one, and `1.50` is not `1.5`. */
const asTexts = (value: JsonValue): JsonValue =>
  JSON.parse(JSON.stringify(value, (_key, part: JsonValue) => (typeof part === 'number' ? String(part) : part)));

const typed = (texts: Record<string, string>): Draft => ({ texts, evidence: [], reason: '' });
const read = (rule: Parameters<typeof criterion>[1], texts: Record<string, string>) =>
  entryOf(criterion('X', rule), typed(texts));

const cases = listFiles('golden/')
  .filter((name) => name.endsWith('.yaml'))
  .flatMap(casesOf);

describe('an entry on the page', () => {
  it('is one of every kind of rule', () => {
    expect(new Set(cases.map(({ criterion: { rule } }) => rule['kind'])).size).toBe(13);
  });

  it.each(cases)('$name: what is read from it is the same entry', ({ criterion: of, entry }) => {
    const { entry: again, errors } = entryOf(of, draftOf(entry));
    expect(errors).toEqual([]);
    expect(asTexts(again as never)).toEqual(asTexts(entry as never));
    expect(sameDraft(draftOf(again!), draftOf(entry))).toBe(true);
  });

  it.each(cases)('$name: every figure of it stands in an input', ({ criterion: of, entry }) => {
    const { texts } = draftOf(entry);
    expect(valueFieldsOf(of, texts).map(({ key }) => key)).toEqual(expect.arrayContaining(Object.keys(texts)));
  });
});

describe('the place of an entry', () => {
  it('is none of its figures', () => {
    const entry = { criterion: 'X', points: '5', unit: 'U1', stage: 'self' as const };
    expect(draftOf(entry)).toEqual(draftOf({ criterion: 'X', points: '5' }));
  });
});

describe('a deadline', () => {
  const rule = { kind: 'deadline', due: '2022-03-25', perDay: 1 };

  it.each([
    ['25/03/2022', '2022-03-25'],
    ['5/3/2022', '2022-03-05'],
    [' 05-03-2022 ', '2022-03-05'],
    ['05.03.2022', '2022-03-05'],
    ['05032022', '2022-03-05'],
    ['29/02/2020', '2020-02-29'],
  ])('%s is the day %s', (text, on) => expect(read(rule, { on: text }).entry).toEqual({ criterion: 'X', on }));

  it.each([
    '29/02/2022',
    '31/04/2022',
    '00/01/2022',
    '01/13/2022',
    '25/3/22',
    '25/03/0222',
    '25/03/9022',
    '25039022',
    '2022-03-25',
    'mai',
    '5/3',
  ])('%s is no day, and is not sent', (on) => {
    const { entry, errors } = read(rule, { on });
    expect(errors).toEqual([{ field: 'on', id: 'field.notADate' }]);
    expect(entry).toEqual({ criterion: 'X' });
  });
});

describe('a choice', () => {
  it('is kept to the letter', () => {
    const entry = { criterion: 'X', choice: 'Mức 1.5' };
    expect(entryOf(criterion('X', { kind: 'choice', options: { 'Mức 1.5': 4 } }), draftOf(entry)).entry).toEqual(entry);
  });
});

describe('a checklist', () => {
  it('of which nothing is done is not one that was not filled in', () => {
    const nothing = draftOf({ criterion: 'X', done: [] });
    expect(isEmpty(nothing)).toBe(false);
    expect(isEmpty(draftOf(undefined))).toBe(true);
    expect(entryOf(criterion('X', { kind: 'checklist', items: { a: 1 } }), nothing).entry).toEqual({
      criterion: 'X',
      done: [],
    });
  });
});

/** One more row of a mean. */
const more = (texts: Record<string, string>) => ({ ...addRow(texts, 'items', 'actual') });

describe('a mean', () => {
  const rule = { kind: 'mean' };
  const two = { 'items.0.actual': '1,5', 'items.0.plan': '2', 'items.1.actual': '3', 'items.1.plan': '4' };

  it('has a row to begin with, and as many as were asked for', () => {
    const keys = (texts: Record<string, string>) => valueFieldsOf(criterion('X', rule), texts).map(({ key }) => key);
    expect(keys({})).toEqual(['items.0.actual', 'items.0.plan']);
    expect(keys(more(two))).toHaveLength(6);
  });

  it('leaves out rows never begun at its end', () => {
    expect(read(rule, more(more(two)))).toEqual(read(rule, two));
    expect(read(rule, two)).toEqual({
      entry: {
        criterion: 'X',
        items: [
          { actual: '1.5', plan: '2' },
          { actual: '3', plan: '4' },
        ],
      },
      errors: [],
      whole: true,
    });
    expect(sameDraft(typed(more(two)), typed(two))).toBe(true);
  });

  it('misses what a row lacks, and a row between others', () => {
    const { errors } = read(rule, { 'items.0.actual': '1', 'items.2.actual': '3', 'items.2.plan': 'x' });
    expect(errors).toEqual([
      { field: 'items.0.plan', id: 'field.required' },
      { field: 'items.1.actual', id: 'field.required' },
      { field: 'items.1.plan', id: 'field.required' },
      { field: 'items.2.plan', id: 'field.notANumber' },
    ]);
  });

  it('loses the row that is removed and no other', () => {
    const three = { ...two, 'items.2.actual': '', 'items.2.plan': '6' };
    expect(removeRow(three, { base: 'items', row: 1 })).toEqual({
      'items.0.actual': '1,5',
      'items.0.plan': '2',
      'items.1.actual': '',
      'items.1.plan': '6',
    });
    expect(removeRow(three, { base: 'items', row: 2 })).toEqual(two);
  });
});

describe('a figure against a plan', () => {
  const planned = criterion('X', { kind: 'ratio', plan: 50 });

  it('asks for no plan where one is given', () => {
    expect(valueFieldsOf(planned, {}).map(({ key }) => key)).toEqual(['actual']);
    expect(valueFieldsOf(criterion('X', { kind: 'ratio' }), {}).map(({ key }) => key)).toEqual(['actual', 'plan']);
  });

  it('takes the given plan again once an own one is cleared', () => {
    expect(entryOf(planned, typed({ actual: '5', plan: '' }))).toEqual({
      entry: { criterion: 'X', actual: '5' },
      errors: [],
      whole: true,
    });
  });
});

describe('a panel', () => {
  const rule = { kind: 'panel', least: 2 };
  const two = { 'marks.0.name': 'An', 'marks.0.figure': '8', 'marks.1.name': 'Bình', 'marks.1.figure': '7,5' };

  it('has a row for each mark that it needs, then as many as were asked for', () => {
    const keys = (texts: Record<string, string>) => valueFieldsOf(criterion('X', rule), texts).map(({ key }) => key);
    expect(keys({})).toEqual(Object.keys(two));
    expect(keys({ ...addRow(two, 'marks', 'name') })).toHaveLength(6);
  });

  it('gives the marks by member, whatever a member is called', () => {
    expect(read(rule, two).entry).toEqual({ criterion: 'X', marks: { An: '8', Bình: '7.5' } });
    const odd = { 'marks.0.name': '__proto__', 'marks.0.figure': '1', 'marks.1.name': 'a.1', 'marks.1.figure': '2' };
    expect(JSON.stringify(read(rule, odd).entry)).toBe('{"criterion":"X","marks":{"__proto__":"1","a.1":"2"}}');
    expect(draftOf(read(rule, two).entry!).texts).toEqual(two);
  });

  it('leaves out rows of nobody, and misses a name, a mark, or a second member', () => {
    expect(read(rule, { ...two, 'marks.2.name': '', 'marks.4.name': ' ' })).toEqual(read(rule, two));
    const { errors } = read(rule, {
      ...two,
      'marks.2.figure': '5',
      'marks.3.name': 'Chi',
      'marks.4.name': ' An ',
      'marks.4.figure': '6',
    });
    expect(errors).toEqual([
      { field: 'marks.2.name', id: 'field.required' },
      { field: 'marks.3.figure', id: 'field.required' },
      { field: 'marks.4.name', id: 'field.twice' },
    ]);
  });
});

describe('a formula', () => {
  it('needs every input', () => {
    const { entry, errors } = read({ kind: 'formula', inputs: ['a', 'số_vụ'], expr: 'a' }, { 'inputs.số_vụ': '2,5' });
    expect(errors).toEqual([{ field: 'inputs.a', id: 'field.required' }]);
    expect(entry?.inputs).toEqual({ số_vụ: '2.5' });
  });
});
