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
