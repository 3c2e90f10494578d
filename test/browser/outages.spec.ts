import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { NewAccount } from '@thidua/identity';
import type { Browser, Page } from 'playwright-core';
import type { DataSource } from 'typeorm';
import { redisPid, tellRedis } from '../faults/support/redis-of.js';
import { ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { DISKS } from '../support/disks.js';
import { wireTo } from '../support/postgres/wire.js';
import type { Wire } from '../support/postgres/wire.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { ApiOptions, RunningApi } from '../support/start-api.js';
import { arrive, launchBrowser } from './browser.js';
import type { Visitor } from './browser.js';

const CAMPAIGN = 'su-co';
const OF = { campaign: CAMPAIGN, cluster: 'c1' };
/** So that a server of which nothing comes is given up before a test is. */
const SETTINGS = { databaseStatementSeconds: 2, databaseLockSeconds: 1, databaseIdleSeconds: 4 };

/** Longer than a page of SQLite (three bytes a letter), in which a full file may still have room. */
const REASON = 'ế'.repeat(2000);

/** One sentence of what is the matter, and what to do. */
const SENTENCES = {
  full: /^Máy chủ chưa ghi được gì vì ổ đĩa đã đầy .*giữ nguyên trang này.* rồi gửi lại\.$/,
  away: /^Hệ thống đang bận hoặc đang khởi động lại\. .*Hãy thử lại sau ít phút\.$/,
  cable: /^Không kết nối được với máy chủ\. .*Kiểm tra đường truyền rồi thử lại\.$/,
} as const;

describe('what an official sees of an outage', () => {
  let api: RunningApi;
  let browser: Browser;
  let wire: Wire | undefined;
  const visitors: Visitor[] = [];

  afterEach(async () => {
    await browser?.close();
    wire?.mend();
    await api?.stop();
    await wire?.remove();
    wire = undefined;
    visitors.length = 0;
  });

  const start = async (options: ApiOptions) => {
    api = await startApi({ settings: SETTINGS, ...options });
    const office = await api.signIn([{ role: 'office' }]);
    const entries = ['u0', 'u1', 'u2'].flatMap((unit, index) => ofUnit(unit, selfScore(50 - index)));
    const file = smallCompetition({ code: CAMPAIGN, clusters: { c1: ['u0', 'u1', 'u2'] }, entries });
    expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    await api.settled();
    browser = await launchBrowser();
  };
  const signedIn = async (login: string, grants: NewAccount['grants']): Promise<Page> => {
    const visitor = await arrive(browser, api, { login, name: login, grants });
    visitors.push(visitor);
    await visitor.page.getByTestId('board').waitFor();
    return visitor.page;
  };
  /** A unit's officer who has typed a figure that nobody else knows of. */
  const typing = async (): Promise<Page> => {
    const page = await signedIn('don-vi', [{ role: 'unitOfficer', ...OF, unit: 'u0' }]);
    await page.goto(`${api.url}/campaigns/${CAMPAIGN}/units/u0/sheets/self`);
    await page.getByTestId('value-A').fill('60');
    await page.locator('[data-criterion="A"]').getByText('Ghi thêm lý do, giải trình').click();
    await page.getByTestId('reason-A').fill(REASON);
    return page;
  };
  const scriptErrors = () => visitors.flatMap(({ faults }) => faults.filter((fault) => !/^5\d\d /.test(fault)));
  const alert = (page: Page) => page.getByRole('alert');

  /** The figure stays in its field, and the sentence beside it says why it is not stored. */
  const expectRefused = async (page: Page, title: string, sentence: RegExp) => {
    await alert(page).getByText(title, { exact: true }).waitFor();
    expect(await alert(page).getByRole('listitem').allInnerTexts()).toEqual([expect.stringMatching(sentence)]);
    expect(await page.getByTestId('value-A').inputValue()).toBe('60');
    expect(await page.getByTestId('reason-A').inputValue()).toBe(REASON);
    await page.locator('footer').getByText('Chưa lưu thay đổi ở 1 tiêu chí').waitFor();
  };
  const expectRanked = async (page: Page) => {
    await page.getByTestId('submit-sheet').click();
    await page.getByTestId('ranked').getByText('hạng 1, 160,00 điểm').waitFor();
  };

  describe.each(DATABASES)('a full disk, on %s', (database) => {
    it('keeps what was typed, in a sheet and in a review, and takes it when there is room', async () => {
      await start({ database });
      const source = api.get<DataSource>(getDataSourceToken());
      const officer = await typing();
      const committee = await signedIn('thuong-vu', [{ role: 'committee', campaign: CAMPAIGN }]);
      await committee.getByTestId('return-c1').click();
      await committee.getByTestId('reason').fill(REASON);

      await DISKS[database].fill(source);
      await officer.getByTestId('save-draft').click();
      await expectRefused(officer, 'Chưa lưu được phiếu', SENTENCES.full);
      await officer.getByTestId('submit-sheet').click();
      await expectRefused(officer, 'Chưa nộp được phiếu', SENTENCES.full);
      const dialog = committee.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Trả lại', exact: true }).click();
      await dialog.getByRole('alert').getByText(SENTENCES.full).waitFor();
      expect(await committee.getByTestId('reason').inputValue()).toBe(REASON);

      await DISKS[database].free(source);
      await dialog.getByRole('button', { name: 'Trả lại', exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      await expectRanked(officer);
      expect(scriptErrors()).toEqual([]);
    });
  });

  it.each(['cut', 'silence'] as const)(
    'PostgreSQL away (%s): the figure stays, the next page can be tried again',
    async (how) => {
      await start({ database: 'postgres', by: async (url) => (wire = await wireTo(url)).url });
      const officer = await typing();
      const watcher = await signedIn('thuong-vu', [{ role: 'committee', campaign: CAMPAIGN }]);
      const isSilent = how === 'silence';
      wire![how]();
      await officer.getByTestId('submit-sheet').click();
      await expectRefused(officer, 'Chưa nộp được phiếu', SENTENCES.away);
      if (!isSilent) {
        // What was not read before says so, and offers to try again.
        await watcher.goto(`${api.url}/campaigns/${CAMPAIGN}/units/u1/sheets/self`);
        await watcher.getByRole('heading', { name: 'Chưa tải được trang này' }).waitFor();
        expect(await alert(watcher).innerText()).toMatch(/Hãy thử lại sau ít phút/);
      }
      wire!.mend();
      if (!isSilent) {
        await watcher.getByRole('button', { name: 'Thử lại' }).click();
        await watcher
          .getByTestId('value-A')
          .or(watcher.getByText('Tài khoản này chỉ được xem phiếu.'))
          .first()
          .waitFor();
      }
      await expectRanked(officer);
      expect(scriptErrors()).toEqual([]);
    },
  );

  it('the cable pulled: the figure stays, and is submitted once', async () => {
    await start({ database: 'sqlite' });
    const officer = await typing();
    await visitors[0]!.context.setOffline(true);
    await officer.getByTestId('submit-sheet').click();
    await expectRefused(officer, 'Chưa nộp được phiếu', SENTENCES.cable);
    await visitors[0]!.context.setOffline(false);
    await expectRanked(officer);
    expect(scriptErrors()).toEqual([]);
  });

  it('Redis taking nothing: nobody notices', async () => {
    await start({ database: 'sqlite' });
    const officer = await typing();
    expect(await tellRedis(api.environment['DATA_DIR']!, 'config', 'set', 'maxmemory', '1')).toBe('OK');
    await expectRanked(officer);
    expect(visitors[0]!.faults).toEqual([]);
  });

  it('Redis gone with its folder: nobody notices', async () => {
    await start({ database: 'sqlite' });
    const officer = await typing();
    const dataDir = api.environment['DATA_DIR']!;
    process.kill((await redisPid(dataDir))!, 'SIGKILL');
    await rm(join(dataDir, 'redis'), { recursive: true, force: true, maxRetries: 5 });
    await expectRanked(officer);
    expect(visitors[0]!.faults).toEqual([]);
  });
});
