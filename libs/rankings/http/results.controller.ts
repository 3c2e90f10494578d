import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentCaller } from '@thidua/identity';
import type { Caller } from '@thidua/identity';
import { Downloads, MayRefuse } from '@thidua/platform';
import type { FastifyReply } from 'fastify';
import { ReadResult } from '../read-result.service.js';

@ApiTags('rankings')
@Controller('campaigns/:campaign/result')
export class ResultsController {
  constructor(
    private readonly readResult: ReadResult,
    private readonly downloads: Downloads,
  ) {}

  @Get()
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
}
