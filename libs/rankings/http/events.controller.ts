import { Controller, Param, Sse } from '@nestjs/common';
import type { MessageEvent } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AccessSomewhere, CurrentCaller, clustersAllowed } from '@thidua/identity';
import type { Caller } from '@thidua/identity';
import { LiveEvents } from '@thidua/platform';
import { endWith, filter, ignoreElements, interval, map, merge, takeUntil } from 'rxjs';
import type { Observable } from 'rxjs';
import { rankingChannel } from '../ranking-events.js';
import type { RankingEvent } from '../ranking-events.js';

/** Keeps proxies from closing a quiet stream, and tells a dead client from a patient one. */
const HEARTBEAT_MS = 20_000;

@ApiTags('rankings')
@Controller('campaigns/:campaign/events')
export class EventsController {
  constructor(private readonly live: LiveEvents) {}

  /** Server-sent events: a ranking moved, a review or a decision was recorded; `gap` when some may have been missed. */
  @Sse()
  @AccessSomewhere('board.read')
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  stream(@Param('campaign') campaign: string, @CurrentCaller() caller: Caller): Observable<MessageEvent> {
    const visible = clustersAllowed(caller.grants, 'board.read', campaign);
    const events = this.live.observe<RankingEvent>(rankingChannel(campaign)).pipe(
      filter(({ cluster }) => visible === 'all' || (cluster !== null && visible.has(cluster))),
      map(({ kind, ...data }): MessageEvent => ({ type: kind, data })),
    );
    const gaps = this.live.gaps.pipe(map((): MessageEvent => ({ type: 'gap', data: {} })));
    const beats = interval(HEARTBEAT_MS).pipe(map((): MessageEvent => ({ type: 'beat', data: {} })));
    // Beats come for ever: they must not keep the stream open, and with it the server, once the process stops.
    const stopping = this.live.gaps.pipe(ignoreElements(), endWith(null));
    return merge(events, gaps, beats).pipe(takeUntil(stopping));
  }
}
