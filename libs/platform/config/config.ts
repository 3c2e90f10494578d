import { join, resolve } from 'node:path';
import type { Settings } from './settings.js';

/** `file`: absolute path of the SQLite database. */
export type DatabaseConfig = { readonly kind: 'sqlite'; readonly file: string } | PostgresConfig;

export interface PostgresConfig {
  readonly kind: 'postgres';
  readonly url: string;
  /** How long a statement may take, a lock be waited for, a transaction stand still, a peer be silent. */
  readonly limits: {
    readonly statementSeconds: number;
    readonly lockSeconds: number;
    readonly idleSeconds: number;
    readonly silentSeconds: number;
  };
}

/** `managed`: a private server in the data folder, started by the API; `external`: the server at `url`. */
export type RedisConfig = { readonly kind: 'managed' } | { readonly kind: 'external'; readonly url: string };

/** The checked settings, and the token under which they are injected. */
export class Config {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Absolute. */
  readonly dataDir: string;
  /** Whether somebody has named it; otherwise it is only that of the defaults, in whatever folder the program runs. */
  readonly isDataDirNamed: boolean;
  readonly database: DatabaseConfig;
  readonly redis: RedisConfig;
  /** Addresses and networks of the proxies whose word on the client and the protocol is taken. */
  readonly trustedProxies: readonly string[];
  /** What a collector of metrics shows; undefined: there are none to be had. */
  readonly metricsToken: string | undefined;
  readonly logLevel: Settings['logLevel'];
  /** Whether the API process also runs the queue's processors. */
  readonly processors: Settings['processors'];
  readonly sessionHours: number;
  /** How long a session may go unused. */
  readonly sessionIdleMinutes: number;
  /** Life of a one-time sign-in link. */
  readonly linkMinutes: number;
  /** What people open the service by, `https://…`; undefined: only by this machine. */
  readonly publicOrigin: string | undefined;
  /** Life of an invitation to set a password. */
  readonly invitationHours: number;
  /** Fewest characters of a password. */
  readonly passwordLength: number;
  /** How often a password may be tried in a minute, from one address, for one account, and in all. */
  readonly signInsPerAddress: number;
  readonly signInsPerAccount: number;
  readonly signInsInAll: number;
  /** Pause between two searches for rankings that are behind. */
  readonly sweepMs: number;
  /** How long running requests and jobs may take to finish after SIGTERM. */
  readonly shutdownSeconds: number;
  readonly bodyLimitMb: number;
  /** What a process keeps in memory at most, of what it could read again. */
  readonly keptMemoryMb: number;

  /**
   * @param cwd the folder relative paths start from.
   * @param named the settings that are not those of the defaults.
   */
  constructor(settings: Settings, cwd: string, named: ReadonlySet<string>) {
    this.host = settings.host;
    this.port = settings.port;
    this.dataDir = resolve(cwd, settings.dataDir);
    this.isDataDirNamed = named.has('dataDir');
    this.database = settings.databaseUrl
      ? {
          kind: 'postgres',
          url: settings.databaseUrl,
          limits: {
            statementSeconds: settings.databaseStatementSeconds,
            lockSeconds: settings.databaseLockSeconds,
            idleSeconds: settings.databaseIdleSeconds,
            silentSeconds: settings.databaseSilentSeconds,
          },
        }
      : { kind: 'sqlite', file: join(this.dataDir, 'thidua.sqlite') };
    this.redis = settings.redisUrl ? { kind: 'external', url: settings.redisUrl } : { kind: 'managed' };
    this.trustedProxies = settings.trustedProxies ?? [];
    this.metricsToken = settings.metricsToken ?? undefined;
    this.logLevel = settings.logLevel;
    this.processors = settings.processors;
    this.sessionHours = settings.sessionHours;
    this.sessionIdleMinutes = settings.sessionIdleMinutes;
    this.linkMinutes = settings.linkMinutes;
    this.publicOrigin = settings.publicOrigin ?? undefined;
    this.invitationHours = settings.invitationHours;
    this.passwordLength = settings.passwordLength;
    this.signInsPerAddress = settings.signInsPerAddress;
    this.signInsPerAccount = settings.signInsPerAccount;
    this.signInsInAll = settings.signInsInAll;
    this.sweepMs = settings.sweepMs;
    this.shutdownSeconds = settings.shutdownSeconds;
    this.bodyLimitMb = settings.bodyLimitMb;
    this.keptMemoryMb = settings.keptMemoryMb;
  }
}
