import { Client } from 'pg';
import type { ClientConfig } from 'pg';
import type { PostgresConnectionOptions } from 'typeorm/driver/postgres/PostgresConnectionOptions.js';
import type { PostgresConfig } from '../config/config.js';

const POOL = 10;
/** Beyond the longest that a statement may take. */
const MARGIN_MS = 5000;

/**
 * How we connect to PostgreSQL, so that no peer that has gone silent keeps anything for ever. The server gives up the locks
 * of one of us that is frozen (idle in its transaction) or cut off (it acknowledges nothing), and a wait for locks or for
 * a statement that takes too long; we give up a server from which no answer comes.
 */
export function postgresOptions({ url, limits }: PostgresConfig): PostgresConnectionOptions {
  const silent = [
    `tcp_keepalives_idle=${Math.ceil(limits.silentSeconds / 2)}`,
    `tcp_keepalives_interval=${Math.ceil(limits.silentSeconds / 6)}`,
    'tcp_keepalives_count=3',
    `tcp_user_timeout=${limits.silentSeconds * 1000}`,
  ];
  return {
    type: 'postgres',
    url,
    poolSize: POOL,
    applicationName: `thidua ${process.pid}`,
    connectTimeoutMS: limits.silentSeconds * 1000,
    // Said to nobody: whoever meets it tells.
    poolErrorHandler: () => undefined,
    extra: {
      Client: impatientClient(limits.statementSeconds * 1000 + MARGIN_MS),
      statement_timeout: limits.statementSeconds * 1000,
      lock_timeout: limits.lockSeconds * 1000,
      idle_in_transaction_session_timeout: limits.idleSeconds * 1000,
      keepAlive: true,
      keepAliveInitialDelayMillis: (limits.silentSeconds * 1000) / 2,
      options: silent.map((setting) => `-c ${setting}`).join(' '),
    },
  };
}

/** The same for migrations, which may take as long as they take. */
export function withoutLimits(options: PostgresConnectionOptions): PostgresConnectionOptions {
  const extra = { ...(options.extra as object) };
  for (const limit of ['Client', 'statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout']) {
    delete (extra as Record<string, unknown>)[limit];
  }
  return { ...options, extra };
}

/** A connection on which nothing comes for longer than any answer takes is given up; TCP alone waits a quarter of an hour. */
function impatientClient(silentMs: number): typeof Client {
  return class extends Client {
    constructor(config?: string | ClientConfig) {
      super(config);
      this.once('connect', () => {
        const { stream } = (this as unknown as { connection: { stream: import('node:net').Socket } }).connection;
        stream.setTimeout(silentMs, () => stream.destroy(new Error('Connection terminated: no answer')));
      });
    }
  };
}
