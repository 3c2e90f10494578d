import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Accounts, SignIn } from '@thidua/identity';
import type { NewAccount } from '@thidua/identity';
import type { Browser } from 'playwright-core';
import { startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { launchBrowser, visit } from './browser.js';
import type { Visitor } from './browser.js';

const CAMPAIGN = 'vinh-yen-2022';
const UNIT = 'PX-LIEN-BAO';
const RIVAL = 'PX-KHAI-QUANG';
const CLUSTER = 'cum-1';

describe('the main job in the browser', () => {
  let api: RunningApi;
  let browser: Browser;
  const visitors: Visitor[] = [];

  async function signedIn(login: string, grants: NewAccount['grants']): Promise<Visitor> {
    await api.get<Accounts>(Accounts).create({ login, name: login, grants }, null);
    const visitor = await visit(browser, api.url, await api.get<SignIn>(SignIn).issueLink(login));
    visitors.push(visitor);
    await visitor.page.getByTestId('board').waitFor();
    return visitor;
  }

  beforeAll(async () => {
    api = await startApi({ database: 'sqlite' });
    const office = await api.signIn([{ role: 'office' }]);
    const demo = await readFile(new URL('../../config/demo/vinh-yen-2022.yaml', import.meta.url), 'utf8');
    expect((await office.import(demo, 'yaml')).status).toBe(201);
    await api.settled();
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  it('a submitted figure moves the board of everybody who watches, without reload', async () => {
    const officer = await signedIn('don-vi', [
      { role: 'unitOfficer', campaign: CAMPAIGN, cluster: CLUSTER, unit: UNIT },
    ]);
    const watcher = await signedIn('thuong-vu', [{ role: 'committee', campaign: CAMPAIGN }]);
    const board = watcher.page;
    expect(await board.getByTestId(`rank-${UNIT}`).innerText()).toContain('2');
    expect(await board.getByTestId(`total-${UNIT}`).innerText()).toBe('939,85');
    // A reload would take this mark away.
    await board.evaluate(() => Object.assign(globalThis, { notReloaded: true }));

    const { page } = officer;
    await page.goto(`${api.url}/campaigns/${CAMPAIGN}/units/${UNIT}/sheets/self`);
    await page.getByTestId('value-II.3').fill('65');
    await page.getByTestId('submit-sheet').click();
    await page.getByTestId('submitted').waitFor();

    // Without an event the page would read the board again after a minute.
    await board.getByTestId(`total-${UNIT}`).getByText('941,70').waitFor({ timeout: 45_000 });
    expect(await board.getByTestId(`rank-${UNIT}`).innerText()).toContain('1');
    expect(await board.getByTestId(`rank-${RIVAL}`).innerText()).toContain('2');
    expect(await board.evaluate(() => 'notReloaded' in globalThis)).toBe(true);
  });

  it('the committee endorses the ranking and the council approves a proposal', async () => {
    const { page: committee } = visitors[1]!;
    await committee.getByTestId(`endorse-${CLUSTER}`).click();
    const dialog = committee.getByRole('dialog');
    // Its buttons stand still from the first moment: pressed while they moved, they did not count the press.
    expect(await dialog.evaluate((shown) => shown.getAnimations({ subtree: true }).length)).toBe(0);
    // Nor does a press beside it close it, the second one of a double click for instance.
    await committee.mouse.click(5, 5);
    await dialog.getByRole('button', { name: 'Thông qua xếp hạng' }).click();
    await committee.getByTestId(`row-${UNIT}`).getByText('Chờ Hội đồng').waitFor();

    const { page: council } = await signedIn('hoi-dong', [{ role: 'councilMember', campaign: CAMPAIGN }]);
    await council.goto(`${api.url}/campaigns/${CAMPAIGN}/proposals`);
    const approve = council.getByTestId(/^approve-/).first();
    await approve.click();
    await council.getByRole('dialog').getByRole('button', { name: 'Duyệt', exact: true }).click();
    await council.getByText('Hội đồng đã duyệt').first().waitFor();
    await council.getByText('Quyết định thứ 1', { exact: true }).waitFor();
  });

  it('what is folded away is not on paper, and reads as words when it is opened', async () => {
    const { page: board } = visitors[1]!;
    const folded = board.getByTestId(`class-bar-${RIVAL}`);
    await folded.waitFor();
    await board.emulateMedia({ media: 'print' });
    expect(await folded.isVisible()).toBe(false);
    await board.emulateMedia({ media: null });
    await folded.locator('summary').click();
    await board.emulateMedia({ media: 'print' });
    expect(await folded.isVisible()).toBe(true);
    await board.emulateMedia({ media: null });
    // On the screen, where a ranking comes from: in words, with the codes that an administrator compares.
    const origin = board.getByTestId('ranking-origin');
    await origin.locator('summary').click();
    expect(await origin.innerText()).toMatch(/phần mềm tính điểm: [\d.]+\. Mã .* đối chiếu: [\da-f]{64}$/);
  });

  it('no page threw and no answer failed', () => {
    expect(visitors.length).toBeGreaterThan(0);
    expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
  });
});
