import { AsyncResource } from 'node:async_hooks';
import { databaseTrouble } from './database-trouble.js';
import type { Transaction, UnitOfWork } from './transaction.js';

/** Inputs of one batch at most. */
const BATCH = 64;
/** Transactions that wait for a lock at the same time, at most: a third of the connections there are. */
const LANES = 3;
/** What PostgreSQL calls it. */
const LOCK_NOT_AVAILABLE = '55P03';

/** What became of one input: its answer, or the expected error that its caller gets. */
export type Verdict<Output> =
  { readonly ok: true; readonly value: Output } | { readonly ok: false; readonly error: unknown };

/**
 * For how long a batch waits for what somebody else keeps: for a moment, not at all (and leaves out what it cannot have),
 * or for as long as the database lets it.
 */
export type Patience = 'moment' | 'none' | 'full';

interface Waiting<Input, Output> {
  readonly input: Input;
  readonly key: string;
  readonly group: string;
  /** In the caller's own asynchronous context. */
  readonly settle: (verdict: Verdict<Output>) => void;
}

/** The inputs of a group that somebody else keeps. */
interface Lane<Input, Output> {
  readonly waiting: Waiting<Input, Output>[];
  /** Until it gets its turn. */
  timer: NodeJS.Timeout | undefined;
}

/**
 * Writes of one kind that come at the same time, done together: one transaction with few statements instead of one with
 * all of them for each. Every input is judged by itself, and its caller answered once the batch is durable.
 *
 * Inputs of a group need the same lock. Where another process keeps that for longer than a moment, they leave the batch,
 * which goes on without them, and wait in a lane of their own: one transaction for all of the group, and for few groups at a
 * time, so that those who wait never take all connections from those who need not.
 */
export class BatchedWrites<Input, Output> {
  private readonly waiting: Waiting<Input, Output>[] = [];
  private isAsked = false;
  private readonly lanes = new Map<string, Lane<Input, Output>>();
  /** Groups whose lane waits for its turn. */
  private readonly turns: string[] = [];
  private running = 0;

