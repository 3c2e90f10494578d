import { describe, expect, it } from '@jest/globals';
import { openStanding, readCompetition, score, type Entry, type JsonValue, type LiveStanding } from '@thidua/scoring';
import * as fc from 'fast-check';
import type { Change } from '../reference/arbitrary.js';
import type { CompetitionFile } from '../reference/file.js';
import { afterChange, arbitraryChanged, competitionOf, entriesOf, INPUT } from './made.js';
import { often, runs } from './runs.js';

const isRead = (file: CompetitionFile): boolean => readCompetition(file as unknown as JsonValue).ok;

/** The file with a condition, of one of the sorts there are, that divides by zero where a unit has 5 points, or 10 …. */
function withDivision(file: CompetitionFile, seed: number): CompetitionFile {
  const chia = (source: string) => ({
    ...{ code: 'chia', name: 'Chia' },
    when: { inputs: { x: source }, expr: 'x < 1 || 8 / (floor(x) - 5 * floor(x / 5)) > 2' },
  });
  const { when } = chia('base');
  return [
    (): Partial<CompetitionFile> => ({
      scales: file.scales.map((scale) => ({ ...scale, bonus: { criteria: [], groups: [], ...scale.bonus, when } })),
    }),
    () => ({ factKinds: [...(file.factKinds ?? []), chia('base')] }),
    () => ({ classes: [chia('total'), ...(file.classes ?? [])] }),
    () => ({ rewards: [...(file.rewards ?? []), { ...chia('total'), quota: { count: 1 } }] }),
  ].map((part) => ({ ...file, ...part() }))[seed]!;
}

/** A standing, and beside it the file as it must be by now. */
class Followed {
  readonly standing: LiveStanding;
  private readonly first: string;

  constructor(public file: CompetitionFile) {
    this.standing = openStanding(competitionOf(file));
    this.first = this.standing.plan.stages.list[0]!.code;
  }

  /** Makes a change; false where it is refused, which must leave the file as it was. */
  change(change: Change): boolean {
    const { ok } = this.standing.apply(
      'put' in change ? { put: { stage: this.first, ...change.put } as Entry } : change,
    );
    if (ok) this.file = afterChange(this.file, change);
    return ok;
  }

  /** A change that no rule takes. */
  changeWrongly(change: Change): void {
    const { unit, criterion, stage = this.first, round } = 'put' in change ? change.put : change.remove;
    const put = { unit, criterion, stage, ...(round && { round }), reason: 'sai', points: -1 } as Entry;
    expect(this.standing.apply({ put }).ok).toBe(false);
  }

  /** Everything told at once is what a new standing over the same entries tells. */
  check(): void {
    const whole = openStanding(this.standing.plan, entriesOf(this.file));
    const [told, wanted] = [this.standing, whole].map((standing) => standing.result(INPUT));
    // Texts are compared many times faster, and equality then says where they differ.
    if (JSON.stringify(told) !== JSON.stringify(wanted)) expect(told).toEqual(wanted);
  }
}

describe('a live standing', () => {
  it('is what a new one is after any change, and a refused change changes nothing', () => {
    let made = 0;
    fc.assert(
      fc.property(arbitraryChanged(40), ({ file, changes }) => {
        const followed = new Followed(file);
        changes.forEach((change, index) => {
          if (index % 6 === 5) followed.changeWrongly(change);
          else expect(followed.change(change)).toBe(true);
          made++;
          // What was read before must not be kept too long: sometimes one piece is read, sometimes all, sometimes none.
          if (index % 3 === 0) followed.standing.rewards();
          if (index % 4 !== 1) followed.check();
        });
        expect(followed.standing.result(INPUT)).toEqual(score(competitionOf(followed.file), INPUT));
      }),
      runs(100),
    );
    expect(made).toBeGreaterThan(often(1_500));
  });

  it('refuses what would let a condition divide by zero, and only that', () => {
    const seen = { made: 0, refused: 0 };
    fc.assert(
      fc.property(arbitraryChanged(40), fc.nat(3), ({ file, changes }, seed) => {
        const dividing = withDivision(file, seed);
        if (!isRead(dividing)) return;
        const followed = new Followed(dividing);
        for (const change of changes) {
          const isMade = followed.change(change);
          seen[isMade ? 'made' : 'refused']++;
          if (!isMade) expect(isRead(afterChange(followed.file, change))).toBe(false);
          followed.check();
        }
        expect(isRead(followed.file)).toBe(true);
      }),
      runs(100),
    );
    expect(Math.min(seen.made, seen.refused)).toBeGreaterThan(often(10));
  });

  it('would be found out if it forgot one change in a sequence', () => {
    const forgetful = fc.property(arbitraryChanged(12), ({ file, changes }) => {
      const followed = new Followed(file);
      const idle = openStanding(competitionOf(file));
      changes.forEach((change, index) => {
        if (index === 1) followed.file = afterChange(followed.file, change);
        else followed.change(change);
      });
      expect(idle.plan.clusters).toHaveLength(followed.standing.plan.clusters.length);
      followed.check();
    });
    expect(fc.check(forgetful, runs(60)).failed).toBe(true);
  });

  it('would be found out if it renewed a ranking and not what is proposed from it', () => {
    const stale = fc.property(arbitraryChanged(12), ({ file, changes }) => {
      const followed = new Followed(file);
      const before = followed.standing.rewards();
      for (const change of changes) followed.change(change);
      expect(followed.standing.rewards()).toEqual(before);
    });
    expect(fc.check(stale, runs(60)).failed).toBe(true);
  });
});
