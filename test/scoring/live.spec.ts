import { describe, expect, it } from '@jest/globals';
import {
  openStanding,
  readCompetition,
  RULE_KINDS,
  score,
  type Competition,
  type Entry,
  type JsonValue,
  type LiveStanding,
} from '@thidua/scoring';
import * as fc from 'fast-check';
import { arbitraryCompetition, arbitrarySlots, makeEntry, placeOf, type Slot } from './laws/arbitrary-competition.js';
import { MAKERS } from './laws/kinds.js';
import { checkFile, valueOf } from './read-file.js';

const COMPETITIONS = 2_500;
const SEQUENCES_EACH = 4;
const NONE = 'sha256:-';

/** The entries as a plain map, changed beside the standing. */
class Entries {
  private readonly kept: Map<string, Entry>;
  constructor(private readonly competition: Competition) {
    this.kept = new Map(competition.entries!.map((entry) => [placeOf(entry as Entry), entry as Entry]));
  }
  change(standing: LiveStanding, slot: Slot): void {
    const entry = makeEntry(this.competition, slot);
    const { unit, criterion, stage } = entry;
    if (slot.draw[2] % 4 === 3) {
      expect(standing.apply({ remove: { unit, criterion, stage } }).ok).toBe(true);
      this.kept.delete(placeOf(entry));
    } else if (slot.draw[2] % 10 === 9) {
      const wrong = { unit, criterion, stage, reason: 'sai', points: -1 } as Entry;
      expect(standing.apply({ put: wrong }).ok).toBe(false);
    } else {
      expect(standing.apply({ put: entry })).toMatchObject({ ok: true, value: { unit } });
      this.kept.set(placeOf(entry), entry);
    }
  }
  whole(): Competition {
    return { ...this.competition, entries: [...this.kept.values()] };
  }
}

const sequences = fc.array(arbitrarySlots(1, 8), { minLength: SEQUENCES_EACH, maxLength: SEQUENCES_EACH });

describe('a live standing', () => {
  it('is made over every kind of rule there is', () => {
    expect(Object.keys(MAKERS)).toEqual(expect.arrayContaining([...RULE_KINDS]));
  });

  it(`equals the whole computation after each of ${COMPETITIONS * SEQUENCES_EACH} sequences of changes`, () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitraryCompetition, sequences, (competition, all) => {
        for (const { criteria = [] } of competition.scales.flatMap(({ parts }) => parts)) {
          for (const { rule } of criteria) seen.add(rule.kind);
        }
        const standing = openStanding(competition);
        const entries = new Entries(competition);
        for (const sequence of all) {
          for (const slot of sequence) entries.change(standing, slot);
          const whole = score(entries.whole(), NONE);
          if (JSON.stringify(standing.result(NONE)) !== JSON.stringify(whole)) {
            expect(standing.result(NONE)).toEqual(whole);
          }
        }
      }),
      { numRuns: COMPETITIONS },
    );
    expect([...seen].toSorted()).toEqual([...RULE_KINDS].toSorted());
  });

  it('is made from competitions without an error', () => {
    fc.assert(
      fc.property(arbitraryCompetition, (competition) => {
        expect(readCompetition(competition as unknown as JsonValue)).toMatchObject({ ok: true });
      }),
      { numRuns: 300 },
    );
  });

  it('would be found out if it forgot one change in a sequence', () => {
    const forgetful = fc.property(arbitraryCompetition, arbitrarySlots(3, 8), (competition, sequence) => {
      const standing = openStanding(competition);
      const idle = openStanding(competition);
      const entries = new Entries(competition);
      sequence.forEach((slot, index) => entries.change(index === 1 ? idle : standing, slot));
      return JSON.stringify(standing.result(NONE)) === JSON.stringify(score(entries.whole(), NONE));
    });
    expect(fc.check(forgetful, { numRuns: 200 }).failed).toBe(true);
  });

  it('would be found out if it renewed a ranking and not what is proposed from it', () => {
    const stale = fc.property(arbitraryCompetition, arbitrarySlots(1, 8), (competition, sequence) => {
      const standing = openStanding(competition);
      const before = standing.rewards();
      const entries = new Entries(competition);
      for (const slot of sequence) entries.change(standing, slot);
      return JSON.stringify(before) === JSON.stringify(standing.rewards());
    });
    expect(fc.check(stale, { numRuns: 200 }).failed).toBe(true);
  });
});

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
