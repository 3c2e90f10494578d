import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson, type Bundle, type JsonValue, type ResultDocument, type Syntax } from '@thidua/scoring';
import type { Browser, Page } from 'playwright-core';
import { EXAMPLES, listFiles, parseFile, readJsonFile, readText, valueOf } from '../scoring/read-file.js';
import { COMPUTED } from '../scoring/told.js';
import { launchBrowser } from './browser.js';
import { acts } from './library/acts.mjs';
import { act, openLibraryPage, type ActName } from './library/open-page.js';

const DEMO = '../config/demo/vinh-yen-2022.yaml';
const WORKED = [...EXAMPLES, ...COMPUTED];
const ALL = [...WORKED, DEMO];

const syntaxOf = (path: string): Syntax => (path.endsWith('.json') ? 'json' : 'yaml');

describe('the library on a page', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
    page = await openLibraryPage(browser);
  });
  afterAll(() => browser?.close());

  const onPage = (name: ActName, path: string): Promise<unknown> => act(page, name, readText(path), syntaxOf(path));

  it.each(WORKED)('%s: every field is what was worked out', async (path) => {
    const { clusters, rewards } = (await onPage('scoreText', path)) as ResultDocument;
    const expected = readJsonFile<ResultDocument>(path.replace(/\.\w+$/, '.result.json'));
    expect(clusters).toStrictEqual(expected.clusters);
    expect(rewards).toStrictEqual(expected.rewards);
  });

  it.each(ALL)('%s: the result is that of Node, to the letter', async (path) => {
    const result = (await onPage('scoreText', path)) as ResultDocument;
    expect(JSON.stringify(result)).toBe(JSON.stringify(acts.scoreText(readText(path), syntaxOf(path))));
    const document = canonicalJson(valueOf(parseFile(path)));
    expect(result.input).toBe(`sha256:${createHash('sha256').update(document).digest('hex')}`);
  });

  it.each(ALL)('%s: a standing follows its changes, explains and checks as in Node', async (path) => {
    const results = (await onPage('live', path)) as ResultDocument[];
    expect(results).toStrictEqual(acts.live(readText(path), syntaxOf(path)));
    expect(results.at(-1)).toStrictEqual(results[0]);
    expect(results.at(-2)).not.toEqual(results[0]);
    for (const name of ['explainAll', 'check'] as const) {
      const told = await onPage(name, path);
      expect(told).toStrictEqual(plain(acts[name](readText(path), syntaxOf(path))));
    }
  });

  it.each(ALL)('%s: a bundle is verified, and a change found', async (path) => {
    const bundle = (await onPage('bundle', path)) as Bundle;
    expect(bundle).toStrictEqual(plain(acts.bundle(readText(path), syntaxOf(path))));
    expect(await act(page, 'verify', bundle)).toEqual([]);
    const [first] = bundle.result.clusters[0]!.standings;
    first!.total = `1${first!.total}`;
    expect(await act(page, 'verify', bundle)).toMatchObject([
      { code: 'bundle.result', path: 'result.clusters[0].standings[0].total' },
    ]);
  });

  it('a wrong file has the errors of Node, with their places', async () => {
    for (const name of listFiles('fixtures/not-ok').filter((each) => /\.(json|yaml)$/.test(each))) {
      const path = `fixtures/not-ok/${name}`;
      expect(await onPage('check', path)).toStrictEqual(plain(acts.check(readText(path), syntaxOf(path))));
    }
  });

  it.each([
    ["import 'node:crypto';", 'Failed to fetch dynamically imported module'],
    ["import 'fs';", 'Failed to resolve module specifier "fs"'],
    ['process.cwd();', 'process is not defined'],
    ['Buffer.alloc(1);', 'Buffer is not defined'],
    ['setImmediate(() => {});', 'setImmediate is not defined'],
  ])('would not load with %s', async (text, fault) => {
    const changed = openLibraryPage(browser, { module: 'standings/score-unit.js', text });
    await expect(changed).rejects.toThrow(fault);
  });
});

/** As it comes from a page: without what is undefined. */
const plain = (value: unknown): JsonValue => JSON.parse(JSON.stringify(value)) as JsonValue;
