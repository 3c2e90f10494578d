import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Reader, UnitOfWork } from '../database/transaction.js';
import type { Transaction } from '../database/transaction.js';
import { currentCorrelationId } from '../logging/correlation.js';
import { appendRecords, readHead } from './audit-records.js';
import type { AuditRecord, Head } from './chain.js';

export interface Act {
  readonly actor: string | null;
  readonly action: string;
  readonly campaign?: string;
  readonly subject: string;
  readonly detail?: object;
  /** Where the act is written in the context of somebody else's request. */
  readonly correlationId?: string;
}

type Unchained = Omit<AuditRecord, 'seq' | 'previous' | 'hash'>;

/**
 * Append-only record of who did what, written in the transaction of the act itself: both are kept, or neither. Each
 * record is chained to the one before, so that a later change of any of them shows (ADR 0015).
 */
@Injectable()
export class AuditLog {
  /** What open transactions have to record once their work is done. */
  private readonly pending = new WeakMap<Transaction, Unchained[]>();

  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
  ) {}

  /** Records acts of this transaction. Written last in it: whoever appends holds up all others who do. */
  record(tx: Transaction, ...acts: readonly Act[]): void {
    if (acts.length === 0) return;
    const told = acts.map((act) => this.told(act));
    const known = this.pending.get(tx);
    if (known) return void known.push(...told);
    this.pending.set(tx, told);
    tx.beforeCommit(async () => void (await appendRecords(tx, told)));
  }

  /** Records an act that changes nothing else. Resolves, once that is durable, with the chain's head at this record. */
  write(act: Act): Promise<Head> {
    const told = this.told(act);
    return this.unitOfWork.run((tx) => appendRecords(tx, [told]));
  }

  /** How far the chain has come. */
  head(db: Pick<Transaction, 'query'> = this.reader): Promise<Head> {
    return readHead(db);
  }

  private told({ actor, action, campaign, subject, detail, correlationId }: Act): Unchained {
    return {
      at: this.clock.now().toISOString(),
      actor,
      action,
      campaign: campaign ?? null,
      subject,
      detail: JSON.stringify(detail ?? {}),
      correlationId: correlationId ?? currentCorrelationId() ?? null,
    };
  }
}
