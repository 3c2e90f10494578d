import { Body, Controller, Headers, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiHeader, ApiTags } from '@nestjs/swagger';
import { AccessByStage, CurrentCaller } from '@thidua/identity';
import type { Caller } from '@thidua/identity';
import { Problem, Takes } from '@thidua/platform';
import type { FastifyReply } from 'fastify';
import { ReadSheet } from '../read-sheet.service.js';
import { SubmitSheet } from '../submit-sheet.service.js';
import { NO_ROUND } from '../sheet-place.js';
import { ApiRound } from './api-round.js';
import { versionOf } from './if-match.js';
import { SubmissionDto, entriesOf } from './sheet.dto.js';
import { SubmittedView } from './sheet.view.js';
import { withCurrentSheet } from './with-current-sheet.js';

const KEY = /^[\w-]{8,64}$/;

@ApiTags('sheets')
@Controller('campaigns/:campaign/units/:unit/sheets/:stage/submission')
export class SubmitSheetController {
  constructor(
    private readonly submitSheet: SubmitSheet,
    private readonly readSheet: ReadSheet,
  ) {}

  /** Submits the sheet. Once answered it is on disk, and the cluster's ranking will count it. */
  @Post()
  @Takes('sheet')
  @AccessByStage('sheet.edit')
  @ApiRound()
  @ApiHeader({ name: 'If-Match', required: true, description: 'Version of the sheet that was edited.' })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: '8 to 64 letters, digits, _ or -.' })
  @ApiBody({ type: SubmissionDto })
  @ApiCreatedResponse({ type: SubmittedView })
  async submit(
    @Param('campaign') campaign: string,
    @Param('unit') unit: string,
    @Param('stage') stage: string,
    @Query('round') round: string = NO_ROUND,
    @Headers('if-match') ifMatch: string | undefined,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
    @Body() body: unknown,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubmittedView> {
    if (idempotencyKey === undefined) throw new Problem('idempotency.required', 428);
    if (!KEY.test(idempotencyKey)) throw new Problem('header.invalid', 400, { params: { header: 'Idempotency-Key' } });
    const request = {
      campaign,
      unit,
      stage,
      round,
      ifMatch: versionOf(ifMatch),
      idempotencyKey,
      entries: entriesOf(body),
      login: caller.login,
    };
    const { submitted, replayed } = await withCurrentSheet(this.readSheet, caller, () =>
      this.submitSheet.submit(request),
    );
    if (replayed) reply.header('idempotent-replay', 'true');
    reply.header('etag', `"${submitted.version}"`);
    return submitted;
  }
}
