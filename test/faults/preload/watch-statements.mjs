import sqlite3 from 'sqlite3';

/**
 * Tells of every statement given to the database driver, whichever way it comes there.
 * @param {(sql: string, values: readonly unknown[]) => void} before called before it is given to the driver
 * @param {(sql: string) => void} after called when it has run, before whoever gave it knows
 */
export function watchStatements(before, after) {
  const watched = (run, sqlOf) =>
    function runAndTell(...args) {
      const sql = sqlOf(this, args);
      before(sql, Array.isArray(args[0]) ? args[0] : []);
      const done = args.at(-1);
      if (typeof done === 'function') {
        args[args.length - 1] = function tellFirst(...results) {
          after(sql);
          return done.apply(this, results);
        };
      }
      return run.apply(this, args);
    };
  const { Statement, Database } = sqlite3;
  for (const method of ['all', 'run', 'get']) {
    Statement.prototype[method] = watched(Statement.prototype[method], (statement) => statement.sql);
  }
  Database.prototype.exec = watched(Database.prototype.exec, (_database, [sql]) => sql);
}

/**
 * Whether a statement writes to a table.
 * @param {string} sql
 * @param {string} table
 */
export const writesTo = (sql, table) => new RegExp(`^\\s*INSERT INTO ${table}\\b`).test(sql);

/**
 * Whether a statement ends a transaction well.
 * @param {string} sql
 */
export const commits = (sql) => /\bCOMMIT\b/.test(sql);
