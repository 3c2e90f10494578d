import { describe, expect, it } from '@jest/globals';
import { explain, openStanding, type Explanation } from '@thidua/scoring';
import { competition, FILES } from './files.js';

const account = (unit: string, file: keyof typeof FILES = 'places'): Explanation =>
  explain(openStanding(FILES[file]()), unit);
const classOf = (unit: string, code: string, file?: keyof typeof FILES) =>
  account(unit, file).classes.find((each) => each.code === code)!;
const reward = (unit: string, code: string) => account(unit).rewards.find((each) => each.code === code)!;

describe('the account of facts', () => {
  it('has the rows of a listed kind, and the condition of a derived one', () => {
    expect(account('U2').facts).toEqual([
      {
        ...{
          code: 'cham',
          name: 'Chậm báo cáo',
          inForce: false,
          rows: [],
          others: [],
          classAtMost: 'tot',
          barred: false,
        },
        when: {
          expr: 'p < 50 || m < 1',
          inputs: [
            { name: 'p', source: 'percent:b', value: '90' },
            { name: 'm', source: 'mean:b', value: '7.8', mean: { sum: '39', count: 5 } },
          ],
          holds: false,
        },
      },
      {
        ...{ code: 'ky-luat', name: 'Kỷ luật', inForce: true, when: null, classAtMost: null, barred: true },
        others: [],
        rows: [{ from: '2022-10-01', to: '2023-04-01', reason: 'vi phạm', document: '12-QĐ' }],
      },
    ]);
    expect(account('U5').facts[0]).toMatchObject({
      inForce: true,
      when: { inputs: [{ value: '40' }, {}], holds: true },
    });
    expect(account('U6').facts[0]).toMatchObject({ inForce: false, when: { inputs: [{ value: null }, {}] } });
  });
});

describe('the account of ranks', () => {
  it('has every key, those of groups too, and names a guest', () => {
    expect(account('U2', 'sections').rank).toMatchObject({
      precedence: [
        { key: 'group:g', value: '5.00' },
        { key: 'total', value: '13.00' },
      ],
      above: { unit: 'U1', key: 'group:g', own: '5.00', other: '15.00', distance: '10' },
    });
    expect(account('U3', 'sections').rank).toMatchObject({ competes: false, rank: null, of: 2 });
  });

  it('has the class as a key, and what a criterion that is not assigned is worth as another', () => {
    const file = competition(`
scales:
  - code: s
    version: 1
    name: S
    notAssigned: full
    parts:
      - {code: I, name: I, max: 20, criteria: [{code: a, name: A, max: 10, rule: {kind: direct}}, {code: b, name: B, max: 10, rule: {kind: direct}}]}
clusters: [{code: C, name: C, scale: s, units: [{code: U1, name: U1}, {code: U2, name: U2}, {code: U3, name: U3}]}]
notAssigned: [{unit: U2, criterion: b}]
ranking: {precedence: [class, "criterion:b"]}
classes: [{code: k1, name: Một, minTotal: 15}, {code: k2, name: Hai, minTotal: 9}, {code: k3, name: Ba, minTotal: 8}]
entries:
  - {unit: U1, criterion: a, points: 10}
  - {unit: U1, criterion: b, points: 9}
  - {unit: U2, criterion: a, points: 6}
  - {unit: U3, criterion: a, points: 5}
`);
    const of = (unit: string) => explain(openStanding(file), unit);
    expect(of('U2').rank).toMatchObject({
      precedence: [
        { key: 'class', value: 'k1' },
        { key: 'criterion:b', value: '10.00' },
      ],
      above: null,
      below: { unit: 'U1', key: 'criterion:b', own: '10.00', other: '9.00', distance: '1' },
    });
    // No class comes after every class: three behind the first.
    expect(of('U1').rank.below).toMatchObject({ unit: 'U3', key: 'class', own: 'k1', other: '', distance: '3' });
    expect(of('U1').classes[0]).toMatchObject({ outcome: 'given', places: null, taken: 2, share: null, edge: [] });
  });
});

describe('the account of classes', () => {
  it('says what the places of a class are a share of, and which tie group closed it', () => {
    // U1 has the first class, U2, U3 and U4 the next: 100·1 ≤ 50·3. Of two with it, two would have the next: 200 > 100.
    expect(classOf('U2', 'xuat-sac')).toMatchObject({
      ...{
        outcome: 'places',
        places: 1,
        taken: 1,
        edge: ['U2'],
        further: { taken: 2, counted: 3, most: '1.5', movers: ['U5'] },
      },
      share: { percent: '50', of: 'class:tot', scope: 'cluster', counted: 3, exact: null },
    });
    // 60 % of the five ranked: three places, which U2, U3 and U4 have.
    expect(classOf('U5', 'tot')).toMatchObject({
      share: { percent: '60', of: 'ranked', scope: 'cluster', counted: 5, exact: '3' },
    });
    expect(classOf('U2', 'xuat-sac', 'campaign').share).toEqual({
      ...{ percent: '50', of: 'class:tot', scope: 'campaign', counted: 4, exact: null },
      ...{ kind: null, most: '2' },
    });
  });

  it('has the condition with the values it saw, of those it was asked of', () => {
    expect(classOf('U5', 'tot').when).toEqual({
      ...{ expr: 't >= 60', inputs: [{ name: 't', source: 'total', value: '76.00' }], holds: true },
    });
    expect(classOf('U6', 'tot')).toMatchObject({ outcome: 'unranked', when: null });
  });

  it('has what allows no better class: a fact, or the class of the collective that is led', () => {
    expect(classOf('P1', 'xuat-sac')).toMatchObject({
      outcome: 'ceiling',
      ceilings: [{ by: 'headOf', code: 'U3', atMost: account('U3').class }],
    });
    expect(classOf('P1', 'tot').ceilings).toEqual([]);
    expect(classOf('U5', 'xuat-sac')).toMatchObject({
      ceilings: [{ by: 'fact', code: 'cham', atMost: 'tot' }],
      conditions: [{ met: false }],
      outcome: 'conditions',
    });
    expect(account('P1').unit).toMatchObject({ kind: 'individual', headOf: 'U3' });
  });
});

describe('the account of rewards', () => {
  it('says what the quota is a share of', () => {
    expect(reward('U1', 'tien-tien')).toMatchObject({
      quota: 4,
      quotaOf: { percent: '80', of: 'ranked', rounding: 'up', counted: 5, exact: '4' },
    });
    expect(reward('U1', 'chien-si')).toMatchObject({
      quota: 1,
      quotaOf: { percent: '50', of: 'reward:tien-tien', rounding: 'down', counted: 3, exact: '1.5' },
    });
    expect(reward('U1', 'giay-khen').quotaOf).toBeNull();
  });

  it('has the reward that is required, and the condition', () => {
    expect(reward('U6', 'chien-si').conditions).toContainEqual({
      ...{ name: 'requires.tien-tien', required: 'true', actual: 'false', met: false },
    });
    expect(reward('U5', 'bang-khen')).toMatchObject({
      outcome: 'conditions',
      when: { inputs: [{ name: 'f', source: 'fact:cham', value: '1' }], holds: false },
    });
    expect(reward('U6', 'bang-khen').when).toBeNull();
  });

  it('says what bars a unit, and what holds it', () => {
    expect(reward('U2', 'tien-tien')).toMatchObject({ outcome: 'barred', barredBy: ['ky-luat'], holds: [] });
    expect(reward('U4', 'tien-tien')).toMatchObject({
      outcome: 'held',
      holds: [{ kind: 'xac-minh', from: '2022-12-01', to: null, reason: 'đơn thư' }],
    });
  });
});
