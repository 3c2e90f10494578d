import { Body, Controller, Get, Headers, Param, Put, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AccessByStage, AccessSomewhere, CurrentCaller } from '@thidua/identity';
import type { Caller, StageName } from '@thidua/identity';
import type { FastifyReply } from 'fastify';
import { ReadSheet } from '../read-sheet.service.js';
import { SaveDraft } from '../save-draft.service.js';
import { SheetSummaryView, SheetView } from './sheet.view.js';
import { DraftDto, requiredEntriesOf } from './sheet.dto.js';
import { versionOf } from './if-match.js';
import { withCurrentSheet } from './with-current-sheet.js';

@ApiTags('sheets')
@Controller('campaigns/:campaign')
export class SheetsController {
  constructor(
    private readonly readSheet: ReadSheet,
    private readonly saveDraft: SaveDraft,
  ) {}

  /** The sheets that the caller may open. */
  @Get('sheets')
  @AccessSomewhere('sheet.read.self')
  @ApiOkResponse({ type: [SheetSummaryView] })
  list(@Param('campaign') campaign: string, @CurrentCaller() caller: Caller): Promise<SheetSummaryView[]> {
    return this.readSheet.list(campaign, caller);
  }

  @Get('units/:unit/sheets/:stage')
  @AccessByStage('sheet.read')
  @ApiOkResponse({ type: SheetView })
  async show(
    @Param('campaign') campaign: string,
    @Param('unit') unit: string,
    @Param('stage') stage: StageName,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SheetView> {
    const sheet = await this.readSheet.read({ campaign, unit, stage }, caller);
    reply.header('etag', `"${sheet.version}"`);
    return sheet;
  }

  /** Saves a draft. It counts nowhere until it is submitted. */
  @Put('units/:unit/sheets/:stage')
  @AccessByStage('sheet.edit')
  @ApiHeader({ name: 'If-Match', required: true, description: 'Version of the sheet that was edited.' })
  @ApiBody({ type: DraftDto })
  @ApiOkResponse({ type: SheetView })
  async save(
    @Param('campaign') campaign: string,
    @Param('unit') unit: string,
    @Param('stage') stage: StageName,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: unknown,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SheetView> {
    const entries = requiredEntriesOf(body);
    await withCurrentSheet(this.readSheet, caller, () =>
      this.saveDraft.save({ campaign, unit, stage, ifMatch: versionOf(ifMatch), entries }),
    );
    return this.show(campaign, unit, stage, caller, reply);
  }
}
