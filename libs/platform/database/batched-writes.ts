import { AsyncResource } from 'node:async_hooks';
import { databaseTrouble } from './database-trouble.js';
import type { Transaction, UnitOfWork } from './transaction.js';

/** Inputs of one batch at most. */
const BATCH = 64;

/** What became of one input: its answer, or the expected error that its caller gets. */
export type Verdict<Output> =
  { readonly ok: true; readonly value: Output } | { readonly ok: false; readonly error: unknown };

interface Waiting<Input, Output> {
  readonly input: Input;
  readonly key: string;
  /** In the caller's own asynchronous context. */
  readonly settle: (verdict: Verdict<Output>) => void;
}

/**
 * Writes of one kind that come at the same time, done together: one transaction with few statements instead of one with
 * all of them for each. Every input is judged by itself, and its caller answered once the batch is durable.
 */
export class BatchedWrites<Input, Output> {
  private readonly waiting: Waiting<Input, Output>[] = [];
  private isAsked = false;

  /**
   * @param write judges and writes distinct inputs. It gives a verdict for each, in order; when it throws, nothing of
   *   the batch is kept and each input is written alone, so that a fault stays with the input that has it.
   * @param keyOf inputs of the same key never share a batch: the later one must see what the earlier wrote.
   */
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly write: (tx: Transaction, inputs: readonly Input[]) => Promise<readonly Verdict<Output>[]>,
    private readonly keyOf: (input: Input) => string,
  ) {}

  run(input: Input): Promise<Output> {
    return new Promise<Output>((resolve, reject) => {
      const settle = (verdict: Verdict<Output>) => (verdict.ok ? resolve(verdict.value) : reject(verdict.error));
      this.waiting.push({ input, key: this.keyOf(input), settle: AsyncResource.bind(settle) });
      this.ask();
    });
  }

  /** Asks for a turn to write; what is waiting by then makes the batch. */
  private ask(): void {
    if (this.isAsked || this.waiting.length === 0) return;
    this.isAsked = true;
    let batch: Waiting<Input, Output>[] | undefined;
    const work = (tx: Transaction) => {
      // Once: after a conflict the same batch is tried again.
      batch ??= this.take();
      return this.write(
        tx,
        batch.map(({ input }) => input),
      );
    };
    this.unitOfWork.run(work).then(
      (verdicts) => batch!.forEach(({ settle }, index) => settle(verdicts[index]!)),
      (error: unknown) => this.separately(batch ?? this.take(), error),
    );
  }

  private take(): Waiting<Input, Output>[] {
    const keys = new Set<string>();
    const batch: Waiting<Input, Output>[] = [];
    const later: Waiting<Input, Output>[] = [];
    for (const each of this.waiting.splice(0)) {
      if (batch.length < BATCH && !keys.has(each.key)) batch.push(each);
      else later.push(each);
      keys.add(each.key);
    }
    this.waiting.push(...later);
    this.isAsked = false;
    this.ask();
    return batch;
  }

  private separately(batch: readonly Waiting<Input, Output>[], error: unknown): void {
    // Where it is none of an input's fault, each by itself would only wait for the same.
    const trouble = databaseTrouble(error);
    if (batch.length === 1 || trouble === 'away' || trouble === 'unwritable') {
      for (const { settle } of batch) settle({ ok: false, error });
      return;
    }
    for (const each of batch) {
      this.unitOfWork
        .run((tx) => this.write(tx, [each.input]))
        .then(
          ([verdict]) => each.settle(verdict!),
          (alone: unknown) => each.settle({ ok: false, error: alone }),
        );
    }
  }
}

/** `(?, ?), (?, ?), …` for an INSERT of several rows. */
export function valueRows(rows: number, columns: number): string {
  const row = `(${Array.from({ length: columns }, () => '?').join(', ')})`;
  return Array.from({ length: rows }, () => row).join(', ');
}
