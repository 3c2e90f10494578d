import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ensureNode } from '../../apps/setup/ensure-node.mjs';
import { packagesAreStale } from '../../apps/setup/ensure-packages.mjs';
import { compilers, installLine, redis } from '../../apps/setup/ensure-system-packages.mjs';
import { hashContents, hashTimes, listFiles } from '../../apps/setup/fingerprint.mjs';
import { countLine } from '../../apps/setup/run-jest.mjs';

let folder: string;

const lay = (path: string, text: string): string => {
  const full = join(folder, path);
  mkdirSync(join(full, '..'), { recursive: true });
  writeFileSync(full, text);
  return full;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'thidua-setup-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the Node version', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0'])('%s will do', (version) => {
    expect(() => ensureNode(version)).not.toThrow();
  });

  it.each(['18.20.0', '20.9.0'])('%s is refused in one line', (version) => {
    expect(() => ensureNode(version)).toThrow(/^Node 20\.19 or newer is needed; this is [\d.]+\..*$/);
  });
});

describe('npm packages', () => {
  const lock = (version: string): string =>
    JSON.stringify({
      packages: {
        '': {},
        'libs/scoring': { version: '0.1.0' },
        'node_modules/yaml': { version },
        'node_modules/other-system': { version: '1.0.0', optional: true },
      },
    });

  beforeEach(() => {
    lay('package-lock.json', lock('2.9.1'));
    lay('node_modules/sqlite3/build/Release/node_sqlite3.node', '');
    lay('node_modules/yaml/package.json', '{}');
  });

  it('are installed where there are none', () => {
    expect(packagesAreStale(folder)).toBe(true);
  });

  it('are taken as they are where npm installed them from this lock file', () => {
    lay('node_modules/.package-lock.json', lock('2.9.1'));
    expect(packagesAreStale(folder)).toBe(false);
  });

  it('are installed again where one has another version, or the database driver was not built', () => {
    lay('node_modules/.package-lock.json', lock('2.9.0'));
    expect(packagesAreStale(folder)).toBe(true);
    lay('node_modules/.package-lock.json', lock('2.9.1'));
    rmSync(join(folder, 'node_modules/sqlite3'), { recursive: true });
    expect(packagesAreStale(folder)).toBe(true);
  });

  it('are installed again where somebody removed one', () => {
    lay('node_modules/.package-lock.json', lock('2.9.1'));
    expect(packagesAreStale(folder)).toBe(false);
    rmSync(join(folder, 'node_modules/yaml'), { recursive: true });
    expect(packagesAreStale(folder)).toBe(true);
  });

  it('are installed again once the lock file has changed', () => {
    lay('node_modules/.package-lock.json', lock('2.9.1'));
    expect(packagesAreStale(folder)).toBe(false);
    lay('package-lock.json', lock('2.9.2'));
    expect(packagesAreStale(folder)).toBe(true);
  });
});

describe('fingerprints', () => {
  it('pass over what is built or installed', () => {
    const source = lay('libs/a/index.ts', 'export {};');
    lay('libs/a/dist/index.js', '');
    lay('libs/a/node_modules/b/index.js', '');
    expect(listFiles([join(folder, 'libs'), join(folder, 'absent')])).toEqual([source]);
  });

  it('by time change with a save, a removal and a new file; by content only with the content', () => {
    const file = lay('a.ts', 'one');
    const [time, content] = [hashTimes([file]), hashContents([file])];
    utimesSync(file, new Date(), new Date(Date.now() + 5_000));
    expect(hashTimes([file])).not.toBe(time);
    expect(hashContents([file])).toBe(content);
    lay('a.ts', 'two');
    expect(hashContents([file])).not.toBe(content);
    expect(hashTimes([file, join(folder, 'b.ts')])).not.toBe(hashTimes([file]));
    const saved = hashTimes([file]);
    rmSync(file);
    expect(hashTimes([file])).not.toBe(saved);
  });
});

describe('what is said', () => {
  it('names all that is missing in one line', () => {
    const line = installLine([redis, ...compilers]);
    expect(line).toContain('sudo apt-get install -y redis-server python3 make g++');
    expect(line).not.toContain('\n');
  });

  const results = {
    numPassedTests: 7,
    numFailedTests: 0,
    numRuntimeErrorTestSuites: 0,
    numPendingTests: 0,
    numTodoTests: 0,
  };

  it('counts tests, and a file that could not be loaded as a failure', () => {
    expect(countLine(results)).toBe('7 passed, 0 failed');
    expect(countLine({ ...results, numRuntimeErrorTestSuites: 1, numPendingTests: 2 })).toBe(
      '7 passed, 1 failed, 2 skipped',
    );
    expect(countLine(undefined)).toBe('0 passed, 1 failed');
  });
});

describe('a program that a script runs', () => {
  const runCommand = new URL('../../apps/setup/run-command.mjs', import.meta.url).href;
  const script = (program: string): string =>
    `import { run } from ${JSON.stringify(runCommand)};` +
    `process.exitCode = await run(process.execPath, ['-e', ${JSON.stringify(program)}]);`;
  const start = (program: string) =>
    spawn(process.execPath, ['--input-type=module', '-e', script(program)], { stdio: ['ignore', 'pipe', 'inherit'] });

  it('gives the script its exit code', async () => {
    const [code] = await once(start('process.exit(7)'), 'close');
    expect(code).toBe(7);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('is told of %s, and the script waits for it to finish', async (signal) => {
    const child = start(
      `process.once('${signal}', () => setTimeout(() => { console.log('drained'); process.exit(3); }, 200));` +
        `console.log('ready'); setInterval(() => {}, 1000);`,
    );
    const printed: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed.push(text);
      if (text.includes('ready')) child.kill(signal);
    });
    const [code] = await once(child, 'close');
    expect(printed.join('')).toBe('ready\ndrained\n');
    expect(code).toBe(3);
  });
});
