import { useEffect, useEffectEvent, useState } from 'react';

export type LiveState = 'connecting' | 'live' | 'lost';
const eventNames = ['ranking', 'review', 'decision', 'rules'] as const;
const longestWait = 15_000;

export interface LiveEvent {
  name: (typeof eventNames)[number];
  /** The cluster concerned; null = the campaign as a whole. */
  cluster: string | null;
}

const rulesListeners = new Set<(campaign: string) => void>();

/** Calls `listener` when a page that follows a campaign hears that other rules are in force. Returns the way to stop. */
export function onOtherRules(listener: (campaign: string) => void): () => void {
  rulesListeners.add(listener);
  return () => void rulesListeners.delete(listener);
}

function readEvent(name: LiveEvent['name'], data: string): LiveEvent {
  try {
    const { cluster } = JSON.parse(data) as { cluster?: string | null };
    return { name, cluster: cluster ?? null };
  } catch {
    return { name, cluster: null };
  }
}

/**
 * Follows the campaign's event stream while the component lives and `enabled` (off where the page itself may not be
 * read). `onEvent` is also called with null after every (re)connection and when the server says that it may have
 * missed some: events may have passed unseen.
 *
 * EventSource reconnects by itself after a lost connection, but gives up for good after an HTTP error, which is
 * what a restarting server behind a proxy answers: so a closed stream is opened again here, ever more slowly.
 */
export function useLiveEvents(
  campaign: string,
  onEvent: (event: LiveEvent | null) => void,
  { enabled = true } = {},
): LiveState {
  const [state, setState] = useState<LiveState>('connecting');
  const handle = useEffectEvent(onEvent);

  useEffect(() => {
    if (!enabled) return;
    let source: EventSource;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait = 1_000;
    const open = () => {
      source = new EventSource(`/api/campaigns/${encodeURIComponent(campaign)}/events`);
      source.addEventListener('open', () => {
        wait = 1_000;
        setState('live');
        handle(null);
      });
      source.addEventListener('error', () => {
        setState('lost');
        if (source.readyState !== EventSource.CLOSED) return;
        timer = setTimeout(open, wait);
        wait = Math.min(wait * 2, longestWait);
      });
      source.addEventListener('gap', () => handle(null));
      for (const name of eventNames) {
        source.addEventListener(name, (message: MessageEvent<string>) => {
          handle(readEvent(name, message.data));
          if (name === 'rules') for (const tell of rulesListeners) tell(campaign);
        });
      }
    };
    open();
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [campaign, enabled]);

  return state;
}
