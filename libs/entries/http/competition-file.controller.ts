import { Body, Controller, Get, Headers, Param, Post, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentCaller } from '@thidua/identity';
import type { Caller } from '@thidua/identity';
import { Downloads, MayRefuse, Problem, Takes } from '@thidua/platform';
import type { FastifyReply } from 'fastify';
import { ExportCompetition } from '../export-competition.service.js';
import { ImportCompetition } from '../import-competition.service.js';
import { ImportedView } from './sheet.view.js';

@ApiTags('campaigns')
@Controller('campaigns')
export class CompetitionFileController {
  constructor(
    private readonly importCompetition: ImportCompetition,
    private readonly exportCompetition: ExportCompetition,
    private readonly downloads: Downloads,
  ) {}

  @Post('import')
  @ApiOperation({ summary: 'Take a competition file in, all of it or nothing' })
  @MayRefuse({ 409: ['campaign.exists'], 422: ['file.invalid'] })
  @Takes('file')
  @Access('campaign.import')
  @ApiConsumes('application/yaml', 'application/json')
  @ApiBody({ schema: { $ref: '#/components/schemas/CompetitionFile' } })
  @ApiCreatedResponse({ type: ImportedView })
  async import(
    @Body() text: unknown,
    @Headers('content-type') type: string | undefined,
    @CurrentCaller() caller: Caller,
  ): Promise<ImportedView> {
    // A request without a body has no type either.
    if (typeof text !== 'string' || type === undefined) throw new Problem('request.mediaType', 415);
    return this.importCompetition.import(text, type.includes('json') ? 'json' : 'yaml', caller);
  }

  @Get(':campaign/file')
  @ApiOperation({ summary: 'The competition file as it stands now, with all that has been submitted' })
  // It holds every sheet.
  @Access('file.read')
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/CompetitionFile' } })
  async file(
    @Param('campaign') campaign: string,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const file = await this.exportCompetition.export(campaign);
    return this.downloads.record({ actor: caller.login, action: 'campaign.export', campaign, document: file }, reply);
  }
}
