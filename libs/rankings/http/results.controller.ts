import { Controller, Get, Param, ParseIntPipe, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentCaller } from '@thidua/identity';
import type { Caller } from '@thidua/identity';
import { Downloads, MayRefuse } from '@thidua/platform';
import type { FastifyReply } from 'fastify';
import { ExportReviewed } from '../export-reviewed.service.js';
import { ReadResult } from '../read-result.service.js';

@ApiTags('rankings')
@Controller('campaigns/:campaign')
export class ResultsController {
  constructor(
    private readonly readResult: ReadResult,
    private readonly exportReviewed: ExportReviewed,
    private readonly downloads: Downloads,
  ) {}

  @Get('result')
  @ApiOperation({
    summary: 'The stored rankings and proposals as a result document',
    description: 'Refused while they are behind the entries.',
  })
  @MayRefuse({ 409: ['ranking.behind', 'ranking.faulty'] })
  @Access('result.read')
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/Result' } })
  async show(
    @Param('campaign') campaign: string,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const result = await this.readResult.read(campaign);
    return this.downloads.record({ actor: caller.login, action: 'result.export', campaign, document: result }, reply);
  }

  @Get('reviews/:review/file')
  @ApiOperation({
    summary: 'What a reviewed ranking was computed from, as a competition file',
    description:
      'By the rules of then, with the entries of then: whoever scores it gets the ranking that was reviewed.',
  })
  @MayRefuse({ 404: ['review.unknown'] })
  // It holds every sheet.
  @Access('file.read')
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/CompetitionFile' } })
  async reviewed(
    @Param('campaign') campaign: string,
    @Param('review', ParseIntPipe) review: number,
    @CurrentCaller() { login }: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const document = await this.exportReviewed.export(campaign, review);
    return this.downloads.record({ actor: login, action: 'review.export', campaign, document }, reply);
  }
}
