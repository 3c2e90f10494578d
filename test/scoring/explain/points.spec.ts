import { describe, expect, it } from '@jest/globals';
import { explain, openStanding, type CriterionAccount, type Explanation } from '@thidua/scoring';
import { FILES } from './files.js';

const account = (file: keyof typeof FILES, unit: string): Explanation => explain(openStanding(FILES[file]()), unit);
const criterion = (file: keyof typeof FILES, unit: string, code: string): CriterionAccount =>
  account(file, unit).criteria.find((each) => each.code === code)!;

describe('the account of a section', () => {
  it('has its groups in one another, what is subtracted, and the bound that bit', () => {
    const [part] = account('sections', 'U2').total!.parts;
    expect(part).toMatchObject({ part: 'I', sum: '15.00', raised: false, cut: false, points: '15.00' });
    expect(part!.groups).toMatchObject([
      {
        ...{ group: 'g', name: 'Nhóm g', sum: '-6.00', min: '5.00', max: '15.00', raised: true, cut: false },
        items: [
          { criterion: 'b', sign: 'plus', points: '0.00' },
          { criterion: 'c', sign: 'minus', points: '8.00' },
        ],
        groups: [{ group: 'h', min: null, max: null, sum: '2.00', points: '2.00' }],
        points: '5.00',
      },
    ]);
    // 10 + 8 = 18 → 15; 9 + 15 = 24 → 20.
    expect(account('sections', 'U1').total!.parts[0]).toMatchObject({
      ...{ sum: '24.00', cut: true, points: '20.00', groups: [{ sum: '18.00', cut: true, points: '15.00' }] },
    });
    expect(criterion('sections', 'U1', 'd')).toMatchObject({ place: { part: 'I' }, group: 'h', sign: 'plus' });
    expect(criterion('sections', 'U1', 'c')).toMatchObject({ group: 'g', sign: 'minus' });
  });

  it('has the condition of the bonus and of the penalty, and what it saw', () => {
    const { bonus, penalty, sum } = account('sections', 'U2').total!;
    expect(bonus).toMatchObject({ sum: '3.00', points: '0.00' });
    expect(bonus.when).toEqual({
      expr: 'I >= 20 && late == 0',
      inputs: [
        { name: 'I', source: 'part:I', value: '15.00' },
        { name: 'late', source: 'criterion:c', value: '8.00' },
      ],
      holds: false,
    });
    expect(penalty).toMatchObject({ when: { holds: true }, points: '2.00' });
    expect(sum).toBe('13.00');
  });
});

describe('the account of what is not assigned', () => {
  it('says by what, why, and what it is worth under the mode of the scale', () => {
    const why = (file: keyof typeof FILES) =>
      account(file, 'U1').criteria.map(({ code, notAssigned, points }) => [code, notAssigned?.reason, points]);
    const lacking = [
      ['a', null, '0.00'],
      ['b', undefined, '7.00'],
      ['c', 'không có địa bàn', '0.00'],
    ];
    expect(why('drop')).toEqual(lacking);
    expect(why('rescaleBase')).toEqual(lacking);
    expect(why('full').map(([, , points]) => points)).toEqual(['10.00', '7.00', '10.00']);
    expect(criterion('full', 'U1', 'c').notAssigned).toEqual({
      ...{ by: 'listed', reason: 'không có địa bàn', any: null, none: [], mode: 'full' },
      ...{ lacks: [], has: [], effect: 'full' },
    });
    expect(criterion('drop', 'U2', 'b').notAssigned).toEqual({
      ...{ by: 'appliesTo', reason: null, any: ['bien'], none: ['nui'], mode: 'drop' },
      ...{ lacks: ['bien'], has: [], effect: 'none' },
    });
    expect(account('drop', 'U1').unit).toMatchObject({ traits: ['bien'] });
  });

  it('has the share by which a part, or the base, was scaled up', () => {
    // Part I: 7 of the 15 that are assigned, out of min(10 + 15, 20).
    const { parts, attainable } = account('rescalePart', 'U1').total!;
    expect(parts.map(({ rescale }) => rescale)).toEqual([
      {
        before: '7.00',
        full: '20.00',
        assigned: '15.00',
        exact: '28/3',
        rounding: { digits: 2, mode: 'halfUp' },
        rounded: true,
        cut: false,
        after: '9.33',
      },
      {
        before: '0.00',
        full: '10.00',
        assigned: '0.00',
        exact: null,
        rounding: { digits: 2, mode: 'halfUp' },
        rounded: false,
        cut: false,
        after: '0.00',
      },
    ]);
    expect(attainable).toBe('30.00');
    expect(account('drop', 'U1').total!.attainable).toBe('15.00');
    expect(account('rescalePart', 'U2').total!.parts[1]!.rescale).toBeNull();
    expect(account('rescaleBase', 'U2').total).toMatchObject({
      rescale: {
        before: '13.00',
        full: '30.00',
        assigned: '20.00',
        exact: '19.5',
        rounded: false,
        cut: false,
        after: '19.50',
      },
      base: '19.50',
    });
  });
});

