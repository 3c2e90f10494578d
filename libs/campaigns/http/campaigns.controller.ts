import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccessSomewhere, CurrentCaller, PERMISSIONS, SignedIn, isAllowed, isAllowedSomewhere } from '@thidua/identity';
import type { Caller } from '@thidua/identity';
import { Reader } from '@thidua/platform';
import { clusterViews } from '../clusters/cluster.view.js';
import { Campaign } from '../entities/campaign.entity.js';
import { CampaignRules } from '../rules/campaign-rules.service.js';
import { CampaignSummaryView, CampaignView } from './campaign.view.js';

@ApiTags('campaigns')
@Controller('campaigns')
export class CampaignsController {
  constructor(
    private readonly reader: Reader,
    private readonly rules: CampaignRules,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The campaigns whose rankings the caller may see, newest first' })
  @SignedIn()
  @ApiOkResponse({ type: [CampaignSummaryView] })
  async list(@CurrentCaller() caller: Caller): Promise<CampaignSummaryView[]> {
    const all = await this.reader.manager.find(Campaign, {
      select: { code: true, name: true, theme: true, from: true, to: true },
      order: { from: 'DESC', code: 'ASC' },
    });
    return all.filter(({ code }) => isAllowedSomewhere(caller.grants, 'board.read', code));
  }

  @Get(':campaign')
  @ApiOperation({ summary: 'A campaign with its clusters, and what the caller may do in it' })
  @AccessSomewhere('campaign.read')
  @ApiOkResponse({ type: CampaignView })
  async show(@Param('campaign') campaign: string, @CurrentCaller() caller: Caller): Promise<CampaignView> {
    const compiled = await this.rules.get(campaign);
    const { code, name, theme, from, to, plan } = compiled;
    return {
      code,
      name,
      theme,
      from,
      to,
      basis: [...(plan.campaign.basis ?? [])],
      clusters: clusterViews(compiled),
      may: PERMISSIONS.filter((permission) => isAllowed(caller.grants, permission, { campaign })),
    };
  }
}
