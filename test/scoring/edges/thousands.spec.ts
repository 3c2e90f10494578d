import { describe, expect, it } from '@jest/globals';
import { checkText } from '@thidua/scoring';

/** `path: written, which is value, beside near; meant` of each number whose point may stand between thousands. */
function asked(text: string): string[] {
  const { errors, warnings } = checkText(text, 'yaml');
  expect(errors).toEqual([]);
  return warnings
    .filter(({ code }) => code === 'number.thousands')
    .map(
      ({ path, params }) =>
        `${path}: ${params!['reason']} ${params!['value']}, ${params!['near']}; ${params!['meant']}`,
    );
}

interface Parts {
  maxes?: readonly number[];
  scale?: string;
  rule?: string;
  /** How many units there are in each of two clusters: U1, U2 …, V1, V2 …; those of V are on the scale T. */
  units?: number;
  more?: string;
}

/** A file of two scales that are alike, the one with parts that come to what `maxes` say. */
function file({ maxes = [600, 400], scale = '', rule = '{kind: ratio}', units = 2, more = '' }: Parts): string {
  const part = (max: number, index: number): string =>
    `{code: p${index}, name: P, max: ${max}, criteria: [{code: c${index}, name: C, max: ${max}, rule: ${rule}}]}`;
  const listed = (letter: string): string =>
    Array.from({ length: units }, (_, index) => `{code: ${letter}${index + 1}, name: N}`).join(', ');
  return `format: thidua/1
campaign: {code: a, name: A, from: 2022-01-01, to: 2022-12-31}
scales:
  - {code: T, version: 1, name: T, parts: [${[600, 500].map(part).join(', ')}]}
  - {code: S, version: 1, name: S, ${scale}parts: [${maxes.map(part).join(', ')}]}
clusters: [{code: C, name: C, scale: S, units: [${listed('U')}]}, {code: D, name: D, scale: T, units: [${listed('V')}]}]
${more}`;
}

const targets = (...plans: (number | string)[]): string =>
  `targets: [${plans.map((plan, index) => `{unit: U${index + 1}, criterion: c0, plan: ${plan}}`).join(', ')}]`;
const plans = (...values: (number | string)[]): string[] =>
  asked(file({ units: values.length, more: targets(...values) }));

describe('a plan with a point between thousands', () => {
  it('is asked about beside the plans of its criterion', () => {
    expect(plans('1.500', 900, 2000)).toEqual(['targets[0].plan: plan 1.5, 2000; 1500']);
    expect(plans(900, '2.000', 1200)).toEqual(['targets[1].plan: plan 2, 1200; 2000']);
    expect(plans(900, '12.500', 2000)).toEqual([]);
  });

  it('is no less than a hundredth of the least of the others where nothing is asked', () => {
    // 2.5 · 100 is above 200, 2 · 100 is just 200, 1.999 · 100 is below.
    expect(plans('2.500', 900, 200)).toEqual([]);
    expect(plans('2.000', 900, 200)).toEqual([]);
    expect(plans('1.999', 900, 200)).toEqual(['targets[0].plan: plan 1.999, 900; 1999']);
  });

  it('is meant where a thousand times as much is a tenth of the least of the others, or more', () => {
    expect(plans('1.500', 15_000)).toEqual(['targets[0].plan: plan 1.5, 15000; 1500']);
    expect(plans('1.500', 15_001)).toEqual([]);
    expect(plans('1.500', 15_000, 90_000)).toEqual(['targets[0].plan: plan 1.5, 90000; 1500']);
  });

  it('is not asked about where all the others are written so', () => {
    expect(plans('1.000', '150.000')).toEqual([]);
    expect(plans('1.000', '150.000', 200)).toEqual(['targets[0].plan: plan 1, 200; 1000']);
    // The hundredth part of the largest is as far as another may lie from it.
    expect(plans('1.500', 900, 90_000)).toEqual(['targets[0].plan: plan 1.5, 90000; 1500']);
  });

  it('is looked at beside the first twenty others', () => {
    const twenty = Array.from({ length: 20 }, () => 900);
    expect(plans('1.500', ...twenty, 1000)).toEqual(['targets[0].plan: plan 1.5, 900; 1500']);
    expect(plans('1.500', ...twenty.slice(1), 1000)).toEqual(['targets[0].plan: plan 1.5, 1000; 1500']);
  });

  it('is beside those of its own criterion and scale alone', () => {
    const more = (unit: string, criterion: string): string =>
      `targets: [{unit: U1, criterion: c0, plan: 1.500}, {unit: ${unit}, criterion: ${criterion}, plan: 900}]`;
    expect(asked(file({ more: more('U2', 'c0') }))).toHaveLength(1);
    expect(asked(file({ more: more('U2', 'c1') }))).toEqual([]);
    expect(asked(file({ more: more('V1', 'c0') }))).toEqual([]);
  });

  it('may stand in an entry', () => {
    const more = `entries: [{unit: U1, criterion: c0, actual: 3, plan: 1.500}, {unit: U2, criterion: c0, actual: 3, plan: 900}]`;
    expect(asked(file({ more }))).toEqual(['entries[0].plan: plan 1.5, 900; 1500']);
    expect(asked(file({ more: `${targets(1200)}\n${more.replace(/, \{unit: U2.*\}/, '')}` }))).toEqual([
      'entries[0].plan: plan 1.5, 1200; 1500',
    ]);
  });
});

