import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { packagesAreStale } from '../../apps/setup/ensure-packages.mjs';
import { tempFolder } from '../platform/support/temp-folder.js';
import { untilNone } from './support/eventually.js';
import { isAlive, processesOf } from './support/leftovers.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const GONE_MS = 20_000;

describe('`npm start`, ended through npm alone', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;

  beforeEach(async () => {
    folder = await tempFolder();
    // It would install them first, under the feet of the other tests.
    if (packagesAreStale()) throw new Error('npm packages are missing: run `npm start` or `npm test` once');
  });

  afterEach(async () => {
    for (const { pid } of await processesOf(folder.path)) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    await folder.remove();
  });

  /** As a supervisor does: npm's own process id is all that it knows. */
  const start = (): ChildProcess =>
    spawn('npm', ['start'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: folder.path, PORT: '0' },
    });

  const left = async () => (await processesOf(folder.path)).map(({ pid, command }) => `${pid} ${command}`);

  const ready = async (npm: ChildProcess): Promise<void> => {
    let said = '';
    for (const stream of [npm.stdout!, npm.stderr!]) stream.setEncoding('utf8').on('data', (text) => (said += text));
    while (!said.includes('Thidua is ready')) {
      const ended = await Promise.race([once(npm.stdout!, 'data'), once(npm, 'exit').then(() => 'ended')]);
      if (ended === 'ended') throw new Error(`it ended before it was ready:\n${said}`);
    }
  };

  it.each(['SIGTERM', 'SIGKILL'] as const)('by %s: neither the service nor its Redis goes on', async (signal) => {
    const npm = start();
    await ready(npm);
    expect((await left()).filter((line) => /(redis|valkey)-server/.test(line))).toHaveLength(1);
    npm.kill(signal);
    await untilNone('still running', left, GONE_MS);
  });
});
