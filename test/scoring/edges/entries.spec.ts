import { describe, expect, it } from '@jest/globals';
import {
  checkSheet,
  compile,
  openStanding,
  readCompetition,
  type Competition,
  type Entry,
  type JsonObject,
  type JsonValue,
  type Outcome,
  type Plan,
} from '@thidua/scoring';
import { valueOf } from '../read-file.js';
import { smallFile } from '../small-file.js';

const ROUNDS = [
  { code: 'Q1', name: 'Quý I', from: '2022-01-01', to: '2022-03-31' },
  { code: 'Q2', name: 'Quý II', from: '2022-04-01', to: '2022-06-30' },
];
const criterion = (code: string, rule: JsonObject = { kind: 'direct' }): JsonObject => ({
  ...{ code, name: `tiêu chí ${code}`, max: 10, rule },
});
const PART = { code: 'I', name: 'I', max: 20 };
const RULES = [criterion('d'), criterion('r', { kind: 'relative', atPlan: '0.5', withoutPlan: 'relative' })];
const UNITS = [
  { code: 'U', name: 'đơn vị U' },
  { code: 'V', name: 'đơn vị V' },
];

const fileOf = (entries: JsonValue, over: JsonObject = {}, criteria: JsonObject[] = RULES): JsonObject =>
  smallFile({
    scale: { parts: [{ ...PART, criteria: [...criteria, criterion('e')] }] },
    file: { clusters: [{ code: 'C', name: 'C', scale: 'S', units: UNITS }], entries, ...over },
  });
const withRounds = (entries: JsonValue): JsonObject => fileOf(entries, { rounds: ROUNDS });

/** All that is told, but the words and the codes there are to choose from. */
const errorsOf = (outcome: Outcome<unknown>): string[] =>
  outcome.ok
    ? []
    : outcome.errors.map(({ code, path, params }) => {
        const { known: _known, ...rest } = params ?? {};
        return `${code} ${path} ${JSON.stringify(rest)}`;
      });
const inFile = (file: JsonObject): string[] => errorsOf(readCompetition(file));

const planOf = (file: JsonObject): Plan => {
  const { entries: _entries, ...rules } = valueOf<Competition>(readCompetition(file));
  return compile(rules);
};
const entry = (code: string, stage: string, value: object, over: object = {}): Entry =>
  ({ unit: 'U', criterion: code, stage, ...value, ...over }) as Entry;

