import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { currentCorrelationId } from '../logging/correlation.js';
import type { Transaction } from '../database/transaction.js';
import { AuditEvent } from './audit-event.entity.js';

export interface Act {
  readonly actor: string | null;
  readonly action: string;
  readonly campaign?: string;
  readonly subject: string;
  readonly detail?: object;
}

/** Append-only record of who did what, written in the transaction of the act itself: both are kept, or neither. */
@Injectable()
export class AuditLog {
  constructor(private readonly clock: Clock) {}

  async record(tx: Transaction, act: Act): Promise<void> {
    await tx.manager.insert(AuditEvent, {
      at: this.clock.now().toISOString(),
      actor: act.actor,
      action: act.action,
      campaign: act.campaign ?? null,
      subject: act.subject,
      detail: JSON.stringify(act.detail ?? {}),
      correlationId: currentCorrelationId() ?? null,
    });
  }
}
