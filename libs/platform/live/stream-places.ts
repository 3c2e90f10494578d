import { Injectable } from '@nestjs/common';
import { Observable } from 'rxjs';
import type { MonoTypeOperatorFunction } from 'rxjs';

/** A browser with many tabs of the page has so many. */
const MOST_OF_SESSION = 8;
const MOST_IN_ALL = 4_000;

interface Place {
  readonly session: string;
  leave(): void;
}

/** Bounds how many streams are open, of a session and in all: the oldest makes room for the newest. */
@Injectable()
export class StreamPlaces {
  /** In the order in which they were opened. */
  private readonly open = new Set<Place>();
  private readonly ofSession = new Map<string, Set<Place>>();

  /** Gives a stream a place while somebody listens to it; one that must leave it ends with `last`. */
  bounded<Event>(session: string, last: Event): MonoTypeOperatorFunction<Event> {
    return (source) =>
      new Observable((subscriber) => {
        const place: Place = {
          session,
          leave: () => {
            subscriber.next(last);
            subscriber.complete();
          },
        };
        this.add(place);
        subscriber.add(() => this.remove(place));
        subscriber.add(source.subscribe(subscriber));
      });
  }

  private add(place: Place): void {
    const own = this.ofSession.get(place.session) ?? new Set();
    this.ofSession.set(place.session, own.add(place));
    this.open.add(place);
    const [oldest] = own.size > MOST_OF_SESSION ? own : this.open.size > MOST_IN_ALL ? this.open : [];
    oldest?.leave();
  }

  private remove(place: Place): void {
    this.open.delete(place);
    const own = this.ofSession.get(place.session);
    own?.delete(place);
    if (own?.size === 0) this.ofSession.delete(place.session);
  }
}
