import { Failure } from '../failures.js';
import { EventFeed } from '../demo/event-feed.js';
import { checkResult } from '../demo/check-result.js';
import { decideProposals } from '../demo/decide-proposals.js';
import { endorseRankings } from '../demo/endorse-rankings.js';
import { proposedOn, showBoard, unitNames } from '../demo/show-board.js';
import { signInAll, signOutAll } from '../demo/sign-in.js';
import type { Cast } from '../demo/sign-in.js';
import { submitUntilMoved } from '../demo/submit-changes.js';
import type { Board, Scope } from '../demo/views.js';
import { isCurrent, waitForBoard } from '../demo/wait-for-board.js';
import type { Language } from '../output/languages.js';
import { printable, say } from '../output/write.js';

export interface DemoOptions {
  /** Address of the service. */
  readonly url: string;
  /** File with sign-in links; absent: they are made in the service's own database. */
  readonly links?: string;
  readonly lang: Language;
}

/**
 * `thidua demo`: the main job over HTTP against a running service. A unit submits, its cluster's ranking and the
 * proposals move, the standing committee reviews, the council decides. May be run again on the same data.
 * @throws Failure at the first thing that does not hold.
 */
export async function runDemo({ url, links, lang }: DemoOptions): Promise<void> {
  if (!URL.canParse(url)) throw new Failure(`--url: ${url} is not an address`);
  step(1, `Sign in at ${url}`);
  const cast = await signInAll(url, links, lang);
  try {
    await play(cast);
  } finally {
    await signOutAll(cast);
  }
  say('Done: everything held.');
}

async function play(cast: Cast): Promise<void> {
  for (const { session } of Object.values(cast)) say(`  ${session.account.login}: ${printable(session.account.name)}`);
  const { campaign, unit } = officersScope(cast);
  const feed = await EventFeed.open(cast.office, campaign);
  const officersFeed = await EventFeed.open(cast.officer, campaign);
  try {
    const whole = (): Promise<Board> => waitForBoard(cast.office, campaign, feed, 'current rankings', isCurrent);
    step(2, 'Rankings before');
    const before = await whole();
    showBoard(before);
    step(3, `${unitNames(before).get(unit)} changes its sheet and submits`);
    await submitUntilMoved(cast.officer, campaign, unit, officersFeed);
    step(4, 'Rankings after');
    const after = await whole();
    showBoard(after, before);
    showNewProposals(before, after);
    step(5, 'The standing committee reviews');
    await endorseRankings(cast.committee, campaign);
    step(6, 'The council decides');
    await decideProposals(cast.council, campaign);
    step(7, 'The stored result against a computation from the exported file');
    await checkResult(cast.office, campaign);
  } finally {
    feed.close();
    officersFeed.close();
  }
}

function officersScope({ officer }: Cast): Required<Pick<Scope, 'campaign' | 'unit'>> {
  const { campaign, unit } = officer.session.grants.find(({ role }) => role === 'unitOfficer')?.scope ?? {};
  if (campaign === undefined || unit === undefined)
    throw new Failure('the officer is not granted a unit of a campaign');
  return { campaign, unit };
}

function showNewProposals(before: Board, after: Board): void {
  const earlier = proposedOn(before);
  const now = proposedOn(after);
  say(`Newly proposed: ${difference(now, earlier)}. No longer proposed: ${difference(earlier, now)}.`);
}

function difference(from: ReadonlySet<string>, without: ReadonlySet<string>): string {
  return [...from].filter((each) => !without.has(each)).join(', ') || 'none';
}

function step(number: number, title: string): void {
  say(`\n[${number}/7] ${printable(title)}`);
}
