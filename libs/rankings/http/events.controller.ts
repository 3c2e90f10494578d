import { Controller, Param, Sse } from '@nestjs/common';
import type { MessageEvent } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccessSomewhere, CallerWatch, CurrentCaller, clustersAllowed, isAllowedSomewhere } from '@thidua/identity';
import type { Caller } from '@thidua/identity';
import { LiveEvents, StreamPlaces } from '@thidua/platform';
import { Observable, interval, map, share } from 'rxjs';
import { rankingChannel } from '../ranking-events.js';
import type { RankingEvent } from '../ranking-events.js';

/** Keeps proxies from closing a quiet stream, and tells a dead client from a patient one. */
const HEARTBEAT_MS = 20_000;

const GAP: MessageEvent = { type: 'gap', data: {} };
/** To the oldest of too many streams: a browser opens it again after so long. */
const COME_AGAIN: MessageEvent = { type: 'again', data: {}, retry: 30_000 };

type Visible = 'all' | ReadonlySet<string>;
const NOTHING: Visible = new Set();

@ApiTags('rankings')
@Controller('campaigns/:campaign/events')
export class EventsController {
  /** One clock for all streams. */
  private readonly beats = interval(HEARTBEAT_MS).pipe(
    map((): MessageEvent => ({ type: 'beat', data: {} })),
    share(),
  );

  constructor(
    private readonly live: LiveEvents,
    private readonly callers: CallerWatch,
    private readonly places: StreamPlaces,
  ) {}

  @Sse()
  @ApiOperation({
    summary: 'Live events of a campaign',
    description:
      'Server-sent events: a ranking moved, a review or a decision was recorded, other rules came into force; `gap` when some may have been missed, or the caller may see other clusters now; `again` when it must be opened anew. Ends within a second of the right to it.',
  })
  @AccessSomewhere('board.read')
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  stream(@Param('campaign') campaign: string, @CurrentCaller() caller: Caller): Observable<MessageEvent> {
    const seenBy = (who: Caller) => clustersAllowed(who.grants, 'board.read', campaign);
    const stream = new Observable<MessageEvent>((page) => {
      let visible: Visible = seenBy(caller);
      const look = (now: Caller | undefined) => {
        if (now && !isAllowedSomewhere(now.grants, 'board.read', campaign)) return page.complete();
        const before = visible;
        visible = now ? seenBy(now) : NOTHING;
        if (!isSame(before, visible)) page.next(GAP);
      };
      const show = ({ kind, ...data }: RankingEvent) => {
        if (visible === 'all' || kind === 'rules' || (data.cluster !== null && visible.has(data.cluster)))
          page.next({ type: kind, data });
      };
      const end = () => page.complete();
      page.add(this.live.observe<RankingEvent>(rankingChannel(campaign)).subscribe(show));
      // Beats come for ever: they must not keep the stream open, and with it the server, once the process stops.
      page.add(this.live.gaps.subscribe({ next: () => page.next(GAP), complete: end }));
      page.add(this.beats.subscribe(page.next.bind(page)));
      page.add(this.callers.watch(caller).subscribe({ next: look, complete: end }));
    });
    return stream.pipe(this.places.bounded(caller.csrfToken, COME_AGAIN));
  }
}

function isSame(a: Visible, b: Visible): boolean {
  if (a === 'all' || b === 'all') return a === b;
  return a.size === b.size && [...a].every((cluster) => b.has(cluster));
}
