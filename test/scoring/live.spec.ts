import { describe, expect, it } from '@jest/globals';
import { openStanding, type LiveStanding } from '@thidua/scoring';
import { checkFile, valueOf } from './read-file.js';

const NONE = 'sha256:-';

describe('applying one change', () => {
  const open = (): LiveStanding => openStanding(valueOf(checkFile('golden/rewards.yaml')));
  const first = { unit: 'U4', criterion: 'I.1', stage: 'self' } as const;

  it('names the cluster it touched and leaves the rankings of the others as they are', () => {
    const standing = open();
    const other = standing.ranking('C2');
    expect(standing.apply({ put: { ...first, points: 100 } })).toEqual({
      ok: true,
      value: { unit: 'U4', cluster: 'C1' },
    });
    expect(standing.ranking('C2')).toBe(other);
    // 100 + 1, which the part cuts to 100: level with U1.
    expect(standing.ranking('C1').standings[1]).toMatchObject({ unit: 'U4', rank: 1, tied: true, total: '100' });
    expect(standing.scoreOf('U4').total).toBe('100');
    expect(standing.rewards()[0]).toMatchObject({ code: 'edge', proposed: ['U1', 'U4'], tieAtEdge: [] });
  });

  it('tells what is wrong with an entry and keeps what was there', () => {
    const standing = open();
    const before = standing.result(NONE);
    const outcome = standing.apply({ put: { ...first, points: 101 } });
    expect(outcome).toMatchObject({
      ok: false,
      errors: [{ code: 'entry.points.range', path: 'entries[0].points' }],
    });
    expect(standing.result(NONE)).toEqual(before);
    expect(standing.entriesOf('U4', 'I.1')).toMatchObject([{ points: 79 }]);
  });

  it('asks for a reason against the stage below, and only then', () => {
    const standing = open();
    const office = { ...first, stage: 'office' } as const;
    expect(standing.apply({ put: { ...office, points: 80 } })).toMatchObject({
      ok: false,
      errors: [{ code: 'entry.reason.missing' }],
    });
    expect(standing.apply({ put: { ...office, points: 79 } }).ok).toBe(true);
    expect(standing.apply({ put: { ...office, points: 80, reason: 'biên bản' } }).ok).toBe(true);
    expect(standing.scoreOf('U4').criteria['I.1']).toEqual({ points: '80', stage: 'office' });
    expect(standing.apply({ remove: office }).ok).toBe(true);
    expect(standing.scoreOf('U4').criteria['I.1']).toEqual({ points: '79', stage: 'self' });
  });

  it('takes away nothing where nothing is, and refuses what the plan does not have', () => {
    const standing = open();
    const before = standing.result(NONE);
    expect(standing.apply({ remove: { ...first, stage: 'cluster' } }).ok).toBe(true);
    expect(standing.result(NONE)).toEqual(before);
    expect(() => standing.apply({ remove: { ...first, unit: 'X' } })).toThrow(RangeError);
    expect(() => standing.apply({ remove: { ...first, criterion: 'X' } })).toThrow(TypeError);
    expect(standing.apply({ put: { ...first, criterion: 'X', points: 1 } })).toMatchObject({
      ok: false,
      errors: [{ code: 'ref.unknown' }],
    });
    expect(() => standing.ranking('C9')).toThrow(RangeError);
    expect(() => standing.scoreOf('X')).toThrow(RangeError);
  });
});
