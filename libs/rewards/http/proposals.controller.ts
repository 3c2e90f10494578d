import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CampaignRules } from '@thidua/campaigns';
import { Access, Accounts, CurrentCaller, isAllowed } from '@thidua/identity';
import type { Caller, RecordedAct } from '@thidua/identity';
import { checkedBody, MayRefuse, rowNumber } from '@thidua/platform';
import { DecideProposal } from '../decide-proposal.service.js';
import { OBSTACLES, obstacleFinder, tellObstacle } from '../obstacle.js';
import { proposalStatus } from '../proposal-status.js';
import { ProposalStandings } from '../proposal-standings.service.js';
import type { ProposedStanding } from '../proposal-standings.service.js';
import { byPlace } from '../proposal-order.js';
import { Proposals } from '../proposals.service.js';
import type { ProposalState } from '../proposals.service.js';
import { DecidedView, DecisionDto, ProposalView } from './proposal.dto.js';

@ApiTags('rewards')
@Controller('campaigns/:campaign/proposals')
export class ProposalsController {
  constructor(
    private readonly proposals: Proposals,
    private readonly standings: ProposalStandings,
    private readonly decideProposal: DecideProposal,
    private readonly rules: CampaignRules,
    private readonly accounts: Accounts,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What endorsed rankings put before the council, and what was decided' })
  @Access('proposal.read')
  @ApiOkResponse({ type: [ProposalView] })
  async list(@Param('campaign') campaign: string, @CurrentCaller() caller: Caller): Promise<ProposalView[]> {
    const { plan } = await this.rules.get(campaign);
    const names = new Map(plan.rewards.map(({ code, name }) => [code, name]));
    const mayDecide = isAllowed(caller.grants, 'proposal.decide', { campaign });
    const proposals = await this.proposals.list(campaign);
    const nameOf = await this.accounts.namesOf(proposals.flatMap(({ decision }) => decision ?? []));
    const find = obstacleFinder(proposals, plan);
    const told = (proposal: ProposalState) => {
      const obstacle = proposal.decision ? null : find(proposal);
      return obstacle && { code: obstacle.code, ...tellObstacle(proposal, obstacle, plan) };
    };
    const standingOf = await this.standings.find(campaign, proposals);
    const classes = new Map(plan.classes.map(({ code, name }) => [code, name]));
    const named = (standing: ProposedStanding | null) =>
      standing && {
        ...standing,
        class: standing.class === null ? null : (classes.get(standing.class) ?? standing.class),
      };
    const listed = proposals.map((proposal) => ({ proposal, ...standingOf(proposal) }));
    return listed.toSorted(byPlace(plan)).map(({ proposal, standing, now }) => ({
      id: proposal.id,
      reward: proposal.reward,
      // Rules of later may have left the reward out.
      rewardName: names.get(proposal.reward) ?? proposal.reward,
      unit: proposal.unit,
      unitName: plan.units.get(proposal.unit)!.name,
      cluster: proposal.cluster,
      revision: proposal.revision,
      status: proposalStatus(proposal),
      current: proposal.current,
      obstacle: told(proposal),
      standing: named(standing),
      standingNow: named(now),
      may: mayDecide && proposal.current && !proposal.decision ? ['proposal.decide'] : [],
      decision: proposal.decision && namedDecision(proposal.decision, nameOf),
    }));
  }

  @Post(':proposal/decision')
  @ApiOperation({ summary: 'The council approves a proposal, or rejects it with a reason' })
  @MayRefuse({
    404: ['proposal.unknown'],
    409: ['ranking.behind', 'ranking.faulty', 'proposal.decided', ...OBSTACLES],
    422: ['decision.reason.missing'],
  })
  @Access('proposal.decide')
  @ApiCreatedResponse({ type: DecidedView })
  async decide(
    @Param('campaign') campaign: string,
    @Param('proposal', rowNumber) proposal: number,
    @Body(checkedBody) body: DecisionDto,
    @CurrentCaller() caller: Caller,
  ): Promise<DecidedView> {
    const decided = await this.decideProposal.decide({ campaign, proposal, ...body, by: caller });
    return { ...decided, by: caller.name };
  }
}

function namedDecision(
  { account, ...decision }: NonNullable<ProposalState['decision']>,
  nameOf: (act: RecordedAct) => string,
): ProposalView['decision'] {
  return { ...decision, by: nameOf({ account, by: decision.by }) };
}
