import type { Scale } from '../plan/competition.js';
import type { Condition } from '../plan/condition.js';
import { bonusOf, penaltyOf, type PlanUnit } from '../plan/plan.js';
import { at, formatPath, ROOT, type Path } from '../text/path.js';
import type { Judge } from './judge.js';
import { warnOfParams } from './warn-of-params.js';
import type { Warnings } from './warning.js';

/** A condition, where it stands, and who it is judged for. */
interface Judged {
  condition: Condition;
  path: Path;
  units: readonly PlanUnit[];
  /** Of one round each. */
  alone: boolean;
  never: { code: 'condition.never' | 'fact.unreachable'; path: Path; message: string };
}

/** Warns of conditions that hold for nobody or for everybody, whatever is entered, and of params that are not there. */
export function warnOfConditions(judge: Judge, scales: readonly Scale[], warnings: Warnings): void {
  for (const { condition, path, units, alone, never } of conditionsOf(judge, scales)) {
    if (units.length === 0) continue;
    const params = [...condition.inputs].flatMap(([name, { kind, code }]) =>
      kind === 'param' ? [{ param: code, path: at(at(path, 'inputs'), name) }] : [],
    );
    const isUnknown = warnOfParams(params, units, warnings);
    const { mayHold, mayFail } = judge.verdictOfAll(condition, judge.profilesOf(units), alone);
    if (!mayFail) {
      warnings.add('condition.always', formatPath(path), 'the condition holds whatever is entered');
    } else if (!isUnknown && !mayHold) {
      warnings.add(never.code, formatPath(never.path), never.message);
    }
  }
}

function conditionsOf({ plan, competing }: Judge, scales: readonly Scale[]): Judged[] {
  const all = [...plan.units.values()];
  const audiences = new Map(
    ([undefined, 'collective', 'individual'] as const).map((audience) => [
      audience,
      competing.filter(({ kind }) => audience === undefined || kind === audience),
    ]),
  );
  const judged: Judged[] = [];
  const add = (
    condition: Condition | undefined,
    path: Path,
    { units = competing, alone = false, never }: Partial<Judged> = {},
  ): void => {
    const message = 'the condition holds for nobody, whatever is entered';
    if (condition === undefined) return;
    judged.push({ condition, path, units, alone, never: never ?? { code: 'condition.never', path, message } });
  };
  scales.forEach((scale, index) => {
    const ready = plan.scales.get(scale.code)!;
    const units = all.filter((unit) => unit.scale === ready);
    const path = at(at(ROOT, 'scales'), index);
    add(bonusOf(ready).when, at(at(path, 'bonus'), 'when'), { units, alone: true });
    add(penaltyOf(ready).when, at(at(path, 'penalty'), 'when'), { units, alone: true });
  });
  plan.factKinds.forEach(({ when }, index) => {
    const path = at(at(ROOT, 'factKinds'), index);
    const message = 'its condition holds for nobody, whatever is entered: no unit can have such a fact';
    add(when, at(path, 'when'), { units: all, never: { code: 'fact.unreachable', path, message } });
  });
  plan.classes.forEach(({ when }, index) => add(when, at(at(at(ROOT, 'classes'), index), 'when')));
  plan.rewards.forEach((reward, index) => {
    const units = audiences.get(reward.for)!;
    add(reward.when, at(at(at(ROOT, 'rewards'), index), 'when'), { units });
  });
  return judged;
}
