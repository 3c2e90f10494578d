import { describe, expect, it } from '@jest/globals';
import { explain, openStanding, type Explanation } from '@thidua/scoring';
import { competition } from '../explain/files.js';

const of = (text: string, unit: string): Explanation => explain(openStanding(competition(text)), unit);

const scale = (digits = 0): string => `
scales:
  - code: s
    version: 1
    name: S
    rounding: {digits: ${digits}}
    parts: [{code: I, name: I, max: 100, criteria: [{code: a, name: A, max: 100, rule: {kind: direct}}]}]
`;
const entries = (points: Record<string, number | null>): string => {
  const rows = Object.entries(points).filter(([, value]) => value !== null);
  return `entries: [${rows.map(([unit, value]) => `{unit: ${unit}, criterion: a, points: ${value}}`).join(', ')}]\n`;
};
const clusterOf = (code: string, units: string): string =>
  `  - {code: ${code}, name: ${code}, scale: s, units: [${units}]}\n`;

describe('the account of facts', () => {
  const text = `${scale()}
clusters:
${clusterOf('C', '{code: U1, name: U1}, {code: U2, name: U2}')}
asOf: 2022-06-30
factKinds: [{code: ky-luat, name: Kỷ luật, barred: true}, {code: cham, name: Chậm, classAtMost: k2}]
classes: [{code: k1, name: Một}, {code: k2, name: Hai}]
facts:
  - {unit: U1, kind: ky-luat, from: 2022-01-01, to: 2022-06-29, reason: cũ, document: 1-QĐ}
  - {unit: U1, kind: ky-luat, from: 2022-07-01}
  - {unit: U1, kind: cham, from: 2022-06-30, to: 2022-06-30}
  - {unit: U1, kind: cham, from: 2021-01-01, to: 2021-12-31, reason: lâu rồi}
  - {unit: U2, kind: ky-luat, from: 2022-06-30, reason: mới}
`;

  it('has the rows of a kind that are in force on the day, and those that ended or have not begun', () => {
    const none = { reason: null, document: null };
    expect(of(text, 'U1').facts).toEqual([
      {
        ...{ code: 'ky-luat', name: 'Kỷ luật', inForce: false, rows: [], when: null, classAtMost: null, barred: true },
        others: [
          { from: '2022-01-01', to: '2022-06-29', reason: 'cũ', document: '1-QĐ', state: 'ended' },
          { from: '2022-07-01', to: null, ...none, state: 'notBegun' },
        ],
      },
      {
        ...{ code: 'cham', name: 'Chậm', inForce: true, when: null, classAtMost: 'k2', barred: false },
        rows: [{ from: '2022-06-30', to: '2022-06-30', ...none }],
        others: [{ from: '2021-01-01', to: '2021-12-31', ...none, reason: 'lâu rồi', state: 'ended' }],
      },
    ]);
    expect(of(text, 'U2').facts).toMatchObject([
      { inForce: true, rows: [{ from: '2022-06-30', to: null, ...none, reason: 'mới' }], others: [] },
      { inForce: false, rows: [], others: [] },
    ]);
  });

  it('are none where the file has no kinds', () => {
    expect(of(`${scale()}\nclusters:\n${clusterOf('C', '{code: U1, name: U1}')}`, 'U1').facts).toEqual([]);
  });
});

