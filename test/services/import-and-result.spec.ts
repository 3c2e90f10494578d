import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectFolder } from '@thidua/platform';
import { canonicalJson } from '@thidua/scoring';
import type { JsonObject, JsonValue, ResultDocument } from '@thidua/scoring';
import type { Client } from '../support/client.js';
import { TWO_REWARDS, ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { eventually } from '../support/eventually.js';
import { contentOf, judgedToday, scoreOf } from '../support/expected-result.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';

/** Files whose result depends on more than one cluster, on stages, on rounding and on odd but right ways to write. */
const FILES = [
  ['the demo competition', 'config/demo/vinh-yen-2022.yaml'],
  ['rewards of the campaign that exclude and are excluded', 'test/golden/campaign-scope.yaml'],
  ['a standing of the cluster stage', 'test/golden/stages-cluster.yaml'],
  ['unranked units', 'test/golden/stages-office-unranked.yaml'],
  ['holds', 'test/golden/holds.yaml'],
  ['classes', 'test/golden/classes.yaml'],
] as const;

const oddlyWritten = smallCompetition({
  code: 'le',
  clusters: { rong: ['r1', 'r2'], c1: ['u2', 'u1', 'u10'], c0: ['t1'] },
  rewards: TWO_REWARDS,
  more: {
    targets: [{ unit: 'u1', criterion: 'B', plan: '0.30' }],
    holds: [{ unit: 'u2', kind: 'inspection', from: '2022-12-31', reason: 'Đang xác minh' }],
  },
  entries: [
    { unit: 'u1', stage: 'self', criterion: 'A', points: '090.50' },
    { criterion: 'B', unit: 'u1', actual: '0.10', evidence: ['Báo cáo số 1', 'Ảnh'] },
    ...ofUnit('u2', selfScore(33.125)),
    { unit: 'u10', criterion: 'A', points: 1e1 },
    { unit: 'u1', stage: 'cluster', criterion: 'A', points: 80, reason: 'Trừ do chậm' },
    { unit: 'u10', stage: 'cluster', criterion: 'K', points: 7 },
    { unit: 'u10', criterion: 'P', count: 3 },
  ],
});

describe.each(DATABASES)('a competition file on %s', (database) => {
  let api: RunningApi;
  let office: Client;

  beforeAll(async () => {
    api = await startApi({ database });
    office = await api.signIn([{ role: 'office' }]);
  });
  afterAll(() => api?.stop());

  const read = async (campaign: string) => {
    await api.settled();
    const result = await office.read<ResultDocument>(`/api/campaigns/${campaign}/result`);
    const file = await office.read<JsonObject>(`/api/campaigns/${campaign}/file`);
    return { result, file };
  };

  /** Imports the file under a code of its own, so that all can live in one service. */
  async function imported(
    text: string,
    syntax: 'json' | 'yaml',
    code: string,
  ): Promise<{ code: string; original: JsonValue }> {
    const answer = await office.import(text, syntax);
    expect([answer.status, answer.body['campaign']]).toEqual([201, code]);
    return { code, original: contentOf(text, syntax) };
  }

  it.each(FILES)('%s: what is stored equals what the engine computes of the file', async (_name, path) => {
    const text = (await readFile(join(projectFolder(), path), 'utf8')).replace(
      'code: golden',
      `code: g-${path.replace(/\W+/g, '-')}`,
    );
    const code = (contentOf(text, 'yaml') as { campaign: { code: string } }).campaign.code;
    const { original } = await imported(text, 'yaml', code);
    const { result, file } = await read(code);
    expect(result).toEqual(scoreOf(judgedToday(original)));
    expect(canonicalJson(file)).toBe(canonicalJson(judgedToday(original)));
  });

  it('is given back as it was written, however that was', async () => {
    const { original } = await imported(JSON.stringify(oddlyWritten), 'json', 'le');
    const { result, file } = await read('le');
    expect(canonicalJson(file)).toBe(canonicalJson(judgedToday(original)));
    expect(result).toEqual(scoreOf(judgedToday(original)));
    expect(
      result.clusters.map(({ code, standings }) => [code, standings.map(({ unit, rank }) => [unit, rank])]),
    ).toEqual([
      [
        'rong',
        [
          ['r1', 1],
          ['r2', 1],
        ],
      ],
      [
        'c1',
        [
          ['u2', 1],
          ['u1', 2],
          ['u10', 3],
        ],
      ],
      ['c0', [['t1', 1]]],
    ]);
    expect(result.rewards.filter(({ held }) => held.length > 0).map(({ code }) => code)).toEqual(['co', 'bang-khen']);
  });

  it('has codes of any letters, in its addresses too, however their marks are written', async () => {
    const [campaign, unit] = ['đợt-1', '𝒳'.repeat(64)];
    const file = smallCompetition({ code: campaign, clusters: { 'cụm.ă': [unit, 'Ế'] } });
    const apart = JSON.stringify(file).normalize('NFD');
    expect((await office.import(apart, 'json')).body['campaign']).toBe(campaign);
    const officer = await api.signIn([{ role: 'unitOfficer', campaign, cluster: 'cụm.ă', unit }]);
    const sheet = { campaign: campaign.normalize('NFD'), unit, stage: 'self' };
    expect((await officer.submit(sheet, { version: 0, entries: selfScore(50) })).status).toBe(201);
    const { result, file: now } = await read(campaign);
    expect(result).toEqual(scoreOf(now));
    expect(result.clusters[0]!.standings.map((standing) => standing.unit)).toEqual([unit, 'Ế']);
  });

  it('a number that the file writes differently makes another hash: the comparison can fail', () => {
    const changed = structuredClone(oddlyWritten) as { entries: { points?: unknown }[] };
    changed.entries[0]!.points = '90.5';
    expect(scoreOf(changed as JsonValue).clusters).toEqual(scoreOf(oddlyWritten).clusters);
    expect(scoreOf(changed as JsonValue)).not.toEqual(scoreOf(oddlyWritten));
  });

  it('after submissions, the result is that of the file as it stands then', async () => {
    const file = smallCompetition({
      code: 'dong',
      clusters: { c1: ['u1', 'u2', 'u3'], c2: ['v1', 'v2'] },
      entries: [
        ...ofUnit('u1', selfScore(50)),
        ...ofUnit('u2', [...selfScore(60), { criterion: 'P', count: 1 }]),
        ...ofUnit('v1', selfScore(70, 10)),
      ],
      rewards: TWO_REWARDS,
    });
    await imported(JSON.stringify(file), 'json', 'dong');
    const unit = await api.signIn([{ role: 'unitOfficer', campaign: 'dong', cluster: 'c1', unit: 'u2' }]);
    const newcomer = await api.signIn([{ role: 'unitOfficer', campaign: 'dong', cluster: 'c2', unit: 'v2' }]);
    const head = await api.signIn([{ role: 'clusterHead', campaign: 'dong', cluster: 'c1' }]);
    const sheet = { campaign: 'dong', unit: 'u2', stage: 'self' };
    const inputs: string[] = [];
    const agrees = async () => {
      const { result, file: now } = await read('dong');
      expect(result).toEqual(scoreOf(now));
      inputs.push(result.input);
      return now['entries'] as JsonObject[];
    };
    await agrees();

    // Changed, one taken back and one new.
    const first = [
      { criterion: 'B', actual: '12.5' },
      { criterion: 'A', points: 61 },
    ];
    expect((await unit.submit(sheet, { version: 1, entries: first })).status).toBe(201);
    expect((await agrees()).filter((entry) => entry['unit'] === 'u2')).toEqual([
      { unit: 'u2', criterion: 'A', points: 61 },
      { unit: 'u2', criterion: 'B', actual: '12.5' },
    ]);
    // A unit that had nothing.
    expect((await newcomer.submit({ ...sheet, unit: 'v2' }, { version: 0, entries: selfScore(99) })).status).toBe(201);
    await agrees();
    // A higher stage on top, and a criterion that only it may enter.
    const corrected = [
      { criterion: 'A', points: 40, reason: 'Thiếu minh chứng' },
      { criterion: 'K', points: 10 },
    ];
    expect((await head.submit({ ...sheet, stage: 'cluster' }, { version: 0, entries: corrected })).status).toBe(201);
    expect((await agrees()).filter((entry) => entry['stage'] === 'cluster')).toHaveLength(2);
    // All taken back by the higher stage: its sheet is empty, and the lower entries count again.
    expect((await head.submit({ ...sheet, stage: 'cluster' }, { version: 1, entries: [] })).status).toBe(201);
    expect((await agrees()).filter((entry) => entry['stage'] === 'cluster')).toEqual([]);
    expect(inputs.indexOf(inputs[4]!)).toBe(2);
    expect(new Set(inputs).size).toBe(4);
  });

  it('read while submissions come in, the result still belongs to one file', async () => {
    await imported(
      JSON.stringify(smallCompetition({ code: 'chay', clusters: { c1: ['u1'], c2: ['v1'] }, rewards: TWO_REWARDS })),
      'json',
      'chay',
    );
    const officer = await api.signIn([
      { role: 'unitOfficer', campaign: 'chay', cluster: 'c1', unit: 'u1' },
      { role: 'unitOfficer', campaign: 'chay', cluster: 'c2', unit: 'v1' },
    ]);
    /** The total of the file's `input`, by that hash: what a result naming it must show. */
    const totals = new Map<string, string[]>();
    const points = { u1: -1, v1: -1 };
    const note = () => {
      const entries = (['u1', 'v1'] as const).flatMap((unit) =>
        points[unit] < 0 ? [] : ofUnit(unit, selfScore(points[unit])).map((entry) => ({ ...entry, stage: 'self' })),
      );
      const document = smallCompetition({
        code: 'chay',
        clusters: { c1: ['u1'], c2: ['v1'] },
        rewards: TWO_REWARDS,
        entries,
      });
      const { input, clusters } = scoreOf(judgedToday(document));
      totals.set(
        input,
        clusters.map(({ standings }) => standings[0]!.total),
      );
      return input;
    };
    note();
    const all = { written: false };
    const results: ResultDocument[] = [];
    const reading = Array.from({ length: 3 }, async () => {
      while (!all.written) {
        const answer = await office.get<ResultDocument>('/api/campaigns/chay/result');
        expect([200, 409]).toContain(answer.status);
        if (answer.status === 200) results.push(answer.body);
      }
    });
    for (let version = 0; version < 40; version += 1) {
      const unit = version % 2 === 0 ? 'u1' : 'v1';
      points[unit] = version;
      const input = note();
      const answer = await officer.submit(
        { campaign: 'chay', unit, stage: 'self' },
        { version: Math.floor(version / 2), entries: selfScore(version) },
      );
      expect(answer.status).toBe(201);
      // Now and then a ranking gets the time to be current: otherwise nobody finds one until all is written.
      if (version % 4 === 3) await eventually('its result is read', () => results.some((each) => each.input === input));
    }
    all.written = true;
    await Promise.all(reading);
    const { result } = await read('chay');
    for (const { input, clusters } of [...results, result]) {
      expect([input, clusters.map(({ standings }) => standings[0]!.total)]).toEqual([input, totals.get(input)]);
    }
  });
});
