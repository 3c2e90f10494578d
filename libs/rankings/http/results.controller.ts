import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '@thidua/identity';
import type { ResultDocument } from '@thidua/scoring';
import { ReadResult } from '../read-result.service.js';

@ApiTags('rankings')
@Controller('campaigns/:campaign/result')
export class ResultsController {
  constructor(private readonly readResult: ReadResult) {}

  /** The stored rankings and proposals as a result document; 409 while they are behind the entries. */
  @Get()
  @Access('result.read')
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  show(@Param('campaign') campaign: string): Promise<ResultDocument> {
    return this.readResult.read(campaign);
  }
}
