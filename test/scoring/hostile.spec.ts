import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ERROR_CODES } from '@thidua/scoring';
import { tempFolder } from '../platform/support/temp-folder.js';
import { HOSTILE_ASKED } from './hostile/products-of-rules.js';
import { HOSTILE_UNITS } from './hostile/products-of-units.js';
import { HOSTILE_RULES } from './hostile/rules.js';
import { HOSTILE as TEXTS, type HostileText } from './hostile/texts.js';

const CHECK_ONE = fileURLToPath(new URL('hostile/check-one.mjs', import.meta.url));

const HOSTILE = [...TEXTS, ...HOSTILE_RULES, ...HOSTILE_UNITS, ...HOSTILE_ASKED];

interface Report {
  codes: string[];
  /** What it takes to read it, to compute it, to follow a change of its entries and to look for warnings. */
  milliseconds: number[];
  mebibytes: number;
  polluted: boolean;
}

describe('hostile texts', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  beforeAll(async () => {
    folder = await tempFolder();
  });
  afterAll(() => folder.remove());

  /** Checks a text in a process with little memory that is killed when it hangs. */
  async function check({ syntax, make }: HostileText): Promise<Report> {
    const file = join(folder.path, 'text');
    await writeFile(file, make(), 'utf16le');
    const args = ['--max-old-space-size=200', CHECK_ONE, file, syntax];
    const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 60_000 });
    return JSON.parse(stdout) as Report;
  }

  it('are at least fifty, each of another kind', () => {
    expect(new Set(HOSTILE.map(({ name }) => name)).size).toBe(HOSTILE.length);
    expect(HOSTILE.length).toBeGreaterThanOrEqual(50);
  });

  it.each(HOSTILE)('$name: an error or a result, each step in less than a second and 300 MiB', async (text) => {
    const report = await check(text);
    expect(report.codes.length > 0).toBe(text.isSound !== true);
    for (const code of report.codes) expect(ERROR_CODES).toContain(code);
    expect(report.polluted).toBe(false);
    // The processor's time, which other work on the machine does not lengthen.
    expect(Math.max(...report.milliseconds)).toBeLessThan(1_000);
    expect(report.mebibytes).toBeLessThan(300);
  });
});
