import { compare } from '../number/rational.js';
import type { Plan, PlanReward, PlanUnit } from '../plan/plan.js';
import { quotaOf } from '../rewards/quota.js';
import { at, formatPath, ROOT, type Path } from '../text/path.js';
import type { Judge } from './judge.js';
import { RewardGroups } from './reward-groups.js';
import type { Warnings } from './warning.js';

/** Warns of rewards that no unit can get, and of quotas with more places than units. */
export function warnOfRewards(judge: Judge, classes: ReadonlySet<string>, warnings: Warnings): void {
  new RewardWalk(judge, classes, warnings).walk();
}

const NOBODY = {
  rank: 'no rank is 0 or better',
  class: 'no unit can have a class the reward asks for',
  required: 'nobody can be proposed for a reward that it requires',
  cluster: 'no cluster has the units the reward is for',
  quota: 'the quota leaves no places',
  total: 'no unit can reach the least total',
} as const;

class RewardWalk {
  private readonly plan: Plan;
  private readonly groups: RewardGroups;
  /** Who can come into question, by what a reward asks of unit and cluster: most rewards ask for the same. */
  private readonly units = new Map<string, PlanUnit[]>();
  /** Codes of those that nobody can get. */
  private readonly impossible = new Set<string>();

  constructor(
    private readonly judge: Judge,
    private readonly classes: ReadonlySet<string>,
    private readonly warnings: Warnings,
  ) {
    this.plan = judge.plan;
    this.groups = new RewardGroups(judge.plan);
  }

  walk(): void {
    this.plan.rewards.forEach((reward, index) => {
      const path = at(at(ROOT, 'rewards'), index);
      if (this.isImpossible(reward, path)) {
        this.impossible.add(reward.code);
        return;
      }
      const large = this.groups.of(reward).find(({ units, counted }) => quotaOf(reward.quota, counted) > units);
      if (large === undefined) return;
      const quota = quotaOf(reward.quota, large.counted).toString();
      const name = this.plan.clusterOf.get(large.name)?.name;
      const reason = name === undefined ? 'campaign' : 'cluster';
      const params = { reason, quota, units: large.units, group: large.name, name: name ?? '' } as const;
      const message = `${quota} places for ${large.units} units${large.name === '' ? '' : ` of ${large.name}`}`;
      this.warnings.add('reward.quota.large', formatPath(at(path, 'quota')), message, params);
    });
  }

  /** Whether nobody can get a reward, after telling why. */
  private isImpossible(reward: PlanReward, path: Path): boolean {
    const { warnings, impossible } = this;
    const excluded = this.excludedByItself(reward);
    if (excluded !== undefined) {
      const message = `who is proposed for what it requires cannot be without ${excluded}, which excludes it`;
      warnings.add('reward.requires.excluded', formatPath(at(path, 'requires')), message, this.named(excluded));
      return true;
    }
    const of = 'percent' in reward.quota ? reward.quota.of : undefined;
    if (of !== undefined && impossible.has(of)) {
      const message = `nobody can be proposed for ${of}, of which the quota is a share`;
      warnings.add('reward.quota.none', formatPath(at(at(path, 'quota'), 'of')), message, this.named(of));
      return true;
    }
    const nobody = this.whyNobody(reward);
    if (nobody !== undefined) {
      warnings.add('reward.unreachable', formatPath(path), NOBODY[nobody], { reason: nobody });
      return true;
    }
    // A condition that holds for nobody was told where it stands.
    return (
      reward.when !== undefined &&
      !this.profilesOf(reward).some((each) => this.judge.verdict(reward.when!, each).mayHold)
    );
  }

  /** A reward that a candidate must have, by what is required in turn, and must not have. */
  private excludedByItself(reward: PlanReward): string | undefined {
    const byCode = new Map(this.plan.rewards.map((each) => [each.code, each]));
    const needed = new Set<string>();
    const need = ({ requires }: PlanReward): void => {
      for (const code of requires) {
        if (needed.has(code)) continue;
        needed.add(code);
        need(byCode.get(code)!);
      }
    };
    need(reward);
    const excluding = [reward, ...[...needed].map((code) => byCode.get(code)!)];
    return excluding.flatMap(({ excludes }) => excludes).find((code) => needed.has(code));
  }

  private whyNobody(reward: PlanReward): keyof typeof NOBODY | undefined {
    const { maxRank, classes, minTotal, requires, quota } = reward;
    if (maxRank === 0n) return 'rank';
    if (classes !== undefined && [...classes].every((code) => !this.classes.has(code))) {
      return 'class';
    }
    if (requires.some((code) => this.impossible.has(code))) return 'required';
    const groups = this.groups.of(reward);
    if (groups.length === 0) return 'cluster';
    if (groups.every(({ counted }) => quotaOf(quota, counted) === 0n)) return 'quota';
    if (minTotal === undefined) return undefined;
    const reached = this.profilesOf(reward).some(({ bounds }) => compare(bounds.most('total'), minTotal) >= 0);
    return reached ? undefined : 'total';
  }

  private named(code: string): { reward: string; name: string } {
    return { reward: code, name: this.plan.rewards.find((each) => each.code === code)!.name };
  }

  private profilesOf(reward: PlanReward) {
    const who = `${reward.for} ${reward.minClusterSize}`;
    let units = this.units.get(who);
    if (units === undefined) {
      const clusters = new Set(this.groups.clustersOf(reward).map(({ code }) => code));
      units = this.judge.competing.filter((unit) => clusters.has(unit.cluster) && this.groups.isFor(reward, unit));
      this.units.set(who, units);
    }
    return this.judge.profilesOf(units);
  }
}
