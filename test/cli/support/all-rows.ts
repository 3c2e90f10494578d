import sqlite3 from 'sqlite3';

/** Rows of a statement on a SQLite file, read beside whoever else has it open. */
export function allRows(file: string, sql: string): Promise<Record<string, unknown>[]> {
  return new Promise((resolve, reject) => {
    const database = new sqlite3.Database(file, sqlite3.OPEN_READONLY, (error) => {
      if (error) reject(error);
    });
    database.configure('busyTimeout', 60_000);
    database.all<Record<string, unknown>>(sql, (error, rows) => {
      database.close();
      if (error) reject(error);
      else resolve(rows);
    });
  });
}
