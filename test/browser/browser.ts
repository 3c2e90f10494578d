import { Accounts, SignIn } from '@thidua/identity';
import type { NewAccount } from '@thidua/identity';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { RunningApi } from '../support/start-api.js';

/** Nothing is fetched from outside: these keep Chromium from trying. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** For what must appear on a page; nobody waits so long for what is there. */
export const APPEARS_MS = 120_000;

/** The system's Chromium, named by the set-up; a missing one fails the tests. */
export function launchBrowser(): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    timeout: APPEARS_MS,
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: isRoot ? [...QUIET, '--no-sandbox'] : QUIET,
  });
}

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong on the page without a test looking: script errors and failed answers. */
  readonly faults: string[];
}

/** A person at an office computer, Vietnamese, signed in by a one-time link. */
export async function visit(browser: Browser, url: string, token: string): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
  context.setDefaultTimeout(APPEARS_MS);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('response', (answer) => {
    if (answer.status() >= 500) faults.push(`${answer.status()} ${answer.url()}`);
  });
  await page.goto(`${url}/sign-in#${token}`);
  return { page, context, faults };
}

/** The same, with an account of their own. */
export async function arrive(browser: Browser, api: RunningApi, account: NewAccount): Promise<Visitor> {
  await api.get<Accounts>(Accounts).create(account, null);
  return visit(browser, api.url, await api.get<SignIn>(SignIn).issueLink(account.login));
}
