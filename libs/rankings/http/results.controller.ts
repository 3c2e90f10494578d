import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, CurrentCaller } from '@thidua/identity';
import type { Caller } from '@thidua/identity';
import { Downloads } from '@thidua/platform';
import type { FastifyReply } from 'fastify';
import { ReadResult } from '../read-result.service.js';

@ApiTags('rankings')
@Controller('campaigns/:campaign/result')
export class ResultsController {
  constructor(
    private readonly readResult: ReadResult,
    private readonly downloads: Downloads,
  ) {}

  /** The stored rankings and proposals as a result document; 409 while they are behind the entries. */
  @Get()
  @Access('result.read')
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  async show(
    @Param('campaign') campaign: string,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const result = await this.readResult.read(campaign);
    return this.downloads.record({ actor: caller.login, action: 'result.export', campaign, document: result }, reply);
  }
}
