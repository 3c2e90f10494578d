import { describe, expect, it } from '@jest/globals';
import { compile, openStanding, RULE_KINDS, score, scoreUnit, type Competition, type Entry } from '@thidua/scoring';
import * as fc from 'fast-check';
import { arbitraryCompetition, arbitrarySlots, criteriaOf, makeEntry, unitsOf } from './laws/arbitrary-competition.js';
import { MAKERS } from './laws/kinds.js';

const RUNS = { numRuns: 500 };
const NONE = 'sha256:-';

/** Thousandths: the competitions have at most three digits. */
const thousandths = (text: string | number | null | undefined): bigint => {
  const [whole = '0', fraction = ''] = String(text ?? 0).split('.');
  return BigInt(`${whole}${fraction.padEnd(3, '0')}`);
};
const least = (a: bigint, b: bigint | null): bigint => (b !== null && a > b ? b : a);
const sum = (values: readonly bigint[]): bigint => values.reduce((all, value) => all + value, 0n);

/** A fixed rearrangement of a list by a drawn number. */
const rearrange = <T>(list: readonly T[], seed: number): T[] =>
  list
    .map((item, index) => ({ item, at: ((index + 1) * (2 * seed + 7919)) % 104_729 }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);

const scaleOf = (competition: Competition, cluster: string) =>
  competition.scales.find(({ code }) => code === competition.clusters.find((each) => each.code === cluster)!.scale)!;

describe('laws of scoring', () => {
  it('the order of entries, units and clusters never matters', () => {
    fc.assert(
      fc.property(arbitraryCompetition, fc.nat(9999), (competition, seed) => {
        const clusters = rearrange(competition.clusters, seed).map((cluster) => ({
          ...cluster,
          units: rearrange(cluster.units, seed),
        }));
        const moved = score({ ...competition, clusters, entries: rearrange(competition.entries!, seed) }, NONE);
        const result = score(competition, NONE);
        const byCluster = <T extends { code: string; cluster?: string | null }>(list: readonly T[]): T[] =>
          list.toSorted((a, b) => `${a.code} ${a.cluster}`.localeCompare(`${b.code} ${b.cluster}`));
        expect(byCluster(moved.clusters)).toEqual(byCluster(result.clusters));
        expect(byCluster(moved.rewards)).toEqual(byCluster(result.rewards));
      }),
      RUNS,
    );
  });

  it('points lie between 0 and the max of their criterion', () => {
    fc.assert(
      fc.property(arbitraryCompetition, (competition) => {
        for (const { standings } of score(competition, NONE).clusters) {
          for (const { unit, criteria } of standings) {
            for (const { code, max } of criteriaOf(competition, unit)) {
              const points = thousandths(criteria[code]?.points);
              expect(points >= 0n && points <= thousandths(max)).toBe(true);
            }
          }
        }
      }),
      RUNS,
    );
  });

  it('totals are the sums of the points, each cut where the scale says', () => {
    fc.assert(
      fc.property(arbitraryCompetition, (competition) => {
        for (const { code, standings } of score(competition, NONE).clusters) {
          const scale = scaleOf(competition, code);
          const bound = (value: string | number | null | undefined): bigint | null =>
            value === null || value === undefined ? null : thousandths(value);
          for (const { criteria, parts, base, bonus, penalty, total } of standings) {
            const add = (list: readonly { code: string }[] = []): bigint =>
              sum(list.map((each) => thousandths(criteria[each.code]?.points)));
            const cut = scale.parts.map((part) => least(add(part.criteria), thousandths(part.max)));
            expect(Object.values(parts).map(thousandths)).toEqual(cut);
            expect(thousandths(base)).toBe(sum(cut));
            expect(thousandths(bonus)).toBe(least(add(scale.bonus?.criteria), bound(scale.bonus?.max)));
            expect(thousandths(penalty)).toBe(least(add(scale.penalty?.criteria), bound(scale.penalty?.max)));
            const whole = thousandths(base) + thousandths(bonus) - thousandths(penalty);
            const floor = scale.floor === undefined ? 0n : bound(scale.floor);
            const raised = floor !== null && whole < floor ? floor : whole;
            expect(thousandths(total)).toBe(least(raised, bound(scale.ceiling)));
          }
        }
      }),
      RUNS,
    );
  });

  it('ranks are a function of the keys alone', () => {
    fc.assert(
      fc.property(arbitraryCompetition, (competition) => {
        const { precedence = ['total'], missing } = competition.ranking ?? {};
        for (const { standings } of score(competition, NONE).clusters) {
          const ranked = standings.filter(({ complete }) => missing !== 'unranked' || complete);
          const keys = ranked.map((standing) =>
            precedence.map((key) => {
              const [field, code = ''] = key.split(':');
              if (field === 'part') return thousandths(standing.parts[code]);
              if (field === 'criterion') return thousandths(standing.criteria[code]?.points);
              return field === 'penalty'
                ? -thousandths(standing.penalty)
                : thousandths(standing[field as 'total' | 'base' | 'bonus']);
            }),
          );
          const isBefore = (a: readonly bigint[], b: readonly bigint[]): boolean => {
            const first = a.findIndex((value, index) => value !== b[index]);
            return first >= 0 && a[first]! > b[first]!;
          };
          const ranks = keys.map((own) => 1 + keys.filter((other) => isBefore(other, own)).length);
          expect(ranked.map(({ rank }) => rank)).toEqual(ranks);
          const tied = ranks.map((rank) => ranks.filter((other) => other === rank).length > 1);
          expect(ranked.map((standing) => standing.tied)).toEqual(tied);
          const others = standings.filter((standing) => !ranked.includes(standing));
          expect(others.every(({ rank, class: given }) => rank === null && given === null)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('a better input never lowers the points, nor the total they are added to', () => {
    const raised = new Set<string>();
    fc.assert(
      fc.property(arbitraryCompetition, arbitrarySlots(1, 12), (competition, slots) => {
        const plan = compile(competition);
        for (const slot of slots) {
          const entry = makeEntry(competition, { ...slot, stage: 2 });
          const { criterion, unit } = entry;
          const known = criteriaOf(competition, unit).find(({ code }) => code === criterion)!;
          const { kind } = known.rule;
          const better = MAKERS[kind]!.better?.(known.rule, Number(known.max), entry as never);
          if (better === undefined) continue;
          raised.add(kind);
          const standing = openStanding(plan, [{ ...entry, stage: 'office' }]);
          const before = standing.scoreOf(unit);
          expect(standing.apply({ put: { ...entry, ...better, stage: 'office' } as Entry }).ok).toBe(true);
          const after = standing.scoreOf(unit);
          const points = (of: typeof before): bigint => thousandths(of.criteria[criterion]!.points);
          expect(points(after)).toBeGreaterThanOrEqual(points(before));
          const scale = plan.scaleOf(unit);
          if (topOf(scale, scale.byCode.get(criterion)!.section).kind === 'penalty') {
            expect(thousandths(after.total)).toBeLessThanOrEqual(thousandths(before.total));
          } else expect(thousandths(after.total)).toBeGreaterThanOrEqual(thousandths(before.total));
        }
      }),
      RUNS,
    );
    expect([...raised].toSorted()).toEqual(RULE_KINDS.filter((kind) => MAKERS[kind]!.better).toSorted());
  });

  it('a unit scores the same beside others and alone', () => {
    fc.assert(
      fc.property(arbitraryCompetition, (competition) => {
        const plan = compile(competition);
        const standing = openStanding(competition);
        for (const unit of unitsOf(competition)) {
          const own = competition.entries!.filter((entry) => entry.unit === unit) as Entry[];
          expect(scoreUnit(plan, unit, own)).toEqual(standing.scoreOf(unit));
        }
      }),
      { numRuns: 200 },
    );
  });
});