describe('the account of stages', () => {
  it('has their weights, and what they come to', () => {
    // (30 · 9 + 60 · 7.6) / 90 = 726/90
    const { entries, ...told } = criterion('stages', 'U1', 'a');
    expect(told).toMatchObject({
      ...{ stage: 'weighted', weights: { sum: '726', whole: '90' }, exact: '121/15', rounded: true, points: '8.1' },
    });
    expect(entries.map(({ entry, status, weight, points }) => [entry.stage, status, weight, points])).toEqual([
      ['tu', 'below', null, '10.0'],
      ['cum', 'weighed', '30', '9.0'],
      ['hd', 'weightless', null, '8.0'],
      ['td', 'weighed', '60', '7.6'],
    ]);
    expect(criterion('stages', 'U2', 'a')).toMatchObject({
      stage: null,
      exact: null,
      entries: [{ status: 'weightless' }],
    });
  });

  it('has the working of each that is weighed: marks counted and left out, params', () => {
    const panel = criterion('stages', 'U1', 'p').entries[1]!.working!;
    expect(panel.steps.map(({ term, value, label }) => [term, label, value])).toEqual([
      ['markDropped', 'An', '70'],
      ['markDropped', 'Bình', '90'],
      ['markCounted', 'Chi', '80'],
      ['markCounted', 'Dũng', '85'],
      ['markMean', undefined, '82.5'],
      ['outOf', undefined, '100'],
    ]);
    expect(panel).toMatchObject({ exact: '8.25', rounded: true });
    expect(criterion('stages', 'U1', 'f').entries[0]!.working!.steps).toContainEqual({
      ...{ term: 'param', value: '3', label: 'dan' },
    });
  });

  it('lets the highest alone count where units are measured against the best, and names whose that is', () => {
    expect(criterion('stages', 'U1', 'r')).toMatchObject({
      stage: 'cum',
      entries: [
        { status: 'overruled', points: null },
        { status: 'effective', points: '6.7' },
      ],
      // The guest's 12 does not count.
      best: { of: 'actual', value: '9', units: ['U2'] },
      exact: '20/3',
    });
    expect(criterion('stages', 'U1', 'q')).toMatchObject({
      best: { of: 'plan', value: '2', units: ['U2'] },
      exact: '7.5',
    });
    expect(criterion('stages', 'U3', 'r')).toMatchObject({ exact: '10', cut: 'max' });
    expect(criterion('stages', 'U2', 'p').best).toBeNull();
  });
});

describe('the account of rounds', () => {
  const rounds = (file: keyof typeof FILES, unit: string) => account(file, unit).rounds!;
  const states = (file: keyof typeof FILES, unit: string) =>
    rounds(file, unit).list.map(({ code, state, weight }) => [code, state, weight]);

  it('stands in place of the points of the whole', () => {
    expect(account('mean', 'U1')).toMatchObject({ criteria: [], total: null });
    expect(account('places', 'U1').rounds).toBeNull();
  });

  it('says which count, what they weigh, and why the others do not', () => {
    expect(states('weighted', 'U1')).toEqual([
      ['Q1', 'counts', '1'],
      ['Q2', 'counts', '2'],
      ['Q3', 'counts', '0'],
      ['Q4', 'notBegun', null],
    ]);
    expect(states('last', 'U1').map(([, state]) => state)).toEqual(['notLast', 'counts', 'empty', 'notBegun']);
    expect(states('last', 'U2').map(([, state]) => state)).toEqual(['empty', 'empty', 'counts', 'notBegun']);
    expect(rounds('last', 'U2')).toMatchObject({ how: 'last', missing: 'skip', asOf: '2022-09-15' });
  });

  it('has the account of each, and how each figure of the whole came about', () => {
    const { list, figures } = rounds('mean', 'U1');
    expect(list[1]).toMatchObject({
      ...{ name: 'Quý II', from: '2022-04-01', to: '2022-06-30', rank: 1 },
      criteria: [{ code: 'a', points: '9.00' }, { code: 'x' }],
      total: { bonus: { when: { inputs: [{ value: '9' }], holds: true } }, total: '10.00' },
    });
    expect(list[2]!.total.bonus.when).toMatchObject({
      inputs: [{ name: 'v', source: 'value:a', value: null }],
      holds: false,
    });
    expect(figures[0]).toEqual({
      figure: 'total',
      terms: [
        { round: 'Q1', weight: '1', value: '7.00' },
        { round: 'Q2', weight: '1', value: '10.00' },
        { round: 'Q3', weight: '1', value: '0.00' },
      ],
      ...{ sum: '17', divisor: '3', exact: '17/3', rounded: true, value: '5.67' },
    });
    expect(figures.map(({ figure }) => figure)).toEqual([
      ...['total', 'base', 'bonus', 'penalty', 'part:I', 'group:t', 'criterion:a', 'criterion:x'],
    ]);
    expect(rounds('weighted', 'U1').figures[0]).toMatchObject({ sum: '27', divisor: '3', value: '9.00' });
    expect(rounds('sum', 'U1').figures[0]).toMatchObject({ sum: '17', divisor: null, exact: '17', value: '17.00' });
    expect(rounds('last', 'U1').figures[0]!.terms).toEqual([{ round: 'Q2', weight: '1', value: '10.00' }]);
  });
});
