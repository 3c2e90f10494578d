import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Accounts, SignIn } from '@thidua/identity';
import type { NewAccount } from '@thidua/identity';
import type { Browser, Page } from 'playwright-core';
import { readText } from '../scoring/read-file.js';
import { startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { launchBrowser, visit } from './browser.js';
import type { Visitor } from './browser.js';

const SCOPE = { campaign: 'muoi-mot', cluster: 'C1' };

/** What is typed for each criterion of the fixture, by the input's test id; then the points it is worth. */
const FIGURES: readonly { criterion: string; kind: string; typed: Readonly<Record<string, string>>; points: string }[] =
  [
    { criterion: 'I.1', kind: 'direct', typed: { 'value-I.1': '8,5' }, points: '8,50' },
    { criterion: 'I.2', kind: 'ratio', typed: { 'value-I.2': '90', 'evidence-I.2-0': 'BC 12' }, points: '15,00' },
    // 5 % above the target of 40, one whole step: 16 + 0,5.
    { criterion: 'I.3', kind: 'increment', typed: { 'value-I.3': '43' }, points: '16,50' },
    { criterion: 'I.4', kind: 'bands', typed: { 'value-I.4': '88,5' }, points: '6,00' },
    { criterion: 'I.5', kind: 'count', typed: { 'value-I.5': '3' }, points: '7,50' },
    { criterion: 'I.6', kind: 'choice', typed: {}, points: '6,00' },
    // Three days late.
    { criterion: 'II.1', kind: 'deadline', typed: { 'value-II.1': '28/03/2022' }, points: '7,75' },
    { criterion: 'II.2', kind: 'checklist', typed: {}, points: '6,50' },
    {
      criterion: 'II.3',
      kind: 'mean',
      // 50 % and 100 %: three quarters of 12.
      typed: {
        'value-II.3-0-actual': '1,5',
        'value-II.3-0-plan': '3',
        'value-II.3-1-actual': '9',
        'value-II.3-1-plan': '8',
      },
      points: '9,00',
    },
    {
      criterion: 'II.4',
      kind: 'tally',
      // 18 · (10 + 9,5) / 20; those not yet due do not count.
      typed: { 'value-II.4-Trước hạn': '10', 'value-II.4-Đúng hạn': '10', 'value-II.4-Chưa đến hạn': '7' },
      points: '17,55',
    },
    {
      criterion: 'II.5',
      kind: 'formula',
      typed: { 'value-II.5-số_vụ': '20', 'value-II.5-đã_giải_quyết': '15' },
      points: '7,00',
    },
  ];
const TICKED = ['value-II.2-ke-hoach', 'value-II.2-bao-cao'];

describe('every kind of rule on the sheet', () => {
  let api: RunningApi;
  let browser: Browser;
  const visitors: Visitor[] = [];
  let page: Page;

  async function open(login: string, grants: NewAccount['grants'], stage: string): Promise<Page> {
    await api.get<Accounts>(Accounts).create({ login, name: login, grants }, null);
    const visitor = await visit(browser, api.url, await api.get<SignIn>(SignIn).issueLink(login));
    visitors.push(visitor);
    await visitor.page.getByTestId('board').waitFor();
    await visitor.page.goto(`${api.url}/campaigns/${SCOPE.campaign}/units/P1/sheets/${stage}`);
    return visitor.page;
  }

  const row = (criterion: string) => page.locator(`[data-criterion="${criterion}"]`);
  const pointsOf = (criterion: string) => row(criterion).getByTestId('points');

  async function submit(): Promise<void> {
    await page.getByTestId('submit-sheet').click();
    await page.getByTestId('submitted').waitFor();
  }

  async function expectPoints(): Promise<void> {
    for (const { criterion, points } of FIGURES) await pointsOf(criterion).getByText(points, { exact: true }).waitFor();
  }

  async function expectFigures(): Promise<void> {
    for (const { typed } of FIGURES) {
      for (const [input, text] of Object.entries(typed)) {
        if (!input.startsWith('evidence')) expect(await page.getByTestId(input).inputValue()).toBe(text);
      }
    }
    expect(await row('I.6').getByText('Đạt (6 điểm)').isVisible()).toBe(true);
    const ticked = await row('II.2')
      .getByRole('checkbox', { checked: true })
      .evaluateAll((boxes) => boxes.map((box) => (box as HTMLElement).dataset['testid']));
    expect(ticked).toEqual(TICKED);
  }

  beforeAll(async () => {
    api = await startApi({ database: 'sqlite' });
    const office = await api.signIn([{ role: 'office' }]);
    expect((await office.import(readText('fixtures/eleven-kinds.yaml'), 'yaml')).status).toBe(201);
    await api.settled();
    browser = await launchBrowser();
    page = await open('don-vi', [{ role: 'unitOfficer', ...SCOPE, unit: 'P1' }], 'self');
  });

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  it('what is no figure, no day or not there is told at its input and stays as typed', async () => {
    await page.getByTestId('value-II.1').fill('31/02/2022');
    await page.getByTestId('value-II.3-0-actual').fill('5');
    await page.getByTestId('value-II.5-số_vụ').fill('hai');
    // Evidence of nothing: the checklist is asked for, by its first tick.
    await row('II.2').getByText('Thêm minh chứng').click();
    await page.getByTestId('evidence-II.2-0').fill('QĐ 12');
    await page.getByTestId('save-draft').click();
    for (const input of [
      TICKED[0],
      'value-II.1',
      'value-II.3-0-plan',
      'value-II.5-số_vụ',
      'value-II.5-đã_giải_quyết',
    ]) {
      await page.locator(`[data-testid="${input}"][aria-invalid="true"]`).waitFor();
    }
    expect(await page.getByTestId('value-II.1').inputValue()).toBe('31/02/2022');
    expect(await page.getByTestId('value-II.5-số_vụ').inputValue()).toBe('hai');
  });

  it('a refusal of the service stands in the row it is about', async () => {
    await page.reload();
    await page.getByTestId('value-II.3-0-actual').fill('5');
    await page.getByTestId('value-II.3-0-plan').fill('5');
    await page.getByTestId('add-II.3').click();
    // The new row is ready to be typed into.
    await page.keyboard.type('7');
    await page.keyboard.press('Tab');
    await page.keyboard.type('0');
    await page.getByTestId('save-draft').click();
    const wrong = row('II.3').locator('[aria-invalid="true"]');
    await wrong.waitFor();
    expect(await wrong.getAttribute('data-testid')).toBe('value-II.3-1-plan');
  });

  it('is entered by the unit, submitted and worth its points', async () => {
    await page.reload();
    await page.getByTestId('add-II.3').click();
    for (const { typed } of FIGURES) {
      for (const [input, text] of Object.entries(typed)) await page.getByTestId(input).fill(text);
    }
    await row('I.6').getByRole('combobox').click();
    await page.getByTitle('Đạt (6 điểm)').click();
    await page.getByTestId('none-II.2').check();
    for (const box of TICKED) await page.getByTestId(box).check();
    expect(await page.getByTestId('none-II.2').isChecked()).toBe(false);
    await submit();
    await expectPoints();
  });

  it('stands there as entered when the sheet is opened again', async () => {
    await page.reload();
    await page.getByTestId('value-I.1').waitFor();
    await expectFigures();
    expect(await page.getByRole('status').innerText()).toBe('Không có thay đổi chưa lưu');
  });

  it('is taken over by the cluster head as it was entered', async () => {
    page = await open('cum-truong', [{ role: 'clusterHead', ...SCOPE }], 'cluster');
    await page.getByTestId('take-lower').click();
    await expectFigures();
    await submit();
    await page.reload();
    await page.getByTestId('value-I.1').waitFor();
    await expectFigures();
    await expectPoints();
  });

  it('a checklist of which nothing is done is worth nothing, and is not empty', async () => {
    await page.getByTestId('none-II.2').check();
    await page.getByTestId('reason-II.2').fill('Chưa có văn bản nào');
    await submit();
    await pointsOf('II.2').getByText('0,00', { exact: true }).waitFor();
    await page.reload();
    await page.getByTestId('none-II.2').waitFor();
    expect(await page.getByTestId('none-II.2').isChecked()).toBe(true);
  });

  it('a row is removed without the others', async () => {
    await page.getByTestId('remove-II.3-0').click();
    expect(await page.getByTestId('value-II.3-0-actual').inputValue()).toBe('9');
    expect(await page.getByTestId('value-II.3-0-plan').inputValue()).toBe('8');
    expect(await page.getByTestId('value-II.3-1-actual').count()).toBe(0);
    const focused = page.locator('[data-testid="add-II.3"]:focus');
    expect(await focused.count()).toBe(1);
  });

  it('is read in words where it cannot be entered', async () => {
    page = await open('thuong-truc', [{ role: 'committee', campaign: SCOPE.campaign }], 'self');
    for (const [criterion, text] of [
      ['II.1', '28/03/2022'],
      ['II.2', 'Đã thực hiện: ke-hoach (4 điểm), bao-cao (2,5 điểm)'],
      ['II.3', '2. 9 / chỉ tiêu 8'],
      ['II.4', 'Trước hạn: 10; Đúng hạn: 10; Chưa đến hạn: 7'],
      ['II.5', 'số vụ: 20; đã giải quyết: 15'],
    ] as const) {
      // The last is the unit's own, after what the head has scored.
      await row(criterion).getByText(text).last().waitFor();
    }
  });

  it('no page threw and no answer failed', () => {
    expect(visitors).toHaveLength(3);
    expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
  });
});
