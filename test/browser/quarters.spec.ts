import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Accounts, SignIn } from '@thidua/identity';
import type { NewAccount } from '@thidua/identity';
import type { JsonObject, ResultDocument } from '@thidua/scoring';
import type { Browser, Page } from 'playwright-core';
import { readText } from '../scoring/read-file.js';
import type { Client } from '../support/client.js';
import { scoreOf } from '../support/expected-result.js';
import { startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { launchBrowser, visit } from './browser.js';
import type { Visitor } from './browser.js';

const CAMPAIGN = 'hai-quy';
const CLUSTER = 'xa-phuong';

/** What each unit's officer types in each round, by the input's test id. */
const FIGURES: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  X1: {
    Q1: {
      'value-I.1': '90',
      'value-I.2': '44',
      'value-I.3': '18,5',
      'value-I.4': '1',
      'value-II.1-hồ_sơ': '60',
      'value-II.2': '9',
    },
    Q2: {
      'value-I.1': '100',
      'value-I.2': '50',
      'value-I.3': '19',
      'value-I.4': '0',
      'value-II.1-hồ_sơ': '80',
      'value-II.2': '10',
      'value-T.1': '2',
    },
  },
  X2: {
    Q1: {
      'value-I.1': '150',
      'value-I.2': '30',
      'plan-I.2': '40',
      'value-I.3': '17',
      'value-I.4': '2',
      'value-II.1-hồ_sơ': '100',
    },
    Q2: { 'value-I.1': '180', 'value-I.2': '40', 'plan-I.2': '40', 'value-I.3': '20', 'value-II.1-hồ_sơ': '125' },
  },
  X3: { Q1: { 'value-I.1': '150', 'value-I.2': '39', 'plan-I.2': '30', 'value-II.1-hồ_sơ': '50' } },
  X4: { Q1: { 'value-I.1': '50', 'value-I.2': '90', 'plan-I.2': '45', 'value-I.3': '20', 'value-II.1-hồ_sơ': '50' } },
};

