import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ManagedRedis } from '../../libs/platform/redis/managed-redis.js';
import { RedisAccess } from '../../libs/platform/redis/redis-access.js';
import { askRedis, redisFolder, writeConnection } from '../../libs/platform/redis/redis-address.js';
import { chooseAddress, redisConfiguration } from '../../libs/platform/redis/redis-configuration.js';
import { eventually } from './support/eventually.js';
import { keptLogger } from './support/log-lines.js';
import { tempFolder } from './support/temp-folder.js';
import { vanish } from './support/vanish.js';

/** For an answer that must come. A server that is not there refuses at once. */
const ANSWER_MS = 60_000;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('the private Redis', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  let redis: ManagedRedis | undefined;
  const { logger } = keptLogger();

  beforeEach(async () => {
    folder = await tempFolder();
    redis = undefined;
  });

  afterEach(async () => {
    await redis?.stop();
    await folder.remove();
  });

  const start = async (dataDir = folder.path): Promise<ManagedRedis> =>
    (redis = await ManagedRedis.start({ dataDir, logger }));

  const answers = async (one: ManagedRedis) => (await askRedis(one.address, ['ping'], ANSWER_MS)) === 'PONG';

  it('listens on a socket in the data folder that only its owner can enter, with a log of writes', async () => {
    const one = await start();
    expect(one.address).toEqual({ path: join(folder.path, 'redis', 'redis.sock') });
    expect((await stat(join(folder.path, 'redis'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder.path, 'redis', 'connection.json'))).mode & 0o777).toBe(0o600);
    expect(await askRedis(one.address, ['config', 'get', 'appendonly'], ANSWER_MS)).toEqual(['appendonly', 'yes']);
    expect(await askRedis(one.address, ['config', 'get', 'maxmemory-policy'], ANSWER_MS)).toContain('noeviction');
    expect(await askRedis(one.address, ['config', 'get', 'port'], ANSWER_MS)).toEqual(['port', '0']);
  });

  it('takes a loopback port with a password where the path is too long for a socket', async () => {
    const deep = join(folder.path, 'đ'.repeat(50), '"quoted" name');
    await mkdir(deep, { recursive: true });
    const one = await start(deep);
    expect(one.address).toMatchObject({ host: '127.0.0.1' });
    expect(await answers(one)).toBe(true);
    expect(await askRedis({ ...one.address, password: 'wrong' } as never, ['ping'], ANSWER_MS)).toBeUndefined();
    const shown = await readFile(`/proc/${one.pid}/cmdline`, 'utf8');
    expect(shown).not.toContain((one.address as { password: string }).password);
  });

  it('comes back after it was killed, with what was written', async () => {
    const one = await start();
    await askRedis(one.address, ['set', 'kept', 'yes'], ANSWER_MS);
    // While the disk is busy the server answers first and writes later.
    const persistence = () => askRedis(one.address, ['info', 'persistence'], ANSWER_MS);
    await eventually('it is written', async () => /^aof_buffer_length:0\r$/m.test(String(await persistence())));
    const before = one.pid;
    process.kill(before, 'SIGKILL');
    await eventually('another server answers', async () => one.pid !== before && (await answers(one)));
    expect(await askRedis(one.address, ['get', 'kept'], ANSWER_MS)).toBe('yes');
  });

  it('comes back empty after its folder was deleted under it', async () => {
    const one = await start();
    await askRedis(one.address, ['set', 'kept', 'yes'], ANSWER_MS);
    const before = one.pid;
    await vanish(join(folder.path, 'redis'));
    await eventually('another server answers', async () => one.pid !== before && (await answers(one)));
    expect(await askRedis(one.address, ['get', 'kept'], ANSWER_MS)).toBeNull();
    await stat(join(folder.path, 'redis', 'connection.json'));
  });

  it('starts over from nothing when its log of writes is damaged', async () => {
    const first = await start();
    await first.stop();
    const log = join(folder.path, 'redis', 'appendonlydir');
    await writeFile(join(log, 'appendonly.aof.manifest'), 'no manifest');
    const one = await start();
    expect(await answers(one)).toBe(true);
  });

  it('ends with stop, leaving neither server nor reaper', async () => {
    const one = await start();
    const { pid } = one;
    await one.stop();
    expect(isAlive(pid)).toBe(false);
    await eventually('the reaper ends too', async () => (await processesNaming(pid)).length === 0);
  });

  it('does not outlive an owner that is killed, and the next owner starts at once', async () => {
    const { process: owner, server } = await startOwner(folder.path);
    expect(isAlive(server)).toBe(true);
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    await eventually('the server ends too', () => !isAlive(server));
    expect(await answers(await start())).toBe(true);
  });

  it('shuts down a server that was left before it takes over', async () => {
    const address = await chooseAddress(folder.path);
    await mkdir(redisFolder(folder.path));
    const orphan = spawn('redis-server', ['-'], { stdio: ['pipe', 'ignore', 'ignore'] });
    orphan.stdin.end(redisConfiguration(folder.path, address));
    await eventually('the orphan answers', async () => (await askRedis(address, ['ping'], ANSWER_MS)) === 'PONG');
    await writeConnection(folder.path, { address });

    const ended = once(orphan, 'exit');
    const one = await start();
    expect(await ended).toEqual([0, null]);
    expect(await answers(one)).toBe(true);
  });

  it('says in one line what to install when no server is on the machine', async () => {
    const owner = runOwner(folder.path, { PATH: folder.path });
    const [said] = (await once(owner.stdout.setEncoding('utf8'), 'data')) as [string];
    expect(said).toMatch(/^RedisStartError: redis-server .*is not installed: install.*REDIS_URL\n$/);
    await once(owner, 'close');
    expect(owner.exitCode).toBe(1);
  });

  it('lets a second process on the same folder find it', async () => {
    const config = { redis: { kind: 'managed' as const }, dataDir: folder.path };
    const attaching = RedisAccess.attach({ config, logger });
    await start();
    const access = await attaching;
    expect(await access.client('test').ping()).toBe('PONG');
    await access.close();
    expect(await answers(redis as ManagedRedis)).toBe(true);
  });

  it('names an external server that cannot be used, without its password', async () => {
    const config = { redis: { kind: 'external' as const, url: 'redis://:secret@127.0.0.1:1/0' }, dataDir: folder.path };
    const failed = RedisAccess.open({ config, logger });
    await expect(failed).rejects.toThrow(/^REDIS_URL: no Redis can be used at 127\.0\.0\.1:1 /);
    await expect(failed).rejects.not.toThrow(/secret/);
  });
});

