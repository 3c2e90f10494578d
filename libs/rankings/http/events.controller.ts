import { Controller, Param, Sse } from '@nestjs/common';
import type { MessageEvent } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AccessSomewhere, CallerWatch, CurrentCaller, clustersAllowed, isAllowedSomewhere } from '@thidua/identity';
import type { Caller } from '@thidua/identity';
import { LiveEvents, StreamPlaces } from '@thidua/platform';
import {
  distinctUntilChanged,
  endWith,
  filter,
  ignoreElements,
  interval,
  map,
  merge,
  shareReplay,
  skip,
  startWith,
  takeUntil,
  takeWhile,
  withLatestFrom,
} from 'rxjs';
import type { Observable } from 'rxjs';
import { rankingChannel } from '../ranking-events.js';
import type { RankingEvent } from '../ranking-events.js';

/** Keeps proxies from closing a quiet stream, and tells a dead client from a patient one. */
const HEARTBEAT_MS = 20_000;

/** To the oldest of too many streams: a browser opens it again after so long. */
const COME_AGAIN: MessageEvent = { type: 'again', data: {}, retry: 30_000 };

type Visible = 'all' | ReadonlySet<string>;
const NOTHING: Visible = new Set();

@ApiTags('rankings')
@Controller('campaigns/:campaign/events')
export class EventsController {
  constructor(
    private readonly live: LiveEvents,
    private readonly callers: CallerWatch,
    private readonly places: StreamPlaces,
  ) {}

  /**
   * Server-sent events: a ranking moved, a review or a decision was recorded; `gap` when some may have been missed, or
   * the caller may see other clusters now. Ends within a second of the caller's right to it.
   */
  @Sse()
  @AccessSomewhere('board.read')
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  stream(@Param('campaign') campaign: string, @CurrentCaller() caller: Caller): Observable<MessageEvent> {
    const visible = this.visible(campaign, caller);
    const events = this.live.observe<RankingEvent>(rankingChannel(campaign)).pipe(
      withLatestFrom(visible),
      filter(([{ cluster }, now]) => now === 'all' || (cluster !== null && now.has(cluster))),
      map(([{ kind, ...data }]): MessageEvent => ({ type: kind, data })),
    );
    const moved = visible.pipe(skip(1));
    const gaps = merge(this.live.gaps, moved).pipe(map((): MessageEvent => ({ type: 'gap', data: {} })));
    const beats = interval(HEARTBEAT_MS).pipe(map((): MessageEvent => ({ type: 'beat', data: {} })));
    // Beats come for ever: they must not keep the stream open, and with it the server, once the process stops.
    const stopping = this.live.gaps.pipe(ignoreElements(), endWith(null));
    const ended = visible.pipe(ignoreElements(), endWith(null));
    return merge(events, gaps, beats).pipe(
      takeUntil(merge(stopping, ended)),
      this.places.bounded(caller.csrfToken, COME_AGAIN),
    );
  }

  /** What the caller may see, at first and whenever that changes; completes when there is no right to the stream left. */
  private visible(campaign: string, caller: Caller): Observable<Visible> {
    return this.callers.watch(caller).pipe(
      startWith(caller),
      takeWhile((now) => now === undefined || isAllowedSomewhere(now.grants, 'board.read', campaign)),
      map((now) => (now === undefined ? NOTHING : clustersAllowed(now.grants, 'board.read', campaign))),
      distinctUntilChanged(isSame),
      shareReplay({ bufferSize: 1, refCount: true }),
    );
  }
}

function isSame(a: Visible, b: Visible): boolean {
  if (a === 'all' || b === 'all') return a === b;
  return a.size === b.size && [...a].every((cluster) => b.has(cluster));
}
