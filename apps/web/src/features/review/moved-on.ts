import { codeOf } from '../../api/problem.js';

/** Codes of refusals that say: things are no longer as the person saw them (409). */
const TITLES = {
  'ranking.behind': 'review.behindTitle',
  'proposal.decided': 'review.decidedTitle',
  'review.endorsed': 'review.givenTitle',
  'review.returned': 'review.givenTitle',
} as const;

/** The heading of such a refusal; null where the refusal is another. */
export function movedOnTitle(error: unknown): (typeof TITLES)[keyof typeof TITLES] | null {
  const code = codeOf(error);
  return code !== null && code in TITLES ? TITLES[code as keyof typeof TITLES] : null;
}

/** Whether the page has to be read again to show why. What earlier decisions leave no room for, it says in the list. */
export function movedOn(error: unknown): boolean {
  return movedOnTitle(error) !== null || codeOf(error)?.startsWith('decision.') === true;
}
