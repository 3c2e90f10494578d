import type { Database, Statement } from 'sqlite3';
import { ByteCache } from '../memory/byte-cache.js';
import type { SqlRunner, SqlValue } from './transaction.js';

/**
 * Text of the statements kept prepared on one connection; the one longest unused is finalized past it. What SQLite makes
 * of a statement is several times its text. The longest we send, with all the values that it takes, is a tenth of this.
 */
const KEPT_BYTES = 2 * 1024 * 1024;

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
  private readonly prepared = new ByteCache<Prepared>(KEPT_BYTES, ({ statement }) => void statement.finalize());

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
    const open = this.prepared.values();
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
    this.prepared.set(sql, made, 0);
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
    return this.inTurn(() => this.send<R>(sql, params));
  }

  /** What reaches the connection by another way, in the same order. */
  inTurn<T>(send: () => Promise<T>): Promise<T> {
    const sent = this.last.then(send);
    this.last = sent.catch(() => undefined);
    return sent;
  }
}
