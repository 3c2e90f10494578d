import { Body, Controller, Delete, Get, Headers, HttpCode, Param, ParseIntPipe, Post, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CampaignRules, RuleSets } from '@thidua/campaigns';
import type { RuleSet } from '@thidua/campaigns';
import { Access, Accounts, CurrentCaller } from '@thidua/identity';
import type { Caller } from '@thidua/identity';
import { checkedBody, Downloads, MayRefuse, Problem, Reader, Takes } from '@thidua/platform';
import type { FastifyReply } from 'fastify';
import { ApplyRuleSet } from '../apply-rule-set.service.js';
import { AssessRuleSet } from '../assess-rule-set.service.js';
import { DraftRuleSet } from '../draft-rule-set.service.js';
import { previewView } from './preview-view.js';
import { ApplicationDto, RuleSetPreviewView, RuleSetView } from './rule-set.dto.js';
import type { RuleSetState } from './rule-set.dto.js';

@ApiTags('campaigns')
@Controller('campaigns/:campaign/rule-sets')
export class RuleSetsController {
  constructor(
    private readonly reader: Reader,
    private readonly rules: CampaignRules,
    private readonly ruleSets: RuleSets,
    private readonly draftRuleSet: DraftRuleSet,
    private readonly assessment: AssessRuleSet,
    private readonly applyRuleSet: ApplyRuleSet,
    private readonly accounts: Accounts,
    private readonly downloads: Downloads,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Every version of the rules, the newest first, with who put it in force and why' })
  @Access('rules.read')
  @ApiOkResponse({ type: [RuleSetView] })
  async list(@Param('campaign') campaign: string): Promise<RuleSetView[]> {
    return this.views(campaign, await this.ruleSets.list(this.reader, campaign));
  }

  @Post()
  @ApiOperation({
    summary: 'Take a competition file as the draft of other rules',
    description:
      'Nothing is computed by it until it is applied. Entries of the file are not taken: those submitted count.',
  })
  @MayRefuse({ 422: ['file.invalid', 'rules.otherCampaign', 'rules.membersGone'] })
  @Takes('file')
  @Access('rules.manage')
  @ApiConsumes('application/yaml', 'application/json')
  @ApiBody({ schema: { $ref: '#/components/schemas/CompetitionFile' } })
  @ApiCreatedResponse({ type: RuleSetView })
  async draft(
    @Param('campaign') campaign: string,
    @Body() text: unknown,
    @Headers('content-type') type: string | undefined,
    @CurrentCaller() by: Caller,
  ): Promise<RuleSetView> {
    if (typeof text !== 'string' || type === undefined) throw new Problem('request.mediaType', 415);
    const syntax = type.includes('json') ? 'json' : 'yaml';
    return this.view(campaign, await this.draftRuleSet.draft({ campaign, text, syntax, by }));
  }

  @Get(':number/file')
  @ApiOperation({ summary: 'The rules of one version as a competition file without entries' })
  @MayRefuse({ 404: ['rules.unknown'] })
  @Access('rules.read')
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/CompetitionFile' } })
  async file(
    @Param('campaign') campaign: string,
    @Param('number', ParseIntPipe) number: number,
    @CurrentCaller() { login }: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { document } = await this.ruleSets.find(this.reader, campaign, number);
    const download = { actor: login, action: 'rules.export', campaign, document: JSON.parse(document) as object };
    return this.downloads.record(download, reply);
  }

  @Get(':number/preview')
  @ApiOperation({
    summary: 'Who would move, gain or lose a class or an award by a draft, and which entries it concerns',
  })
  @MayRefuse({ 404: ['rules.unknown'], 409: ['ranking.behind'] })
  @Access('rules.manage')
  @ApiOkResponse({ type: RuleSetPreviewView })
  async preview(
    @Param('campaign') campaign: string,
    @Param('number', ParseIntPipe) number: number,
  ): Promise<RuleSetPreviewView> {
    const assessment = await this.assessment.assess(campaign, number);
    const ruleSet = await this.ruleSets.find(this.reader, campaign, number);
    return previewView(assessment, stateOf(ruleSet, assessment.inForce) === 'draft');
  }

  @Post(':number/application')
  @ApiOperation({ summary: 'Put a draft in force: exactly what its preview showed' })
  @MayRefuse({
    404: ['rules.unknown'],
    409: ['rules.moved', 'rules.notDraft', 'ranking.behind'],
    422: ['rules.entries', 'rules.basis.missing', 'rules.reason.missing'],
  })
  @Access('rules.manage')
  @ApiCreatedResponse({ type: RuleSetView })
  async apply(
    @Param('campaign') campaign: string,
    @Param('number', ParseIntPipe) number: number,
    @Body(checkedBody) { basis, reason, ...seen }: ApplicationDto,
    @CurrentCaller() by: Caller,
  ): Promise<RuleSetView> {
    return this.view(campaign, await this.applyRuleSet.apply({ campaign, number, basis, reason, by, seen }));
  }

  @Delete(':number')
  @ApiOperation({ summary: 'Withdraw a draft' })
  @MayRefuse({ 404: ['rules.unknown'], 409: ['rules.notDraft'] })
  @Access('rules.manage')
  @HttpCode(204)
  @ApiNoContentResponse()
  withdraw(
    @Param('campaign') campaign: string,
    @Param('number', ParseIntPipe) number: number,
    @CurrentCaller() by: Caller,
  ): Promise<void> {
    return this.draftRuleSet.withdraw(campaign, number, by);
  }

  private async view(campaign: string, ruleSet: RuleSet): Promise<RuleSetView> {
    return (await this.views(campaign, [ruleSet]))[0]!;
  }

  private async views(campaign: string, ruleSets: readonly RuleSet[]): Promise<RuleSetView[]> {
    const { ruleSet: inForce } = await this.rules.inForce(this.reader, campaign);
    const acts = ruleSets.flatMap(({ draftedAccount, appliedAccount }) => [
      { account: draftedAccount },
      { account: appliedAccount },
    ]);
    const nameOf = await this.accounts.namesOf(acts);
    const named = (by: string | null, account: number | null) => (by === null ? null : nameOf({ by, account }));
    return ruleSets.map((each) => ({
      number: each.number,
      state: stateOf(each, inForce),
      draftedBy: named(each.draftedBy, each.draftedAccount),
      draftedAt: each.draftedAt,
      basis: each.basis,
      reason: each.reason,
      appliedBy: named(each.appliedBy, each.appliedAccount),
      appliedAt: each.appliedAt,
      withdrawnAt: each.withdrawnAt,
    }));
  }
}

function stateOf({ number, appliedAt, withdrawnAt }: RuleSet, inForce: number): RuleSetState {
  if (appliedAt !== null) return number === inForce ? 'inForce' : 'replaced';
  // What was drafted before the rules in force was never compared with them.
  return withdrawnAt !== null || number < inForce ? 'withdrawn' : 'draft';
}
