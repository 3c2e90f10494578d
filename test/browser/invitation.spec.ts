import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Accounts, SignIn } from '@thidua/identity';
import type { Browser } from 'playwright-core';
import { startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { launchBrowser, visit } from './browser.js';

describe('an invitation, in the browser', () => {
  let api: RunningApi;
  let browser: Browser;

  beforeAll(async () => {
    api = await startApi({ database: 'sqlite' });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  it('sets the password of an account and signs it in, once', async () => {
    const admin = await api.signIn([{ role: 'admin' }]);
    const made = await admin.post<{ id: number }>('/api/accounts', { name: 'Nguyễn Thị Mai', login: 'mai' });
    const invited = await admin.post<{ token: string; path: string }>(`/api/accounts/${made.body.id}/invitation`, {});
    await api.get<Accounts>(Accounts).create({ login: 'khac', name: 'khac', grants: [] }, null);
    const { page } = await visit(browser, api.url, await api.get<SignIn>(SignIn).issueLink('khac'));
    await page.goto(`${api.url}/invitation#${invited.body.token}`);
    await page.getByText('Nguyễn Thị Mai (tên đăng nhập: mai)').waitFor();
    expect(page.url()).not.toContain(invited.body.token);
    await page.locator('input[type=password]').fill('ngắn');
    await page.getByRole('button', { name: 'Lưu và đăng nhập' }).click();
    await page.getByText('Mật khẩu phải có ít nhất 12 ký tự.').waitFor();
    await page.locator('input[type=password]').fill('một câu đủ dài để nhớ');
    await page.getByRole('button', { name: 'Lưu và đăng nhập' }).click();
    await page.getByText('Nguyễn Thị Mai').first().waitFor();

    await page.goto(`${api.url}/sign-in`);
    await page.goto(`${api.url}/invitation#${invited.body.token}`);
    await page.getByRole('alert').waitFor();
    expect(await page.locator('input').count()).toBe(0);
  });
});
