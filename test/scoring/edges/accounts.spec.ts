import { describe, expect, it } from '@jest/globals';
import { explain, openStanding, type Explanation } from '@thidua/scoring';
import { competition } from '../explain/files.js';

const of = (text: string, unit: string): Explanation => explain(openStanding(competition(text)), unit);

const direct = (code: string, max: number, more = ''): string =>
  `{code: ${code}, name: Tiêu chí ${code}, max: ${max}, ${more}rule: {kind: direct}}`;

/** Groups in groups with a minus in each, and criteria that some units do not have. */
const unassigned = (mode: string): string => `
scales:
  - code: s
    version: 1
    name: S
    notAssigned: ${mode}
    parts:
      - code: I
        name: Phần I
        max: 20
        criteria:
          - ${direct('a', 10)}
          - ${direct('b', 15, 'appliesTo: {any: [bien, dao], none: [nui, ho]}, ')}
          - ${direct('m', 4, 'sign: minus, ')}
        groups:
          - code: g
            name: Nhóm g
            max: 8
            criteria: [${direct('c', 5)}, ${direct('d', 3)}]
            groups: [{code: h, name: Nhóm h, min: null, criteria: [${direct('e', 2)}, ${direct('n', 4, 'sign: minus, ')}]}]
      - {code: II, name: Phần II, max: 10, criteria: [${direct('f', 10)}]}
    bonus: {criteria: [${direct('x', 3)}]}
clusters:
  - code: C
    name: C
    scale: s
    units:
      - {code: U1, name: U1, traits: [dao]}
      - {code: U2, name: U2, traits: [ho]}
      - {code: U3, name: U3, traits: [nui, bien]}
      - {code: U4, name: U4, traits: [bien]}
notAssigned: [{unit: U1, criterion: c, reason: không có}, {unit: U1, criterion: m}, {unit: U2, criterion: f}, {unit: U4, criterion: x}]
entries: [{unit: U1, criterion: d, points: 3}, {unit: U1, criterion: n, points: 4}]
`;

describe('the account of what a part could give', () => {
  const h = {
    ...{ code: 'h', name: 'Nhóm h', items: [{ criterion: 'e', max: '2.00' }], groups: [] },
    ...{ sum: '2.00', max: null, cut: false, points: '2.00' },
  };
  const c = { criterion: 'c', max: '5.00' };
  const d = { criterion: 'd', max: '3.00' };
  // 5 + 3 + 2 = 10, of which 8 count.
  const g = {
    ...{ code: 'g', name: 'Nhóm g', items: [c, d], groups: [h] },
    ...{ sum: '10.00', max: '8.00', cut: true, points: '8.00' },
  };
  const [a, b] = [
    { criterion: 'a', max: '10.00' },
    { criterion: 'b', max: '15.00' },
  ];
  const one = { code: 'I', name: 'Phần I', max: '20.00' };
  const all = { ...one, items: [a, b], groups: [g], sum: '33.00', cut: true, points: '20.00' };
  const two = { code: 'II', name: 'Phần II', groups: [], max: '10.00', cut: false };
  // As much as its max, which so does not cut it.
  const allOfTwo = { ...two, items: [{ criterion: 'f', max: '10.00' }], sum: '10.00', points: '10.00' };

  it.each(['drop', 'rescalePart', 'rescaleBase'])(
    'has plus criteria with their max, groups cut to theirs: %s',
    (mode) => {
      const reach = (unit: string) => of(unassigned(mode), unit).total!.parts.map((part) => part.reach);
      // Without c, and with a minus less: 3 + 2 = 5 of the group, and still more than the part counts.
      const lessOfGroup = { ...g, items: [d], sum: '5.00', cut: false, points: '5.00' };
      const less = { ...one, items: [a, b], groups: [lessOfGroup], sum: '30.00', cut: true, points: '20.00' };
      expect(reach('U1')).toEqual([
        { full: all, assigned: less },
        { full: allOfTwo, assigned: allOfTwo },
      ]);
      // Without b and f: 10 + 8 of the first part, nothing of the second.
      const rest = { ...one, items: [a], groups: [g], sum: '18.00', cut: false, points: '18.00' };
      expect(reach('U2')).toEqual([
        { full: all, assigned: rest },
        { full: allOfTwo, assigned: { ...two, items: [], sum: '0.00', points: '0.00' } },
      ]);
    },
  );

  it('is left out where the parts have every criterion, or count those that are not assigned', () => {
    const reach = (mode: string, unit: string) => of(unassigned(mode), unit).total!.parts.map((part) => part.reach);
    expect([reach('rescalePart', 'U4'), reach('full', 'U1'), reach('full', 'U2')]).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
  });

  it.each([
    ['drop', '18.00', 'assigned'],
    ['full', '30.00', 'all'],
    ['rescalePart', '30.00', 'all'],
    ['rescaleBase', '30.00', 'all'],
  ])('comes to what is attainable: %s', (mode, attainable, attainableOf) => {
    expect(of(unassigned(mode), 'U2').total).toMatchObject({ attainable, attainableOf });
  });

  it('lets a group without a min come to less than nothing', () => {
    const [part] = of(unassigned('drop'), 'U1').total!.parts;
    // 0 − 4, and 3 − 4 raised to 0.
    expect(part!.groups).toMatchObject([
      {
        ...{ sum: '-1.00', min: '0.00', raised: true, points: '0.00' },
        groups: [{ sum: '-4.00', min: null, max: null, raised: false, cut: false, points: '-4.00' }],
      },
    ]);
  });
});

