import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NewAccount } from '@thidua/identity';
import type { Browser, Page } from 'playwright-core';
import { ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { rows } from '../support/tables.js';
import { arrive, launchBrowser } from './browser.js';
import type { Visitor } from './browser.js';

const CAMPAIGN = 'can-than';
/** Enough units for a list in which something is looked for. */
const UNITS = Array.from({ length: 24 }, (_, index) => `u${index}`);
const OF = { campaign: CAMPAIGN, cluster: 'c1' };

describe('answers that cannot be taken back, and what is told of them', () => {
  let api: RunningApi;
  let browser: Browser;
  const visitors: Visitor[] = [];
  let officer: Page;
  let head: Page;

  const signedIn = async (login: string, name: string, grants: NewAccount['grants']): Promise<Page> => {
    const visitor = await arrive(browser, api, { login, name, grants });
    visitors.push(visitor);
    await visitor.page.getByTestId('board').waitFor();
    return visitor.page;
  };

  const open = async (page: Page, unit: string, stage: string) => {
    await page.goto(`${api.url}/campaigns/${CAMPAIGN}/units/${unit}/sheets/${stage}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);
  const submissions = async (unit: string) =>
    (await rows(api, 'SELECT 1 FROM submission WHERE unit = ?', [unit])).length;
  const status = (page: Page) => page.locator('footer').getByRole('status').innerText();

  beforeAll(async () => {
    api = await startApi({ database: 'sqlite' });
    const office = await api.signIn([{ role: 'office' }]);
    const file = smallCompetition({
      code: CAMPAIGN,
      clusters: { c1: UNITS },
      entries: [
        ...ofUnit('u0', selfScore(50)),
        ...ofUnit('u1', selfScore(40)),
        ...ofUnit('u3', [{ criterion: 'A', points: 1 }]),
      ],
    });
    expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    await api.settled();
    browser = await launchBrowser();
    officer = await signedIn('don-vi', 'Lê Văn Đơn Vị', [
      { role: 'unitOfficer', ...OF, unit: 'u0' },
      { role: 'unitOfficer', ...OF, unit: 'u2' },
    ]);
    head = await signedIn('cum-truong', 'Nguyễn Văn Cụm', [{ role: 'clusterHead', ...OF }]);
  });

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  it('saving without a change leaves a submitted sheet submitted', async () => {
    await open(officer, 'u0', 'self');
    await officer.getByTestId('save-draft').click();
    await officer.getByText('Không có thay đổi nào cần lưu').waitFor();
    await officer.reload();
    await officer.getByText('Đã nộp', { exact: true }).waitFor();
    expect(await officer.getByText('Bản nháp').count()).toBe(0);
  });

  it('submitting without a change says that the ranking stands', async () => {
    await officer.getByTestId('submit-sheet').click();
    await officer.getByTestId('submitted').getByText('xếp hạng giữ nguyên').waitFor();
  });

  it('Enter on the question before leaving stays with what was typed', async () => {
    await officer.getByTestId('value-A').fill('51');
    await officer.getByRole('link', { name: 'Xếp hạng', exact: true }).click();
    await officer.getByRole('dialog').waitFor();
    expect(await focused(officer)).toBe('Ở lại trang');
    await officer.keyboard.press('Enter');
    await officer.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await officer.getByTestId('value-A').inputValue()).toBe('51');
  });

  it('the points beside a figure that was changed are marked as those of the one submitted, until it is', async () => {
    const pending = officer.getByTestId('pending-A');
    await pending.getByText('theo số đã nộp').waitFor();
    await officer.getByTestId('save-draft').click();
    await officer.getByText('Không có thay đổi chưa lưu').waitFor();
    // Saved, it counts no more than before; what was submitted can be had back.
    await officer.reload();
    await pending.waitFor();
    expect(await officer.getByTestId('submitted-A').innerText()).toMatch(/^Đã nộp: 50 điểm/);
    // The figure alone: evidence typed meanwhile stays.
    const row = officer.locator('[data-criterion="A"]');
    await row.getByText('Thêm minh chứng').click();
    await officer.getByTestId('evidence-A-0').fill('Báo cáo 12');
    await officer.getByText('Trở lại số đã nộp').click();
    expect(await officer.getByTestId('evidence-A-0').inputValue()).toBe('Báo cáo 12');
    await officer.getByTestId('evidence-A-0').fill('');
    expect(await officer.getByTestId('value-A').inputValue()).toBe('50');
    expect(await pending.count()).toBe(0);
    await officer.getByTestId('value-A').fill('51');
  });

  it('a figure that may be read in two ways says how it was', async () => {
    const row = officer.locator('[data-criterion="B"]');
    const typed = await officer.getByTestId('value-B').inputValue();
    for (const [text, read] of [
      ['1,000', '= 1 (dấu phẩy là phần thập phân)'],
      ['1.000', '= 1.000 (dấu chấm ngăn hàng nghìn)'],
    ] as const) {
      await officer.getByTestId('value-B').fill(text);
      await row.getByText(read, { exact: true }).waitFor();
    }
    await officer.getByTestId('value-B').fill(typed);
  });

  it('a submission is told to the end: until the ranking counts it, and the sheet changes again', async () => {
    await officer.getByTestId('submit-sheet').click();
    await officer.getByTestId('ranked').getByText('hạng 1, 151,00 điểm').waitFor();
    // It is of the screen: the sheet on paper is without it.
    await officer.emulateMedia({ media: 'print' });
    expect(await officer.getByTestId('submitted').isVisible()).toBe(false);
    await officer.emulateMedia({ media: null });
    await officer.getByTestId('value-A').fill('52');
    await officer.getByTestId('submitted').waitFor({ state: 'detached' });
    await officer.getByTestId('value-A').fill('51');
  });

  it('Enter on the question about missing figures does not submit', async () => {
    await open(officer, 'u2', 'self');
    await officer.getByTestId('value-A').fill('10');
    await officer.getByTestId('submit-sheet').click();
    await officer.getByRole('dialog').getByText('B Chỉ tiêu B').waitFor();
    expect(await focused(officer)).toBe('Quay lại nhập');
    await officer.keyboard.press('Enter');
    await officer.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await submissions('u2')).toBe(0);
  });

  it('the head is asked as well, for what nobody has entered', async () => {
    await open(head, 'u3', 'cluster');
    await head.getByTestId('value-K').fill('5');
    await head.getByTestId('submit-sheet').click();
    const dialog = head.getByRole('dialog');
    await dialog.getByText('B Chỉ tiêu B').waitFor();
    // The unit has entered A, and K is not mandatory.
    expect(await dialog.getByRole('listitem').allInnerTexts()).toEqual(['B Chỉ tiêu B']);
    await dialog.getByRole('button', { name: 'Quay lại nhập' }).click();
  });

  it('the head sees nothing of what the unit has only typed', async () => {
    await officer.getByTestId('save-draft').click();
    await officer.getByText('Không có thay đổi chưa lưu').waitFor();
    await open(head, 'u2', 'self');
    await head.getByText('Chưa nộp', { exact: true }).waitFor();
    expect(await head.locator('[data-criterion="A"]').innerText()).toContain('Chưa nhập');
  });

  it('a draft keeps all that can be read, the page the rest, and both go once it is discarded', async () => {
    const ratio = officer.locator('[data-criterion="B"] input').first();
    await officer.getByTestId('value-A').fill('111');
    await ratio.fill('76%');
    await officer.getByTestId('save-draft').click();
    await officer.getByText('trừ chỗ chưa đọc được số').waitFor();
    expect(await ratio.inputValue()).toBe('76%');
    await expectStatus(officer, 'Chưa lưu thay đổi ở 1 tiêu chí');
    await ratio.fill('');
    // What is stored is still too much: said, and no bar to storing it.
    await officer.reload();
    await officer.getByText('Bản nháp còn 1 tiêu chí chưa nộp được').waitFor();
    expect(await officer.getByTestId('value-A').inputValue()).toBe('111');

    await officer.getByTestId('discard-draft').click();
    await officer.getByRole('dialog').waitFor();
    expect(await focused(officer)).toBe('Giữ bản nháp');
    await officer.getByTestId('confirm-discard').click();
    await officer.getByText('Đã bỏ bản nháp').waitFor();
    expect(await officer.getByTestId('value-A').inputValue()).toBe('');
    expect(await officer.getByTestId('discard-draft').count()).toBe(0);
  });

  it('a criterion the head took over names them before anything is typed, and is reopened with a reason', async () => {
    await open(head, 'u0', 'cluster');
    await head.getByTestId('take-lower').click();
    // Said beside the field, not only in it.
    await head.locator('[data-criterion="A"]').getByText('Lý do nếu chấm khác cấp dưới').waitFor();
    await head.getByTestId('submit-sheet').click();
    await head.getByTestId('submitted').waitFor();

    await open(officer, 'u0', 'self');
    await officer.getByTestId('scored-A').getByText('Nguyễn Văn Cụm').waitFor();
    expect(await officer.getByTestId('above-A').innerText()).toBe('Cụm chấm: 51 điểm');
    await officer.getByTestId('value-A').fill('60');
    await officer.getByTestId('save-draft').click();
    await expectStatus(officer, 'Không có thay đổi chưa lưu');
    await officer.getByTestId('submit-sheet').click();
    const told = officer.getByRole('alert').first();
    await told.getByText('chưa nộp được phiếu').waitFor();
    expect(await told.innerText()).not.toContain('chưa lưu');
    expect(await told.innerText()).toContain('Nội dung đã lưu trước đó vẫn được giữ.');
    expect(await status(officer)).toBe('Không có thay đổi chưa lưu');

    // What the head has typed for another criterion outlives the reopening.
    await head.getByTestId('value-K').fill('7');
    await head.getByTestId('reopen-A').click();
    await head.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await head.keyboard.press('Enter');
    await head.getByTestId('reason').fill('Đơn vị báo cáo nhầm');
    await head.getByTestId('confirm').click();
    await head.getByTestId('reopen-A').waitFor({ state: 'detached' });
    // The receipt was of the sheet before it.
    expect(await head.getByTestId('submitted').count()).toBe(0);
    expect([await head.getByTestId('value-A').inputValue(), await head.getByTestId('value-K').inputValue()]).toEqual([
      '',
      '7',
    ]);

    await officer.getByTestId('reopened-A').getByText('Đơn vị báo cáo nhầm').waitFor();
    await officer.getByTestId('submit-sheet').click();
    await officer.getByTestId('ranked').getByText('160,00 điểm').waitFor();
  });

  it('the list of sheets keeps what was looked for, and its place, when one comes back', async () => {
    await head.goto(`${api.url}/campaigns/${CAMPAIGN}/sheets`);
    // The unsaved figure of the sheet before is let go with its page.
    await head.getByTestId('sheet-search').waitFor();
    await head.getByTestId('sheet-filter-stage').click();
    await head.getByTitle('Tự chấm').click();
    await head.getByTestId('sheet-filter-status').click();
    await head.locator('.ant-select-item-option').getByText('Chưa nhập').click();
    await head.getByTestId('sheet-search').fill('don vi u2');
    await head.waitForURL(/q=don\+vi\+u2/);
    const shown = head.locator('main li');
    const found = await shown.allInnerTexts();
    expect(found.length).toBe(5);
    await head.getByTestId('sheet-search').fill('');
    await head.waitForURL((url) => !url.search.includes('q='));
    await shown.nth(17).scrollIntoViewIfNeeded();
    await head.evaluate(() => window.scrollTo(0, 400));
    const before = await head.evaluate(() => window.scrollY);
    expect(before).toBeGreaterThan(100);
    await shown.nth(15).getByRole('link').click();
    await head.getByTestId('submit-sheet').or(head.getByText('chỉ được xem phiếu')).first().waitFor();
    await head.goBack();
    await shown.nth(15).waitFor();
    expect(await shown.count()).toBeGreaterThan(15);
    await head.waitForFunction((y) => Math.abs(window.scrollY - y) < 5, before);
  });

  it('a council member who presses Enter has decided nothing', async () => {
    const committee = await signedIn('thuong-vu', 'Ủy viên', [{ role: 'committee', campaign: CAMPAIGN }]);
    await committee.getByRole('link', { name: 'Phiếu chấm điểm' }).waitFor();
    const before = await rows(api, 'SELECT id FROM review');
    await committee.getByTestId('endorse-c1').click();
    await committee.getByRole('dialog').waitFor();
    await committee.waitForFunction(() => document.activeElement?.closest('.ant-modal-footer') !== null);
    await committee.keyboard.press('Enter');
    await committee.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await rows(api, 'SELECT id FROM review')).toEqual(before);
  });

  it('what a field asks for is read as well as what stands in it, and what must be there is not told by that alone', async () => {
    await open(officer, 'u0', 'self');
    await officer.locator('[data-criterion="A"]').getByText('Thêm minh chứng').click();
    await officer.locator('[data-criterion="A"]').getByText('Minh chứng', { exact: true }).waitFor();
    const ratio = await officer.getByTestId('evidence-A-0').evaluate((field) => {
      const luminance = (color: string) => {
        const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
          const share = Number(part) / 255;
          return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const [text, ground] = [getComputedStyle(field, '::placeholder').color, getComputedStyle(field).backgroundColor];
      return (luminance(ground) + 0.05) / (luminance(text) + 0.05);
    });
    expect(ratio).toBeGreaterThan(4.5);
  });

  it('on paper there is the table alone: no menu, no button, no colour', async () => {
    const { page } = visitors.at(-1)!;
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('header nav').isVisible()).toBe(false);
    expect(await page.getByTestId('endorse-c1').isVisible()).toBe(false);
    expect(await page.getByTestId('row-u0').isVisible()).toBe(true);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgba(0, 0, 0, 0)');
    await page.emulateMedia({ media: null });
  });

  it('no page threw and no answer failed', () => {
    expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
  });

  const expectStatus = (page: Page, text: string) => page.locator('footer').getByText(text).waitFor();
});
