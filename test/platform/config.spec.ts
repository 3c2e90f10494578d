import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConfigError } from '../../libs/platform/config/config-error.js';
import { loadConfig } from '../../libs/platform/config/load-config.js';
import { tempFolder } from './support/temp-folder.js';

describe('the configuration', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  beforeEach(async () => void (folder = await tempFolder()));
  afterEach(() => folder.remove());

  const written = async (text: string): Promise<string> => {
    const file = join(folder.path, 'my.yaml');
    await writeFile(file, text);
    return file;
  };

  const refusal = (environment: Record<string, string>): string => {
    try {
      loadConfig(environment, folder.path);
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      return (error as Error).message;
    }
    throw new Error('was accepted');
  };

  it('is complete without any setting given', () => {
    expect({ ...loadConfig({}, '/srv/thidua') }).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataDir: '/srv/thidua/data',
      isDataDirNamed: false,
      database: { kind: 'sqlite', file: '/srv/thidua/data/thidua.sqlite' },
      redis: { kind: 'managed' },
      trustedProxies: ['127.0.0.1', '::1'],
      metricsToken: undefined,
      logLevel: 'info',
      processors: 'embedded',
      sessionHours: 12,
      sessionIdleMinutes: 120,
      linkMinutes: 60,
      publicOrigin: undefined,
      invitationHours: 72,
      passwordLength: 12,
      signInsPerAddress: 60,
      signInsPerAccount: 30,
      signInsInAll: 600,
      sweepMs: 2000,
      shutdownSeconds: 10,
      bodyLimitMb: 16,
      keptMemoryMb: 256,
    });
  });

  it('takes a file over the defaults and the environment over both', async () => {
    await written('port: 4000\nhost: 0.0.0.0\nsessionHours: 8\n');
    const config = loadConfig({ CONFIG_FILE: 'my.yaml', PORT: '0', DATA_DIR: 'here', LOG_LEVEL: '' }, folder.path);
    expect(config).toMatchObject({ host: '0.0.0.0', port: 0, sessionHours: 8, logLevel: 'info' });
    expect(config.dataDir).toBe(join(folder.path, 'here'));
    expect(config.isDataDirNamed).toBe(true);
    await written('dataDir: there\n');
    expect(loadConfig({ CONFIG_FILE: 'my.yaml' }, folder.path).isDataDirNamed).toBe(true);
  });

  it('knows the servers named by address', () => {
    const config = loadConfig({ DATABASE_URL: 'postgres://a:b@db/x', REDIS_URL: 'rediss://:c@r:6380' });
    expect(config.database).toMatchObject({ kind: 'postgres', url: 'postgres://a:b@db/x', limits: { lockSeconds: 5 } });
    expect(config.redis).toEqual({ kind: 'external', url: 'rediss://:c@r:6380' });
  });

  it('accepts the production example once its secrets are given, and not before', () => {
    const file = new URL('../../config/production.example.yaml', import.meta.url).pathname;
    const refused = (name: string) =>
      `${name} in ${file}: the user or the password is still that of an example; write your own there`;
    expect(refusal({ CONFIG_FILE: file })).toBe(refused('databaseUrl'));
    const database = { DATABASE_URL: 'postgres://thidua:gnu7Whqs@127.0.0.1:5432/thidua' };
    expect(refusal({ CONFIG_FILE: file, ...database })).toBe(refused('redisUrl'));
    const config = loadConfig({ CONFIG_FILE: file, ...database, REDIS_URL: 'redis://:gnu7Whqs@127.0.0.1:6379/0' });
    expect(config).toMatchObject({ processors: 'none', database: { kind: 'postgres' } });
  });

  it.each([
    [{ DATABASE_URL: 'postgres://user:password@host/database' }, 'DATABASE_URL: the user or the password'],
    [{ DATABASE_URL: 'postgres://u:Change_Me@db/x' }, 'DATABASE_URL: the user or the password'],
    [{ DATABASE_URL: 'postgres://u:%63hange-me@db/x' }, 'DATABASE_URL: the user or the password'],
    [{ DATABASE_URL: 'postgres://changeme@db/x' }, 'DATABASE_URL: the user or the password'],
    [{ DATABASE_URL: 'postgresql:///x?host=/run/pg&password=change-me' }, 'DATABASE_URL: the user or the password'],
    [{ DATABASE_URL: 'postgres://u:gnu7Whqs@db.example.com/x' }, 'DATABASE_URL: the host'],
    [{ DATABASE_URL: 'postgres://u:gnu7Whqs@host/x' }, 'DATABASE_URL: the host'],
    [{ REDIS_URL: 'redis://:password@r:6379/0' }, 'REDIS_URL: the user or the password'],
    [{ REDIS_URL: 'rediss://:xxxxxx@r:6379/0' }, 'REDIS_URL: the user or the password'],
    [{ REDIS_URL: 'rediss://:gnu7Whqs@redis.example:6379/0' }, 'REDIS_URL: the host'],
    [{ METRICS_TOKEN: 'change-me-change-me' }, 'METRICS_TOKEN: the token'],
    [{ METRICS_TOKEN: 'xxxxxxxxxxxxxxxxxxxx' }, 'METRICS_TOKEN: the token'],
    [{ METRICS_TOKEN: '<a-token-of-your-own>' }, 'METRICS_TOKEN: the token'],
    [{ HOST: 'thidua.example' }, 'HOST: the host'],
  ])('refuses what is left of an example: %j', (environment, named) => {
    expect(refusal(environment as Record<string, string>)).toBe(
      `${named} is still that of an example; write your own there`,
    );
  });

  it('refuses proxies of the documentation in a file', async () => {
    const file = await written('trustedProxies: [127.0.0.1, 203.0.113.0/24]');
    expect(refusal({ CONFIG_FILE: file })).toMatch(`trustedProxies in ${file}: an address is still that of an example`);
  });

  it('takes what only resembles one', () => {
    const config = loadConfig({
      DATABASE_URL: 'postgres://token:exchange-mechanism@examples.gov.vn/password',
      REDIS_URL: 'redis://default:Xxy@redis-host:6379/0',
      METRICS_TOKEN: 'mytokenofsixteen',
    });
    expect(config.metricsToken).toBe('mytokenofsixteen');
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT: must be a whole number from 0 to 65535, not "abc"'],
    [{ PORT: '70000' }, 'PORT: must be a whole number from 0 to 65535, not 70000'],
    [{ HOST: 'http://x' }, 'HOST: must be a host name or an address, not "http://x"'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: must be one of trace, debug, info, warn, error, fatal, silent, not "loud"'],
    [{ PROCESSORS: 'yes' }, 'PROCESSORS: must be one of embedded, none, not "yes"'],
    [{ DATABASE_URL: 'mysql://u:secret@h' }, 'DATABASE_URL: must begin with postgres:// or postgresql://'],
    [{ REDIS_URL: 'secret@h' }, 'REDIS_URL: must begin with redis:// or rediss://'],
    [{ CONFIG_FILE: '/nowhere/x.yaml' }, 'CONFIG_FILE: cannot read /nowhere/x.yaml (ENOENT)'],
  ])('refuses %j in one line that names it', (environment, message) => {
    expect(refusal(environment as Record<string, string>)).toBe(message);
  });

  it.each([
    ['prot: 3000', (file: string) => `prot in ${file}: there is no such setting`],
    ['sweepMs: 5', (file: string) => `sweepMs in ${file}: must be a whole number from 100 to 600000, not 5`],
    ['sessionHours: null', (file: string) => `sessionHours in ${file}: must be a whole number from 1 to 720, not null`],
    ['- port', (file: string) => `${file} must hold settings, one "name: value" a line`],
  ])('refuses a file with %j, naming the file', async (text, message) => {
    const file = await written(text);
    expect(refusal({ CONFIG_FILE: file })).toBe(message(file));
  });

  it('refuses a file that is not YAML in one line', async () => {
    const file = await written('port: [1,');
    expect(refusal({ CONFIG_FILE: file })).toMatch(new RegExp(`^${file} is not YAML: .+$`));
  });
});
