import { Injectable } from '@nestjs/common';

/** Asia/Ho_Chi_Minh, which knows no summer time. */
const AHEAD_OF_UTC = 7 * 3_600_000;

/** The only source of the current time, so that a test can hold it still. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** The day in Vietnam, as YYYY-MM-DD: holds, facts and rounds begin and end with it (spec, "Top level"). */
  today(): string {
    return new Date(this.now().getTime() + AHEAD_OF_UTC).toISOString().slice(0, 10);
  }
}

/** An instant (ISO 8601) as people in Vietnam write it: `26/11/2026 15:36`. */
export function timeInVietnam(instant: string): string {
  const local = new Date(Date.parse(instant) + AHEAD_OF_UTC).toISOString();
  return local.replace(/^(\d+)-(\d+)-(\d+)T(\d+:\d+).*$/, '$3/$2/$1 $4');
}
