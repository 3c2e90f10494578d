import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Accounts, SignIn } from '@thidua/identity';
import type { NewAccount } from '@thidua/identity';
import type { Browser, Page } from 'playwright-core';
import type { Client } from '../support/client.js';
import { ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { rows } from '../support/tables.js';
import { launchBrowser, visit } from './browser.js';
import type { Visitor } from './browser.js';

const CAMPAIGN = 'can-than';
/** Enough units for a list in which something is looked for. */
const UNITS = Array.from({ length: 24 }, (_, index) => `u${index}`);
const OF = { campaign: CAMPAIGN, cluster: 'c1' };
const REWARDS = [
  { code: 'co', name: 'Cờ thi đua', scope: 'cluster', quota: { count: 1 } },
  { code: 'giay-khen', name: 'Giấy khen', scope: 'cluster', quota: { count: 2 } },
  { code: 'bang-khen', name: 'Bằng khen', scope: 'campaign', quota: { count: 1 } },
];

describe('answers that cannot be taken back, and what is told of them', () => {
  let api: RunningApi;
  let browser: Browser;
  const visitors: Visitor[] = [];
  let officer: Page;
  let head: Page;

  const linkOf = (login: string) => api.get<SignIn>(SignIn).issueLink(login);

  async function arrived(login: string, name: string, grants: NewAccount['grants']): Promise<Page> {
    await api.get<Accounts>(Accounts).create({ login, name, grants }, null);
    const visitor = await visit(browser, api.url, await linkOf(login));
    visitors.push(visitor);
    return visitor.page;
  }

  async function signedIn(login: string, name: string, grants: NewAccount['grants']): Promise<Page> {
    const page = await arrived(login, name, grants);
    await page.getByTestId('board').waitFor();
    return page;
  }

  /** What a dialog that somebody else has overtaken offers: to read why, with the text still there, and to close. */
  const expectOvertaken = async (page: Page, why: string, typed: string) => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('alert').getByText(why).waitFor();
    expect(await dialog.getByRole('alert').count()).toBe(1);
    expect(await dialog.getByTestId('reason').inputValue()).toBe(typed);
    expect(await dialog.locator('.ant-modal-footer button').allInnerTexts()).toEqual(['Đóng']);
    await dialog.locator('.ant-modal-footer button').click();
    await dialog.waitFor({ state: 'detached' });
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
      rewards: REWARDS,
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
    await officer.getByText('Trở lại số đã nộp').click();
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

  it('an answer that somebody else was before stays open with its reason, and can only be closed', async () => {
    const committee = await signedIn('thuong-vu-khac', 'Trần Thị Thường Vụ', [
      { role: 'committee', campaign: CAMPAIGN },
    ]);
    await committee.getByTestId('return-c1').click();
    await committee.getByTestId('reason').fill('Đề nghị xem lại minh chứng');
    const other = await api.signIn([{ role: 'committee', campaign: CAMPAIGN }]);
    const board = await other.read<{ clusters: { revision: number }[] }>(`/api/campaigns/${CAMPAIGN}/board`);
    const review = { revision: board.clusters[0]!.revision, seen: null, outcome: 'endorse' };
    expect((await other.post(`/api/campaigns/${CAMPAIGN}/clusters/c1/reviews`, review)).status).toBe(201);

    const dialog = committee.getByRole('dialog');
    await dialog.getByTestId('confirm').click();
    await dialog.getByRole('alert').getByText('thông qua').first().waitFor();
    expect(await dialog.getByTestId('confirm').count()).toBe(0);
    expect(await dialog.getByTestId('reason').inputValue()).toBe('Đề nghị xem lại minh chứng');
    await dialog.getByRole('button', { name: 'Đóng' }).last().click();
    await dialog.waitFor({ state: 'detached' });
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

  describe('what others decide while somebody types', () => {
    let other: Client;
    let committee: Page;
    let council: Page;
    const REASON = 'Chưa đủ hồ sơ';
    const endorse = async () => {
      const { clusters } = await other.read<{ clusters: { revision: number }[] }>(`/api/campaigns/${CAMPAIGN}/board`);
      const { revision } = clusters[0]!;
      const url = `/api/campaigns/${CAMPAIGN}/clusters/c1/reviews`;
      const answer = await other.post(url, { revision, outcome: 'endorse', reason: 'Nhất trí với cụm' });
      expect(answer.status).toBe(201);
    };
    const submitOther = async (version: number, points: number) => {
      const client = await api.signIn([{ role: 'unitOfficer', ...OF, unit: 'u1' }]);
      const sheet = { campaign: CAMPAIGN, unit: 'u1', stage: 'self' };
      expect((await client.submit(sheet, { version, entries: selfScore(points) })).status).toBe(201);
      await api.settled();
    };
    const typeReason = async (page: Page, button: string) => {
      await page.getByTestId(button).click();
      await page.getByTestId('reason').fill(REASON);
    };
    const proposalOf = async (reward: string, unit: string) =>
      (
        await other.read<{ id: number; reward: string; unit: string; revision: number; decision: object | null }[]>(
          `/api/campaigns/${CAMPAIGN}/proposals`,
        )
      ).find((each) => each.reward === reward && each.unit === unit && each.decision === null)!;

    beforeAll(async () => {
      other = await api.signIn(
        [
          { role: 'committee', campaign: CAMPAIGN },
          { role: 'council', campaign: CAMPAIGN },
        ],
        'Trần Thị Khác',
      );
      committee = visitors.at(-1)!.page;
    });

    it('a review says what it puts before the council, and what it does not', async () => {
      await committee.getByTestId('endorse-c1').click();
      expect(await committee.getByTestId('consequence').innerText()).toMatch(
        /^Trình Hội đồng các đề nghị: Cờ thi đua, Giấy khen\.\nChưa trình lần này: Bằng khen\..*thông qua riêng/,
      );
      await committee.getByRole('dialog').getByRole('button', { name: 'Hủy' }).click();
      await committee.getByTestId('endorse-campaign').click();
      expect(await committee.getByTestId('consequence').innerText()).toBe('Trình Hội đồng các đề nghị: Bằng khen.');
      await committee.getByRole('dialog').getByRole('button', { name: 'Hủy' }).click();
    });

    it('a return that another member has overtaken is not sent, and its reason is kept', async () => {
      await typeReason(committee, 'return-c1');
      await endorse();
      await committee.getByRole('dialog').getByText('Trần Thị Khác vừa thông qua').waitFor();
      await expectOvertaken(committee, 'Ban Thường vụ vừa có ý kiến về xếp hạng này', REASON);
      expect(await rows(api, "SELECT outcome FROM review WHERE outcome = 'return'")).toEqual([]);
      // The remark stands on a line of its own, after whole sentences.
      await committee.getByText('Ý kiến: Nhất trí với cụm', { exact: true }).waitFor();
      await committee.getByTestId('return-c1').click();
      expect(await committee.getByTestId('reason').inputValue()).toBe(REASON);
      await submitOther(1, 45);
      await committee.getByRole('dialog').getByRole('alert').waitFor();
      await expectOvertaken(committee, 'Xếp hạng vừa thay đổi', REASON);
      await endorse();
    });

    it('a proposal that another member decides takes no dialog away', async () => {
      council = await signedIn('hoi-dong', 'Ủy viên Hội đồng', [{ role: 'council', campaign: CAMPAIGN }]);
      await council.goto(`${api.url}/campaigns/${CAMPAIGN}/proposals`);
      await council.getByTestId('competition').getByText(`Phong trào ${CAMPAIGN}`).waitFor();
      const { id, revision } = await proposalOf('co', 'u0');
      await typeReason(council, `reject-${id}`);
      const url = `/api/campaigns/${CAMPAIGN}/proposals/${id}/decision`;
      expect((await other.post(url, { revision, outcome: 'approve' })).status).toBe(201);
      await council.getByTestId(`proposal-${id}`).getByText('Hội đồng đã duyệt').waitFor();
      await expectOvertaken(council, 'Đề nghị này vừa được quyết định', REASON);
    });

    it('nor does a ranking that moves on; endorsed anew, the reason is still there', async () => {
      const { id } = await proposalOf('giay-khen', 'u1');
      await typeReason(council, `reject-${id}`);
      await submitOther(2, 70);
      await council.getByTestId(`proposal-${id}`).getByText('Chờ Ban Thường vụ thông qua lại').waitFor();
      expect(await council.getByTestId(`proposal-${id}`).getByText('Chờ Hội đồng').count()).toBe(0);
      await expectOvertaken(council, 'Xếp hạng vừa thay đổi', REASON);
      // Approved as the first of its cluster, which it is no more.
      await council
        .getByTestId('standing-now')
        .first()
        .getByText(/, nay: Hạng 2, 160,00 điểm\.$/)
        .waitFor();
      await endorse();
      const { id: anew } = await proposalOf('giay-khen', 'u1');
      expect(anew).not.toBe(id);
      await council.getByTestId(`reject-${anew}`).click();
      expect(await council.getByTestId('reason').inputValue()).toBe(REASON);
      await council.getByRole('dialog').getByRole('button', { name: 'Hủy' }).click();
      // One wording for what has no place left, here and on the board.
      const { id: blocked } = await proposalOf('co', 'u1');
      await council.getByTestId(`proposal-${blocked}`).getByText('Hết suất', { exact: true }).waitFor();
      await council.emulateMedia({ media: 'print' });
      await council.setViewportSize({ width: 794, height: 1123 });
      expect(await council.getByRole('columnheader', { name: 'STT' }).isVisible()).toBe(true);
      await council.emulateMedia({ media: null });
      await council.setViewportSize({ width: 1366, height: 768 });
      await committee.getByTestId('row-u1').getByText('Hết suất').waitFor();
      await committee.emulateMedia({ media: 'print' });
      await committee.setViewportSize({ width: 794, height: 1123 });
      // A table on paper of any width, its class on one line.
      const heading = await committee.getByRole('columnheader', { name: 'Xếp loại' }).boundingBox();
      expect(heading!.width).toBeGreaterThanOrEqual(80);
      await committee.setViewportSize({ width: 1366, height: 768 });
      await committee.emulateMedia({ media: null });
    });

    it('a criterion that another head reopens takes no dialog away', async () => {
      const client = await api.signIn([{ role: 'clusterHead', ...OF }], 'Phó Cụm trưởng');
      const sheet = { campaign: CAMPAIGN, unit: 'u1', stage: 'cluster' };
      const entries = [{ criterion: 'A', points: 70 }];
      expect((await client.submit(sheet, { version: 0, entries })).status).toBe(201);
      await open(head, 'u1', 'cluster');
      await typeReason(head, 'reopen-A');
      const url = `/api/campaigns/${CAMPAIGN}/units/u1/sheets/cluster/criteria/A/reopening`;
      expect((await client.post(url, { reason: 'Nhầm' }, { 'if-match': '"1"' })).status).toBe(201);
      await head.getByRole('dialog').getByText('Phó Cụm trưởng vừa mở lại').waitFor();
      await expectOvertaken(head, 'Không còn gì để mở lại', REASON);
    });
  });

  describe('leaving and coming back', () => {
    const typed = () => officer.getByTestId('value-A').inputValue();
    const dialog = () => officer.getByRole('dialog');
    const askOut = async () => {
      await officer.getByRole('button', { name: 'Lê Văn Đơn Vị' }).click();
      await officer.getByRole('menuitem', { name: 'Đăng xuất' }).click();
    };

    it('a tab whose session has ended goes on by itself once somebody signs in in another', async () => {
      await open(officer, 'u0', 'self');
      await officer.getByTestId('value-A').fill('61');
      const { context } = visitors.find(({ page }) => page === officer)!;
      await context.clearCookies();
      await officer.getByTestId('save-draft').click();
      await dialog().getByText('Phiên làm việc đã hết').waitFor();
      await dialog().getByText('Tôi đã đăng nhập lại ở cửa sổ khác').click();
      await dialog().getByTestId('not-yet').getByText('Chưa thấy đăng nhập ở cửa sổ khác').waitFor();
      // Meanwhile the head has scored, which the tab must not go on without.
      await open(head, 'u0', 'cluster');
      await head.getByTestId('value-B').fill('49');
      await head.getByTestId('reason-B').fill('Trùng một hồ sơ');
      await head.getByTestId('submit-sheet').click();
      await head.getByTestId('submitted').waitFor();
      const tab = await context.newPage();
      await tab.goto(`${api.url}/sign-in#${await linkOf('don-vi')}`);
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
      await officer.goto(`${api.url}/sign-in#${await linkOf('don-vi')}`);
      // And to where the person wanted to go.
      await officer.waitForURL(/\/sheets$/);
      expect(await officer.evaluate(() => 'notReloaded' in globalThis)).toBe(true);
    });

    it('a page that cannot be fetched says that the server is away, in its frame, and can be tried again', async () => {
      const visitor = visitors.find(({ page }) => page === head)!;
      await head.goto(`${api.url}/campaigns/${CAMPAIGN}`);
      await head.getByTestId('board').waitFor();
      const fetched = /\/assets\/sheet-list-page/;
      await visitor.context.route(fetched, (route) => route.abort());
      await visitor.context.route(/\/api\/health/, (route) => route.abort());
      await head.getByRole('link', { name: 'Phiếu chấm điểm' }).click();
      await head.getByRole('heading', { level: 1, name: 'Không kết nối được với máy chủ' }).waitFor();
      expect(await head.locator('header nav').isVisible()).toBe(true);
      await head.getByRole('button', { name: 'Thử lại' }).click();
      await head.getByRole('heading', { level: 1, name: 'Không kết nối được với máy chủ' }).waitFor();
      await visitor.context.unroute(fetched);
      await visitor.context.unroute(/\/api\/health/);
      await head.getByRole('button', { name: 'Thử lại' }).click();
      await head.getByTestId('sheet-search').waitFor();
    });

    it('an account without a campaign is told what it is for', async () => {
      const admin = await arrived('quan-tri', 'Quản Trị', [{ role: 'admin' }]);
      await admin.getByTestId('health-database').getByText('Hoạt động').waitFor();
      expect(await admin.locator('main').innerText()).toContain('npx thidua import TỆP');
      await admin.goto(`${api.url}/campaigns/${CAMPAIGN}`);
      await admin.getByText('Tài khoản quản trị hệ thống không xem điểm').waitFor();
      expect(await admin.getByText('đề nghị quản trị viên').count()).toBe(0);
      const nobody = await arrived('chua-giao', 'Người Mới', []);
      await nobody.getByText('chưa được giao việc ở phong trào nào').waitFor();
      expect(await nobody.locator('main').innerText()).toContain('chua-giao');
    });
  });

  it('no page threw and no answer failed', () => {
    expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
  });

  const expectStatus = (page: Page, text: string) => page.locator('footer').getByText(text).waitFor();
});