describe('a competition of quarters, facts and heads in the browser', () => {
  let api: RunningApi;
  let browser: Browser;
  let office: Client;
  const visitors: Visitor[] = [];

  async function signedIn(login: string, grants: NewAccount['grants']): Promise<Page> {
    await api.get<Accounts>(Accounts).create({ login, name: login, grants }, null);
    const visitor = await visit(browser, api.url, await api.get<SignIn>(SignIn).issueLink(login));
    visitors.push(visitor);
    await visitor.page.getByTestId('board').waitFor();
    return visitor.page;
  }

  const officer = (unit: string, cluster = CLUSTER) =>
    signedIn(`don-vi-${unit}`, [{ role: 'unitOfficer', campaign: CAMPAIGN, cluster, unit }]);

  async function openSheet(page: Page, unit: string, stage: string, round: string): Promise<void> {
    await page.goto(`${api.url}/campaigns/${CAMPAIGN}/units/${unit}/sheets/${stage}?round=${round}`);
    await page.getByTestId('submit-sheet').waitFor();
  }

  async function submit(page: Page): Promise<void> {
    await page.getByTestId('submit-sheet').click();
    await page.getByTestId('submitted').or(page.getByTestId('confirm-submit')).first().waitFor();
    if (await page.getByTestId('confirm-submit').isVisible()) await page.getByTestId('confirm-submit').click();
    await page.getByTestId('submitted').waitFor();
  }

  const isOneOfTheFile = async (): Promise<ResultDocument> => {
    await api.settled();
    const result = await office.read<ResultDocument>(`/api/campaigns/${CAMPAIGN}/result`);
    expect(result).toEqual(scoreOf(await office.read<JsonObject>(`/api/campaigns/${CAMPAIGN}/file`)));
    return result;
  };

  beforeAll(async () => {
    api = await startApi({ database: 'sqlite' });
    office = await api.signIn([{ role: 'office' }]);
    expect((await office.import(readText('fixtures/quarters.yaml'), 'yaml')).status).toBe(201);
    await api.settled();
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  it.each(Object.keys(FIGURES))('%s: the officer enters each quarter', async (unit) => {
    const page = await officer(unit);
    for (const [round, figures] of Object.entries(FIGURES[unit]!)) {
      await openSheet(page, unit, 'self', round);
      for (const [input, text] of Object.entries(figures)) await page.getByTestId(input).fill(text);
      await submit(page);
    }
  });

  it('a sheet offers what is assigned, shows what formulas read, and what subtracts', async () => {
    const { page } = visitors[2]!;
    await page.goto(`${api.url}/campaigns/${CAMPAIGN}/units/X3/sheets/self?round=Q1`);
    const left = page.getByTestId('not-assigned');
    await left.waitFor();
    expect(await left.innerText()).toMatch(/I\.3[\s\S]*Đang sáp nhập trụ sở tiếp dân[\s\S]*II\.2[\s\S]*loại đơn vị/);
    expect(await page.locator('[data-criterion="I.3"], [data-criterion="II.2"]').count()).toBe(0);
    expect(await page.getByTestId('param-II.1-nghìn_dân').innerText()).toContain('nghìn dân = 10');
    expect(await page.locator('[data-criterion="I.4"]').innerText()).toContain('Tiêu chí trừ điểm');
    expect(await page.locator('[data-section="I.A"] > h3').innerText()).toContain('tối đa 30');
    // The rounds stand beside each other, and the one chosen is in the address.
    await page.getByTestId('round-picker').getByText('Quý II', { exact: true }).click();
    await page.waitForURL(/round=Q2/);
    expect(await page.getByTestId('value-I.1').inputValue()).toBe('');
  });

  it('the cluster corrects with a reason, the office enters the marks of the panel', async () => {
    const head = await signedIn('cum-truong', [{ role: 'clusterHead', campaign: CAMPAIGN, cluster: CLUSTER }]);
    await openSheet(head, 'X2', 'cluster', 'Q1');
    await head.getByTestId('value-I.4').fill('3');
    await head.getByTestId('reason-I.4').fill('Thêm một vụ theo biên bản 12');
    await submit(head);

    const clerk = await signedIn('thuong-truc', [{ role: 'office' }]);
    await openSheet(clerk, 'X1', 'hoi-dong', 'Q1');
    for (const [row, mark] of ['9', '8,5', '7'].entries()) {
      await clerk.getByTestId(`value-III.1-${row}-name`).fill(`Giám khảo ${row + 1}`);
      await clerk.getByTestId(`value-III.1-${row}-figure`).fill(mark);
    }
    await clerk.getByTestId('add-III.1').click();
    await clerk.getByTestId('value-III.1-3-name').fill('Giám khảo 1');
    await clerk.getByTestId('value-III.1-3-figure').fill('10');
    await clerk.getByTestId('submit-sheet').click();
    await clerk.getByText('Tên này đã có ở dòng khác').waitFor();
    await clerk.getByTestId('value-III.1-3-name').fill('Giám khảo 4');
    await submit(clerk);
    // The lowest and the highest left out: (8,5 + 9) / 2 of 10, of 20 points.
    await clerk.locator('[data-criterion="III.1"]').getByTestId('points').getByText('17,50').waitFor();

    // The unit is told what became of its figure, and why; of a panel the points alone, not who gave which mark.
    const { page } = visitors[1]!;
    await openSheet(page, 'X2', 'self', 'Q1');
    const above = page.getByTestId('above-I.4');
    await above.waitFor();
    expect(await above.innerText()).toMatch(/3[\s\S]*Lý do: Thêm một vụ theo biên bản 12/);
    await openSheet(visitors[0]!.page, 'X1', 'self', 'Q1');
    const marked = visitors[0]!.page.locator('[data-criterion="III.1"]');
    await marked.getByTestId('points').getByText('17,50').waitFor();
    expect(await marked.innerText()).not.toContain('Giám khảo');
  });

  it('the board shows rounds, groups, facts, the guest, and classes that follow the collectives', async () => {
    for (const [unit, points] of [
      ['N1', '95'],
      ['N2', '90'],
    ] as const) {
      const page = await officer(unit, 'dung-dau');
      for (const round of ['Q1', 'Q2']) {
        await openSheet(page, unit, 'self', round);
        await page.getByTestId('value-A.1').fill(points);
        await submit(page);
      }
    }
    const { clusters } = await isOneOfTheFile();
    const classOf = (unit: string) =>
      clusters.flatMap(({ standings }) => standings).find((each) => each.unit === unit)!.class;
    expect([classOf('X1'), classOf('N1')]).toEqual(['tot', 'tot']);

    const board = await signedIn('ban-thuong-vu', [{ role: 'committee', campaign: CAMPAIGN }]);
    const rowOf = (unit: string) => board.getByTestId(`row-${unit}`);
    await rowOf('X4').waitFor();
    expect(await rowOf('X4').innerText()).toContain('Khách mời, không xếp hạng');
    expect(await board.getByTestId('rank-X4').innerText()).toBe('–');
    expect(await rowOf('X3').innerText()).toContain('Không xét khen thưởng: Có cán bộ bị kỷ luật');
    expect(await rowOf('X1').innerText()).toContain('Đạt từ 60 điểm');
    await board.getByTestId('details-X1').locator('summary').click();
    const { groups } = clusters[0]!.standings.find(({ unit }) => unit === 'X1')!;
    expect(await board.getByTestId('details-X1').innerText()).toContain(groups['I.A']!.replace('.', ','));
    await board.getByTestId('round-picker').getByText('Quý I', { exact: true }).click();
    await board.waitForURL(/round=Q1/);
    const inFirst = clusters[0]!.rounds![0]!.standings.find(({ unit }) => unit === 'X2')!;
    await board.getByTestId('total-X2').getByText(inFirst.total.replace('.', ','), { exact: true }).waitFor();
    expect(inFirst.criteria['I.4']).toMatchObject({ points: '6.00', stage: 'cluster' });
  });

  it('the collective falls, and the class and reward of its head with it, on a page nobody touched', async () => {
    const board = visitors.at(-1)!.page;
    await board.goto(`${api.url}/campaigns/${CAMPAIGN}?cluster=dung-dau`);
    const row = board.getByTestId('row-N1');
    await row.getByText('Hoàn thành tốt').waitFor();
    await row.getByText('Giấy khen người đứng đầu').waitFor();
    const { page } = visitors[0]!;
    for (const round of ['Q1', 'Q2']) {
      await openSheet(page, 'X1', 'self', round);
      for (const input of ['value-I.1', 'value-I.2', 'value-I.3', 'value-II.1-hồ_sơ', 'value-II.2']) {
        await page.getByTestId(input).fill('1');
      }
      await submit(page);
    }
    await row.getByText('Hoàn thành tốt').waitFor({ state: 'detached' });
    expect(await row.innerText()).not.toContain('Giấy khen người đứng đầu');
    await isOneOfTheFile();
  });

  it('no page threw and no answer failed', () => {
    expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
  });
});
