import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignIn } from '@thidua/identity';
import type { NewAccount } from '@thidua/identity';
import type { Browser, Page } from 'playwright-core';
import { ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { arrive, launchBrowser } from './browser.js';
import type { Visitor } from './browser.js';

const CAMPAIGN = 'ra-vao';
const OF = { campaign: CAMPAIGN, cluster: 'c1' };

describe('signing in and out, and what an account is for', () => {
  let api: RunningApi;
  let browser: Browser;
  const visitors: Visitor[] = [];
  let officer: Page;
  let head: Page;

  const arrived = async (login: string, grants: NewAccount['grants']): Promise<Page> => {
    const visitor = await arrive(browser, api, { login, name: login, grants });
    visitors.push(visitor);
    return visitor.page;
  };
  const link = (login: string) => api.get<SignIn>(SignIn).issueLink(login);
  const sheet = (stage: string) => `${api.url}/campaigns/${CAMPAIGN}/units/u0/sheets/${stage}`;
  const typed = () => officer.getByTestId('value-A').inputValue();
  const dialog = () => officer.getByRole('dialog');
  const askOut = async () => {
    await officer.getByRole('button', { name: 'don-vi' }).click();
    await officer.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  };

  beforeAll(async () => {
    api = await startApi({ database: 'sqlite' });
    const office = await api.signIn([{ role: 'office' }]);
    const file = smallCompetition({ code: CAMPAIGN, clusters: { c1: ['u0'] }, entries: ofUnit('u0', selfScore(50)) });
    expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    await api.settled();
    browser = await launchBrowser();
    officer = await arrived('don-vi', [{ role: 'unitOfficer', ...OF, unit: 'u0' }]);
    head = await arrived('cum-truong', [{ role: 'clusterHead', ...OF }]);
    for (const page of [officer, head]) await page.getByTestId('board').waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  it('a tab whose session has ended goes on by itself once somebody signs in in another', async () => {
    await officer.goto(sheet('self'));
    await officer.getByTestId('value-A').fill('61');
    const context = officer.context();
    await context.clearCookies();
    await officer.getByTestId('save-draft').click();
    await dialog().getByText('Phiên làm việc đã hết').waitFor();
    await dialog().getByText('Tôi đã đăng nhập lại ở cửa sổ khác').click();
    await dialog().getByTestId('not-yet').getByText('Chưa thấy đăng nhập ở cửa sổ khác').waitFor();
    // Meanwhile the head has scored, which the tab must not go on without.
    await head.goto(sheet('cluster'));
    await head.getByTestId('value-B').fill('49');
    await head.getByTestId('reason-B').fill('Trùng một hồ sơ');
    await head.getByTestId('submit-sheet').click();
    await head.getByTestId('submitted').waitFor();
    const tab = await context.newPage();
    await tab.goto(`${api.url}/sign-in#${await link('don-vi')}`);
    await tab.getByTestId('board').waitFor();
    await dialog().waitFor({ state: 'detached' });
    expect(await typed()).toBe('61');
    expect(await officer.getByText('Chưa lưu được phiếu').count()).toBe(0);
    await officer.getByTestId('above-B').getByText('Trùng một hồ sơ').waitFor();
    await tab.close();
  });

  it('signing out asks before what was typed is lost, and ends the session only then', async () => {
    await askOut();
    await dialog().getByText('Các thay đổi chưa lưu trên phiếu sẽ mất.').waitFor();
    await dialog().getByRole('button', { name: 'Ở lại trang' }).click();
    expect(await typed()).toBe('61');
    await officer.getByTestId('save-draft').click();
    await officer.getByText('Không có thay đổi chưa lưu').waitFor();
    await officer.getByTestId('value-A').fill('62');
    await askOut();
    await dialog().getByRole('button', { name: 'Rời trang, bỏ thay đổi' }).click();
    await officer.waitForURL(`${api.url}/sign-in`);
    await officer.getByLabel('Tên đăng nhập').waitFor();
    await officer.goto(`${api.url}/sign-out`);
    await officer.waitForURL(`${api.url}/sign-in`);
  });

  it('a link pasted into the page of the form signs in, also after one that does not', async () => {
    await officer.goto(`${api.url}/campaigns/${CAMPAIGN}/sheets`);
    await officer.getByLabel('Tên đăng nhập').waitFor();
    await officer.evaluate(() => Object.assign(globalThis, { notReloaded: true }));
    await officer.goto(`${api.url}/sign-in#khong-co`);
    await officer.getByRole('alert').waitFor();
    await officer.goto(`${api.url}/sign-in#${await link('don-vi')}`);
    // And to where the person wanted to go.
    await officer.waitForURL(/\/sheets$/);
    expect(await officer.evaluate(() => 'notReloaded' in globalThis)).toBe(true);
  });

  it('a page that cannot be fetched says that the server is away, in its frame, and can be tried again', async () => {
    const context = head.context();
    await head.goto(`${api.url}/campaigns/${CAMPAIGN}`);
    await head.getByTestId('board').waitFor();
    const fetched = /\/assets\/sheet-list-page/;
    await context.route(fetched, (route) => route.abort());
    await context.route(/\/api\/health/, (route) => route.abort());
    await head.getByRole('link', { name: 'Phiếu chấm điểm' }).click();
    await head.getByRole('heading', { level: 1, name: 'Không kết nối được với máy chủ' }).waitFor();
    expect(await head.locator('header nav').isVisible()).toBe(true);
    await head.getByRole('button', { name: 'Thử lại' }).click();
    await head.getByRole('heading', { level: 1, name: 'Không kết nối được với máy chủ' }).waitFor();
    await context.unroute(fetched);
    await context.unroute(/\/api\/health/);
    await head.getByRole('button', { name: 'Thử lại' }).click();
    await head.getByRole('heading', { level: 1, name: 'Phiếu chấm điểm' }).waitFor();
  });

  it('of an account that signs in after another in the same browser, nothing of the one before is left', async () => {
    await arrived('hoi-dong', [{ role: 'committee', campaign: CAMPAIGN }]);
    const page = await arrived('thuong-vu', [{ role: 'committee', campaign: CAMPAIGN }]);
    await page.getByTestId('return-c1').click();
    await page.getByTestId('reason').fill('Chưa đủ hồ sơ');
    await page.context().clearCookies();
    await page.getByTestId('confirm').click();
    await page.getByText('Phiên làm việc đã hết').waitFor();
    const tab = await page.context().newPage();
    await tab.goto(`${api.url}/sign-in#${await link('hoi-dong')}`);
    await page.getByRole('button', { name: 'hoi-dong' }).waitFor();
    await page.getByTestId('return-c1').click();
    expect(await page.getByTestId('reason').inputValue()).toBe('');
    await tab.close();
  });

  it('an account without a campaign is told what it is for', async () => {
    const admin = await arrived('quan-tri', [{ role: 'admin' }]);
    await admin.getByTestId('health-database').getByText('Hoạt động').waitFor();
    expect(await admin.locator('main').innerText()).toContain('npx thidua import TỆP');
    await admin.goto(`${api.url}/campaigns/${CAMPAIGN}`);
    await admin.getByText('Tài khoản quản trị hệ thống không xem điểm').waitFor();
    expect(await admin.getByText('đề nghị quản trị viên').count()).toBe(0);
    const nobody = await arrived('chua-giao', []);
    await nobody.getByText('chưa được giao việc ở phong trào nào').waitFor();
    expect(await nobody.locator('main').innerText()).toContain('chua-giao');
  });

  it('no page threw and no answer failed', () => {
    expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
  });
});