describe('the account of why a criterion is not assigned', () => {
  const why = (mode: string, unit: string) =>
    of(unassigned(mode), unit).criteria.flatMap(({ code, notAssigned }) =>
      notAssigned ? [{ code, ...notAssigned }] : [],
    );

  it('has the list, or the traits that a unit lacks and those that leave it out', () => {
    const asked = { by: 'appliesTo', reason: null, any: ['bien', 'dao'], none: ['nui', 'ho'], mode: 'drop' };
    expect(why('drop', 'U1')).toEqual(
      [
        ...[{ code: 'm', by: 'listed', reason: null, any: null, none: [], lacks: [], has: [] }],
        ...[{ code: 'c', by: 'listed', reason: 'không có', any: null, none: [], lacks: [], has: [] }],
      ].map((each) => ({ ...each, mode: 'drop', effect: 'none' })),
    );
    expect(why('drop', 'U2')[0]).toEqual({ code: 'b', ...asked, lacks: ['bien', 'dao'], has: ['ho'], effect: 'none' });
    // One of those asked for is enough.
    expect(why('drop', 'U3')).toEqual([{ code: 'b', ...asked, lacks: [], has: ['nui'], effect: 'none' }]);
  });

  /** Nothing follows of a minus and of the bonus; c leaves the part its whole 20. */
  it.each([
    ['drop', { c: 'none', m: 'none', b: 'none', f: 'none', x: 'none' }],
    ['full', { c: 'full', m: 'none', b: 'full', f: 'full', x: 'none' }],
    ['rescalePart', { c: 'enough', m: 'enough', b: 'scaled', f: 'scaled', x: 'none' }],
    ['rescaleBase', { c: 'enough', m: 'enough', b: 'scaled', f: 'scaled', x: 'none' }],
  ])('has what follows: %s', (mode, effects) => {
    const told = ['U1', 'U2', 'U4'].flatMap((unit) => why(mode, unit).map(({ code, effect }) => [code, effect]));
    expect(Object.fromEntries(told)).toEqual(effects);
  });
});

describe('the account of what is scaled up', () => {
  const text = `
scales:
  - code: s
    version: 1
    name: S
    notAssigned: rescalePart
    parts:
      - {code: I, name: I, max: 10, min: 6, criteria: [${direct('p', 4)}, ${direct('q', 6)}]}
      - {code: II, name: II, max: 10, criteria: [${direct('r', 4)}, ${direct('t', 6)}]}
clusters: [{code: C, name: C, scale: s, units: [{code: U, name: U}]}]
notAssigned: [{unit: U, criterion: q}, {unit: U, criterion: t}]
entries: [{unit: U, criterion: p, points: 2}, {unit: U, criterion: r, points: 4}]
`;

  it('says whether the max of the part cut it', () => {
    const rounding = { digits: 2, mode: 'halfUp' };
    const share = { full: '10.00', assigned: '4.00', rounding, rounded: false };
    const [first, second] = of(text, 'U').total!.parts;
    // 2 is raised to 6, and 6 · 10/4 = 15 cut to 10; 4 · 10/4 is 10 as it is.
    expect(first).toMatchObject({
      raised: true,
      rescale: { ...share, before: '6.00', exact: '15', cut: true, after: '10.00' },
    });
    expect(second).toMatchObject({
      raised: false,
      rescale: { ...share, before: '4.00', exact: '10', cut: false, after: '10.00' },
    });
  });

  it('says which bound of the total bit, if any', () => {
    const bounded = (bounds: string) => of(text.replace('version: 1', `version: 1\n    ${bounds}`), 'U').total!;
    expect(bounded('ceiling: 19')).toMatchObject({ sum: '20.00', bound: 'ceiling', total: '19.00' });
    expect(bounded('ceiling: 20')).toMatchObject({ sum: '20.00', bound: null, total: '20.00' });
    expect(bounded('floor: 21')).toMatchObject({ sum: '20.00', bound: 'floor', total: '21.00' });
  });
});

