import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { ITEMS } from './support/asvs.js';
import { filesOf, tableRows } from './support/page.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(ROOT, 'docs', 'SECURITY.md'), 'utf8');
const rows = tableRows(page)
  .filter((cells) => /^\d+\.\d+\.\d+/.test(cells[0]!))
  .map(([items = '', level = '', , state = '', where = '']) => ({ items: items.split(', '), level, state, where }));

describe('the page on security', () => {
  it('has every item of levels 1 and 2 once, and no other', () => {
    const named = rows.flatMap(({ items }) => items);
    expect(named.toSorted()).toEqual([...ITEMS.keys()].toSorted());
    // As the standard counts them.
    const levels = [...ITEMS.values()];
    expect([1, 2].map((level) => levels.filter((each) => each === level).length)).toEqual([70, 183]);
  });

  it.each(rows)('says of $items what there is to say', ({ items, level, state, where }) => {
    expect(level).toBe([...new Set(items.map((item) => ITEMS.get(item)))].toSorted().join(', '));
    expect(['met', 'open', 'n/a']).toContain(state);
    expect(where).not.toBe('');
    // What is met is shown: by a file, which may be this page itself where something is to be written down.
    if (state === 'met') expect([where, filesOf(where).length > 0 || where.startsWith('above')]).toEqual([where, true]);
  });

  it('counts right', () => {
    const counted = tableRows(page).filter(([state = '']) => ['met', 'open', 'n/a'].includes(state));
    const count = (state: string, level: number) =>
      rows
        .filter((row) => row.state === state)
        .flatMap(({ items }) => items.filter((item) => ITEMS.get(item) === level)).length;
    expect(counted).toEqual(['met', 'open', 'n/a'].map((state) => [state, `${count(state, 1)}`, `${count(state, 2)}`]));
  });
});

describe.each(['SECURITY.md', 'DEPLOYMENT.md'])('the files named by %s', (name) => {
  it('are there', () => {
    const named = filesOf(readFileSync(join(ROOT, 'docs', name), 'utf8'));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
