import { Body, Controller, Headers, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiTags } from '@nestjs/swagger';
import { AccessByStage, CurrentCaller } from '@thidua/identity';
import type { Caller } from '@thidua/identity';
import { checkedBody } from '@thidua/platform';
import type { FastifyReply } from 'fastify';
import { ReadSheet } from '../read-sheet.service.js';
import { ReopenCriterion } from '../reopen-criterion.service.js';
import { NO_ROUND } from '../sheet-place.js';
import { ApiRound } from './api-round.js';
import { versionOf } from './if-match.js';
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

  /** Takes back what this stage has entered for the criterion, so that the stages below may correct theirs. */
  @Post()
  @AccessByStage('sheet.reopen')
  @ApiRound()
  @ApiHeader({ name: 'If-Match', required: true, description: 'Version of the sheet that was looked at.' })
  @ApiCreatedResponse({ type: SheetView })
  async reopen(
    @Param('campaign') campaign: string,
    @Param('unit') unit: string,
    @Param('stage') stage: string,
    @Param('criterion') criterion: string,
    @Query('round') round: string = NO_ROUND,
    @Headers('if-match') ifMatch: string | undefined,
    @Body(checkedBody) { reason }: ReopeningDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SheetView> {
    const key = { campaign, unit, stage, round };
    await withCurrentSheet(this.readSheet, caller, () =>
      this.reopenCriterion.reopen({
        ...key,
        criterion,
        ifMatch: versionOf(ifMatch),
        reason,
        login: caller.login,
      }),
    );
    const sheet = await this.readSheet.read(key, caller);
    reply.header('etag', `"${sheet.version}"`);
    return sheet;
  }
}
