import { spawnSync } from 'node:child_process';
import { openSync, closeSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

/** Every write to it fails as on a full disk. */
const FULL_DISK = '/dev/full';

describe('a log on a full disk', () => {
  it('fails nothing that it tells of, and takes no memory without bounds', () => {
    const library = new URL('../../libs/platform/dist/logging/create-logger.js', import.meta.url).href;
    const script = `
      const { createLogger } = await import(${JSON.stringify(library)});
      const logger = createLogger('info');
      const line = 'x'.repeat(100_000);
      let failed = 0;
      for (let n = 0; n < 500; n += 1) {
        try {
          logger.info(line);
        } catch {
          failed += 1;
        }
      }
      globalThis.gc();
      const { heapUsed, external } = process.memoryUsage();
      process.stderr.write(JSON.stringify({ failed, isSmall: heapUsed + external < 40_000_000 }));`;
    const output = openSync(FULL_DISK, 'w');
    const { stderr, status } = spawnSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', script], {
      stdio: ['ignore', output, 'pipe'],
      encoding: 'utf8',
      timeout: 30_000,
    });
    closeSync(output);
    expect([stderr, status]).toEqual([JSON.stringify({ failed: 0, isSmall: true }), 0]);
  });
});
