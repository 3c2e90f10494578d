import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { tempFolder } from '../platform/support/temp-folder.js';
import { until } from './support/eventually.js';
import { isAlive, processesOf } from './support/leftovers.js';
import { redisPid } from './support/redis-of.js';
import { RunningProcess } from './support/running-process.js';

const READY = /^Thidua is ready: /m;
/** One line, Vietnamese first. */
const refusalOf = (pid: number | string) =>
  new RegExp(
    `^DATA_DIR: thư mục dữ liệu \\S+ đang do tiến trình ${pid} sử dụng; .*is in use by process ${pid}: .*\\n$`,
  );

describe('services started on one data folder', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  let started: RunningProcess[] = [];

  beforeEach(async () => {
    folder = await tempFolder();
    started = [];
  });

  afterEach(async () => {
    for (const each of started) await each.stop();
    await until('nobody is left', async () => (await processesOf(folder.path)).length === 0);
    await folder.remove();
  });

  const start = (): RunningProcess => {
    const one = RunningProcess.launch('api', { dataDir: folder.path });
    started.push(one);
    return one;
  };

  const redisServers = async () =>
    (await processesOf(folder.path)).filter(({ command }) => /^(redis|valkey)-server/.test(command));

  it('at the same moment: one is ready, with one Redis; each other says in one line who it is', async () => {
    const all = Array.from({ length: 4 }, start);
    const ready = await Promise.all(
      all.map((one) =>
        one.says(READY).then(
          () => true,
          () => false,
        ),
      ),
    );
    expect(ready.filter(Boolean)).toHaveLength(1);
    const owner = all[ready.indexOf(true)]!;
    for (const other of all.filter((one) => one !== owner)) {
      expect(await other.ended).toEqual({ code: 1, signal: null });
      expect(other.output).toMatch(refusalOf(owner.pid));
    }
    expect((await redisServers()).map(({ pid }) => pid)).toEqual([await redisPid(folder.path)]);

    // Killed, it leaves nothing that would keep the next one out.
    await owner.kill();
    const next = start();
    await next.says(READY);
    await until('the Redis of the killed one is gone', async () => (await redisServers()).length === 1);
  });

  it('beside one that is frozen: the folder stays its own', async () => {
    const owner = start();
    await owner.says(READY);
    process.kill(owner.pid, 'SIGSTOP');
    try {
      const second = start();
      expect(await second.ended).toEqual({ code: 1, signal: null });
      expect(second.output).toMatch(refusalOf(owner.pid));
    } finally {
      process.kill(owner.pid, 'SIGCONT');
    }
    expect(isAlive((await redisPid(folder.path))!)).toBe(true);
  });
});
