import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Accounts, SignIn } from '@thidua/identity';
import type { NewAccount } from '@thidua/identity';
import type { Browser, Page } from 'playwright-core';
import { startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { launchBrowser, visit } from './browser.js';
import { tabThrough } from './tab-through.js';

const CAMPAIGN = 'vinh-yen-2022';
const UNIT = 'PX-LIEN-BAO';
const CLUSTER = 'cum-1';
const ROOT = `/campaigns/${CAMPAIGN}`;
const SHEET = `${ROOT}/units/${UNIT}/sheets`;

/** What each role opens: every page it has a way to, and one that it may not see. */
const ROLES: readonly (readonly [string, NewAccount['grants'], readonly string[]])[] = [
  [
    'unit officer',
    [{ role: 'unitOfficer', campaign: CAMPAIGN, cluster: CLUSTER, unit: UNIT }],
    [ROOT, `${ROOT}/sheets`, `${SHEET}/self`, `${SHEET}/office`],
  ],
  [
    'cluster head',
    [{ role: 'clusterHead', campaign: CAMPAIGN, cluster: CLUSTER }],
    [ROOT, `${ROOT}/sheets`, `${SHEET}/cluster`, `${SHEET}/self`],
  ],
  ['office', [{ role: 'office' }], [ROOT, `${ROOT}/sheets?cluster=${CLUSTER}&stage=office`, `${SHEET}/office`]],
  ['committee', [{ role: 'committee', campaign: CAMPAIGN }], [ROOT, `${ROOT}/sheets?q=lien`, `${ROOT}/proposals`]],
  ['council', [{ role: 'councilMember', campaign: CAMPAIGN }], [ROOT, `${ROOT}/proposals`, `${ROOT}/none/at/all`]],
  ['administrator', [{ role: 'admin' }], ['/', ROOT]],
];

describe('the keyboard', () => {
  let api: RunningApi;
  let browser: Browser;

  beforeAll(async () => {
    api = await startApi({ database: 'sqlite' });
    const office = await api.signIn([{ role: 'office' }]);
    const demo = await readFile(new URL('../../config/demo/vinh-yen-2022.yaml', import.meta.url), 'utf8');
    expect((await office.import(demo, 'yaml')).status).toBe(201);
    await api.settled();
    const committee = await api.signIn([{ role: 'committee', campaign: CAMPAIGN }]);
    const board = await committee.read<{ clusters: { code: string; revision: number }[] }>(`/api${ROOT}/board`);
    // So that the council has something to decide.
    const { revision } = board.clusters.find(({ code }) => code === CLUSTER)!;
    const answer = await committee.post(`/api${ROOT}/clusters/${CLUSTER}/reviews`, {
      revision,
      seen: null,
      outcome: 'endorse',
    });
    expect(answer.status).toBe(201);
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  async function signedIn(role: string, grants: NewAccount['grants']): Promise<Page> {
    const login = role.replaceAll(' ', '-');
    await api.get<Accounts>(Accounts).create({ login, name: `Đồng chí ${role}`, grants }, null);
    const { page } = await visit(browser, api.url, await api.get<SignIn>(SignIn).issueLink(login));
    await page.locator('header').first().waitFor();
    return page;
  }

  it.each(ROLES)(
    'takes the %s through every page: what has the focus is in sight, named and large enough',
    async (role, grants, paths) => {
      const page = await signedIn(role, grants);
      for (const path of paths) {
        await page.goto(api.url + path);
        await page.locator('h1').first().waitFor();
        await page.waitForLoadState('networkidle');
        expect([path, await page.locator('h1').count()]).toEqual([path, 1]);
        const stops = await tabThrough(page);
        expect([path, stops.length > 3, stops.filter(({ faults }) => faults.length > 0)]).toEqual([path, true, []]);
      }
      await page.context().close();
    },
  );

  it('is not offered another try where none would help', async () => {
    const page = await signedIn('somebody', [{ role: 'councilMember', campaign: CAMPAIGN }]);
    for (const [path, title] of [
      [`${ROOT}/sheets`, 'Không có quyền xem trang này'],
      ['/campaigns/khong-co', 'Không có trang này'],
    ] as const) {
      await page.goto(api.url + path);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      expect(await page.getByText('Thử lại').count()).toBe(0);
      await page.getByRole('link', { name: 'Về trang đầu', exact: true }).click();
      await page.getByTestId('board').waitFor();
    }
    await page.context().close();
  });

  it('does so on a phone, where the foot takes more of the screen', async () => {
    const page = await signedIn('on a phone', ROLES[0]![1]);
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of [ROOT, `${SHEET}/self`]) {
      await page.goto(api.url + path);
      await page.locator('h1').first().waitFor();
      await page.waitForLoadState('networkidle');
      const stops = await tabThrough(page);
      expect([path, stops.length > 3, stops.filter(({ faults }) => faults.length > 0)]).toEqual([path, true, []]);
    }
    // All ways to go are in sight.
    const ways = await page
      .locator('header nav a')
      .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().right <= innerWidth));
    expect(ways).toEqual([true, true]);
    await page.context().close();
  });

  it('finds a stop that lies under something, has no name or is too small', async () => {
    const page = await browser.newPage({ viewport: { width: 600, height: 400 } });
    await page.setContent(`<h1>Trang</h1><button style="position: fixed; bottom: 0; left: 0; height: 30px">dưới chân</button>
      <div style="position: fixed; bottom: 0; left: 0; width: 100%; height: 60px; background: white"></div>
      <button style="width: 40px; height: 40px"></button><button style="padding: 0; height: 18px">thấp</button>
      <input placeholder="chỉ có gợi ý" style="height: 30px"><a href="/" style="position: fixed; top: -99px">ngoài trang</a>`);
    const stops = await tabThrough(page);
    expect(stops.map(({ faults }) => faults)).toEqual([
      ['covered'],
      ['no name'],
      ['too small'],
      ['no name'],
      ['out of sight', 'too small'],
    ]);
    await page.close();
  });
});
