import type { RewardRule } from '../plan/competition.js';
import { at, formatPath, ROOT } from '../text/path.js';
import type { Warnings } from './warning.js';

/**
 * Warns of rewards that exclude themselves or one that is not earlier in the list, which does nothing. Two that exclude
 * each other are as they are meant: the later of them does it.
 */
export function warnOfExcludes(rewards: readonly RewardRule[], warnings: Warnings): void {
  const indexOf = new Map(rewards.map(({ code }, index) => [code, index]));
  rewards.forEach(({ code, excludes = [] }, index) => {
    excludes.forEach((excluded, place) => {
      const other = indexOf.get(excluded)!;
      const isSelf = other === index;
      if (other < index || (!isSelf && rewards[other]!.excludes?.includes(code))) return;
      const path = formatPath(at(at(at(at(ROOT, 'rewards'), index), 'excludes'), place));
      const message = isSelf
        ? 'a reward that excludes itself excludes nothing'
        : `${excluded} is not earlier in the list, so that nothing is excluded`;
      const reason = isSelf ? 'self' : 'later';
      warnings.add('reward.excludes.later', path, message, { reason, reward: excluded, name: rewards[other]!.name });
    });
  });
}