describe('the account of a class', () => {
  /** Nobody asks for much: one class by its condition, of which a guest is told what would come of it. */
  const text = `${scale()}
clusters:
${clusterOf('C', '{code: U1, name: U1}, {code: U2, name: U2}, {code: U3, name: U3}, {code: G, name: G, competes: false}')}
${clusterOf('D', '{code: P1, name: P1, kind: individual, headOf: U2}, {code: P2, name: P2, kind: individual, headOf: U1}')}
ranking: {missing: unranked}
classes:
  - {code: k1, name: Một, minTotal: 80, when: {inputs: {t: total}, expr: "t >= 90"}}
  - {code: k2, name: Hai, minTotal: 60}
${entries({ U1: 85, U2: 50, G: 95, P1: 100, P2: 100 })}`;
  const classes = (unit: string) => of(text, unit).classes;
  const asked = (value: string, holds: boolean) => ({
    ...{ expr: 't >= 90', inputs: [{ name: 't', source: 'total', value }], holds },
  });
  const open = { places: null, share: null, edge: [], further: null };
  const minTotal = (required: string, actual: string, met: boolean) => [{ name: 'minTotal', required, actual, met }];

  it('has its condition, which alone may keep a unit from it', () => {
    expect(classes('U1')).toEqual([
      {
        ...{ code: 'k1', name: 'Một', outcome: 'conditions', conditions: minTotal('80', '85', true) },
        ...{ when: asked('85', false), whenUnasked: null, ceilings: [], taken: 0, ...open },
      },
      {
        ...{ code: 'k2', name: 'Hai', outcome: 'given', conditions: minTotal('60', '85', true) },
        ...{ when: null, whenUnasked: null, ceilings: [], taken: 1, ...open },
      },
    ]);
    expect(classes('P2')).toMatchObject([
      { outcome: 'ceiling', when: asked('100', true), ceilings: [{ by: 'headOf', code: 'U1', atMost: 'k2' }] },
      { outcome: 'given', ceilings: [] },
    ]);
  });

  it('says why a unit without a rank was not asked, and what would come of it for a guest', () => {
    expect(classes('U3')).toMatchObject([
      { outcome: 'unranked', when: null, whenUnasked: 'unranked' },
      { outcome: 'unranked', when: null, whenUnasked: null },
    ]);
    expect(classes('G')).toMatchObject([
      { outcome: 'unranked', when: asked('95', true), whenUnasked: null },
      { outcome: 'unranked', when: null, whenUnasked: null },
    ]);
  });

  it('is forbidden to the head of a collective that has none', () => {
    const ceilings = [{ by: 'headOf', code: 'U2', atMost: null }];
    expect(classes('P1')).toMatchObject([
      { outcome: 'ceiling', when: asked('100', true), ceilings },
      { outcome: 'ceiling', ceilings },
    ]);
  });
});

describe('the account of a class that is a share of the next', () => {
  /**
   * A6 may have no better class than k3 for a fact, A3b and A7 do not meet the condition of k2. Of the 12 ranked, 40 %
   * may have k2: 4. With A1 and A2 in k1 they are A3, A4, A5 and A8, and 100·2 ≤ 50·4. With A3 and A3b, whom nothing
   * parts, they would be A4, A5, A8 and A9, and 100·4 > 50·4. So A3 and A3b would come up together; of the two A3 alone
   * leaves k2, and A9 would have its place, before A11.
   */
  const no = ', params: {x: 0}';
  const units = ['A1', 'A2', 'A3', `A3b${no}`, 'A4', 'A5', 'A6', `A7${no}`, 'A8', 'A9', 'A10', 'A11'].map((unit) => {
    const [code] = unit.split(',');
    return `{code: ${code}, name: ${code}${unit.includes('params') ? no : ', params: {x: 1}'}}`;
  });
  const text = `${scale()}
clusters:
${clusterOf('C', units.join(', '))}
factKinds: [{code: cham, name: Chậm, classAtMost: k3}, {code: khac, name: Khác, classAtMost: k3}]
facts: [{unit: A6, kind: cham, from: 2022-01-01}, {unit: A9, kind: khac, from: 2023-01-01}]
classes:
  - {code: k1, name: Một, minTotal: 90, maxShare: {percent: 50, of: "class:k2"}}
  - {code: k2, name: Hai, minTotal: 45, maxPercent: 40, when: {inputs: {x: "param:x"}, expr: "x == 1"}}
  - {code: k3, name: Ba}
${entries({ A1: 100, A2: 95, A3: 94, A3b: 94, A4: 80, A5: 70, A6: 60, A7: 55, A8: 52, A9: 51, A11: 50, A10: 40 })}`;
  const classes = (unit: string) => of(text, unit).classes;

  it('says who would have come up, and who would have followed them', () => {
    const [first, second] = classes('A3');
    expect(first).toEqual({
      ...{ code: 'k1', name: 'Một', outcome: 'places', when: null, whenUnasked: null, ceilings: [] },
      conditions: [{ name: 'minTotal', required: '90', actual: '94', met: true }],
      ...{ places: 2, taken: 2, edge: ['A3', 'A3b'] },
      share: {
        ...{ percent: '50', of: 'class:k2', scope: 'cluster', counted: 4, kind: 'collective', exact: null, most: '2' },
      },
      further: { taken: 4, counted: 4, most: '2', movers: ['A9'] },
    });
    expect(second).toMatchObject({
      ...{ outcome: 'given', places: 4, taken: 4, edge: ['A9'], further: null },
      share: { percent: '40', of: 'ranked', counted: 12, kind: 'collective', exact: '4.8', most: '4.8' },
    });
  });

  it('says of each what kept it from the class', () => {
    const outcomes = (unit: string) => classes(unit).map(({ outcome }) => outcome);
    expect(outcomes('A1')).toEqual(['given', 'better', 'better']);
    expect(outcomes('A3b')).toEqual(['places', 'conditions', 'given']);
    expect(outcomes('A6')).toEqual(['conditions', 'ceiling', 'given']);
    expect(outcomes('A7')).toEqual(['conditions', 'conditions', 'given']);
    expect(outcomes('A9')).toEqual(['conditions', 'places', 'given']);
    // A fact that is not in force forbids nothing.
    expect(classes('A9').map(({ ceilings }) => ceilings)).toEqual([[], [], []]);
  });
});

