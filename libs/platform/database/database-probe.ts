import { Injectable } from '@nestjs/common';
import type { HealthProbe } from '../health/health-probe.js';
import { Reader } from './transaction.js';

/** Whether the database answers. */
@Injectable()
export class DatabaseProbe implements HealthProbe {
  readonly name = 'database';

  constructor(private readonly reader: Reader) {}

  async check(): Promise<void> {
    await this.reader.query('SELECT 1');
  }
}
