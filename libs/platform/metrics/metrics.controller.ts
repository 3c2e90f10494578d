import { hash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Header, Headers } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiSecurity, ApiTags } from '@nestjs/swagger';
import { Public } from '../access/public.decorator.js';
import { Config } from '../config/config.js';
import { MayRefuse } from '../problems/may-refuse.decorator.js';
import { Problem } from '../problems/problem.js';
import { Metrics } from './metrics.service.js';

/**
 * `/api/metrics`, for a collector that shows the token of the settings: the figures say who does how much, when. An
 * address proves nothing, since a proxy on the same machine calls from it for anybody. For all others there is nothing.
 */
@ApiTags('health')
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly config: Config,
  ) {}

  @Public()
  @Get()
  @ApiOperation({
    summary: 'Prometheus metrics, for a collector that shows the token of the settings',
    description: 'For all others there is nothing.',
  })
  @ApiSecurity('metricsToken')
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  @MayRefuse({ 404: ['route.unknown'] })
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  read(@Headers('authorization') authorization = ''): Promise<string> {
    const { metricsToken } = this.config;
    if (metricsToken === undefined || !isSame(authorization, `Bearer ${metricsToken}`)) {
      throw new Problem('route.unknown', 404);
    }
    return this.metrics.registry.metrics();
  }
}

function isSame(a: string, b: string): boolean {
  return timingSafeEqual(hash('sha256', a, 'buffer'), hash('sha256', b, 'buffer'));
}
