import { describe, expect, it } from '@jest/globals';
import { diff, type RewardRow, type Standing } from '@thidua/scoring';
import { cluster, result, row, standing, unitDiff } from './diff-results.js';

describe('the head of a comparison', () => {
  const one = result([cluster('C', standing('U'))]);

  it('says what is the same', () => {
    expect(diff(one, one)).toEqual({ format: 'thidua-diff/1', same: true, clusters: [], rewards: [] });
  });

  it('names engine and input where they are others, which makes no result another', () => {
    expect(diff(one, { ...one, engine: 'f' })).toEqual({
      ...{ format: 'thidua-diff/1', same: true, clusters: [], rewards: [] },
      engine: { before: 'e', after: 'f' },
    });
    expect(diff(one, { ...one, input: 'j' })).toEqual({
      ...{ format: 'thidua-diff/1', same: true, clusters: [], rewards: [] },
      input: { before: 'i', after: 'j' },
    });
  });

  it('says no where only a cluster, or only a reward is another', () => {
    const inCluster = diff(one, result([cluster('C', standing('U', { total: '81' }))]));
    expect([inCluster.same, inCluster.clusters.length, inCluster.rewards.length]).toEqual([false, 1, 0]);
    const inRewards = diff(one, { ...one, rewards: [row()] });
    expect([inRewards.same, inRewards.clusters.length, inRewards.rewards.length]).toEqual([false, 0, 1]);
  });
});

describe('what came and went', () => {
  it('is listed whole: in the order of the later result, then what is gone', () => {
    const before = result([cluster('C', standing('U'), standing('V')), cluster('D', standing('W')), cluster('E')]);
    const after = result([cluster('F'), cluster('C', standing('X'), standing('U')), cluster('G', standing('Y'))]);
    expect(diff(before, after).clusters).toEqual([
      { code: 'F', presence: 'added', units: [] },
      {
        code: 'C',
        presence: 'both',
        units: [unitDiff('X', { presence: 'added' }), unitDiff('V', { presence: 'removed' })],
      },
      { code: 'G', presence: 'added', units: [unitDiff('Y', { presence: 'added' })] },
      { code: 'D', presence: 'removed', units: [unitDiff('W', { presence: 'removed' })] },
      { code: 'E', presence: 'removed', units: [] },
    ]);
  });

  it('is told of a reward with what it had', () => {
    const none = result([cluster('C')]);
    const some = result([cluster('C')], [row({ open: 1, proposed: ['U'] }), row({ code: 's', quota: 0, open: 0 })]);
    expect(diff(none, some).rewards).toEqual([
      {
        ...{ code: 'r', cluster: 'C', presence: 'added' },
        ...{ quota: { before: 0, after: 2 }, open: { before: 0, after: 1 } },
        moves: [{ unit: 'U', state: { before: 'none', after: 'proposed' }, because: ['quota'] }],
      },
      { code: 's', cluster: 'C', presence: 'added', moves: [] },
    ]);
    expect(diff(some, none).rewards[0]).toEqual({
      ...{ code: 'r', cluster: 'C', presence: 'removed' },
      ...{ quota: { before: 2, after: 0 }, open: { before: 1, after: 0 } },
      moves: [{ unit: 'U', state: { before: 'proposed', after: 'none' }, because: ['quota'] }],
    });
  });

  it('is not mixed up between a campaign and a cluster', () => {
    const campaign = result([], [row({ cluster: null }), row()]);
    const found = diff(campaign, result([], [row({ open: 1 }), row({ cluster: null })]));
    expect(found.rewards).toEqual([
      { code: 'r', cluster: 'C', presence: 'both', open: { before: 2, after: 1 }, moves: [] },
    ]);
  });
});

