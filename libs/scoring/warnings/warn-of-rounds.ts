import type { Plan } from '../plan/plan.js';
import { at, formatPath, ROOT } from '../text/path.js';
import type { Warnings } from './warning.js';

/** Warns of rounds that count for nothing, and of those outside the campaign. */
export function warnOfRounds({ rounds, campaign, asOf }: Plan, warnings: Warnings): void {
  rounds?.list.forEach(({ index, from, to, weight, begun }) => {
    const path = at(at(ROOT, 'rounds'), index);
    if (rounds.how === 'weighted' && weight.n === 0n) {
      warnings.add('round.weightless', formatPath(at(path, 'weight')), 'the round counts for nothing in the whole');
    }
    if (from < campaign.from || to > campaign.to) {
      const params = { from, to, campaignFrom: campaign.from, campaignTo: campaign.to };
      const message = `the round, ${from} to ${to}, is not within the campaign, ${campaign.from} to ${campaign.to}`;
      warnings.add('round.outside', formatPath(at(path, from < campaign.from ? 'from' : 'to')), message, params);
    }
    if (!begun) {
      const message = `the round begins after ${asOf}, the day on which rounds are judged, and never counts`;
      warnings.add('round.notBegun', formatPath(at(path, 'from')), message, { from, asOf });
    }
  });
}
