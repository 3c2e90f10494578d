import type { Database, Statement } from 'sqlite3';
import type { SqlRunner, SqlValue } from './transaction.js';

/** Statements kept prepared on one connection; the oldest is finalized past this many. */
const KEPT = 200;

interface Prepared {
  readonly statement: Statement;
  /** Told when it cannot be prepared: the driver drops the calls that wait for that without an answer. */
  waiting: Set<(error: Error) => void> | null;
}

/**
 * Prepared statements of one SQLite connection, by their text. Preparing costs more than most of our statements
 * take to run, and the driver prepares anew on every `run`/`all`.
 */
export class SqliteStatements implements SqlRunner {
  private readonly prepared = new Map<string, Prepared>();

  constructor(private readonly db: Database) {}

  query<R extends object>(sql: string, params: readonly SqlValue[] = []): Promise<R[]> {
    return this.send<R>(sql, params);
  }

  protected send<R extends object>(sql: string, params: readonly SqlValue[]): Promise<R[]> {
    return new Promise((resolve, reject) => {
      const { statement, waiting } = this.find(sql);
      waiting?.add(reject);
      statement.all<R>(params, (error, rows) => (error ? reject(error) : resolve(rows)));
    });
  }

  finalize(): Promise<void> {
    const open = [...this.prepared.values()];
    this.prepared.clear();
    return Promise.all(open.map(({ statement }) => new Promise<void>((done) => statement.finalize(() => done())))).then(
      () => undefined,
    );
  }

  private find(sql: string): Prepared {
    return this.prepared.get(sql) ?? this.prepare(sql);
  }

  private prepare(sql: string): Prepared {
    const waiting = new Set<(error: Error) => void>();
    const made: Prepared = {
      waiting,
      statement: this.db.prepare(sql, (error: Error | null) => {
        made.waiting = null;
        if (!error) return;
        if (this.prepared.get(sql) === made) this.prepared.delete(sql);
        for (const reject of waiting) reject(error);
      }),
    };
    this.prepared.set(sql, made);
    if (this.prepared.size > KEPT) {
      const [oldest, { statement }] = this.prepared.entries().next().value!;
      this.prepared.delete(oldest);
      statement.finalize();
    }
    return made;
  }
}

/**
 * The same, strictly in the order they are given: each is begun when the one before has ended. The driver's own
 * `serialize` does not order prepared statements (their calls go straight to its pool of threads, and overtake each
 * other there), but a savepoint must be set before the writes it guards, and what a failed writer still has under way
 * must be over before it is undone.
 */
export class OrderedSqliteStatements extends SqliteStatements {
  private last: Promise<unknown> = Promise.resolve();

  override query<R extends object>(sql: string, params: readonly SqlValue[] = []): Promise<R[]> {
    const sent = this.last.then(() => this.send<R>(sql, params));
    this.last = sent.catch(() => undefined);
    return sent;
  }
}
