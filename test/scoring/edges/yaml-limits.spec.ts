import { describe, expect, it } from '@jest/globals';
import { parseText } from '@thidua/scoring';
import { told } from '../small-file.js';

function yaml(text: string): string[] {
  const outcome = parseText(text, 'yaml');
  return outcome.ok ? ['ok'] : told(outcome.errors);
}
const many = (count: number, item: string | ((index: number) => string), between = ''): string =>
  Array.from({ length: count }, (_, index) => (typeof item === 'string' ? item : item(index))).join(between);

describe('the limits of YAML', () => {
  const MOST: Readonly<Record<string, number>> = {
    ...{ size: 4_194_304, depth: 64, keys: 5_000, items: 100_000, marks: 5_000, comments: 50_000, faults: 1_000 },
  };
  const limit = (reason: string): string[] => [`file.syntax ${JSON.stringify({ reason, most: MOST[reason] })}`];

  it('are those of its length', () => {
    const comment = (length: number): string => `#${'x'.repeat(length - 1)}`;
    expect(yaml(comment(4 * 1024 * 1024))).toEqual(['ok']);
    expect(yaml(comment(4 * 1024 * 1024 + 1))).toEqual(limit('size'));
  });

  it('are those of its depth, in values and in keys', () => {
    const flow = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(yaml(flow(64))).toEqual(['ok']);
    expect([yaml(flow(65)), yaml(flow(80)), yaml(`? ${flow(64)}\n: 1\n`)]).toEqual([
      ...[limit('depth'), limit('depth'), limit('depth')],
    ]);
    expect(yaml('- '.repeat(65))).toEqual(limit('depth'));
    expect(yaml('{a: '.repeat(65) + '}'.repeat(65))).toEqual(limit('depth'));
  });

  it('are those of the keys of an object', () => {
    const block = (count: number): string => many(count, (index) => `k${index}: 1\n`);
    const flow = (count: number): string => `{${many(count, (index) => `k${index}: 1`, ', ')}}`;
    for (const text of [block, flow]) {
      expect(yaml(text(5_000))).toEqual(['ok']);
      expect(yaml(text(5_001))).toEqual(limit('keys'));
    }
  });

  it('are others for the items of a list', () => {
    const block = (count: number): string => many(count, '- 1\n');
    const flow = (count: number): string => `[${many(count, '1', ',')}]`;
    expect([yaml(block(5_001)), yaml(flow(5_001))]).toEqual([['ok'], ['ok']]);
    expect(yaml(block(100_000))).toEqual(['ok']);
    expect(yaml(block(100_001))).toEqual(limit('items'));
  });

  it('are those of anchors, aliases, tags and directives', () => {
    expect(yaml(many(5_000, '- &a 1\n'))).toEqual(['ok']);
    for (const text of ['- &a 1\n', '- *a\n', '- !a 1\n', '%YAML 1.2\n']) {
      expect(yaml(many(5_001, text))).toEqual(limit('marks'));
    }
    // The same signs at the beginning of a text are no marks.
    expect(yaml(many(5_001, '- |\n  &a\n'))).toEqual(['ok']);
  });

  it('are those of comments', () => {
    expect(yaml(many(50_000, '#\n'))).toEqual(['ok']);
    expect(yaml(many(50_001, '#\n'))).toEqual(limit('comments'));
    expect(yaml(many(50_001, '# a\n'))).toEqual(limit('comments'));
  });

  it('are those of faults', () => {
    expect(yaml(']'.repeat(1_000))).not.toEqual(limit('faults'));
    expect(yaml(']'.repeat(1_001))).toEqual(limit('faults'));
    for (const between of ['', ' ', '\t', '\n', '\r\n']) {
      expect([between, yaml(`[${many(1_002, ',', between)}]`)]).toEqual([between, limit('faults')]);
    }
    expect(yaml(`[${many(1_001, ',')}]`)).not.toEqual(limit('faults'));
    expect(yaml(many(1_002, '""'))).toEqual(limit('faults'));
    expect(yaml(many(1_002, "'' "))).toEqual(limit('faults'));
    expect(yaml(`[${many(2_000, '1', ',')}]`)).toEqual(['ok']);
    expect(yaml(`[${many(2_000, '"a"', ',')}]`)).toEqual(['ok']);
  });

  it('are one document', () => {
    expect(yaml('a: 1\n---\nb: 2\n')).toEqual(limit('documents'));
    expect(yaml('---\na: 1\n...\n')).toEqual(['ok']);
  });
});
