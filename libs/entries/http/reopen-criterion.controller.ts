import { Body, Controller, Headers, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccessByStage, AtStage, CurrentCaller } from '@thidua/identity';
import type { Caller, StageScope } from '@thidua/identity';
import { checkedBody, MayRefuse } from '@thidua/platform';
import type { FastifyReply } from 'fastify';
import { ReadSheet } from '../read-sheet.service.js';
import { ReopenCriterion } from '../reopen-criterion.service.js';
import { NO_ROUND } from '../sheet-place.js';
import { ApiRound } from './api-round.js';
import { ETAG_HEADER, IF_MATCH, versionOf } from './if-match.js';
import { ReopeningDto } from './reopening.dto.js';
import { SheetView } from './sheet.view.js';
import { withCurrentSheet } from './with-current-sheet.js';

@ApiTags('sheets')
@Controller('campaigns/:campaign/units/:unit/sheets/:stage/criteria/:criterion/reopening')
export class ReopenCriterionController {
  constructor(
    private readonly reopenCriterion: ReopenCriterion,
    private readonly readSheet: ReadSheet,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Take back what this stage has entered for a criterion',
    description: 'The stages below may then correct theirs.',
  })
  @MayRefuse({ 409: ['reopen.nothing'], 422: ['reopen.reason.missing', 'entries.invalid'] })
  @AccessByStage('sheet.reopen')
  @ApiRound()
  @ApiHeader(IF_MATCH)
  @ApiCreatedResponse({ type: SheetView, headers: ETAG_HEADER })
  async reopen(
    @AtStage() scope: StageScope,
    @Param('criterion') criterion: string,
    @Query('round') round: string = NO_ROUND,
    @Headers('if-match') ifMatch: string | undefined,
    @Body(checkedBody) { reason }: ReopeningDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SheetView> {
    const key = { ...scope, round };
    await withCurrentSheet(this.readSheet, caller, () =>
      this.reopenCriterion.reopen({
        ...key,
        criterion,
        ifMatch: versionOf(ifMatch),
        reason,
        by: caller,
      }),
    );
    const sheet = await this.readSheet.read(key, caller);
    reply.header('etag', `"${sheet.version}"`);
    return sheet;
  }
}
