import { Failure } from '../failures.js';
import type { EventFeed } from './event-feed.js';
import type { ServiceClient } from './service-client.js';
import type { Board } from './views.js';

const WITHIN_MS = 30_000;
/** Looks again without an event too: one may have been missed. */
const LOOK_AGAIN_MS = 500;

/**
 * Reads the board, again at each event, until it is as wanted.
 * @param what completes "the board does not show …".
 * @throws Failure after 30 seconds.
 */
export async function waitForBoard(
  client: ServiceClient,
  campaign: string,
  feed: EventFeed,
  what: string,
  wanted: (board: Board) => boolean,
): Promise<Board> {
  for (const deadline = Date.now() + WITHIN_MS; ;) {
    const board = await client.get<Board>(`/api/campaigns/${campaign}/board`);
    if (wanted(board)) return board;
    if (Date.now() > deadline) throw new Failure(`the board does not show ${what} within ${WITHIN_MS / 1000} seconds`);
    await feed.changed(LOOK_AGAIN_MS);
  }
}

/** Whether everything on the board is computed from the latest entries. */
export function isCurrent({ clusters, campaignRewards }: Board): boolean {
  return clusters.every(({ current }) => current) && (campaignRewards?.current ?? true);
}
