import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@thidua/identity';
import type { Browser, Page } from 'playwright-core';
import type { Client } from '../support/client.js';
import { ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { rows } from '../support/tables.js';
import { arrive, launchBrowser } from './browser.js';
import type { Visitor } from './browser.js';

const CAMPAIGN = 'vuot-truoc';
const OF = { campaign: CAMPAIGN, cluster: 'c1' };
const REASON = 'Chưa đủ hồ sơ';
const REWARDS = [
  { code: 'co', name: 'Cờ thi đua', scope: 'cluster', quota: { count: 1 } },
  { code: 'giay-khen', name: 'Giấy khen', scope: 'cluster', quota: { count: 2 } },
  { code: 'bang-khen', name: 'Bằng khen', scope: 'campaign', quota: { count: 1 } },
];

describe('what others do while somebody types an answer', () => {
  let api: RunningApi;
  let browser: Browser;
  const visitors: Visitor[] = [];
  let other: Client;
  let committee: Page;
  let council: Page;

  const signedIn = async (login: string, role: Role, cluster?: string): Promise<Page> => {
    const grants = [{ role, campaign: CAMPAIGN, cluster }];
    const visitor = await arrive(browser, api, { login, name: login, grants });
    visitors.push(visitor);
    await visitor.page.getByTestId('board').waitFor();
    return visitor.page;
  };
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

  const endorse = async () => {
    const { clusters } = await other.read<{ clusters: { revision: number; review: { id: number } | null }[] }>(
      `/api/campaigns/${CAMPAIGN}/board`,
    );
    const { revision, review } = clusters[0]!;
    const seen = review?.id ?? null;
    const url = `/api/campaigns/${CAMPAIGN}/clusters/c1/reviews`;
    const answer = await other.post(url, { revision, seen, outcome: 'endorse', reason: 'Nhất trí với cụm' });
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
    api = await startApi({ database: 'sqlite' });
    const office = await api.signIn([{ role: 'office' }]);
    const entries = [...ofUnit('u0', selfScore(60)), ...ofUnit('u1', selfScore(40)), ...ofUnit('u2', selfScore(1))];
    const file = smallCompetition({ code: CAMPAIGN, clusters: { c1: ['u0', 'u1', 'u2'] }, entries, rewards: REWARDS });
    expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    await api.settled();
    other = await api.signIn(
      [
        { role: 'committee', campaign: CAMPAIGN },
        { role: 'councilMember', campaign: CAMPAIGN },
      ],
      'Trần Thị Khác',
    );
    browser = await launchBrowser();
    committee = await signedIn('thuong-vu', 'committee');
  });

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
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

  it('what the page has not heard of yet, the refusal says', async () => {
    await typeReason(committee, 'return-c1');
    const board = '**/api/campaigns/*/board';
    await committee.route(board, (route) => route.abort());
    await endorse();
    await committee.getByTestId('confirm').click();
    await expectOvertaken(committee, 'Người khác vừa cho ý kiến về xếp hạng này', REASON);
    await committee.unroute(board);
    await committee.reload();
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
    council = await signedIn('hoi-dong', 'councilMember');
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
    const head = await signedIn('cum-truong', 'clusterHead', 'c1');
    await head.goto(`${api.url}/campaigns/${CAMPAIGN}/units/u1/sheets/cluster`);
    await typeReason(head, 'reopen-A');
    const url = `/api/campaigns/${CAMPAIGN}/units/u1/sheets/cluster/criteria/A/reopening`;
    expect((await client.post(url, { reason: 'Nhầm' }, { 'if-match': '"1"' })).status).toBe(201);
    await head.getByRole('dialog').getByText('Phó Cụm trưởng vừa mở lại').waitFor();
    await expectOvertaken(head, 'Không còn gì để mở lại', REASON);
  });

  it('no page threw and no answer failed', () => {
    expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
  });
});