  /**
   * @param write judges and writes distinct inputs. It gives a verdict for each, in order, or none for what `patience`
   *   `none` has left out; when it throws, nothing of the batch is kept and each input is written alone, so that a fault
   *   stays with the input that has it.
   * @param keyOf inputs of the same key never share a batch: the later one must see what the earlier wrote.
   * @param groupOf inputs of the same group need the same lock. Without, `write` waits for whatever it needs.
   */
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly write: (
      tx: Transaction,
      inputs: readonly Input[],
      patience: Patience,
    ) => Promise<readonly (Verdict<Output> | undefined)[]>,
    private readonly keyOf: (input: Input) => string,
    private readonly groupOf?: (input: Input) => string,
  ) {}

  run(input: Input): Promise<Output> {
    return new Promise<Output>((resolve, reject) => {
      const settle = (verdict: Verdict<Output>) => (verdict.ok ? resolve(verdict.value) : reject(verdict.error));
      const group = this.groupOf?.(input) ?? '';
      const each = { input, key: this.keyOf(input), group, settle: AsyncResource.bind(settle) };
      const lane = this.lanes.get(group);
      if (lane) return void lane.waiting.push(each);
      this.waiting.push(each);
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
      return this.writeAll(tx, batch, 'moment');
    };
    this.unitOfWork.run(work).then(
      (verdicts) => this.answer(batch!, verdicts),
      (error: unknown) => this.afterFailure(batch ?? this.take(), error),
    );
  }

  private take(): Waiting<Input, Output>[] {
    const batch = batchOf(this.waiting);
    this.isAsked = false;
    this.ask();
    return batch;
  }

  private writeAll(tx: Transaction, batch: readonly Waiting<Input, Output>[], patience: Patience) {
    return this.write(
      tx,
      batch.map(({ input }) => input),
      patience,
    );
  }

  private answer(batch: readonly Waiting<Input, Output>[], verdicts: readonly (Verdict<Output> | undefined)[]): void {
    batch.forEach((each, index) => {
      const verdict = verdicts[index];
      if (verdict) each.settle(verdict);
      else this.defer(each);
    });
  }

  /** Somebody keeps what one of them needs: then the others go on without it. */
  private afterFailure(batch: readonly Waiting<Input, Output>[], error: unknown): void {
    if (!this.hasLanes || databaseTrouble(error) !== 'busy') return this.separately(batch, error);
    this.unitOfWork
      .run((tx) => this.writeAll(tx, batch, 'none'))
      .then(
        (verdicts) => this.answer(batch, verdicts),
        (again: unknown) => this.separately(batch, again),
      );
  }

  private separately(batch: readonly Waiting<Input, Output>[], error: unknown): void {
    // Where it is none of an input's fault, each by itself would only wait for the same.
    const trouble = databaseTrouble(error);
    const isKept = trouble === 'busy' && this.hasLanes;
    if (batch.length === 1 || trouble === 'away' || trouble === 'unwritable' || isKept) return refuse(batch, error);
    for (const each of batch) {
      this.unitOfWork
        .run((tx) => this.writeAll(tx, [each], 'none'))
        .then(
          (verdicts) => this.answer([each], verdicts),
          (alone: unknown) => each.settle({ ok: false, error: alone }),
        );
    }
  }

  private get hasLanes(): boolean {
    return this.groupOf !== undefined && this.unitOfWork.lockMs !== undefined;
  }

  private defer(each: Waiting<Input, Output>): void {
    const known = this.lanes.get(each.group);
    if (known) return void known.waiting.push(each);
    this.lanes.set(each.group, { waiting: [each], timer: undefined });
    this.queue(each.group);
  }

  /** A lane that gets no turn for as long as one waits for a lock is told what it would be told by the database. */
  private queue(group: string): void {
    this.turns.push(group);
    this.lanes.get(group)!.timer = setTimeout(() => {
      this.turns.splice(this.turns.indexOf(group), 1);
      this.close(group, Object.assign(new Error('others wait for locks already'), { code: LOCK_NOT_AVAILABLE }));
    }, this.unitOfWork.lockMs);
    this.next();
  }

  private next(): void {
    while (this.running < LANES && this.turns.length > 0) void this.runLane(this.turns.shift()!);
  }

  private async runLane(group: string): Promise<void> {
    const lane = this.lanes.get(group)!;
    clearTimeout(lane.timer);
    this.running += 1;
    let batch: Waiting<Input, Output>[] | undefined;
    try {
      const verdicts = await this.unitOfWork.run((tx) => this.writeAll(tx, (batch ??= batchOf(lane.waiting)), 'full'));
      this.answer(batch!, verdicts);
    } catch (error) {
      batch ??= batchOf(lane.waiting);
      // Nobody who is behind them would get it sooner.
      if (databaseTrouble(error) !== undefined) this.close(group, error);
      this.separately(batch, error);
    }
    this.running -= 1;
    if (this.lanes.get(group) === lane) {
      if (lane.waiting.length > 0) this.queue(group);
      else this.lanes.delete(group);
    }
    this.next();
  }

  /** Ends a lane, and tells all who wait in it why. */
  private close(group: string, error: unknown): void {
    const { waiting } = this.lanes.get(group)!;
    this.lanes.delete(group);
    refuse(waiting, error);
  }
}

function refuse<Input, Output>(batch: readonly Waiting<Input, Output>[], error: unknown): void {
  for (const { settle } of batch) settle({ ok: false, error });
}

/** Takes what may be written together. */
function batchOf<Input, Output>(waiting: Waiting<Input, Output>[]): Waiting<Input, Output>[] {
  const keys = new Set<string>();
  const batch: Waiting<Input, Output>[] = [];
  const later: Waiting<Input, Output>[] = [];
  for (const each of waiting.splice(0)) {
    if (batch.length < BATCH && !keys.has(each.key)) batch.push(each);
    else later.push(each);
    keys.add(each.key);
  }
  waiting.push(...later);
  return batch;
}

/** `(?, ?), (?, ?), …` for an INSERT of several rows. */
export function valueRows(rows: number, columns: number): string {
  const row = `(${Array.from({ length: columns }, () => '?').join(', ')})`;
  return Array.from({ length: rows }, () => row).join(', ');
}
