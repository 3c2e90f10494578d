import { Controller, Get, HttpStatus, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../access/public.decorator.js';
import { isLocal } from '../http/is-local.js';
import { Health } from './health.service.js';
import type { Readiness } from './health.service.js';
import { LiveView, ReadinessView } from './health.view.js';

/** For supervisors and load balancers: whether the process runs, and whether it can serve. */
@ApiTags('health')
@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get('live')
  @ApiOperation({ summary: 'Whether the process runs' })
  @ApiOkResponse({ description: 'The process answers.', type: LiveView })
  live(): { status: 'up' } {
    return { status: 'up' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Whether it can serve' })
  @ApiOkResponse({ description: 'Database, queue and Redis work.', type: ReadinessView })
  @ApiServiceUnavailableResponse({ description: 'Something does not; `checks` names it.', type: ReadinessView })
  async ready(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const readiness = await this.health.readiness({ confidential: isLocal(request) });
    if (readiness.status === 'down') void reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return readiness;
  }
}
