import { chmodSync, chownSync, linkSync, mkdirSync, readdirSync, lstatSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RunningProcess } from '../faults/support/running-process.js';
import { runCli } from '../cli/support/run-cli.js';
import { closeToOthers } from '../../libs/platform/process/close-to-others.js';
import { tempFolder } from './support/temp-folder.js';

const NOBODY = 65_534;
const DEMO = new URL('../../config/demo/vinh-yen-2022.yaml', import.meta.url).pathname;

const modeOf = (path: string): string => (lstatSync(path).mode & 0o777).toString(8);

/** Paths below a folder, itself among them, that others could do something with; sockets ask for the way to them. */
function openIn(folder: string): string[] {
  const below = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  return [folder, ...below].filter((path) => !lstatSync(path).isSocket() && (lstatSync(path).mode & 0o077) !== 0);
}

describe('a data folder', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  let data: string;
  beforeEach(async () => {
    folder = await tempFolder();
    data = join(folder.path, 'data');
    process.umask(0o022);
  });
  afterEach(() => folder.remove());

  const file = (...names: string[]): string => {
    const path = join(data, ...names);
    mkdirSync(join(path, '..'), { recursive: true, mode: 0o755 });
    writeFileSync(path, 'x');
    return path;
  };

  it('of a service and its commands is for its owner alone, whatever the umask', async () => {
    const { status } = await runCli(['import', DEMO, '--create'], { DATA_DIR: data });
    expect([status, openIn(data)]).toEqual([0, []]);
    const { api } = await RunningProcess.api({ dataDir: data });
    try {
      expect(readdirSync(data)).toEqual(
        expect.arrayContaining(['owner.lock', 'owner.pid', 'redis', 'thidua.sqlite-wal']),
      );
      expect(openIn(data)).toEqual([]);
      expect(api.output).not.toContain('other users');
    } finally {
      await api.stop();
    }
  });

  it('of the version before is closed by the service that finds it, which says so', async () => {
    const first = await RunningProcess.api({ dataDir: data });
    await first.api.stop();
    const found = [data, ...readdirSync(data, { recursive: true, encoding: 'utf8' }).map((name) => join(data, name))];
    for (const path of found) chmodSync(path, lstatSync(path).isDirectory() ? 0o755 : 0o644);
    const note = file('note.txt');
    const { api } = await RunningProcess.api({ dataDir: data });
    await api.stop();
    expect(openIn(data)).toEqual([note]);
    const line = api.output.split('\n').find((each) => each.includes('other users'))!;
    const { level, msg, closed } = JSON.parse(line) as { level: string; msg: string; closed: string[] };
    expect([level, msg]).toEqual(['warn', 'other users could read what is now closed to them']);
    expect(closed).toEqual(expect.arrayContaining([data, join(data, 'thidua.sqlite'), join(data, 'owner.lock')]));
    expect(closed).not.toContain(note);
  });

  it('is closed with what we have made in it, and nothing else', () => {
    const ours = [
      ...[file('thidua.sqlite'), file('thidua.sqlite-wal'), file('thidua.sqlite-shm'), file('owner.lock')],
      ...[file('owner.pid'), file('redis', 'connection.json'), file('redis', 'appendonlydir', 'a.manifest')],
    ];
    const outside = join(folder.path, 'outside');
    writeFileSync(outside, 'x');
    const foreign = [file('note.txt'), file('thidua.sqlite.bak'), file('other', 'thidua.sqlite'), outside];
    symlinkSync(outside, join(data, 'thidua.sqlite-journal'));
    linkSync(file('shared'), join(data, 'redis', 'redis.pid'));
    const { closed, isOpen } = closeToOthers(data);
    expect(isOpen).toBe(false);
    expect(closed.toSorted()).toEqual(
      [data, join(data, 'redis'), join(data, 'redis', 'appendonlydir'), ...ours].toSorted(),
    );
    expect(foreign.map(modeOf)).toEqual(foreign.map(() => '644'));
    expect(modeOf(join(data, 'shared'))).toBe('644');
    expect(closeToOthers(data)).toEqual({ closed: [], isOpen: false });
  });

  it('that is not ours, everybody’s or full of something else is left as it is, which is told', () => {
    file('note.txt');
    expect(closeToOthers(data)).toEqual({ closed: [], isOpen: true });
    file('thidua.sqlite');
    chmodSync(data, 0o1777);
    expect(closeToOthers(data)).toEqual({ closed: [join(data, 'thidua.sqlite')], isOpen: true });
    expect(modeOf(data)).toBe('777');
  });

  (process.getuid?.() === 0 ? it : it.skip)('of another user is left to that user', () => {
    const database = file('thidua.sqlite');
    for (const path of [data, database]) chownSync(path, NOBODY, NOBODY);
    expect(closeToOthers(data)).toEqual({ closed: [], isOpen: true });
    expect([data, database].map(modeOf)).toEqual(['755', '644']);
  });
});
