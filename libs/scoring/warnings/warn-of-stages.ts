import type { Plan } from '../plan/plan.js';
import { at, formatPath, ROOT } from '../text/path.js';
import type { Warnings } from './warning.js';

/** Warns of stages that score criteria first, while the weights of the stages let what is entered there count nothing. */
export function warnOfStages({ ranking, stages, scales }: Plan, warnings: Warnings): void {
  const { weights, level } = ranking;
  if (weights === undefined) return;
  const path = formatPath(at(at(ROOT, 'ranking'), 'stageWeights'));
  for (const stage of stages.list) {
    if (stage.level < Math.max(level, 1) || weights[stage.level]!.n > 0n) continue;
    const scored = [...scales.values()]
      .flatMap(({ criteria }) => criteria)
      .find(({ firstLevel, rule }) => firstLevel === stage.level && rule?.relative === undefined);
    if (scored === undefined) continue;
    const message = `stage ${stage.code} scores criterion ${scored.code} first, but has no weight`;
    warnings.add('stage.weightless', path, message, {
      stage: stage.code,
      name: stage.name,
      criterion: scored.code,
    });
  }
}