/** Another process that owns a private server, and the server's process id. */
async function startOwner(dataDir: string) {
  const owner = runOwner(dataDir, process.env);
  const [pid] = (await once(owner.stdout.setEncoding('utf8'), 'data')) as [string];
  return { process: owner, server: Number(pid) };
}

/** A process of the built library: says its server's id and stays, or says why it could not start one and ends. */
function runOwner(dataDir: string, env: NodeJS.ProcessEnv) {
  const library = new URL('../../libs/platform/dist/redis/managed-redis.js', import.meta.url).href;
  const script = `
    const { ManagedRedis } = await import(${JSON.stringify(library)});
    const logger = { info() {}, warn() {}, error() {} };
    try {
      const redis = await ManagedRedis.start({ dataDir: ${JSON.stringify(dataDir)}, logger });
      console.log(redis.pid);
      setInterval(() => {}, 1000);
    } catch (error) {
      console.log(error.name + ': ' + error.message);
      process.exitCode = 1;
    }`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'], env });
}

/** Command lines of living processes that were given this process id. */
async function processesNaming(pid: number): Promise<string[]> {
  const listing = spawn('ps', ['-eo', 'args'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  listing.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  await once(listing, 'close');
  return text.split('\n').filter((line) => line.includes('thidua-redis-reaper') && line.endsWith(` ${pid}`));
}
