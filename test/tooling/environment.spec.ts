import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { listFiles } from '../../apps/setup/fingerprint.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every way to reach the environment: by name, by index, taken apart, or through the module of the same name. */
const readsEnvironment =
  /process\??\.env\b|process\??(?:\.)?\[|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b|['"](?:node:)?process['"]/;

describe('the environment', () => {
  it('is read by the checked configuration alone', () => {
    const sources = listFiles([join(root, 'apps'), join(root, 'libs')], (path) => /\.(ts|tsx|mjs|js)$/.test(path));
    const readers = sources
      .filter((path) => readsEnvironment.test(readFileSync(path, 'utf8')))
      .map((path) => relative(root, path))
      .filter((path) => !path.startsWith('apps/setup/'));
    expect(sources.length).toBeGreaterThan(readers.length);
    expect(readers.filter((path) => !path.startsWith('libs/platform/config/'))).toEqual([]);
  });

  it.each([
    'const port = process.env.PORT;',
    "const port = process['env'].PORT;",
    'const { argv, env } = process;',
    "import { env } from 'node:process';",
  ])('would be found here: %s', (line) => {
    expect(line).toMatch(readsEnvironment);
  });

  it.each(['process.exitCode = 1;', 'const { pid } = process;', 'spawn(program, { env });'])(
    'is not read here: %s',
    (line) => {
      expect(line).not.toMatch(readsEnvironment);
    },
  );
});
