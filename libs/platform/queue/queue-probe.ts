import { Injectable } from '@nestjs/common';
import type { HealthProbe } from '../health/health-probe.js';
import { Queues, openedBy } from './queues.js';

/** Whether jobs can be added and, where this process runs them, fetched. */
@Injectable()
export class QueueProbe implements HealthProbe {
  readonly name = 'queue';

  constructor(private readonly queues: Queues) {}

  async check(): Promise<Readonly<Record<string, unknown>>> {
    let waiting = 0;
    for (const queue of this.queues.all()) {
      const broken = openedBy(queue).find(({ status }) => status !== 'ready');
      if (broken) throw new Error(`queue ${queue.name}: connection is ${broken.status}`);
      waiting += await queue.getWaitingCount();
    }
    return { name: 'bull', waiting };
  }
}
