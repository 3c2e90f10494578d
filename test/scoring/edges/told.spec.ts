import { describe, expect, it } from '@jest/globals';
import { checkFile, readJsonFile } from '../read-file.js';
import { told } from '../small-file.js';

const TOLD = readJsonFile<Record<string, string[]>>('scoring/edges/told.json');

/** `code path {params}`, in order: a translation has nothing else to say what is wrong. */
describe('what is told of a wrong file', () => {
  it.each(Object.keys(TOLD))('%s', (name) => {
    const outcome = checkFile(`fixtures/not-ok/${name}`);
    expect(outcome.ok ? [] : told(outcome.errors)).toEqual(TOLD[name]);
  });
});