describe('an entry of a file', () => {
  it('is named with its unit and criterion where its own error does not say it', () => {
    const named = '"unitName":"đơn vị V","criterion":"d","criterionName":"tiêu chí d"';
    expect(inFile(fileOf([{ unit: 'V', criterion: 'd', points: 11 }]))).toEqual([
      `entry.points.range entries[0].points {"value":"11","most":"10",${named}}`,
    ]);
    const two = inFile(fileOf(['V', 'U'].map((unit) => ({ unit, criterion: 'd', points: 11 }))));
    expect(two.map((each) => /đơn vị ./.exec(each)?.[0])).toEqual(['đơn vị V', 'đơn vị U']);
    // A wrong text is wrong whosoever it is.
    expect(inFile(fileOf([{ unit: 'V', criterion: 'd', points: true }]))).toEqual([
      'field.type entries[0].points {"expected":"decimal"}',
    ]);
  });

  it('of a criterion there is not is told of its round all the same, under no name', () => {
    const noRound = 'entry.round entries[0].round {"reason":"missing"}';
    expect(inFile(withRounds([{ unit: 'V', criterion: 'X', points: 1 }]))).toEqual([
      noRound,
      'ref.unknown entries[0].criterion {"reason":"criterion","value":"X"}',
    ]);
    expect(inFile(withRounds([{ unit: 'X', criterion: 'd', points: 1 }]))).toEqual([
      noRound,
      'ref.unknown entries[0].unit {"reason":"unit","value":"X"}',
    ]);
  });

  it('that lacks a reason is named by its own unit, and nothing else is', () => {
    const pair = (unit: string): object[] => [
      { unit, criterion: 'd', points: 1 },
      { unit, criterion: 'd', stage: 'office', points: 2 },
    ];
    const silent = (index: number, unit: string): string =>
      `entry.reason.missing entries[${index}].reason {"reason":"points","criterion":"d","criterionName":"tiêu chí d",` +
      `"below":"1.00","points":"2.00","unitName":"đơn vị ${unit}"}`;
    const file = fileOf([...pair('U'), ...pair('V'), { unit: 'U', criterion: 'e', points: 1, color: 1 }] as JsonValue);
    expect(inFile(file)).toEqual(['field.unknown entries[4].color {"key":"color"}', silent(1, 'U'), silent(3, 'V')]);
  });

  it.each<[name: string, reason: JsonValue]>([
    ['a list', []],
    ['a number', 5],
    ['a list of an empty text', ['']],
    ['null', null],
  ])('takes %s for no reason, and says so', (_name, reason) => {
    expect(inFile(fileOf([{ unit: 'U', criterion: 'd', points: 1, reason }]))).toEqual([
      expect.stringMatching(/^field\.type entries\[0\]\.reason /),
    ]);
  });

  it('of a criterion whose rule is wrong is not judged by it', () => {
    const file = fileOf([{ unit: 'U', criterion: 'w', points: 99 }], {}, [criterion('w', { kind: 'count' })]);
    expect(inFile(file)).toEqual(['field.missing scales[0].parts[0].criteria[0].rule.each {"key":"each"}']);
  });

  it('names a round where there are any, and none where there are not', () => {
    const of = (round: JsonValue) => ({ unit: 'U', criterion: 'd', points: 1, round });
    expect(inFile(fileOf([of('Q1')]))).toEqual([
      'entry.round entries[0].round {"reason":"none","unitName":"đơn vị U","criterion":"d","criterionName":"tiêu chí d"}',
    ]);
    expect(inFile(withRounds([of('Q1')]))).toEqual([]);
    expect(inFile(withRounds([of(5)]))).toEqual([
      'field.type entries[0].round {"expected":"code","reason":"quote","value":"5"}',
    ]);
    expect(inFile(withRounds([of(`Q${'9'.repeat(200)}`)]))).toEqual([
      `ref.unknown entries[0].round {"reason":"round","value":"Q${'9'.repeat(79)}"}`,
    ]);
  });

  it('stands once for a unit, criterion, stage and round', () => {
    const of = (round: string, over: object = {}) => ({ unit: 'U', criterion: 'd', points: 1, round, ...over });
    const both = [of('Q1'), of('Q2'), of('Q1', { criterion: 'e' }), of('Q2', { criterion: 'e' })] as JsonValue[];
    expect(inFile(withRounds(both))).toEqual([]);
    const told = '"unit":"U","unitName":"đơn vị U","criterion":"d","criterionName":"tiêu chí d","stage":"Tự chấm"';
    expect(inFile(withRounds([...both, of('Q2')] as JsonValue))).toEqual([
      `entry.duplicate entries[4] {${told},"round":"Quý II"}`,
    ]);
    const twice = { unit: 'U', criterion: 'd', points: 1 };
    expect(inFile(fileOf([twice, twice]))).toEqual([`entry.duplicate entries[1] {${told}}`]);
  });

  it('is asked for its reason by round, then in the order of the scale', () => {
    const of = (code: string, round: string, stage: string, points: number) => ({
      ...{ unit: 'U', criterion: code, round, stage, points },
    });
    const pairs = [
      ['e', 'Q2'],
      ['d', 'Q2'],
      ['e', 'Q1'],
      ['d', 'Q1'],
    ].flatMap(([code, round]) => [of(code!, round!, 'self', 1), of(code!, round!, 'office', 2)]);
    expect(inFile(withRounds(pairs)).map((each) => each.split(' ')[1])).toEqual(
      [7, 5, 3, 1].map((index) => `entries[${index}].reason`),
    );
    // What was entered in another round is no stage below.
    expect(inFile(withRounds([of('d', 'Q1', 'self', 1), of('d', 'Q2', 'office', 2)]))).toEqual([]);
  });
});

