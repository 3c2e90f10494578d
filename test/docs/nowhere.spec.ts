import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { listFiles } from '../../apps/setup/fingerprint.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = listFiles([join(root, 'apps'), join(root, 'libs')], (path) => /\.(tsx?|mjs|html)$/.test(path)).map(
  (path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }),
);

interface Banned {
  readonly what: string;
  readonly found: RegExp;
  /** What would be found, and the files in which it may stand. */
  readonly example: string;
  readonly allowed?: readonly string[];
}

/** What docs/SECURITY.md says is nowhere, or in one place. */
const NOWHERE: readonly Banned[] = [
  {
    what: 'text taken for HTML',
    found: /dangerouslySetInnerHTML|\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write/,
    example: 'node.innerHTML = text;',
  },
  {
    what: 'text taken for code',
    found: /\beval\(|new Function\(|\bFunction\('|node:vm|setTimeout\(['"`]/,
    example: 'const f = new Function(text);',
  },
  {
    what: 'patterns of what is not constant',
    found: /new RegExp\(/,
    example: 'new RegExp(text)',
    allowed: ['libs/scoring/rules/formula/tokens.ts'],
  },
  {
    what: 'messages between windows',
    found: /postMessage|addEventListener\('message'/,
    example: 'w.postMessage(1)',
    // Through a channel, which is of one origin, and without content.
    allowed: ['apps/web/src/api/sessions.ts'],
  },
  {
    what: 'storage of the browser',
    found: /localStorage|sessionStorage|indexedDB|document\.cookie|caches\.open/,
    example: 'localStorage.setItem(key, value)',
    allowed: ['apps/web/src/i18n/language.ts'],
  },
  {
    what: 'hashes that are broken, and chance that can be guessed',
    found: /(?:createHash|hash)\(\s*['"](?!sha256)|Math\.random/,
    example: "createHash('md5')",
  },
  {
    what: 'programs started',
    found: /child_process/,
    example: "import { exec } from 'node:child_process';",
    allowed: ['libs/platform/redis/redis-process.ts', 'apps/setup/run-command.mjs'],
  },
];

describe('nowhere in what runs are', () => {
  it.each(NOWHERE)('$what', ({ found, example, allowed = [] }) => {
    expect(sources.length).toBeGreaterThan(300);
    expect(example).toMatch(found);
    const where = sources.filter(({ text }) => found.test(text)).map(({ path }) => path);
    expect(where.toSorted()).toEqual([...allowed].toSorted());
  });
});