describe('the change of one unit', () => {
  const change = (before: Partial<Standing>, after: Partial<Standing>) =>
    diff(result([cluster('C', standing('U', before))]), result([cluster('C', standing('U', after))])).clusters[0]
      ?.units[0];

  it.each<[string, unknown, unknown]>([
    ['rank', 1, 2],
    ['tied', false, true],
    ['complete', true, false],
    ['class', null, 'xs'],
    ['total', '80', '81'],
    ['base', '80', '81'],
    ['bonus', '0', '1'],
    ['penalty', '0', '1'],
    ['attainable', '100', '90'],
    ['facts', [], ['f']],
    ['missing', [], ['I.1']],
  ])('%s is told alone', (field, before, after) => {
    const because = field === 'rank' || field === 'class' ? ['others'] : [];
    expect(change({ [field]: before }, { [field]: after })).toEqual(
      unitDiff('U', { [field]: { before, after }, because }),
    );
  });

  it('tells parts and criteria by their codes, those gone last', () => {
    const stage = 'self' as const;
    const before = { parts: { I: '5', II: '6' }, criteria: { a: { points: '5', stage }, b: { points: '6', stage } } };
    const after = { parts: { III: '1', I: '5' }, criteria: { c: { points: '1', stage }, a: { points: '4', stage } } };
    const found = change(before, after)!;
    expect(found).toEqual(
      unitDiff('U', {
        parts: { II: { before: '6', after: null }, III: { before: null, after: '1' } },
        criteria: {
          a: { before: { points: '5', stage }, after: { points: '4', stage } },
          b: { before: { points: '6', stage }, after: null },
          c: { before: null, after: { points: '1', stage } },
        },
      }),
    );
    expect([Object.keys(found.parts), Object.keys(found.criteria)]).toEqual([
      ['III', 'II'],
      ['c', 'a', 'b'],
    ]);
  });

  const self = { points: '80', stage: 'self' } as const;
  it.each<[string, Partial<Standing>, Partial<Standing>]>([
    ['total', {}, { total: '81' }],
    ['base', {}, { base: '79' }],
    ['bonus', {}, { bonus: '1' }],
    ['penalty', {}, { penalty: '1' }],
    ['complete', {}, { complete: false }],
    ['a part', {}, { parts: { I: '81' } }],
    ['a part more', {}, { parts: { I: '80', II: '0' } }],
    ['a part less', {}, { parts: {} }],
    ['a group', {}, { groups: { g: '41' } }],
    ['a group less', {}, { groups: {} }],
    ['what it can attain', {}, { attainable: '90' }],
    ['a criterion', {}, { criteria: { 'I.1': { points: '81', stage: 'self' } } }],
    ['a criterion more', {}, { criteria: { 'I.1': self, 'I.2': self } }],
    ['a criterion less', {}, { criteria: {} }],
  ])('%s of its own explains its rank', (_what, before, after) => {
    expect(change({ ...before, rank: 1 }, { ...after, rank: 2 })?.because).toEqual(['score']);
  });

  it.each<[string, Partial<Standing>, Partial<Standing>]>([
    ['nothing', {}, {}],
    ['digits', { total: '80', parts: { I: '80' } }, { total: '80.0', parts: { I: '80.00' } }],
    ['digits of a group', {}, { groups: { g: '40.0' } }],
    ['digits of a criterion', {}, { criteria: { 'I.1': { points: '80.0', stage: 'self' } } }],
    ['which criteria it lacks', { complete: false, missing: ['I.1'] }, { complete: false, missing: ['I.2'] }],
    ['the stage', {}, { criteria: { 'I.1': { points: '80', stage: 'office' } } }],
  ])('%s does not', (_what, before, after) => {
    expect(change({ ...before, rank: 1 }, { ...after, rank: 2 })?.because).toEqual(['others']);
  });

  it('names the rank where the class went with it', () => {
    expect(change({}, { rank: 2, class: 'xs' })?.because).toEqual(['others', 'rank']);
    expect(change({}, { rank: 2, class: 'xs', total: '9' })?.because).toEqual(['score', 'rank']);
    expect(change({}, { class: 'xs', total: '9' })?.because).toEqual(['score']);
    expect(change({}, { total: '9' })?.because).toEqual([]);
  });

  it('names its facts where the class, not the rank alone, went with them', () => {
    expect(change({}, { facts: ['f'], class: 'xs' })?.because).toEqual(['facts']);
    expect(change({ facts: ['f'] }, { class: 'xs', total: '9' })?.because).toEqual(['score', 'facts']);
    expect(change({}, { facts: ['f'], rank: 2 })?.because).toEqual(['others']);
    expect(change({}, { facts: ['f'] })).toMatchObject({ facts: { before: [], after: ['f'] }, because: [] });
  });

  it('names the share where others are ranked than were', () => {
    const of = (other: Partial<Standing>, own: Partial<Standing>) =>
      diff(
        result([cluster('C', standing('U'), standing('V', { rank: 2 }))]),
        result([cluster('C', standing('U', own), standing('V', { rank: 2, ...other }))]),
      ).clusters[0]!.units.find(({ unit }) => unit === 'U')?.because;
    expect(of({ rank: null }, { class: 'xs' })).toEqual(['others', 'share']);
    expect(of({ rank: null }, { class: 'xs', rank: 2 })).toEqual(['others', 'rank', 'share']);
    expect(of({ rank: null }, { rank: 2 })).toEqual(['others']);
    expect(of({ class: 'b' }, { class: 'xs' })).toEqual(['others']);
  });

  it('names the share where one more is ranked than were, or one is gone', () => {
    const of = (before: Standing[], after: Standing[]) =>
      diff(result([cluster('C', ...before)]), result([cluster('C', ...after)])).clusters[0]!.units.find(
        ({ unit }) => unit === 'U',
      )?.because;
    const [was, is, other] = [standing('U'), standing('U', { class: 'xs' }), standing('V', { rank: 2 })];
    expect([of([was], [is, other]), of([was, other], [is])]).toEqual([
      ['others', 'share'],
      ['others', 'share'],
    ]);
    // Whoever has no rank is counted nowhere.
    expect(of([was], [is, standing('V', { rank: null })])).toEqual(['others']);
  });

  it('has nothing of what is the same', () => {
    expect(change({}, { total: '81' })).toStrictEqual(unitDiff('U', { total: { before: '80', after: '81' } }));
  });
});