describe('the account of entries', () => {
  const stages = (weights: string): string => `
stages: [{code: tu, name: Tự chấm, by: unit}, {code: cum, name: Cụm chấm, by: cluster}, {code: td, name: Thẩm định, by: office}]
scales:
  - code: s
    version: 1
    name: S
    parts: [{code: I, name: I, max: 20, criteria: [${direct('a', 10)}, {code: r, name: R, max: 10, rule: {kind: relative}}]}]
clusters: [{code: C, name: C, scale: s, units: [{code: U1, name: U1}, {code: U2, name: U2}, {code: G, name: G, competes: false}]}]
ranking: {stage: cum${weights}}
rewards: [{code: w, name: W, quota: {count: 1}, when: {inputs: {v: "value:a", t: total}, expr: "v > 5 && t > 5"}}]
entries:
  - {unit: U1, criterion: a, stage: tu, points: 10}
  - {unit: U1, criterion: a, stage: cum, points: 10}
  - {unit: U1, criterion: a, stage: td, points: 4, reason: x}
  - {unit: U2, criterion: a, stage: tu, points: 10}
  - {unit: U2, criterion: a, stage: cum, points: "9.996", reason: x}
  - {unit: G, criterion: r, stage: td, actual: 3}
`;
  const criterion = (weights: string, unit: string, index = 0) => of(stages(weights), unit).criteria[index]!;
  const entry = (unit: string, stage: string, points: number | string, reason?: string) => ({
    ...{ unit, criterion: 'a', stage, points, ...(reason !== undefined && { reason }) },
  });
  const working = (exact: string, rounded = false) => ({ steps: [], exact, rounded, cut: null });
  const NONE = { steps: [], best: null, cut: null };

  it('has the working of each but the one that counts, of which it is the criterion’s', () => {
    const { entries, ...told } = criterion('', 'U1');
    expect(entries).toEqual([
      { entry: entry('U1', 'tu', 10), status: 'overruled', points: '10.00', weight: null, working: working('10') },
      { entry: entry('U1', 'cum', 10), status: 'overruled', points: '10.00', weight: null, working: working('10') },
      { entry: entry('U1', 'td', 4, 'x'), status: 'effective', points: '4.00', weight: null, working: null },
    ]);
    expect(told).toMatchObject({ ...NONE, stage: 'td', weights: null, exact: '4', rounded: false, points: '4.00' });
  });

  it('has the weights of those that are weighed', () => {
    const { entries, ...told } = criterion(', stageWeights: {cum: 30, td: 60}', 'U1');
    expect(entries).toEqual([
      { entry: entry('U1', 'tu', 10), status: 'below', points: '10.00', weight: null, working: working('10') },
      { entry: entry('U1', 'cum', 10), status: 'weighed', points: '10.00', weight: '30', working: working('10') },
      { entry: entry('U1', 'td', 4, 'x'), status: 'weighed', points: '4.00', weight: '60', working: working('4') },
    ]);
    // (30 · 10 + 60 · 4) / 90 = 6
    expect(told).toMatchObject({ ...NONE, stage: 'weighted', weights: { sum: '540', whole: '90' }, exact: '6' });
    expect(told).toMatchObject({ rounded: false, points: '6.00' });
    // (10 + 6 · 4) / 7, and (10 + 3 · 4) / 4
    expect(criterion(', stageWeights: {cum: 1, td: 6}', 'U1')).toMatchObject({ exact: '34/7', rounded: true });
    expect(criterion(', stageWeights: {cum: 1, td: 3}', 'U1')).toMatchObject({ exact: '5.5', rounded: false });
  });

  it('tells those of a stage without weight from those below the one that counts', () => {
    expect(criterion(', stageWeights: {td: 60}', 'U2').entries).toEqual([
      { entry: entry('U2', 'tu', 10), status: 'below', points: '10.00', weight: null, working: working('10') },
      {
        ...{ entry: entry('U2', 'cum', '9.996', 'x'), status: 'weightless', points: '10.00', weight: null },
        working: working('9.996', true),
      },
    ]);
  });

  it('has no best where only a guest has an entry', () => {
    expect(criterion('', 'G', 1)).toMatchObject({ stage: 'td', best: null, exact: '0', points: '0.00' });
  });

  it('has the stage that a condition read a value from where stages are weighed', () => {
    const inputs = (weights: string) => of(stages(weights), 'U1').rewards[0]!.when;
    const expr = 'v > 5 && t > 5';
    expect(inputs(', stageWeights: {cum: 30, td: 60}')).toStrictEqual({
      expr,
      inputs: [
        { name: 'v', source: 'value:a', value: '4', stage: 'td' },
        { name: 't', source: 'total', value: '6.00' },
      ],
      holds: false,
    });
    expect(inputs('')).toStrictEqual({
      expr,
      inputs: [
        { name: 'v', source: 'value:a', value: '4' },
        { name: 't', source: 'total', value: '4.00' },
      ],
      holds: false,
    });
  });

  it('is plain JSON', () => {
    for (const weights of ['', ', stageWeights: {cum: 30, td: 60}']) {
      const account = of(stages(weights), 'U1');
      expect(account).toStrictEqual(JSON.parse(JSON.stringify(account)));
    }
    const counted = of(
      stages('')
        .replace(direct('a', 10), direct('a', 10).replace('{kind: direct}', '{kind: ratio, plan: 9}'))
        .replaceAll('points:', 'actual:'),
      'U1',
    );
    expect(counted.criteria[0]!.steps.length).toBeGreaterThan(1);
    expect(counted).toStrictEqual(JSON.parse(JSON.stringify(counted)));
  });
});
