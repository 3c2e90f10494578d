import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AccessSomewhere, CurrentCaller } from '@thidua/identity';
import type { Caller } from '@thidua/identity';
import type { FastifyReply } from 'fastify';
import { BoardView } from './board.view.js';
import { ReadBoard } from './read-board.service.js';

@ApiTags('rankings')
@Controller('campaigns/:campaign/board')
export class BoardController {
  constructor(private readonly readBoard: ReadBoard) {}

  /** The live ranking of the clusters that the caller may see, with what it proposes and what was decided. */
  @Get()
  @AccessSomewhere('board.read')
  @ApiOkResponse({ type: BoardView })
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
