import sqlite3 from 'sqlite3';

type Value = string | number | null;

/** A connection of the test's own to a database file, for one look or one deed. */
export class Sqlite {
  private constructor(private readonly db: sqlite3.Database) {}

  /** Opens it only to read: closing such a connection never tidies up what a killed process left behind. */
  static reading<T>(file: string, work: (db: Sqlite) => Promise<T>): Promise<T> {
    return Sqlite.use(file, sqlite3.OPEN_READONLY, work);
  }

  static writing<T>(file: string, work: (db: Sqlite) => Promise<T>): Promise<T> {
    return Sqlite.use(file, sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE, work);
  }

  private static async use<T>(file: string, mode: number, work: (db: Sqlite) => Promise<T>): Promise<T> {
    const db = await new Promise<sqlite3.Database>((resolve, reject) => {
      const opened: sqlite3.Database = new sqlite3.Database(file, mode, (error) =>
        error ? reject(error) : resolve(opened),
      );
    });
    db.configure('busyTimeout', 60_000);
    try {
      return await work(new Sqlite(db));
    } finally {
      await new Promise<void>((resolve, reject) => db.close((error) => (error ? reject(error) : resolve())));
    }
  }

  all<Row>(sql: string, params: readonly Value[] = []): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      this.db.all<Row>(sql, params, (error, rows) => (error ? reject(error) : resolve(rows)));
    });
  }
}