describe('who went past whom', () => {
  const passing = (before: [string, number | null][], after: [string, number | null][]) => {
    const ranked = (list: [string, number | null][]) =>
      result([cluster('C', ...list.map(([unit, rank]) => standing(unit, { rank })))]);
    const units = diff(ranked(before), ranked(after)).clusters[0]?.units ?? [];
    return Object.fromEntries(units.map(({ unit, passed, passedBy }) => [unit, [passed, passedBy]]));
  };

  it('is told of either', () => {
    const before: [string, number][] = [
      ['A', 1],
      ['B', 2],
      ['C', 3],
    ];
    const after: [string, number][] = [
      ['C', 1],
      ['A', 2],
      ['B', 3],
    ];
    expect(passing(before, after)).toEqual({ C: [['A', 'B'], []], A: [[], ['C']], B: [[], ['C']] });
  });

  it('counts drawing level and falling level', () => {
    expect(
      passing(
        [
          ['A', 1],
          ['B', 2],
        ],
        [
          ['A', 1],
          ['B', 1],
        ],
      ),
    ).toEqual({ A: [[], ['B']], B: [['A'], []] });
    expect(
      passing(
        [
          ['A', 1],
          ['B', 1],
        ],
        [
          ['A', 1],
          ['B', 2],
        ],
      ),
    ).toEqual({ A: [['B'], []], B: [[], ['A']] });
  });

  it('is told of a unit that keeps its rank, in its place among the others, and nothing else is', () => {
    const [before, after] = [
      ['A', 'B', 'C', 'D', 'E'].map((unit, index): [string, number] => [unit, index + 1]),
      ['D', 'A', 'C', 'B', 'E'].map((unit, index): [string, number] => [unit, index + 1]),
    ];
    const told = passing(before!, after!);
    expect(Object.keys(told)).toEqual(['D', 'A', 'C', 'B']);
    expect(told).toMatchObject({ C: [['B'], ['D']] });
    const standings = (list: [string, number][]) =>
      result([cluster('C', ...list.map(([unit, rank]) => standing(unit, { rank })))]);
    const units = diff(standings(before!), standings(after!)).clusters[0]!.units;
    expect(units[2]).toEqual(unitDiff('C', { passed: ['B'], passedBy: ['D'] }));
  });

  it('is told where a unit draws level with two that were level already', () => {
    const level = (unit: string, rank: number, tied: boolean) => standing(unit, { rank, tied });
    const found = diff(
      result([
        cluster('C', level('A', 1, true), level('B', 1, true), level('X', 3, false), standing('Y', { rank: 4 })),
      ]),
      result([cluster('C', level('A', 1, true), level('B', 1, true), level('X', 1, true), standing('Y', { rank: 4 }))]),
    );
    expect(found.clusters[0]!.units).toEqual([
      unitDiff('A', { passedBy: ['X'] }),
      unitDiff('B', { passedBy: ['X'] }),
      unitDiff('X', {
        ...{ rank: { before: 3, after: 1 }, tied: { before: false, after: true } },
        ...{ passed: ['A', 'B'], because: ['others'] },
      }),
    ]);
  });

  it('puts a unit without a rank behind all, and level with its like', () => {
    expect(
      passing(
        [
          ['A', 1],
          ['B', null],
          ['C', null],
        ],
        [
          ['B', 1],
          ['A', null],
          ['C', null],
        ],
      ),
    ).toEqual({ B: [['A', 'C'], []], A: [[], ['B', 'C']], C: [['A'], ['B']] });
  });

  it('leaves out who was not there before, or is not any more', () => {
    expect(
      passing(
        [
          ['A', 2],
          ['B', 1],
        ],
        [
          ['N', 1],
          ['A', 3],
        ],
      ),
    ).toEqual({ N: [[], []], A: [[], []], B: [[], []] });
  });
});

