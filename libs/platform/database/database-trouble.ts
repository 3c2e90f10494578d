/**
 * Why a database cannot do now what it could do at another time:
 * - `away`: it cannot be reached, is starting or stopping, or has no connection or memory to spare;
 * - `unwritable`: it cannot write, its disk being full, failing or read-only;
 * - `busy`: somebody else has kept the rows, or all of the file, for longer than anybody waits.
 */
export type DatabaseTrouble = 'away' | 'unwritable' | 'busy';

/**
 * What the drivers call it: of the socket and the file system, of PostgreSQL
 * (https://www.postgresql.org/docs/current/errcodes-appendix.html), of SQLite (https://sqlite.org/rescode.html).
 */
const CODES: Readonly<Record<DatabaseTrouble, readonly string[]>> = {
  away: [
    ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
    // out_of_memory, too_many_connections, configuration_limit_exceeded
    ...['53200', '53300', '53400'],
    // admin_shutdown, crash_shutdown, cannot_connect_now, idle_in_transaction_session_timeout, transaction_timeout
    ...['57P01', '57P02', '57P03', '25P03', '25P04'],
    'SQLITE_NOMEM',
  ],
  unwritable: [
    // disk_full, io_error, read_only_sql_transaction
    ...['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', '53100', '58030', '25006'],
    ...['SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_READONLY', 'SQLITE_CANTOPEN'],
  ],
  busy: [
    // lock_not_available, query_canceled (by its time limit), serialization_failure, deadlock_detected
    ...['55P03', '57014', '40001', '40P01'],
    ...['SQLITE_BUSY', 'SQLITE_LOCKED'],
  ],
};

const TROUBLE_OF = new Map(
  Object.entries(CODES).flatMap(([trouble, codes]) => codes.map((code) => [code, trouble as DatabaseTrouble])),
);

/**
 * The driver of PostgreSQL has no code for a connection that ends under a statement, or is not made in time; nor TypeORM
 * for the statements of a transaction whose connection it has given up meanwhile.
 */
const LOST =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout|Query runner already released|Database connection provided by a query runner was already released)/;

/** What keeps the database from serving; undefined where the failure is the statement's own. */
export function databaseTrouble(error: unknown): DatabaseTrouble | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, message, driverError, errors } = error as Readonly<Record<string, unknown>>;
  // Of a name with several addresses, each failed.
  for (const inner of [driverError, ...(Array.isArray(errors) ? errors : [])]) {
    const trouble = databaseTrouble(inner);
    if (trouble !== undefined) return trouble;
  }
  if (typeof code === 'string') return TROUBLE_OF.get(code) ?? (code.startsWith('08') ? 'away' : undefined);
  return typeof message === 'string' && LOST.test(message) ? 'away' : undefined;
}
