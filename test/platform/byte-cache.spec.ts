import { describe, expect, it } from '@jest/globals';
import { ByteCache, textBytes } from '@thidua/platform';

/** Keys of one letter take two bytes. */
const KEY = textBytes('a');

describe('a cache bounded in bytes', () => {
  it('drops what was longest unused, and never holds more than its bound', () => {
    const dropped: string[] = [];
    const cache = new ByteCache<string>(3 * (10 + KEY), (value) => dropped.push(value));
    for (const key of 'abc') cache.set(key, key.toUpperCase(), 10);
    expect(cache.get('a')).toBe('A');
    cache.set('d', 'D', 10);
    expect(dropped).toEqual(['B']);
    expect([cache.get('b'), cache.size, cache.bytes]).toEqual([undefined, 3, cache.limit]);
    cache.set('e', 'E', 20 + KEY);
    expect([dropped, cache.bytes]).toEqual([['B', 'C', 'A'], cache.limit]);
  });

  it('counts a value that is put again once, and what is taken out no more', () => {
    const cache = new ByteCache<number>(1_000);
    cache.set('a', 1, 100);
    cache.set('a', 2, 300);
    expect([cache.get('a'), cache.bytes]).toEqual([2, 300 + KEY]);
    cache.delete('a');
    cache.delete('a');
    expect([cache.get('a'), cache.bytes, cache.size]).toEqual([undefined, 0, 0]);
    cache.set('b', 3, 100);
    cache.clear();
    expect([cache.bytes, cache.size]).toEqual([0, 0]);
  });

  it('keeps nothing that is larger than all of it', () => {
    const cache = new ByteCache<string>(100);
    cache.set('a', 'A', 50);
    cache.set('b', 'B', 200);
    expect([cache.get('b'), cache.bytes]).toEqual([undefined, 0]);
  });
});
