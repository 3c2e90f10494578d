import { Controller, Get, Header, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../access/public.decorator.js';
import { Problem } from '../problems/problem.js';
import { Metrics } from './metrics.service.js';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** `/api/metrics`, for a collector on the same machine only: the figures say who does how much, when. */
@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Public()
  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  read(@Req() request: FastifyRequest): Promise<string> {
    // A proxy on this machine also calls from loopback; what it forwards is the network's.
    const forwarded = request.headers['x-forwarded-for'] ?? request.headers['forwarded'];
    if (forwarded !== undefined || !LOOPBACK.test(request.socket.remoteAddress ?? '')) {
      throw new Problem('access.denied', 403);
    }
    return this.metrics.registry.metrics();
  }
}
