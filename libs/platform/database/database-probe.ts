import { Injectable } from '@nestjs/common';
import type { HealthProbe } from '../health/health-probe.js';
import { UnitOfWork } from './transaction.js';

class Undone extends Error {}

/** Whether the database takes writes: the lock that each of them needs is had, and given back with nothing written. */
@Injectable()
export class DatabaseProbe implements HealthProbe {
  readonly name = 'database';

  private looking: Promise<void> | undefined;

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** One look at a time, whoever asks: while it waits, so would the others. */
  check(): Promise<void> {
    return (this.looking ??= this.look().finally(() => (this.looking = undefined)));
  }

  private async look(): Promise<void> {
    const looked = this.unitOfWork.run(async (tx) => {
      await tx.query(`SELECT seq FROM audit_head${tx.forUpdate}`);
      throw new Undone();
    });
    await looked.catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  }
}
