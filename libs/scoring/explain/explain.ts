import type { LiveStanding } from '../live/live-standing.js';
import { explainClasses } from './explain-class.js';
import { kindOf } from './counted-kind.js';
import { explainCriterion } from './explain-criterion.js';
import { explainFacts } from './explain-facts.js';
import { explainRank, orderOf } from './explain-rank.js';
import { explainReward } from './explain-reward.js';
import { explainRounds } from './explain-rounds.js';
import { explainTotal } from './explain-total.js';
import type { Explanation } from './explanation.js';

/**
 * Accounts for one unit's standing as it is now: each criterion (spec, "Rules", "Entry"), the total ("Scale"), the
 * rounds ("Rounds"), the facts ("Facts"), the rank ("Standings"), the class ("Classes") and each reward ("Rewards, in
 * order"). The rules tell their own working, and sums and conditions are read from the columns they were computed in,
 * so that an account cannot say other than what was computed. Points are decimals with the scale's digits, steps before
 * rounding exact decimals or fractions like "1/3", per cents of 100. Throws a RangeError for a unit the plan does not
 * have.
 */
export function explain(standing: LiveStanding, unit: string): Explanation {
  const { plan } = standing;
  const { standing: own, index } = standing.seat(unit);
  const known = plan.units.get(unit)!;
  const { scale, cluster } = known;
  const result = standing.result('');
  const ranking = standing.ranking(cluster);
  const written = ranking.standings.find((each) => each.unit === unit)!;
  const rounds = explainRounds(plan, own, index);
  const [only] = own.rounds;
  const facts = explainFacts(plan, own, index);
  return {
    format: 'thidua-explanation/1',
    asOf: plan.asOf,
    unit: {
      ...{ code: unit, name: known.name, kind: known.kind, cluster, scale: scale.code },
      ...{ traits: [...known.traits], headOf: known.headOf, peers: kindOf(plan, plan.clusterOf.get(cluster)!.units) },
    },
    criteria: rounds === null ? scale.criteria.map((criterion) => explainCriterion(plan, only!, index, criterion)) : [],
    total: rounds === null ? explainTotal(only!, index) : null,
    rounds,
    facts,
    rank: explainRank(plan, orderOf(plan, own.ranking()), ranking, written),
    class: written.class,
    classes: explainClasses(standing, { known, own: written, facts }),
    rewards: plan.rewards.map((reward) => explainReward(standing, reward, known, result, facts)),
  };
}
