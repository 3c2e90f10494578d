import { describe, expect, it } from '@jest/globals';
import {
  assembleResult,
  compile,
  openCluster,
  score,
  settle,
  withClasses,
  type UnsettledCluster,
} from '@thidua/scoring';
import * as fc from 'fast-check';
import { arbitraryRead, competitionOf, entriesOf, INPUT } from './made.js';
import { runs } from './runs.js';

describe('clusters ranked and stored one by one', () => {
  it('are the whole competition once they are settled, in whatever order they come', () => {
    fc.assert(
      fc.property(arbitraryRead, (file) => {
        const competition = competitionOf(file);
        const plan = compile(competition);
        const entries = entriesOf(file);
        const stored = plan.clusters.map(({ code, units }) => {
          const open = openCluster(plan, code);
          for (const unit of units)
            open.enter(
              unit,
              entries.filter((entry) => entry.unit === unit),
            );
          return JSON.stringify({ ranking: open.ranking(), basis: open.basis(), rewards: open.rewards() });
        });
        const read = stored.toReversed().map((text) => JSON.parse(text) as UnsettledCluster);
        const settlement = settle(plan, read);
        const result = assembleResult(
          plan,
          INPUT,
          read.map(({ ranking }) => withClasses(ranking, settlement)),
          [...settlement.rewards, ...read.flatMap(({ rewards }) => rewards)],
        );
        expect(result).toEqual(score(competition, INPUT));
      }),
      runs(400),
    );
  });
});
