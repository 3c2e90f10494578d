import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../support/client.js';
import { ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';

interface Standing {
  unit: string;
  class: string | null;
  classBar: { class: string; reasons: { by: string; name: string | null; required: string | null }[] } | null;
  held: boolean;
  holdReasons: string[];
}

/** u1 to u6 by rank; the places of `gioi` are two of six. */
const SCORES = { u1: 95, u2: 90, u3: 85, u4: 80, u5: 75, u6: 10 };
const CLASSES = [
  { code: 'gioi', name: 'Giỏi', minTotal: '170.00', maxShare: { percent: 34, of: 'ranked' }, maxPenalty: 4 },
  { code: 'kha', name: 'Khá', minTotal: 150, minParts: { I: 150 } },
  { code: 'dat', name: 'Đạt' },
];

describe('the board tells', () => {
  let api: RunningApi;
  let office: Client;
  let standings: ReadonlyMap<string, Standing>;

  beforeAll(async () => {
    api = await startApi({ database: 'sqlite' });
    office = await api.signIn([{ role: 'office' }]);
    const more = {
      asOf: '2022-12-31',
      classes: CLASSES,
      factKinds: [{ code: 'ky-luat', name: 'Bị kỷ luật', classAtMost: 'dat' }],
      facts: [{ unit: 'u2', kind: 'ky-luat', from: '2022-10-01' }],
      holds: [
        { unit: 'u3', kind: 'complaint', from: '2022-11-01', reason: 'Đang xác minh đơn' },
        { unit: 'u4', kind: 'inspection', from: '2022-11-01' },
        { unit: 'u5', kind: 'complaint', from: '2022-01-01', to: '2022-02-01', reason: 'Đã xong' },
      ],
    };
    const entries = Object.entries(SCORES).flatMap(([unit, points]) => ofUnit(unit, selfScore(points)));
    entries.push({ unit: 'u1', criterion: 'P', count: 1 });
    const file = smallCompetition({ code: 'l', clusters: { c: Object.keys(SCORES) }, entries, more: more as never });
    expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    await api.settled();
    const board = await office.read<{ clusters: { standings: Standing[] }[] }>('/api/campaigns/l/board');
    standings = new Map(board.clusters[0]!.standings.map((each) => [each.unit, each]));
  });
  afterAll(() => api?.stop());

  it('why a unit has not the class above its own, where its total does not say so', () => {
    const told = [...standings.values()].map(({ unit, class: given, classBar }) => [
      unit,
      given,
      classBar && [classBar.class, ...classBar.reasons.map(({ by, name, required }) => `${by} ${name ?? required}`)],
    ]);
    expect(told).toEqual([
      ['u1', 'kha', ['gioi', 'maxPenalty 4']],
      ['u2', 'dat', ['kha', 'fact Bị kỷ luật']],
      ['u3', 'gioi', null],
      ['u4', 'gioi', null],
      ['u5', 'kha', ['gioi', 'places null']],
      ['u6', 'dat', ['kha', 'minTotal 150', 'minParts I']],
    ]);
  });

  it('why a unit is held, where a reason is given', () => {
    expect([...standings.values()].map(({ unit, held, holdReasons }) => [unit, held, holdReasons])).toEqual([
      ['u1', false, []],
      ['u2', false, []],
      ['u3', true, ['Đang xác minh đơn']],
      ['u4', true, []],
      ['u5', false, []],
      ['u6', false, []],
    ]);
  });
});
