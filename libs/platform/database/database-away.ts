/**
 * What the drivers call it when the database cannot be reached or cannot serve now: of the socket, of PostgreSQL
 * (https://www.postgresql.org/docs/current/errcodes-appendix.html), of SQLite where another process keeps the file.
 */
const AWAY = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  // too_many_connections, admin_shutdown, crash_shutdown, cannot_connect_now
  ...['53300', '57P01', '57P02', '57P03'],
  'SQLITE_BUSY',
]);

/** The driver of PostgreSQL has no code for a connection that ends under a statement, or is not made in time. */
const LOST =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** Whether a failure is none of the statement that met it: the same may be tried again later. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, driverError, errors } = error as { code?: unknown; driverError?: unknown; errors?: unknown };
  if (driverError !== undefined && isDatabaseAway(driverError)) return true;
  // A name with several addresses, each of which failed.
  if (Array.isArray(errors) && errors.some(isDatabaseAway)) return true;
  if (typeof code === 'string') return AWAY.has(code) || code.startsWith('08');
  return LOST.test(error.message);
}
