import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES } from '@thidua/scoring';
import { checkFile, listFiles, readJsonFile } from './read-file.js';

interface Expected {
  code: string;
  path: string;
}

const EXPECTED = readJsonFile<Record<string, Expected[]>>('fixtures/not-ok/expected.json');
const FILES = listFiles('fixtures/not-ok/').filter((name) => name !== 'expected.json');

const inOrder = (errors: Expected[]): string[] => errors.map(({ code, path }) => `${code} ${path}`).toSorted();

describe('wrong files', () => {
  it.each(FILES)('%s is refused with every error it has', (name) => {
    const outcome = checkFile(`fixtures/not-ok/${name}`);
    expect(outcome.ok ? ['accepted'] : inOrder(outcome.errors)).toEqual(inOrder(EXPECTED[name] ?? []));
  });

  it('has a file for each expectation and one for each code', () => {
    expect(Object.keys(EXPECTED).toSorted()).toEqual(FILES);
    const shown = new Set(Object.values(EXPECTED).flatMap((errors) => errors.map(({ code }) => code)));
    expect(ERROR_CODES.filter((code) => !shown.has(code))).toEqual([]);
  });

  it('says in words what is wrong with each', () => {
    for (const name of FILES) {
      const outcome = checkFile(`fixtures/not-ok/${name}`);
      for (const { message } of outcome.ok ? [] : outcome.errors) expect(message).toMatch(/^\S.{10,}/);
    }
  });
});
