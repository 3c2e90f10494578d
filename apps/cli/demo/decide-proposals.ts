import { Failure } from '../failures.js';
import { say } from '../output/write.js';
import type { ServiceClient } from './service-client.js';
import type { Board, Decision, Proposal } from './views.js';

const REASON = 'Hội đồng chưa thống nhất: cần bổ sung minh chứng về kết quả nổi bật (minh họa).';

interface Motion {
  readonly proposal: Proposal;
  readonly outcome: 'approve' | 'reject';
}

/** The council approves the first proposal of each reward that it can and rejects one other, with a reason. */
export async function decideProposals(council: ServiceClient, campaign: string): Promise<void> {
  const path = `/api/campaigns/${campaign}`;
  const all = await council.get<Proposal[]>(`${path}/proposals`);
  const open = all.filter(({ may }) => may.includes('proposal.decide'));
  say(`  ${open.length} proposals await a decision, ${all.length} are known.`);
  for (const { proposal, outcome } of motionsOn(open)) {
    const { id, revision, rewardName, unitName } = proposal;
    const reason = outcome === 'reject' ? { reason: REASON } : {};
    const { body } = await council.post<Decision>(`${path}/proposals/${id}/decision`, { revision, outcome, ...reason });
    say(`  decision ${body.number}: ${body.outcome} · ${rewardName} · ${unitName}`);
    say(
      `    revision ${body.revision}, by ${body.by}, ${body.at}${body.reason === null ? '' : `, reason: ${body.reason}`}`,
    );
    await assertShown(council, path, proposal, outcome);
  }
}

/** When run again there may be less to decide: what was approved before is not proposed again, and has taken its place. */
function motionsOn(open: readonly Proposal[]): Motion[] {
  const possible = open.filter(({ obstacle }) => obstacle === null);
  const firsts = [
    ...new Map(possible.toReversed().map((proposal) => [proposal.reward, proposal])).values(),
  ].toReversed();
  const rejected = open.find((proposal) => !firsts.includes(proposal)) ?? firsts.at(-1);
  return [
    ...firsts.filter((proposal) => proposal !== rejected).map((proposal): Motion => ({ proposal, outcome: 'approve' })),
    ...(rejected ? [{ proposal: rejected, outcome: 'reject' } as const] : []),
  ];
}

async function assertShown(
  council: ServiceClient,
  path: string,
  { reward, unit }: Proposal,
  outcome: Motion['outcome'],
): Promise<void> {
  const board = await council.get<Board>(`${path}/board`);
  const standing = board.clusters.flatMap(({ standings }) => standings).find((each) => each.unit === unit);
  const status = standing?.proposals.find((each) => each.reward === reward)?.status;
  const wanted = outcome === 'approve' ? 'approved' : 'rejected';
  if (status !== wanted) throw new Failure(`the board shows ${reward} of ${unit} as ${status}, not ${wanted}`);
}
