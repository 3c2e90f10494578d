import { describe, expect, it } from '@jest/globals';
import { chooseChanges } from '../../apps/cli/demo/choose-changes.js';
import type { ClusterBoard, Sheet, SheetCriterion } from '../../apps/cli/demo/views.js';

const criterion = (code: string, points: string, rule: SheetCriterion['rule'] = { kind: 'ratio' }): SheetCriterion => ({
  code,
  name: code,
  max: '40',
  open: true,
  rule,
  plan: '100',
  points,
});

const sheet = (actuals: Record<string, number>, criteria: SheetCriterion[]): Sheet => ({
  unit: { code: 'U', name: 'U' },
  cluster: { code: 'C', name: 'C' },
  version: 1,
  parts: [{ criteria }],
  entries: Object.entries(actuals).map(([code, actual]) => ({ criterion: code, actual })),
});

const cluster = (totals: Record<string, string>, proposed: string[] = []): ClusterBoard => ({
  code: 'C',
  name: 'C',
  revision: 1,
  current: true,
  review: null,
  rewards: [{ code: 'R', name: 'R', cluster: 'C', quota: 1, open: 0, proposed, tieAtEdge: [], held: [], barred: [] }],
  standings: Object.entries(totals).map(([unit, total]) => ({
    unit,
    name: unit,
    rank: 1,
    tied: false,
    total,
    bonus: '0',
    penalty: '0',
    parts: {},
    missing: [],
    class: null,
    held: false,
    proposals: [],
  })),
});

const told = (changes: ReturnType<typeof chooseChanges>): string[][] =>
  changes.map((set) => set.map(({ criterion: { code }, from, to }) => `${code} ${from}→${to}`));

describe('the figures that the demonstration changes', () => {
  const none = new Set<string>();

  it('raises the fewest figures that overtake the unit above', () => {
    const figures = sheet({ a: 80, b: 50, c: 90 }, [criterion('a', '32'), criterion('b', '20'), criterion('c', '36')]);
    expect(told(chooseChanges(figures, cluster({ V: '125', U: '100' }), none))).toEqual([['b 50→100', 'a 80→100']]);
  });

  it('lowers figures just past the unit below where nothing can be raised', () => {
    const figures = sheet({ a: 100 }, [criterion('a', '40')]);
    expect(told(chooseChanges(figures, cluster({ V: '180', U: '100', W: '95' }), none))).toEqual([['a 100→85']]);
  });

  it('goes past a unit proposed for other rewards first', () => {
    const figures = sheet({ a: 100 }, [criterion('a', '40')]);
    const board = cluster({ U: '100', W: '99', X: '85' }, ['U', 'W']);
    expect(told(chooseChanges(figures, board, none))).toEqual([['a 100→60'], ['a 100→95']]);
  });

  it('leaves alone what a higher stage corrected, other rules, reserved criteria and those excepted', () => {
    const figures = sheet({ a: 100, b: 100, c: 100, d: 100 }, [
      criterion('a', '12'),
      criterion('b', '40', { kind: 'bands' }),
      { ...criterion('c', '40'), open: false },
      criterion('d', '40'),
    ]);
    expect(chooseChanges(figures, cluster({ U: '100', W: '99' }), new Set(['d']))).toEqual([]);
    expect(told(chooseChanges(figures, cluster({ U: '100', W: '99' }), none))).toEqual([['d 100→95']]);
  });

  it('counts on no points below the threshold', () => {
    const figures = sheet({ a: 60 }, [criterion('a', '24', { kind: 'ratio', threshold: 50 })]);
    expect(told(chooseChanges(figures, cluster({ U: '100', W: '77' }), none))).toEqual([['a 60→45']]);
  });
});
