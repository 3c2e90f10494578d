import { Body, Controller, Delete, Get, Headers, Param, Put, Query, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccessByStage, AccessSomewhere, AtStage, CurrentCaller } from '@thidua/identity';
import type { Caller, StageScope } from '@thidua/identity';
import { MayRefuse, Takes } from '@thidua/platform';
import type { FastifyReply } from 'fastify';
import { ListSheets } from '../list-sheets.service.js';
import { ReadSheet } from '../read-sheet.service.js';
import { SaveDraft } from '../save-draft.service.js';
import { SheetSummaryView, SheetView } from './sheet.view.js';
import { DraftDto, requiredEntriesOf } from './sheet.dto.js';
import { NO_ROUND } from '../sheet-place.js';
import { ApiRound } from './api-round.js';
import { ETAG_HEADER, IF_MATCH, versionOf } from './if-match.js';
import { withCurrentSheet } from './with-current-sheet.js';

@ApiTags('sheets')
@Controller('campaigns/:campaign')
export class SheetsController {
  constructor(
    private readonly listSheets: ListSheets,
    private readonly readSheet: ReadSheet,
    private readonly saveDraft: SaveDraft,
  ) {}

  @Get('sheets')
  @ApiOperation({
    summary: 'The sheets that the caller may open',
    description: 'Each by unit, stage and round: what stands in the address of a sheet.',
  })
  @AccessSomewhere('sheet.read.unit')
  @ApiOkResponse({ type: [SheetSummaryView] })
  list(@Param('campaign') campaign: string, @CurrentCaller() caller: Caller): Promise<SheetSummaryView[]> {
    return this.listSheets.list(campaign, caller);
  }

  @Get('units/:unit/sheets/:stage')
  @ApiOperation({ summary: 'A sheet: its criteria, how each is filled in, and its entries' })
  @AccessByStage('sheet.read')
  @ApiRound()
  @ApiOkResponse({ type: SheetView, headers: ETAG_HEADER })
  async show(
    @AtStage() scope: StageScope,
    @Query('round') round: string = NO_ROUND,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SheetView> {
    const sheet = await this.readSheet.read({ ...scope, round }, caller);
    reply.header('etag', `"${sheet.version}"`);
    return sheet;
  }

  @Put('units/:unit/sheets/:stage')
  @ApiOperation({
    summary: 'Save a draft',
    description:
      'It counts nowhere until it is submitted, and may be incomplete till then: see `faults` of the answer.',
  })
  @MayRefuse({ 422: ['entries.invalid'] })
  @Takes('sheet')
  @AccessByStage('sheet.edit')
  @ApiRound()
  @ApiHeader(IF_MATCH)
  @ApiBody({ type: DraftDto })
  @ApiOkResponse({ type: SheetView, headers: ETAG_HEADER })
  async save(
    @AtStage() scope: StageScope,
    @Query('round') round: string = NO_ROUND,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: unknown,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SheetView> {
    const entries = requiredEntriesOf(body);
    await withCurrentSheet(this.readSheet, caller, () =>
      this.saveDraft.save({
        ...{ ...scope, round, entries },
        ifMatch: versionOf(ifMatch),
        by: caller,
      }),
    );
    return this.show(scope, round, caller, reply);
  }

  @Delete('units/:unit/sheets/:stage/draft')
  @ApiOperation({ summary: 'Discard the draft', description: 'The sheet is again what was submitted, or empty.' })
  @AccessByStage('sheet.edit')
  @ApiRound()
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: SheetView, headers: ETAG_HEADER })
  async discard(
    @AtStage() scope: StageScope,
    @Query('round') round: string = NO_ROUND,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SheetView> {
    await withCurrentSheet(this.readSheet, caller, () =>
      this.saveDraft.discard({ ...scope, round, ifMatch: versionOf(ifMatch), by: caller }),
    );
    return this.show(scope, round, caller, reply);
  }
}
