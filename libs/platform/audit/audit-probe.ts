import { Injectable } from '@nestjs/common';
import type { HealthProbe } from '../health/health-probe.js';
import { AuditLog } from './audit-log.js';
import { headText } from './chain.js';

/** Whether the audit log can be read, and how far it has come: for who keeps its head elsewhere. */
@Injectable()
export class AuditProbe implements HealthProbe {
  readonly name = 'audit';
  readonly isConfidential = true;

  constructor(private readonly audit: AuditLog) {}

  async check(): Promise<{ head: string }> {
    return { head: headText(await this.audit.head()) };
  }
}
