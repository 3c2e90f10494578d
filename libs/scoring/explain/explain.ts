import type { LiveStanding } from '../live/live-standing.js';
import { explainClasses } from './explain-class.js';
import { explainCriterion } from './explain-criterion.js';
import { explainRank } from './explain-rank.js';
import { explainReward } from './explain-reward.js';
import { explainTotal } from './explain-total.js';
import type { Explanation } from './explanation.js';

/**
 * Accounts for one unit's standing as it is now: each criterion (spec, "Rules", "Entry"), the total ("Scale"), the rank
 * ("Standings"), the class ("Classes") and each reward ("Rewards, in order"). The rules tell their own working, so
 * that an account cannot say other than what was computed. Points are decimals with the scale's digits, steps before
 * rounding exact decimals or fractions like "1/3", per cents of 100. Throws a RangeError for a unit the plan does not
 * have.
 */
export function explain(standing: LiveStanding, unit: string): Explanation {
  const { plan } = standing;
  const score = standing.scoreOf(unit);
  const known = plan.units.get(unit)!;
  const { scale, cluster } = known;
  const result = standing.result('');
  const ranking = standing.ranking(cluster);
  const own = ranking.standings.find((each) => each.unit === unit)!;
  const criteria = scale.criteria.map((criterion) =>
    explainCriterion(plan, known, criterion, standing.entriesOf(unit, criterion.code)),
  );
  return {
    format: 'thidua-explanation/1',
    unit: { code: unit, name: known.name, cluster, scale: scale.code },
    criteria,
    total: explainTotal(scale, criteria, score),
    rank: explainRank(plan, ranking, own),
    class: own.class,
    classes: explainClasses(plan.classes, ranking, own),
    rewards: plan.rewards.map((reward) => explainReward(plan, reward, known, result)),
  };
}
