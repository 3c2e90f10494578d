import type { Database, Statement } from 'sqlite3';
import type { SqlRunner, SqlValue } from './transaction.js';

/** Statements kept prepared on one connection; the oldest is finalized past this many. */
const KEPT = 200;

/**
 * Prepared statements of one SQLite connection, by their text. Preparing costs more than most of our statements
 * take to run, and the driver prepares anew on every `run`/`all`.
 */
export class SqliteStatements implements SqlRunner {
  private readonly prepared = new Map<string, Statement>();

  constructor(private readonly db: Database) {}

  query<R extends object>(sql: string, params: readonly SqlValue[] = []): Promise<R[]> {
    return new Promise((resolve, reject) => {
      this.statement(sql).all<R>(params, (error, rows) => (error ? reject(error) : resolve(rows)));
    });
  }

  finalize(): Promise<void> {
    const open = [...this.prepared.values()];
    this.prepared.clear();
    return Promise.all(open.map((each) => new Promise<void>((done) => each.finalize(() => done())))).then(() => undefined);
  }

  private statement(sql: string): Statement {
    let found = this.prepared.get(sql);
    if (!found) {
      // A statement that cannot be prepared also fails its first `all`, where the caller sees it.
      found = this.db.prepare(sql, (error: Error | null) => {
        if (error) this.prepared.delete(sql);
      });
      this.prepared.set(sql, found);
      if (this.prepared.size > KEPT) {
        const [oldest, statement] = this.prepared.entries().next().value!;
        this.prepared.delete(oldest);
        statement.finalize();
      }
    }
    return found;
  }
}
