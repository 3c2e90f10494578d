import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { referenceScore, type ReferenceResult } from './score.js';

// Read without the engine: this program must stand on its own.
const GOLDEN = new URL('../../golden/', import.meta.url);
const readJson = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, GOLDEN), 'utf8')) as T;

const EXAMPLES = readdirSync(new URL('examples/', GOLDEN))
  .filter((name) => /^\d+\.json$/.test(name))
  .toSorted()
  .map((name) => `examples/${name.replace('.json', '')}`);

describe('the plain reference', () => {
  it.each(EXAMPLES)('agrees with %s', (path) => {
    const expected = readJson<ReferenceResult>(`${path}.result.json`);
    const { clusters, rewards } = referenceScore(readJson(`${path}.json`));
    expect(clusters).toEqual(expected.clusters);
    expect(rewards).toEqual(expected.rewards);
  });
});
