import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiHeader, ApiNotModifiedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccessSomewhere, CurrentCaller } from '@thidua/identity';
import type { Caller } from '@thidua/identity';
import type { FastifyReply } from 'fastify';
import { BoardView } from './board.view.js';
import { ReadBoard } from './read-board.service.js';

@ApiTags('rankings')
@Controller('campaigns/:campaign/board')
export class BoardController {
  constructor(private readonly readBoard: ReadBoard) {}

  @Get()
  @ApiOperation({
    summary: 'The live ranking of the clusters that the caller may see',
    description: 'With what it proposes and what was decided. `current` is false while a ranking is being recomputed.',
  })
  @ApiHeader({ name: 'If-None-Match', required: false, description: 'ETag of the answer that is known already.' })
  @ApiNotModifiedResponse({ description: 'It is still what it was.' })
  @AccessSomewhere('board.read')
  @ApiOkResponse({
    type: BoardView,
    headers: { etag: { description: 'For If-None-Match.', schema: { type: 'string' } } },
  })
  async show(
    @Param('campaign') campaign: string,
    @CurrentCaller() caller: Caller,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { etag, body } = await this.readBoard.read(campaign, caller);
    reply.header('etag', etag);
    if (reply.request.headers['if-none-match'] === etag) await reply.status(304).send();
    else await reply.type('application/json; charset=utf-8').send(body);
  }
}