describe('the account of a reward', () => {
  const person = (code: string): string => `{code: ${code}, name: ${code}, kind: individual}`;
  const text = `${scale()}
clusters:
${clusterOf('C', `{code: U1, name: U1}, {code: U2, name: U2}, ${person('P1')}, ${person('P2')}, ${person('P3')}, {code: G, name: G, kind: individual, competes: false}, {code: H, name: H, competes: false}`)}
ranking: {missing: unranked}
factKinds: [{code: ky-luat, name: Kỷ luật, barred: true}, {code: cham, name: Chậm}, {code: treo, name: Treo, barred: true}]
facts: [{unit: U2, kind: ky-luat, from: 2023-01-01}, {unit: U2, kind: cham, from: 2022-01-01}, {unit: U1, kind: treo, from: 2022-01-01}, {unit: U1, kind: cham, from: 2022-01-01}]
rewards:
  - {code: ca-nhan, name: Cá nhân, for: individual, quota: {percent: 75}, when: {inputs: {t: total}, expr: "t > 60"}}
  - {code: moi, name: Mọi người, quota: {percent: 50, rounding: up}}
  - {code: trong, name: Trong số, for: collective, quota: {percent: 100, of: "reward:ca-nhan"}}
  - {code: mot, name: Một, scope: campaign, quota: {percent: 30, rounding: halfUp}, requires: [ca-nhan]}
${entries({ U1: 50, U2: 70, P1: 90, P2: 80, G: 95, H: 95 })}`;
  const rewards = (unit: string) => of(text, unit).rewards;
  const asked = (value: string, holds = true) => ({
    ...{ expr: 't > 60', inputs: [{ name: 't', source: 'total', value }], holds },
  });

  it('says whom its condition was asked of, and why not', () => {
    const when = (unit: string) => {
      const [reward] = rewards(unit);
      return [reward!.when, reward!.whenUnasked];
    };
    expect(when('P1')).toEqual([asked('90'), null]);
    expect(when('P3')).toEqual([null, 'unranked']);
    expect(when('U1')).toEqual([null, 'kind']);
    // Of a guest, what would come of it.
    expect(when('G')).toEqual([asked('95'), null]);
    expect(when('H')).toEqual([null, 'kind']);
    expect(['P1', 'P3', 'U1'].map((unit) => [rewards(unit)[1]!.when, rewards(unit)[1]!.whenUnasked])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
  });

  it('says what its quota is a share of, and what these are', () => {
    const ofAll = { of: 'ranked', counted: 4, kind: null, isOnlyFor: false };
    expect(rewards('P1').map(({ quota, quotaOf }) => [quota, quotaOf])).toEqual([
      // 75 % of P1 and P2.
      [
        1,
        {
          ...{ percent: '75', of: 'ranked', rounding: 'down', counted: 2, kind: 'individual', isOnlyFor: true },
          exact: '1.5',
        },
      ],
      [2, { ...ofAll, percent: '50', rounding: 'up', exact: '2' }],
      // The collectives get as many as persons were proposed: P1.
      [
        1,
        {
          ...{ percent: '100', of: 'reward:ca-nhan', rounding: 'down', counted: 1, kind: 'individual' },
          ...{ isOnlyFor: false, exact: '1' },
        },
      ],
      [1, { ...ofAll, percent: '30', rounding: 'halfUp', exact: '1.2' }],
    ]);
    const alone = text.replace(/, \{code: P1.*?P3, kind: individual\}/, '').replace(/\{unit: P\d.*?\}, /g, '');
    expect(of(alone, 'U1').rewards[1]!.quotaOf).toMatchObject({ counted: 2, kind: 'collective', isOnlyFor: false });
  });

  it('says what bars a unit: a fact that bars and is in force', () => {
    expect(rewards('U1').map(({ barredBy, outcome }) => [barredBy, outcome])[1]).toEqual([['treo'], 'barred']);
    expect(rewards('U2').map(({ barredBy, outcome }) => [barredBy, outcome])[2]).toEqual([[], 'proposed']);
  });

  it('has every condition with what it asks and what it found', () => {
    const condition = (name: string, required: string, actual: string) => ({
      ...{ name, required, actual, met: required === actual },
    });
    const common = [condition('ranked', 'true', 'true'), condition('complete', 'true', 'true')];
    expect(rewards('U2').map(({ conditions }) => conditions)).toEqual([
      [condition('for', 'individual', 'collective'), ...common],
      common,
      [condition('for', 'collective', 'collective'), ...common],
      [...common, condition('requires.ca-nhan', 'true', 'false')],
    ]);
    expect(rewards('P1')[3]!.conditions).toContainEqual(condition('requires.ca-nhan', 'true', 'true'));
  });
});

describe('the account of rounds', () => {
  const text = (combine: string, rest = ''): string => `${scale(1)}
rounds:
  - {code: Q1, name: Quý I, from: 2022-01-01, to: 2022-03-31, weight: 2}
  - {code: Q2, name: Quý II, from: 2022-04-01, to: 2022-06-30, weight: 0}
combine: ${combine}
clusters:
${clusterOf('C', '{code: U1, name: U1}, {code: U2, name: U2}')}
classes: [{code: k1, name: Một, minTotal: 8}]
entries:
  - {unit: U1, criterion: a, round: Q1, points: 8.1}
  - {unit: U1, criterion: a, round: Q2, points: 9.4}
  - {unit: U2, criterion: a, round: Q2, points: 4}
${rest}`;
  const total = (combine: string, unit: string) => of(text(combine), unit).rounds!.figures[0];

  it('divides by nothing where all that counts weighs nothing', () => {
    expect(total('{how: weighted, missing: skip}', 'U2')).toEqual({
      ...{ figure: 'total', terms: [{ round: 'Q2', weight: '0', value: '4.0' }], sum: '0', divisor: null },
      ...{ exact: '0', rounded: false, value: '0.0' },
    });
    expect(total('{how: weighted}', 'U1')).toMatchObject({ sum: '16.2', divisor: '2', exact: '8.1', rounded: false });
  });

  it('says whether a figure of the whole was rounded, and how', () => {
    // (8.1 + 9.4) / 2
    expect(total('{}', 'U1')).toMatchObject({ sum: '17.5', exact: '8.75', rounded: true, value: '8.8' });
    expect(total('{}', 'U2')).toMatchObject({ sum: '4', exact: '2', rounded: false, value: '2.0' });
    expect(total('{how: sum}', 'U1')).toMatchObject({ divisor: null, exact: '17.5', rounded: false, value: '17.5' });
    expect(of(text('{}'), 'U1').rounds!.rounding).toEqual({ digits: 1, mode: 'halfUp' });
  });

  it('ranks a round by the figures alone, the class not among them', () => {
    const { rank, rounds } = of(text('{}', 'ranking: {precedence: [class, total]}'), 'U1');
    expect(rank.precedence).toEqual([
      { key: 'class', value: 'k1' },
      { key: 'total', value: '8.8' },
    ]);
    expect(rounds!.list.map(({ place }) => place.precedence)).toEqual([
      [{ key: 'total', value: '8.1' }],
      [{ key: 'total', value: '9.4' }],
    ]);
  });
});
