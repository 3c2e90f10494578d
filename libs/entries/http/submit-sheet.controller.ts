import { Body, Controller, Headers, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccessByStage, AtStage, CurrentCaller } from '@thidua/identity';
import type { Caller, StageScope } from '@thidua/identity';
import { MayRefuse, Problem, Takes } from '@thidua/platform';
import type { FastifyReply } from 'fastify';
import { ReadSheet } from '../read-sheet.service.js';
import { SubmitSheet } from '../submit-sheet.service.js';
import { NO_ROUND } from '../sheet-place.js';
import { ApiRound } from './api-round.js';
import { ETAG_HEADER, IF_MATCH, versionOf } from './if-match.js';
import { SubmissionDto, entriesOf } from './sheet.dto.js';
import { SubmittedView } from './sheet.view.js';
import { withCurrentSheet } from './with-current-sheet.js';

const KEY = /^[\w-]{8,64}$/;
const KEY_HEADER = {
  name: 'Idempotency-Key',
  required: true,
  schema: { type: 'string' as const, pattern: KEY.source },
  description: "Of the sender's choice, one for each submission: the same again gives the first answer again.",
};
const REPLAY_HEADER = {
  'idempotent-replay': {
    description: '`true` where it is the answer to an earlier request.',
    schema: { type: 'string' as const },
  },
};

@ApiTags('sheets')
@Controller('campaigns/:campaign/units/:unit/sheets/:stage/submission')
export class SubmitSheetController {
  constructor(
    private readonly submitSheet: SubmitSheet,
    private readonly readSheet: ReadSheet,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Submit the sheet',
    description: 'Once answered it is on disk, and the ranking of the cluster will count it.',
  })
  @MayRefuse({ 422: ['entries.invalid', 'sheet.nothing', 'idempotency.reused'] })
  @Takes('sheet')
  @AccessByStage('sheet.edit')
  @ApiRound()
  @ApiHeader(IF_MATCH)
  @ApiHeader(KEY_HEADER)
  @ApiBody({ type: SubmissionDto })
  @ApiCreatedResponse({ type: SubmittedView, headers: { ...ETAG_HEADER, ...REPLAY_HEADER } })
  async submit(
    @AtStage() scope: StageScope,
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
      ...scope,
      round,
      ifMatch: versionOf(ifMatch),
      idempotencyKey,
      entries: entriesOf(body),
      by: caller,
    };
    const { submitted, replayed } = await withCurrentSheet(this.readSheet, caller, () =>
      this.submitSheet.submit(request),
    );
    if (replayed) reply.header('idempotent-replay', 'true');
    reply.header('etag', `"${submitted.version}"`);
    return submitted;
  }
}
