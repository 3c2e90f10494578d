import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { APPEARS_MS } from '../browser.js';
import type { acts } from './acts.mjs';

const ROOT = new URL('../../../', import.meta.url);
const ORIGIN = 'https://library.test';
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.mjs': 'text/javascript' };
/** All that a page may fetch: the library as it was built, what it is made of, and what is done with it. */
const SERVED = /^\/(libs\/scoring\/dist|node_modules\/(yaml|jsep)|test\/browser\/library)\/[\w./-]+$/;
/** A browser finds by this map what Node finds by the packages' names; nothing bundles, so nothing is left out or put in. */
const IMPORTS = {
  '@thidua/scoring': '/libs/scoring/dist/index.js',
  yaml: '/node_modules/yaml/browser/index.js',
  jsep: '/node_modules/jsep/dist/jsep.js',
};
const HTML = `<!doctype html><meta charset="utf-8">
<script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>
<script type="module">globalThis.loaded = await import('/test/browser/library/acts.mjs').catch((fault) => fault);</script>`;

export type ActName = keyof typeof acts;

/** Puts `text` in front of a module of the library before the page gets it. */
export interface Change {
  readonly module: string;
  readonly text: string;
}

/** An empty page that has loaded the built library as modules; its text is the fault when it could not. */
export async function openLibraryPage(browser: Browser, change?: Change): Promise<Page> {
  if (!existsSync(new URL('libs/scoring/dist/index.js', ROOT))) throw new Error('libs/scoring is not built');
  const page = await browser.newPage();
  page.setDefaultTimeout(APPEARS_MS);
  let hasChanged = change === undefined;
  await page.route('**/*', async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    if (origin !== ORIGIN) return route.abort();
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: HTML });
    const contentType = TYPES[extname(pathname)];
    if (!SERVED.test(pathname) || contentType === undefined) return route.fulfill({ status: 404 });
    const body = await readFile(new URL(`.${pathname}`, ROOT), 'utf8');
    const isChanged = change !== undefined && pathname === `/libs/scoring/dist/${change.module}`;
    hasChanged ||= isChanged;
    return route.fulfill({ contentType, body: isChanged ? `${change.text}\n${body}` : body });
  });
  await page.goto(`${ORIGIN}/`);
  await page.waitForFunction(() => 'loaded' in globalThis);
  const fault = await page.evaluate(() => {
    const { loaded } = globalThis as unknown as { loaded: unknown };
    return loaded instanceof Error ? loaded.message : null;
  });
  if (fault !== null) throw new Error(fault);
  if (!hasChanged) throw new Error(`the library has no module ${change?.module}`);
  return page;
}

/** Does one thing on the page. */
export function act(page: Page, name: ActName, ...args: unknown[]): Promise<unknown> {
  return page.evaluate(
    ([called, given]) => {
      const { loaded } = globalThis as unknown as {
        loaded: { acts: Record<string, (...values: unknown[]) => unknown> };
      };
      return loaded.acts[called]!(...given);
    },
    [name, args] as const,
  );
}