describe('the change of one reward', () => {
  const units = (...standings: Standing[]) => [cluster('C', ...standings)];
  const rewards = (before: Partial<RewardRow>, after: Partial<RewardRow>, was = units(), is = was) =>
    diff(result(was, [row(before)]), result(is, [row(after)])).rewards;
  const both = { code: 'r', cluster: 'C', presence: 'both' };

  it('is told where only its quota, its open places or its order is another', () => {
    expect(rewards({}, {})).toEqual([]);
    expect(rewards({}, { quota: 3 })).toEqual([{ ...both, quota: { before: 2, after: 3 }, moves: [] }]);
    expect(rewards({}, { open: 1 })).toEqual([{ ...both, open: { before: 2, after: 1 }, moves: [] }]);
    expect(rewards({ proposed: ['A', 'B'], held: ['H'] }, { proposed: ['B', 'A'], held: ['H'] })).toEqual([
      { ...both, moves: [], order: { before: ['A', 'B', 'H'], after: ['B', 'A', 'H'] } },
    ]);
  });

  it('lists moves by unit code, and then no order', () => {
    const found = rewards({ proposed: ['B', 'D'] }, { proposed: ['D'], tieAtEdge: ['C', 'B', 'A'] });
    expect(found).toEqual([
      {
        ...both,
        moves: [
          { unit: 'A', state: { before: 'none', after: 'tieAtEdge' }, because: ['tie'] },
          { unit: 'B', state: { before: 'proposed', after: 'tieAtEdge' }, because: ['tie'] },
          { unit: 'C', state: { before: 'none', after: 'tieAtEdge' }, because: ['tie'] },
        ],
      },
    ]);
  });

  it.each<[string, Partial<RewardRow>, Partial<RewardRow>, Partial<Standing>, string[]]>([
    ['score', {}, { proposed: ['U'] }, { total: '81' }, ['score']],
    ['rank', {}, { proposed: ['U'] }, { rank: 2 }, ['rank']],
    ['class', {}, { proposed: ['U'] }, { class: 'xs' }, ['class']],
    ['a hold set', { proposed: ['U'] }, { held: ['U'] }, {}, ['hold']],
    ['a hold lifted', { held: ['U'] }, { proposed: ['U'] }, {}, ['hold']],
    ['a fact', {}, { proposed: ['U'] }, { facts: ['f'] }, ['facts']],
    ['a bar set', { proposed: ['U'] }, { barred: ['U'] }, {}, ['facts']],
    ['a bar lifted', { barred: ['U'] }, { held: ['U'] }, { facts: ['f'] }, ['facts', 'hold']],
    ['a bar lifted at a tie', { barred: ['U'] }, { tieAtEdge: ['U'] }, {}, ['facts', 'tie']],
    ['a tie', {}, { tieAtEdge: ['U'] }, {}, ['tie']],
    ['a tie parted', { tieAtEdge: ['U'] }, {}, {}, ['tie']],
    ['the quota', {}, { proposed: ['U'], quota: 3 }, {}, ['quota']],
    ['the others', {}, { proposed: ['U'] }, {}, ['others']],
    [
      'all of them',
      { held: ['U'] },
      { tieAtEdge: ['U'], quota: 1 },
      { total: '8', rank: 2, class: 'b' },
      ['score', 'rank', 'class', 'hold', 'tie', 'quota'],
    ],
  ])('%s may be why', (_why, before, after, change, because) => {
    const found = rewards(before, after, units(standing('U')), units(standing('U', change)));
    expect(found[0]?.moves.map((move) => move.because)).toEqual([because]);
  });

  it('names another reward, earlier in the list, that the unit gained or lost', () => {
    const rows = (first: string[], second: string[], third: string[]): RewardRow[] => [
      row({ code: 'a', proposed: first }),
      row({ code: 'b', proposed: second }),
      row({ code: 'b', cluster: 'D' }),
      row({ code: 'c', cluster: null, proposed: third }),
    ];
    const found = diff(result(units(), rows(['U'], [], ['U'])), result(units(), rows([], ['U', 'V'], ['V'])));
    expect(
      found.rewards.map(({ code, moves }) => [code, ...moves.map((move) => [move.unit, ...move.because])]),
    ).toEqual([
      ['a', ['U', 'others']],
      ['b', ['U', 'reward'], ['V', 'others']],
      ['c', ['U', 'reward'], ['V', 'reward']],
    ]);
  });

  it('is no reward that the unit has as it had', () => {
    const rows = (first: string[], second: string[]): RewardRow[] => [
      row({ code: 'a', proposed: first }),
      row({ code: 'b', proposed: second }),
    ];
    const found = diff(result(units(), rows(['U', 'V'], [])), result(units(), rows(['U', 'W'], ['U', 'V', 'W'])));
    expect(found.rewards[1]!.moves.map(({ unit, because }) => [unit, ...because])).toEqual([
      ['U', 'others'],
      ['V', 'reward'],
      ['W', 'reward'],
    ]);
  });

  it('is the unit itself where it came or went', () => {
    const came = rewards({}, { proposed: ['U'] }, units(), units(standing('U')));
    expect(came[0]?.moves[0]?.because).toEqual(['score']);
  });
});
