import { setTimeout as sleep } from 'node:timers/promises';
import { until } from './eventually.js';
import type { Officer } from './officer.js';

/** Officers who submit side by side until told to stop, or until the service no longer answers them. */
export class Load {
  private stopping = false;
  private readonly running: Promise<unknown>;

  /** @param pauseMs between two submissions of one officer. */
  constructor(
    private readonly officers: readonly Officer[],
    private readonly pauseMs = 5,
  ) {
    this.running = Promise.all(officers.map((officer) => this.keepSubmitting(officer)));
    // Told by `stop`.
    this.running.catch(() => undefined);
  }

  /** Waits until every officer has sent another sheet and been answered. @throws what one was refused for. */
  async goesOn(): Promise<void> {
    const before = this.officers.map(({ accepted }) => accepted);
    // The next answer may be to what is under way.
    const all = until('every officer has submitted again', () =>
      this.officers.every(({ accepted }, index) => accepted >= before[index]! + 2),
    );
    await Promise.race([all, this.running]);
  }

  /** @throws what an officer was refused for. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  /** Waits until every officer has lost the service. */
  async broken(): Promise<void> {
    await this.running;
  }

  private async keepSubmitting(officer: Officer): Promise<void> {
    while (!this.stopping && !officer.isUnsure) {
      await officer.submit();
      await sleep(this.pauseMs);
    }
  }
}
