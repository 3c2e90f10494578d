import { describe, expect, it } from '@jest/globals';
import { openStanding, readCompetition, score, type Entry, type JsonValue } from '@thidua/scoring';
import * as fc from 'fast-check';
import type { CompetitionFile } from '../reference/file.js';
import { referenceScore } from '../reference/score.js';
import { afterChange, arbitraryChanged, competitionOf, INPUT } from './made.js';
import { often, runs } from './runs.js';

const CRITERION = 'rộng';
/** Beyond what doubles hold exactly, whatever the digits. */
const MOST = '90071992547409930';

/** The file with a part whose points are too large for doubles; some units have nearly all of them, differing in the last digit. */
function widened(file: CompetitionFile): CompetitionFile {
  const part = {
    ...{ code: `phần-${CRITERION}`, name: 'Rộng', max: MOST },
    criteria: [{ code: CRITERION, name: 'Rộng', max: MOST, rule: { kind: 'direct' } }],
  };
  const stage = file.stages?.[0]!.code ?? 'self';
  const units = file.clusters.flatMap((cluster) => cluster.units);
  const entries = units.flatMap(({ code: unit }, index) => {
    if (index % 3 === 2) return [];
    const points = `9007199254740992${index % 10}`;
    const rounds: (string | undefined)[] = file.rounds?.map(({ code }) => code) ?? [undefined];
    return rounds.map((round) => ({ unit, criterion: CRITERION, stage, points, ...(round && { round }) }));
  });
  const scales = file.scales.map((scale) => ({ ...scale, parts: [...scale.parts, part] }));
  return { ...file, scales, entries: [...(file.entries ?? []), ...entries] } as unknown as CompetitionFile;
}

const isRead = (file: CompetitionFile): boolean => readCompetition(file as unknown as JsonValue).ok;

describe('points beyond what doubles hold', () => {
  it('are ranked as the plain reference ranks them, whole and after each change', () => {
    let seen = 0;
    fc.assert(
      fc.property(arbitraryChanged(12), ({ file, changes }) => {
        let wide = widened(file);
        if (!isRead(wide)) return;
        seen++;
        const standing = openStanding(competitionOf(wide));
        const wanted = referenceScore(wide);
        const told = standing.result(INPUT);
        expect(told.clusters).toEqual(wanted.clusters);
        expect(told.rewards).toEqual(wanted.rewards);
        const stage = wide.stages?.[0]!.code ?? 'self';
        for (const change of changes) {
          const made = standing.apply('put' in change ? { put: { stage, ...change.put } as Entry } : change);
          if (made.ok) wide = afterChange(wide, change);
          expect(standing.result(INPUT)).toEqual(score(competitionOf(wide), INPUT));
        }
      }),
      runs(60),
    );
    expect(seen).toBeGreaterThan(often(20));
  });
});
