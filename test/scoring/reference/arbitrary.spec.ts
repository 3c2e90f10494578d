import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { arbitraryChanges, arbitraryFile, changed } from './arbitrary.js';
import { KINDS } from './made/raw.js';
import { referenceScore } from './score.js';

const FILES = fc.sample(arbitraryFile(), { numRuns: 400, seed: 45 });
const TEXTS = FILES.map((file) => JSON.stringify(file));
const RESULTS = FILES.map((file) => referenceScore(file));

const share = <T>(all: readonly T[], has: (one: T) => unknown): number => all.filter(has).length / all.length;

describe('the files made up for comparing', () => {
  const FEATURES = [
    ...KINDS.map((kind) => `"kind":"${kind}"`),
    ...['"atPlan"', '"withoutPlan":"relative"', '"direction":"lower"', '"median"', '"drop":1', '"step"', '"params"'],
    ...['"sign":"minus"', '"min":null', '"min":1', '"appliesTo"', '"rescalePart"', '"rescaleBase"', '"full"'],
    ...['"competes":false', '"headOf"', '"stages"', '"stageWeights"', '"scoredBy"', '"evidence":["', '"reason"'],
    ...['"rounds"', '"sum"', '"weighted"', '"last"', '"skip"', '"group:', '"class"', '"unranked"', '"asOf"'],
    ...['"value:', '"percent:', '"mean:', '"fact:', '"param:', '"criterion:', '"part:', '"bonus"', '"penalty"'],
    ...['"classAtMost"', '"barred"', '"maxPercent"', '"of":"class:', '"scope":"campaign"', '"of":"reward:'],
    ...['"requires"', '"excludes"', '"minClusterSize"', '"holds"', '"facts"', 'I.1.1.1.1.a', '"maxRank"', '"for":'],
  ];

  it.each(FEATURES)('use %s', (feature) => {
    expect(share(TEXTS, (text) => text.includes(feature))).toBeGreaterThan(0.02);
  });

  it('come to results worth comparing', () => {
    const standings = ({ clusters }: (typeof RESULTS)[number]) => clusters.flatMap((cluster) => cluster.standings);
    const least = {
      tied: share(RESULTS, (one) => standings(one).some(({ tied }) => tied)),
      unranked: share(RESULTS, (one) => standings(one).some(({ rank }) => rank === null)),
      classed: share(RESULTS, (one) => standings(one).some((row) => row.class)),
      withFacts: share(RESULTS, (one) => standings(one).some(({ facts }) => facts.length > 0)),
      proposed: share(RESULTS, ({ rewards }) => rewards.some((row) => row.proposed.length > 0)),
      tieAtEdge: share(RESULTS, ({ rewards }) => rewards.some((row) => row.tieAtEdge.length > 0)),
      held: share(RESULTS, ({ rewards }) => rewards.some((row) => row.held.length > 0)),
      barred: share(RESULTS, ({ rewards }) => rewards.some((row) => row.barred.length > 0)),
    };
    for (const [what, found] of Object.entries(least)) expect([what, found > 0.03]).toEqual([what, true]);
  });

  it('can be changed entry by entry', () => {
    const changes = fc.sample(
      arbitraryFile().chain((file) => arbitraryChanges(file).map((all) => ({ file, all }))),
      { numRuns: 100, seed: 46 },
    );
    for (const { file, all } of changes) {
      const last = all.reduce(changed, file);
      const { length } = last.entries!;
      expect(new Set(last.entries!.map((entry) => key(entry, file.stages?.[0]?.code ?? 'self'))).size).toBe(length);
      referenceScore(last);
    }
    expect(share(changes, ({ all }) => all.some((change) => 'remove' in change))).toBeGreaterThan(0.2);
  });
});

const key = (entry: { unit: string; criterion: string; stage?: string; round?: string }, first: string): string =>
  JSON.stringify([entry.unit.normalize('NFC'), entry.criterion, entry.stage ?? first, entry.round]);
