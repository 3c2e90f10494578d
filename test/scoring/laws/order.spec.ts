import { describe, expect, it } from '@jest/globals';
import type { ResultDocument } from '@thidua/scoring';
import * as fc from 'fast-check';
import type { CompetitionFile } from '../reference/file.js';
import { arbitraryRead, resultOf } from './made.js';
import { often, runs } from './runs.js';

/** A fixed rearrangement of a list by a drawn number. */
const rearrange = <T>(list: readonly T[], seed: number): T[] =>
  list
    .map((item, index) => ({ item, at: ((index + 1) * (2 * seed + 7919)) % 104_729 }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);

const byCode = <T extends { code: string; cluster?: string | null }>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => (`${a.code} ${a.cluster}` < `${b.code} ${b.cluster}` ? -1 : 1));

/** A result in an order of its own, where the file's order of clusters shows in it. */
const listed = ({ clusters, rewards }: ResultDocument): unknown => [byCode(clusters), byCode(rewards)];

/** The same where the file's order of rounds shows in it. */
const withoutOrderOfRounds = (result: ResultDocument): unknown => ({
  ...result,
  clusters: result.clusters.map(({ standings, rounds, ...cluster }) => ({
    ...cluster,
    standings: standings.map(({ missing, ...standing }) => ({ ...standing, missing: missing.toSorted() })),
    rounds: byCode(rounds!),
  })),
});

/** Lists whose order means nothing. */
const LISTS = ['scales', 'targets', 'entries', 'holds', 'notAssigned', 'factKinds', 'facts'] as const;

describe('the order in a file', () => {
  it('of entries, units, clusters and whatever is no ranking never matters', () => {
    fc.assert(
      fc.property(arbitraryRead, fc.nat(9999), (file, seed) => {
        const moved: CompetitionFile = { ...file };
        for (const key of LISTS) {
          if (file[key] !== undefined) Object.assign(moved, { [key]: rearrange(file[key] as unknown[], seed) });
        }
        moved.clusters = rearrange(file.clusters, seed).map((cluster) => ({
          ...cluster,
          units: rearrange(cluster.units, seed),
        }));
        expect(listed(resultOf(moved))).toEqual(listed(resultOf(file)));
      }),
      runs(250),
    );
  });

  it('of rounds matters to their lists alone, unless the last one makes the whole', () => {
    let seen = 0;
    fc.assert(
      fc.property(arbitraryRead, (file) => {
        if ((file.rounds?.length ?? 0) < 2 || file.combine?.how === 'last') return;
        seen++;
        const moved = { ...file, rounds: file.rounds!.toReversed() };
        expect(withoutOrderOfRounds(resultOf(moved))).toEqual(withoutOrderOfRounds(resultOf(file)));
      }),
      runs(400),
    );
    expect(seen).toBeGreaterThan(often(20));
  });
});
