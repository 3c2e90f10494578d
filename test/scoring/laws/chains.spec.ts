import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Class, CompetitionFile } from '../reference/file.js';
import { referenceScore } from '../reference/score.js';
import { resultOf } from './made.js';
import { runs } from './runs.js';

const points = fc.array(fc.nat(12), { minLength: 1, maxLength: 12 });
const share = fc.record({
  percent: fc.constantFrom(20, 50, 100, 34, 67, '99.5', 3),
  least: fc.oneof(fc.constant(undefined), fc.nat(10)),
  /** Leaves out some units in between. */
  skips: fc.option(fc.nat(3), { freq: 3 }),
});
const drawn = fc.record({
  clusters: fc.array(points, { minLength: 1, maxLength: 3 }),
  shares: fc.array(share, { minLength: 2, maxLength: 5 }),
  /** How many shares, from the first on, are of the campaign. */
  campaign: fc.nat(5),
  last: fc.constantFrom(undefined, 30, 70),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

/** Classes each of which is a share of the next, over a few clusters of units that often have the same points. */
function fileOf({ clusters, shares, campaign, last }: Drawn): CompetitionFile {
  const classes = shares.map(({ percent, least, skips }, at): Class => {
    const isLast = at === shares.length - 1;
    const scope = at < campaign ? 'campaign' : 'cluster';
    return {
      ...{ code: `k${at}`, name: `K${at}` },
      ...(least !== undefined && { minTotal: least }),
      ...(skips !== null && { when: { inputs: { t: 'total' }, expr: `floor(t / 3) != ${skips}` } }),
      ...(!isLast && { maxShare: { percent, of: `class:k${at + 1}`, scope } }),
      ...(isLast && last !== undefined && { maxPercent: last }),
    };
  });
  const units = clusters.map((all, at) => all.map((own, index) => ({ code: `u${at}.${index}`, name: 'U', own })));
  return {
    format: 'thidua/1',
    campaign: { code: 'c', name: 'C', from: '2024-01-01', to: '2024-12-31' },
    scales: [
      {
        ...{ code: 's', version: 1, name: 'S' },
        parts: [
          { code: 'I', name: 'I', max: 12, criteria: [{ code: 'a', name: 'A', max: 12, rule: { kind: 'direct' } }] },
        ],
      },
    ],
    clusters: units.map((own, at) => ({
      ...{ code: `c${at}`, name: 'C', scale: 's' },
      units: own.map(({ code, name }) => ({ code, name })),
    })),
    classes,
    entries: units.flat().map(({ code, own }) => ({ unit: code, criterion: 'a', points: own })),
  };
}

describe('classes that are shares of each other', () => {
  it('have the places that trying every number of them gives', () => {
    const found = new Set<string>();
    fc.assert(
      fc.property(drawn, (choices) => {
        const file = fileOf(choices);
        const { clusters } = resultOf(file);
        expect(clusters).toEqual(referenceScore(file).clusters);
        for (const { standings } of clusters) for (const given of standings) found.add(String(given.class));
      }),
      runs(1_000),
    );
    expect([...found].toSorted()).toEqual(['k0', 'k1', 'k2', 'k3', 'k4', 'null']);
  });
});