describe('figures measured against the best of the cluster', () => {
  const silent =
    'entry.reason.missing entries[0].reason {"reason":"figures","criterion":"r","criterionName":"tiêu chí r"}';

  it.each<[below: JsonObject, now: JsonObject, same: boolean]>([
    [{ actual: 4 }, { actual: 4 }, true],
    [{ actual: 4 }, { actual: '4.0' }, true],
    [{ actual: 4, plan: 5 }, { actual: '4.00', plan: '5.0' }, true],
    [{ actual: 4 }, { actual: '4.001' }, false],
    [{ actual: 4, plan: 5 }, { actual: 5, plan: 5 }, false],
    [{ actual: 4, plan: 5 }, { actual: 4, plan: 6 }, false],
    [{ actual: 4, plan: 5 }, { actual: 4 }, false],
    [{ actual: 4 }, { actual: 4, plan: 5 }, false],
    // Twice as much of twice the plan is the same share, and other figures.
    [{ actual: 4, plan: 8 }, { actual: 5, plan: 10 }, false],
  ])('%j and then %j', (below, now, same) => {
    const of = (others: Entry[], over: object = {}) =>
      errorsOf(
        checkSheet(planOf(fileOf([])), { unit: 'U', stage: 'office' }, [{ criterion: 'r', ...now, ...over }], others),
      );
    expect(of([entry('r', 'self', below)])).toEqual(same ? [] : [silent]);
    expect(of([entry('r', 'self', below)], { reason: 'vì' })).toEqual([]);
    expect(of([])).toEqual([]);
  });
});

describe('a sheet', () => {
  const check = (entries: JsonValue, others: Entry[] = [], file: JsonObject = fileOf([]), round?: string) =>
    checkSheet(planOf(file), { unit: 'U', stage: 'cluster', ...(round !== undefined && { round }) }, entries, others);

  it('is of one unit, stage and round, which it calls by name', () => {
    const other = { unit: 'V', stage: 'self', round: 'Q1', criterion: 'd', points: 1 };
    expect(errorsOf(check([other], [], withRounds([]), 'Q2'))).toEqual([
      'field.range entries[0].unit {"reason":"sheet","key":"unit","expected":"U","name":"đơn vị U"}',
      'field.range entries[0].stage {"reason":"sheet","key":"stage","expected":"cluster","name":"Cụm chấm"}',
      'field.range entries[0].round {"reason":"sheet","key":"round","expected":"Q2","name":"Quý II"}',
    ]);
    const own = { unit: 'U', stage: 'cluster', round: 'Q2', criterion: 'd', points: 1 };
    expect(check([own], [], withRounds([]), 'Q2')).toEqual({ ok: true, value: [own] });
  });

  it('is of no round where there are none', () => {
    expect(errorsOf(check([{ round: 'Q1', criterion: 'd', points: 1 }]))).toEqual([
      'field.range entries[0].round {"reason":"sheet","key":"round","expected":""}',
    ]);
    expect(() => check([], [], fileOf([]), 'Q1')).toThrow(new TypeError('there are no rounds'));
  });

  it('is of a stage and a round there are', () => {
    expect(() => check([], [], withRounds([]))).toThrow(new TypeError('there is no round undefined'));
    expect(() => check([], [], withRounds([]), 'Q3')).toThrow(new TypeError('there is no round Q3'));
    expect(() => checkSheet(planOf(fileOf([])), { unit: 'U', stage: 'mayor' }, [], [])).toThrow(
      new TypeError('there is no stage mayor'),
    );
  });

  it('asks for no reason against what is not right any more', () => {
    // 40 was right when the criterion was worth 50.
    expect(errorsOf(check([{ criterion: 'd', points: 5 }], [entry('d', 'self', { points: 40 })]))).toEqual([]);
  });

  it('asks for a reason within its own round only', () => {
    const below = (round: string): Entry => entry('d', 'self', { points: 4 }, { round });
    const entries = [{ criterion: 'd', points: 5 }];
    expect(errorsOf(check(entries, [below('Q1')], withRounds([]), 'Q2'))).toEqual([]);
    expect(errorsOf(check(entries, [below('Q1'), below('Q2')], withRounds([]), 'Q2'))).toEqual([
      'entry.reason.missing entries[0].reason {"reason":"points","criterion":"d","criterionName":"tiêu chí d",' +
        '"below":"4.00","points":"5.00"}',
    ]);
  });
});

describe('one change of a standing', () => {
  it('asks for a reason within its own round only', () => {
    const of = (round: string, stage: string, points: number) => entry('d', stage, { points }, { round });
    const standing = openStanding(valueOf<Competition>(readCompetition(withRounds([]))));
    expect(standing.apply({ put: of('Q1', 'self', 4) }).ok).toBe(true);
    expect(standing.apply({ put: of('Q2', 'office', 5) }).ok).toBe(true);
    expect(errorsOf(standing.apply({ put: of('Q1', 'office', 5) }))).toEqual([
      expect.stringMatching(/^entry\.reason\.missing entries\[0\]\.reason /),
    ]);
  });
});
