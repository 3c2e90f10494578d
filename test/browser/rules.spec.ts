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
const DECIDED = 'Quyết định 12/QĐ-UBND ngày 01/7/2022';

describe('other rules for a running campaign, in the browser', () => {
  let api: RunningApi;
  let browser: Browser;
  let demo: string;

  async function signedIn(login: string, grants: NewAccount['grants']): Promise<Visitor> {
    await api.get<Accounts>(Accounts).create({ login, name: login, grants }, null);
    return visit(browser, api.url, await api.get<SignIn>(SignIn).issueLink(login));
  }

  beforeAll(async () => {
    api = await startApi({ database: 'sqlite' });
    const office = await api.signIn([{ role: 'office' }]);
    demo = await readFile(new URL('../../config/demo/vinh-yen-2022.yaml', import.meta.url), 'utf8');
    expect((await office.import(demo, 'yaml')).status).toBe(201);
    await api.settled();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  it('are uploaded, looked at, and applied by a document; every open page says so', async () => {
    const { page: board } = await signedIn('thuong-vu', [{ role: 'committee', campaign: CAMPAIGN }]);
    await board.getByTestId('board').waitFor();
    const { page } = await signedIn('van-phong', [{ role: 'office' }]);
    await page.getByTestId('board').waitFor();
    await page.goto(`${api.url}/campaigns/${CAMPAIGN}/rules`);
    await page.getByTestId('versions').getByText('Đang áp dụng').waitFor();

    // What is wrong with a file is told by its line, and changes nothing.
    const choose = (text: string) =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name: 'quy-tac.yaml', mimeType: 'application/yaml', buffer: Buffer.from(text) });
    await choose(demo.replace(/^campaign:/m, 'campain:'));
    await page
      .getByTestId('file-faults')
      .getByText(/Dòng \d+/)
      .first()
      .waitFor();

    const higher = demo.replace(/minTotal: (\d+)/, (_, points: string) => `minTotal: ${Number(points) + 40}`);
    expect(higher).not.toBe(demo);
    await choose(higher);
    const preview = page.getByTestId('preview');
    await preview.getByText('Nếu áp dụng bản số 2 thay cho bản số 1').waitFor();
    expect(await preview.getByRole('row').count()).toBeGreaterThan(1);
    expect(await page.getByTestId('file-faults').count()).toBe(0);
    await page.getByTestId('apply').click();
    // Neither document nor reason may lack.
    await page.getByTestId('confirm').click();
    await page.getByText('Hãy ghi văn bản quyết định.').waitFor();
    await page.getByTestId('basis').fill(DECIDED);
    await page.getByTestId('reason').fill('Nâng yêu cầu xếp loại');
    await page.getByTestId('confirm').click();
    await page.getByTestId('versions').getByText(DECIDED).waitFor();
    expect(await page.getByTestId('versions').getByText('Đang áp dụng').count()).toBe(1);

    await board.getByTestId('rules-changed').getByText('Quy tắc chấm điểm vừa thay đổi').waitFor();
    await api.settled();
  });
});
