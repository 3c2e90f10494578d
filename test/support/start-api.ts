import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Accounts, SignIn } from '@thidua/identity';
import type { NewAccount } from '@thidua/identity';
import { loadConfig } from '@thidua/platform';
import { Behind } from '@thidua/rankings';
import { tempFolder } from '../platform/support/temp-folder.js';
import { Client } from './client.js';
import { eventually } from './eventually.js';
import { loadNatively } from './native-modules.js';
import { newPostgresDatabase } from './postgres/postgres-server.js';

/** The databases every service test runs on. */
export const DATABASES = ['sqlite', 'postgres'] as const;
export type DatabaseKind = (typeof DATABASES)[number];

export interface ApiOptions {
  readonly database: DatabaseKind;
  /** `none`: somebody else computes the rankings. */
  readonly processors?: 'embedded' | 'none';
  readonly logLevel?: string;
  /** Leads to the PostgreSQL database by another address. */
  readonly by?: (url: string) => Promise<string>;
  /** Makes the database that the application finds, given its file or its address. */
  readonly prepare?: (place: string) => Promise<void>;
  /** Empty: none. */
  readonly metricsToken?: string;
  /** Settings that the environment does not name, such as `sweepMs`. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

loadNatively();
const { createApi } = await import('../../apps/api/create-api.js');

/** What a collector of metrics shows to the application under test. */
export const METRICS_TOKEN = 'a-token-of-the-tests';

let logins = 0;

/** The real application, listening on a free port of loopback, with a data folder, a Redis and a database of its own. */
export class RunningApi {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly url: string,
    readonly database: DatabaseKind,
    /** What a further process needs to work beside this one. */
    readonly environment: Readonly<Record<string, string>>,
    private readonly stops: readonly (() => Promise<void>)[],
  ) {}

  static async start(options: ApiOptions): Promise<RunningApi> {
    const { database, processors = 'embedded', logLevel = 'silent', by, prepare, settings = {} } = options;
    const { metricsToken = METRICS_TOKEN } = options;
    const folder = await tempFolder();
    const stops = [folder.remove];
    try {
      const configFile = join(folder.path, 'settings.yaml');
      await writeFile(configFile, JSON.stringify({ shutdownSeconds: 2, ...settings }));
      const postgres = database === 'postgres' ? await newPostgresDatabase() : undefined;
      if (postgres) stops.unshift(postgres.drop);
      await prepare?.(postgres?.url ?? join(folder.path, 'thidua.sqlite'));
      const environment = {
        CONFIG_FILE: configFile,
        HOST: '127.0.0.1',
        PORT: '0',
        DATA_DIR: folder.path,
        DATABASE_URL: postgres === undefined ? '' : ((await by?.(postgres.url)) ?? postgres.url),
        LOG_LEVEL: logLevel,
        PROCESSORS: processors,
        METRICS_TOKEN: metricsToken,
      };
      const app = await createApi(loadConfig(environment));
      stops.unshift(() => app.close());
      await app.listen(0, '127.0.0.1');
      return new RunningApi(app, await app.getUrl(), database, environment, stops);
    } catch (error) {
      for (const stop of stops) await stop();
      throw error;
    }
  }

  /** A provider of the application, to look behind the API or to make it fail. */
  get<T>(token: Parameters<INestApplicationContext['get']>[0]): T {
    return this.app.get(token as never) as T;
  }

  /** A new account with these grants, signed in by a one-time link. */
  async signIn(grants: NewAccount['grants'], name = 'Người thử'): Promise<Client> {
    logins += 1;
    const login = `login-${logins}`;
    await this.get<Accounts>(Accounts).create({ login, name, grants }, null);
    return Client.byLink(this.url, await this.get<SignIn>(SignIn).issueLink(login));
  }

  /** A client that is not signed in. */
  anonymous(): Client {
    return new Client(this.url);
  }

  /** Waits until every stored ranking is of its cluster's revision. */
  settled(withinMs?: number): Promise<void> {
    const behind = this.get<Behind>(Behind);
    const current = async () => (await behind.clusters()).length === 0 && (await behind.campaigns()).length === 0;
    return eventually('every ranking is current', current, withinMs);
  }

  /** Stops everything that was started, in the reverse order. */
  async stop(): Promise<void> {
    for (const stop of this.stops) await stop();
  }
}

/** Starts the application for a test file; the file's `afterAll` stops it. */
export function startApi(options: ApiOptions): Promise<RunningApi> {
  return RunningApi.start(options);
}
