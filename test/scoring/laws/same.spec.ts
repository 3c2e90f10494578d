import { describe, expect, it } from '@jest/globals';
import type { ResultDocument } from '@thidua/scoring';
import * as fc from 'fast-check';
import type { CompetitionFile, Criterion, Section, Unit } from '../reference/file.js';
import { arbitraryRead, resultOf } from './made.js';
import { often, runs } from './runs.js';

const GUEST = 'khách-mời';

/** The file with a unit more that does not compete, and has all that one of the file has. */
function withGuest(file: CompetitionFile, seed: number): CompetitionFile {
  const cluster = file.clusters[seed % file.clusters.length]!;
  const { headOf: _, ...like } = cluster.units[seed % cluster.units.length]!;
  const guest: Unit = { ...like, code: GUEST, competes: false };
  const twice = <T extends { unit: string }>(list: readonly T[] = []): T[] => [
    ...list,
    ...list.filter(({ unit }) => unit === like.code).map((item) => ({ ...item, unit: GUEST })),
  ];
  return {
    ...file,
    clusters: file.clusters.map((each) => (each === cluster ? { ...each, units: [guest, ...each.units] } : each)),
    ...(file.facts && { facts: twice(file.facts) }),
    ...(file.holds && { holds: twice(file.holds) }),
    targets: twice(file.targets),
    notAssigned: twice(file.notAssigned),
    entries: twice(file.entries),
  };
}

/** A result with one unit left out wherever it is listed. */
function without(result: ResultDocument, gone: string): ResultDocument {
  const others = <T extends { unit: string }>(list: readonly T[]): T[] => list.filter(({ unit }) => unit !== gone);
  return {
    ...result,
    clusters: result.clusters.map(({ code, standings, rounds }) => ({
      code,
      standings: others(standings),
      ...(rounds && { rounds: rounds.map((round) => ({ ...round, standings: others(round.standings) })) }),
    })),
  };
}

/** The file with every `appliesTo` said unit by unit. */
function listingWho(file: CompetitionFile): CompetitionFile {
  const rows = new Map((file.notAssigned ?? []).map((row) => [`${row.unit} ${row.criterion}`, row]));
  const open = (units: Unit[]) =>
    function openSection<S extends Section>(section: S): S {
      const criterion = ({ appliesTo, ...rest }: Criterion): Criterion => {
        const { any, none = [] } = appliesTo ?? {};
        for (const { code, traits = [] } of units) {
          const isLeftOut =
            any?.some((trait) => traits.includes(trait)) === false || none.some((t) => traits.includes(t));
          if (isLeftOut) rows.set(`${code} ${rest.code}`, { unit: code, criterion: rest.code, reason: 'Không giao' });
        }
        return rest;
      };
      return {
        ...section,
        ...(section.criteria && { criteria: section.criteria.map(criterion) }),
        ...(section.groups && { groups: section.groups.map(openSection) }),
      };
    };
  const scales = file.scales.map((scale) => {
    const units = file.clusters.filter((cluster) => cluster.scale === scale.code).flatMap((cluster) => cluster.units);
    const each = open(units);
    const { parts, bonus, penalty } = scale;
    return {
      ...scale,
      parts: parts.map(each),
      ...(bonus && { bonus: each(bonus) }),
      ...(penalty && { penalty: each(penalty) }),
    };
  });
  return { ...file, scales, notAssigned: [...rows.values()] };
}

describe('what changes nothing', () => {
  it('is a unit that does not compete: nobody’s rank, class or reward is another', () => {
    fc.assert(
      fc.property(arbitraryRead, fc.nat(999), (file, seed) => {
        const result = resultOf(withGuest(file, seed));
        expect(without(result, GUEST)).toEqual(resultOf(file));
        const guest = result.clusters.flatMap(({ standings }) => standings).find(({ unit }) => unit === GUEST);
        expect(guest).toMatchObject({ rank: null, tied: false, class: null });
        expect(JSON.stringify(result.rewards)).not.toContain(GUEST);
      }),
      runs(250),
    );
  });

  it('is to list unit by unit who is left out by its traits', () => {
    let seen = 0;
    fc.assert(
      fc.property(arbitraryRead, (file) => {
        if (!JSON.stringify(file.scales).includes('appliesTo')) return;
        seen++;
        expect(resultOf(listingWho(file))).toEqual(resultOf(file));
      }),
      runs(350),
    );
    expect(seen).toBeGreaterThan(often(50));
  });
});
