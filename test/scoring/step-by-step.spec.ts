import { describe, expect, it } from '@jest/globals';
import {
  assembleResult,
  compile,
  entryOf,
  openCluster,
  proposeCampaign,
  proposeLocal,
  rankCluster,
  score,
  scoreUnit,
  type ClusterRanking,
  type Competition,
  type CompetitionRules,
  type RewardRow,
} from '@thidua/scoring';
import { checkFile, valueOf } from './read-file.js';

/** As a service does it: cluster by cluster, with what it keeps in between stored as JSON. */
function scoreStepByStep(competition: Competition): unknown {
  const { entries, ...rules } = competition;
  const plan = compile(JSON.parse(JSON.stringify(rules)) as CompetitionRules);
  const stored = plan.clusters.toReversed().map(({ code, units }) => {
    const own = (unit: string) => entries.filter((entry) => entry.unit === unit).map(entryOf);
    const scores = new Map(units.map((unit) => [unit, scoreUnit(plan, unit, own(unit))]));
    const ranking = rankCluster(plan, code, scores);
    return JSON.stringify({ ranking, rows: proposeLocal(plan, ranking) });
  });
  const loaded = stored.map((text) => JSON.parse(text) as { ranking: ClusterRanking; rows: RewardRow[] });
  const rankings = loaded.map(({ ranking }) => ranking);
  const local = loaded.flatMap(({ rows }) => rows);
  return assembleResult(plan, 'sha256:-', rankings, [...proposeCampaign(plan, rankings, local), ...local]);
}

describe('scoring cluster by cluster', () => {
  it.each(['rewards', 'campaign-scope', 'holds', 'classes', 'ties'])('gives the whole result of %s', (name) => {
    const competition = valueOf(checkFile(`golden/${name}.yaml`));
    expect(JSON.stringify(scoreStepByStep(competition))).toBe(JSON.stringify(score(competition, 'sha256:-')));
  });

  it.each(['rewards', 'campaign-scope', 'stages-cluster', 'negative-total', 'caps', 'ties'])(
    'gives the same of each cluster of %s kept by itself, whatever was entered before',
    (name) => {
      const competition = valueOf(checkFile(`golden/${name}.yaml`));
      const plan = compile(competition);
      for (const { code, units } of plan.clusters) {
        const open = openCluster(plan, code);
        const empty = new Map(units.map((unit) => [unit, scoreUnit(plan, unit, [])]));
        expect(open.ranking()).toEqual(rankCluster(plan, code, empty));
        const scores = new Map(empty);
        for (const unit of units) {
          const own = competition.entries.filter((entry) => entry.unit === unit).map(entryOf);
          for (const entries of [own.slice(1), [], own]) {
            open.enter(unit, entries);
            scores.set(unit, scoreUnit(plan, unit, entries));
            const ranking = rankCluster(plan, code, scores);
            expect(open.scoreOf(unit)).toEqual(scores.get(unit));
            expect(open.ranking()).toEqual(ranking);
            expect(open.rewards()).toEqual(proposeLocal(plan, ranking));
          }
        }
      }
    },
  );

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

  it('does not rank or propose from less than there is', () => {
    const plan = compile(valueOf(checkFile('golden/campaign-scope.yaml')));
    expect(() => rankCluster(plan, 'C1', new Map())).toThrow(RangeError);
    expect(() => rankCluster(plan, 'C9', new Map())).toThrow(RangeError);
    expect(() => proposeCampaign(plan, [], [])).toThrow(RangeError);
  });

  it('refuses rules that were never checked', () => {
    const competition = valueOf(checkFile('golden/ties.yaml'));
    expect(() => compile({ ...competition, ranking: { precedence: ['luck'] } })).toThrow(/ranking.key.unknown/);
  });
});
