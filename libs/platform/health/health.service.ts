import { Inject, Injectable } from '@nestjs/common';
import { Recurring } from '../logging/recurring.js';
import type { HealthProbe } from './health-probe.js';

/** Token of the probes, `HealthProbe[]`. */
export const HEALTH_PROBES = Symbol('thidua:health-probes');

const LIMIT_MS = 2000;

export interface Readiness {
  readonly status: 'up' | 'down';
  readonly checks: Readonly<Record<string, { readonly status: 'up' | 'down'; readonly [detail: string]: unknown }>>;
}

@Injectable()
export class Health {
  constructor(
    @Inject(HEALTH_PROBES) private readonly probes: readonly HealthProbe[],
    private readonly recurring: Recurring,
  ) {}

  /**
   * Asks every probe at once; what does not answer within two seconds is down.
   * @param confidential whether to show details that are not for everybody.
   */
  async readiness({ confidential }: { confidential: boolean }): Promise<Readiness> {
    const checks = Object.fromEntries(
      await Promise.all(this.probes.map(async (probe) => [probe.name, await this.ask(probe, confidential)] as const)),
    );
    const down = Object.values(checks).some(({ status }) => status === 'down');
    return { status: down ? 'down' : 'up', checks };
  }

  private async ask(probe: HealthProbe, confidential: boolean): Promise<{ status: 'up' | 'down' }> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('no answer within 2 s')), LIMIT_MS);
    });
    try {
      const details = await Promise.race([probe.check(), late]);
      return probe.isConfidential && !confidential ? { status: 'up' } : { ...details, status: 'up' };
    } catch (error) {
      // The reason stays in the log: the route is open to everybody.
      this.recurring.tell(`not ready: ${probe.name}`, { probe: probe.name, reason: (error as Error).message });
      return { status: 'down' };
    } finally {
      clearTimeout(timer);
    }
  }
}
