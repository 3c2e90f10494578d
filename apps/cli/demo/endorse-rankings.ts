import { Failure } from '../failures.js';
import { say } from '../output/write.js';
import type { ServiceClient } from './service-client.js';
import type { Board, Group, Review } from './views.js';

/** The standing committee endorses every ranking that it has not endorsed as it stands, and the campaign's proposals. */
export async function endorseRankings(committee: ServiceClient, campaign: string): Promise<void> {
  const path = `/api/campaigns/${campaign}`;
  const board = await committee.get<Board>(`${path}/board`);
  for (const cluster of board.clusters)
    await endorse(committee, `${path}/clusters/${cluster.code}/reviews`, cluster.name, cluster);
  if (board.campaignRewards) {
    await endorse(committee, `${path}/reviews`, 'proposals of the whole campaign', board.campaignRewards);
  }
  const seen = await committee.get<Board>(`${path}/board`);
  const groups: (Group | null)[] = [...seen.clusters, seen.campaignRewards];
  if (!groups.every((group) => group === null || isEndorsed(group)))
    throw new Failure('the board does not show every review');
}

async function endorse(committee: ServiceClient, path: string, name: string, group: Group): Promise<void> {
  // Endorsing the same revision again would put the same proposals before the council a second time.
  if (isEndorsed(group)) {
    say(`  ${name}: endorsed before, at this revision ${group.revision}`);
    return;
  }
  const { body } = await committee.post<Review>(path, {
    revision: group.revision,
    seen: group.review?.id ?? null,
    outcome: 'endorse',
  });
  say(`  ${name}: ${body.outcome} at revision ${body.revision}, by ${body.by}, ${body.at}`);
}

function isEndorsed({ review }: Group): boolean {
  return review?.outcome === 'endorse' && review.current;
}
