import { describe, expect, it } from '@jest/globals';
import {
  assembleResult,
  compile,
  entryOf,
  openCluster,
  openStanding,
  score,
  scoreUnit,
  settle,
  withClasses,
  type Competition,
  type CompetitionRules,
  type Entry,
  type Plan,
  type RewardRow,
  type UnsettledCluster,
} from '@thidua/scoring';
import { checkFile, EXAMPLES, valueOf } from './read-file.js';
import { goldenFiles } from './told.js';

const CASES = ['rewards', 'campaign-scope', 'holds', 'classes', 'stages-cluster', 'negative-total', 'caps', 'ties'].map(
  (name) => `golden/${name}.yaml`,
);
const RULES = goldenFiles('golden/rules/');

/** A unit's entries as they are stored. */
const entriesOf = (plan: Plan, { entries = [] }: Competition, unit: string): Entry[] => {
  const first = plan.stages.list[0]!.code;
  return entries.filter((entry) => entry.unit === unit).map((entry) => entryOf(entry, first));
};

/** Whether a row is of a reward that one cluster settles, and of this cluster. */
const isOf =
  ({ localRewards }: Plan, wanted: string) =>
  ({ code, cluster }: RewardRow): boolean =>
    cluster === wanted && localRewards.includes(code);

/** As a service does it: cluster by cluster, with what it keeps in between stored as JSON. */
function scoreStepByStep(competition: Competition): unknown {
  const { entries: _entries, ...rules } = competition;
  const plan = compile(JSON.parse(JSON.stringify(rules)) as CompetitionRules);
  const stored = plan.clusters.toReversed().map(({ code, units }) => {
    const open = openCluster(plan, code);
    for (const unit of units) open.enter(unit, entriesOf(plan, competition, unit));
    return JSON.stringify({ ranking: open.ranking(), basis: open.basis(), rewards: open.rewards() });
  });
  const loaded = stored.map((text) => JSON.parse(text) as UnsettledCluster);
  const settlement = settle(plan, loaded);
  const rankings = loaded.map(({ ranking }) => withClasses(ranking, settlement));
  const local = loaded.flatMap(({ rewards }) => rewards);
  return assembleResult(plan, 'sha256:-', rankings, [...settlement.rewards, ...local]);
}

describe('scoring cluster by cluster', () => {
  it.each([...CASES, ...RULES, ...EXAMPLES])('gives the whole result of %s', (path) => {
    const competition = valueOf(checkFile(path));
    expect(JSON.stringify(scoreStepByStep(competition))).toBe(JSON.stringify(score(competition, 'sha256:-')));
  });

  it.each(CASES)('gives the same of each cluster of %s kept by itself, whatever was entered before', (path) => {
    const competition = valueOf(checkFile(path));
    const plan = compile(competition);
    for (const { code, units } of plan.clusters) {
      const open = openCluster(plan, code);
      const entered = new Map<string, Entry[]>(units.map((unit) => [unit, []]));
      for (const unit of units) {
        const own = entriesOf(plan, competition, unit);
        for (const entries of [own.slice(1), [], own]) {
          open.enter(unit, entries);
          entered.set(unit, entries);
          const whole = openStanding(plan, [...entered.values()].flat());
          expect(open.scoreOf(unit)).toEqual(scoreUnit(plan, unit, entries));
          expect(open.ranking()).toEqual(whole.ranking(code));
          expect(open.rewards()).toEqual(whole.rewards().filter(isOf(plan, code)));
        }
      }
    }
  });

  it('keeps no cluster and no unit that there is not', () => {
    const plan = compile(valueOf(checkFile('golden/campaign-scope.yaml')));
    const [first, second] = plan.clusters;
    expect(() => openCluster(plan, 'C9')).toThrow(RangeError);
    const open = openCluster(plan, first!.code);
    expect(() => open.enter(second!.units[0]!, [])).toThrow(RangeError);
    expect(() => open.scoreOf(second!.units[0]!)).toThrow(RangeError);
  });

  it('knows which rewards one cluster settles', () => {
    const plan = compile(valueOf(checkFile('golden/campaign-scope.yaml')));
    expect(plan.localRewards).toEqual(['own']);
    expect(plan.campaignRewards).toEqual(['big', 'next', 'last']);
  });

  it('settles nothing from less than there is', () => {
    const plan = compile(valueOf(checkFile('golden/campaign-scope.yaml')));
    expect(() => settle(plan, [])).toThrow(RangeError);
    expect(() => assembleResult(plan, 'sha256:-', [], [])).toThrow(RangeError);
  });

  it('gives classes to none but the units of a settlement', () => {
    const ranking = openStanding(valueOf(checkFile('golden/classes.yaml'))).ranking('C1');
    const { unit } = ranking.standings[0]!;
    expect(withClasses(ranking, { classes: {} })).toEqual(ranking);
    const [first, ...others] = withClasses(ranking, { classes: { [unit]: null } }).standings;
    expect([first!.class, others]).toEqual([null, ranking.standings.slice(1)]);
  });

  it('refuses rules that were never checked', () => {
    const competition = valueOf(checkFile('golden/ties.yaml'));
    expect(() => compile({ ...competition, ranking: { precedence: ['luck'] } })).toThrow(/ranking.key.unknown/);
  });
});
