import { describe, expect, it } from '@jest/globals';
import {
  compile,
  openStanding,
  readCompetition,
  RULE_KINDS,
  scoreUnit,
  type Entry,
  type JsonValue,
  type Plan,
  type PlanCriterion,
} from '@thidua/scoring';
import * as fc from 'fast-check';
import { topOf } from '../../../libs/scoring/plan/plan.js';
import { arbitraryCompetition, arbitrarySlots, criteriaOf, makeEntry } from './arbitrary-competition.js';
import { MAKERS } from './kinds.js';
import { arbitraryRead, competitionOf, entriesOf } from './made.js';
import { runs } from './runs.js';

/** Millionths: no scale has more digits. */
const millionths = (text: string): bigint => {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(`${whole}${fraction.padEnd(6, '0')}`);
};

const signed = (text: string): bigint => (text.startsWith('-') ? -millionths(text.slice(1)) : millionths(text));

/** Whether a criterion adds to a part. */
const adds = (plan: Plan, unit: string, { sign, section }: PlanCriterion): boolean =>
  sign === 'plus' && topOf(plan.scaleOf(unit), section).kind === 'part';

describe('a better input', () => {
  it('is made for every kind of rule, in competitions without an error', () => {
    expect(Object.keys(MAKERS).toSorted()).toEqual(RULE_KINDS.toSorted());
    fc.assert(
      fc.property(arbitraryCompetition, (competition) => {
        expect(readCompetition(competition as unknown as JsonValue)).toMatchObject({ ok: true });
      }),
      runs(300),
    );
  });

  it('never lowers the points, nor the total they are added to', () => {
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
          const points = (of: typeof before): bigint => millionths(of.criteria[criterion]!.points);
          expect(points(after)).toBeGreaterThanOrEqual(points(before));
          const scale = plan.scaleOf(unit);
          if (topOf(scale, scale.byCode.get(criterion)!.section).kind === 'penalty') {
            expect(signed(after.total)).toBeLessThanOrEqual(signed(before.total));
          } else expect(signed(after.total)).toBeGreaterThanOrEqual(signed(before.total));
        }
      }),
      runs(500),
    );
    expect([...raised].toSorted()).toEqual(RULE_KINDS.filter((kind) => MAKERS[kind]!.better).toSorted());
  });

  it('of a criterion that adds to a part never lowers what the parts give the unit', () => {
    let raised = 0;
    fc.assert(
      fc.property(arbitraryRead, (file) => {
        const competition = competitionOf(file);
        const standing = openStanding(competition);
        const { plan } = standing;
        for (const entry of entriesOf(file)) {
          const { unit, criterion: code } = entry;
          const criterion = plan.scaleOf(unit).byCode.get(code)!;
          if (entry.points === undefined || !adds(plan, unit, criterion)) continue;
          const before = standing.scoreOf(unit).base;
          // Refused where the most is no multiple of the step.
          if (!standing.apply({ put: { ...entry, points: criterion.max, reason: 'Nâng lên' } }).ok) continue;
          raised++;
          expect(signed(standing.scoreOf(unit).base)).toBeGreaterThanOrEqual(signed(before));
        }
      }),
      runs(400),
    );
    expect(raised).toBeGreaterThan(100);
  });
});

describe('a unit', () => {
  it('scores the same beside others and alone, where nothing is measured against others', () => {
    let seen = 0;
    fc.assert(
      fc.property(arbitraryRead, (file) => {
        if (file.rounds !== undefined || /"relative"|"fact:/.test(JSON.stringify(file.scales))) return;
        const competition = competitionOf(file);
        const plan = compile(competition);
        const standing = openStanding(competition);
        const entries = entriesOf(file);
        for (const unit of plan.units.keys()) {
          const { facts: _facts, ...beside } = standing.scoreOf(unit);
          const own = entries.filter((entry) => entry.unit === unit);
          expect(scoreUnit(plan, unit, own)).toEqual({ ...beside, facts: [] });
          seen++;
        }
      }),
      runs(400),
    );
    expect(seen).toBeGreaterThan(100);
  });
});