describe('an actual value with a point between thousands', () => {
  const entry = (more: string): string => `entries: [{unit: U1, criterion: c0, ${more}}]`;

  it('is asked about beside its plan, that of the entry before that of the unit', () => {
    expect(asked(file({ more: `${targets(900)}\n${entry('actual: 1.050')}` }))).toEqual([
      'entries[0].actual: actual 1.05, 900; 1050',
    ]);
    expect(asked(file({ more: entry('actual: 1.050, plan: 800') }))).toEqual([
      'entries[0].actual: actual 1.05, 800; 1050',
    ]);
    expect(asked(file({ more: `${targets(900)}\n${entry('actual: 1.050, plan: 20')}` }))).toEqual([]);
    expect(asked(file({ more: `${targets(20, 900)}\n${entry('actual: 1.050')}` }))).toEqual([]);
  });

  it('is not asked about where it has no plan, or is none', () => {
    const bands = '{kind: bands, bands: [{points: 1}]}';
    expect(asked(file({ rule: bands, more: entry('actual: 1.050') }))).toEqual([]);
    expect(asked(file({ rule: '{kind: direct}', more: entry('points: 1.050') }))).toEqual([]);
  });
});

describe('a bound of the total with a point between thousands', () => {
  it('is asked about beside what the parts come to', () => {
    expect(asked(file({ scale: 'ceiling: 1.000, ' }))).toEqual(['scales[1].ceiling: total 1, 1000; 1000']);
    expect(asked(file({ scale: 'ceiling: 9.000, ' }))).toEqual(['scales[1].ceiling: total 9, 1000; 9000']);
    expect(asked(file({ scale: 'ceiling: 10.000, ' }))).toEqual([]);
    expect(asked(file({ scale: 'ceiling: null, floor: null, ' }))).toEqual([]);
  });

  it('is beside every scale, where it is one of a class or a reward', () => {
    const classes = `classes: [{code: k, name: K, minTotal: 900}, {code: l, name: L, minTotal: 1.000}, {code: m, name: M}]`;
    expect(asked(file({ more: classes }))).toEqual(['classes[1].minTotal: total 1, 1100; 1000']);
    const rewards = `rewards: [{code: r, name: R, quota: {count: 1}}, {code: q, name: Q, quota: {count: 1}, minTotal: 1.000}]`;
    expect(asked(file({ more: rewards }))).toEqual(['rewards[1].minTotal: total 1, 1100; 1000']);
    // A hundred times 8 is no less than the 700 that the one scale comes to.
    expect(asked(file({ maxes: [300, 400], more: classes.replace('1.000', '8.000') }))).toEqual([]);
  });

  it('may be repeated by an alias, of which nothing is asked', () => {
    const classes = `classes: [{code: k, name: K, minTotal: &least 1.000}, {code: l, name: L, minTotal: *least}]`;
    expect(asked(file({ more: classes }))).toEqual(['classes[0].minTotal: total 1, 1100; 1000']);
  });
});
