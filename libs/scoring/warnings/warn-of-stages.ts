import { isPositive } from '../number/rational.js';
import type { Plan } from '../plan/plan.js';
import { at, formatPath, ROOT } from '../text/path.js';
import type { Warnings } from './warning.js';

/**
 * Warns of weights of stages that let nothing count at all, and of stages that score criteria first while their weights
 * let what is entered there count nothing. Criteria of kind `relative` count without a weight.
 */
export function warnOfStages({ ranking, stages, scales }: Plan, warnings: Warnings): void {
  const { weights, level } = ranking;
  if (weights === undefined) return;
  const path = formatPath(at(at(ROOT, 'ranking'), 'stageWeights'));
  const isWeighed = [...scales.values()].some(({ criteria }) => criteria.some(({ rule }) => !rule!.relative));
  if (isWeighed && !weights.slice(level).some(isPositive)) {
    const { code: stage, name } = stages.list[level]!;
    const message = `no stage from ${stage} on, where entries count, has a weight: what is entered gives no points`;
    warnings.add('stage.weightsUnused', path, message, { stage, name });
    return;
  }
  for (const stage of stages.list) {
    if (stage.level < Math.max(level, 1) || isPositive(weights[stage.level]!)) continue;
    const scored = [...scales.values()]
      .flatMap(({ criteria }) => criteria)
      .find(({ firstLevel, rule }) => firstLevel === stage.level && rule!.relative === undefined);
    if (scored === undefined) continue;
    const message = `stage ${stage.code} scores criterion ${scored.code} first, but has no weight`;
    warnings.add('stage.weightless', path, message, {
      stage: stage.code,
      name: stage.name,
      criterion: scored.code,
    });
  }
}
