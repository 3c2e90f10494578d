import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NewAccount } from '@thidua/identity';
import { projectFolder } from '@thidua/platform';
import { DEFAULT_STAGES, canonicalJson } from '@thidua/scoring';
import type { Competition, FileEntry, JsonObject, JsonValue, ResultDocument, ShownFigures } from '@thidua/scoring';
import type { Client } from '../support/client.js';
import { contentOf, judgedToday, scoreOf } from '../support/expected-result.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';

/** Each uses several of: stages of its own, rounds, facts, heads of collectives, shares of the campaign, guests. */
const FILES = ['45', '46', '47', '48', '49', '50', '51', '52'];

interface ShownCluster {
  standings: ShownScore[];
  rounds: { standings: ShownScore[] }[];
}
type ShownScore = ShownFigures & { unit: string; gaps: string[] };

/** As its author wrote it: some have letters in parts, as some keyboards write them. */
const textOf = (name: string): Promise<string> =>
  readFile(join(projectFolder(), 'test', 'golden', 'examples', `${name}.json`), 'utf8');

/** The same with every letter in one piece, as the format reads it. */
const fileOf = async (name: string): Promise<Competition> =>
  contentOf(await textOf(name), 'json') as unknown as Competition;

/** Every role there is on the units of a competition. */
const grantsOn = ({ campaign: { code: campaign }, clusters }: Competition): NewAccount['grants'] => [
  { role: 'office', campaign },
  ...clusters.flatMap(({ code: cluster, units }) => [
    { role: 'clusterHead' as const, campaign, cluster },
    ...units.map(({ code: unit }) => ({ role: 'unitOfficer' as const, campaign, cluster, unit })),
  ]),
];

/** An entry with its letters in parts. */
const inParts = (entry: object): object => JSON.parse(JSON.stringify(entry).normalize('NFD')) as object;

interface SheetToSubmit {
  readonly unit: string;
  readonly stage: string;
  readonly round?: string;
  readonly entries: object[];
}

/** The entries as the sheets they are of, lowest stages first. */
function sheetsOf({
  entries = [],
  stages = DEFAULT_STAGES as Competition['stages'] & object,
}: Competition): SheetToSubmit[] {
  const order = stages.map(({ code }) => code);
  const sheets = new Map<string, SheetToSubmit>();
  for (const { unit, stage = order[0]!, round, ...value } of entries satisfies FileEntry[]) {
    const key = `${unit} ${stage} ${round}`;
    const sheet = sheets.get(key) ?? { unit, stage, ...(round !== undefined && { round }), entries: [] };
    sheets.set(key, sheet);
    sheet.entries.push(value);
  }
  return [...sheets.values()].toSorted((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage));
}

describe.each(DATABASES)('a file with what the format has gained, on %s', (database) => {
  let api: RunningApi;
  let office: Client;

  beforeAll(async () => {
    api = await startApi({ database });
    office = await api.signIn([{ role: 'office' }]);
  });
  afterAll(() => api?.stop());

  const resultOf = async (campaign: string): Promise<{ result: ResultDocument; file: JsonValue }> => {
    await api.settled();
    return {
      result: await office.read<ResultDocument>(`/api/campaigns/${campaign}/result`),
      file: await office.read<JsonValue & object>(`/api/campaigns/${campaign}/file`),
    };
  };

  it.each(FILES)('%s: brought in whole, the stored result is the one of the file', async (name) => {
    const competition = await fileOf(name);
    expect((await office.import(await textOf(name), 'json')).status).toBe(201);
    const { result, file } = await resultOf(competition.campaign.code);
    expect(canonicalJson(file) === canonicalJson(judgedToday(competition as never))).toBe(true);
    expect(result).toEqual(scoreOf(judgedToday(competition as never)));
  });

  it.each(FILES)('%s: entered sheet by sheet by who scores at each stage, the same', async (name) => {
    const whole = await fileOf(name);
    const code = `tay-${name}`;
    const competition = { ...whole, campaign: { ...whole.campaign, code } };
    const { entries: _entries, ...empty } = competition;
    expect((await office.import(JSON.stringify(empty), 'json')).status).toBe(201);
    const everybody = await api.signIn(grantsOn(competition));
    for (const { entries, ...place } of sheetsOf(competition)) {
      const answer = await everybody.submit(
        { campaign: code, ...place },
        { version: 0, entries: entries.map(inParts) },
      );
      expect([place, answer.status, answer.status === 201 ? '' : answer.body]).toEqual([place, 201, '']);
    }
    const { result, file } = await resultOf(code);
    expect(result).toEqual(scoreOf(file));
    expect({ ...result, input: '' }).toEqual({ ...scoreOf(judgedToday(competition as never)), input: '' });
  });

  it('the board tells why figures do not make their total wherever they do not, and nowhere else', async () => {
    await api.settled();
    const told: string[] = [];
    for (const name of FILES) {
      const { campaign } = await fileOf(name);
      const { clusters } = await office.read<{ clusters: ShownCluster[] }>(`/api/campaigns/${campaign.code}/board`);
      for (const { standings, rounds } of clusters) {
        for (const { unit, gaps, parts, ...score } of [standings, ...rounds.map((round) => round.standings)].flat()) {
          const [base, bonus, penalty, total] = [score.base, score.bonus, score.penalty, score.total].map(Number);
          const added = Object.values(parts).reduce((sum, points) => sum + Number(points), 0);
          const isOff = Math.abs(added - base!) > 1e-6 || Math.abs(base! + bonus! - penalty! - total!) > 1e-6;
          expect([name, unit, gaps.length > 0]).toEqual([name, unit, isOff]);
          told.push(...gaps);
        }
      }
    }
    expect([...new Set(told)].toSorted()).toEqual(['ceiling', 'rescaled', 'rounds']);
  });

  it('a round is asked for where there are some, and only there', async () => {
    const { campaign, clusters, rounds } = await fileOf('48');
    const [unit] = clusters[0]!.units;
    const path = `/api/campaigns/${campaign.code}/units/${unit!.code}/sheets/self`;
    const statuses = await Promise.all(
      ['', '?round=', '?round=khong-co', `?round=${rounds![0]!.code}`].map(
        async (query) => (await office.get(path + query)).status,
      ),
    );
    expect(statuses).toEqual([404, 404, 404, 200]);
    const plain = await fileOf('46');
    const other = `/api/campaigns/${plain.campaign.code}/units/${plain.clusters[0]!.units[0]!.code}/sheets/self`;
    expect((await office.get(`${other}?round=Q1`)).status).toBe(404);
    expect((await office.get(other)).status).toBe(200);
  });

  it('a sheet tells what its stage weighs, which condition is not met, and what is made of criteria not assigned', async () => {
    interface Shown {
      stages: { weight: string | null }[];
      notAssignedMode: string;
      parts: { kind: string; points: string; unmet: boolean; criteria: { words: { vi: { sentence: string } } }[] }[];
    }
    const sheetOf = (path: string) => office.read<Shown & JsonObject>(`/api/campaigns/${path}`);
    const weighed = await sheetOf('cum-an-ninh/units/A6/sheets/office');
    expect(weighed.stages.map(({ weight }) => weight)).toEqual(['20', '30', '50']);
    expect(weighed.notAssignedMode).toBe('rescalePart');
    expect(weighed.parts.find(({ kind }) => kind === 'penalty')).toMatchObject({ points: '0.00', unmet: true });
    expect(weighed.parts.filter(({ unmet }) => unmet)).toHaveLength(1);
    const plain = await sheetOf('xep-loai/units/V04/sheets/self');
    expect(plain.stages.map(({ weight }) => weight)).toEqual([null, null, null]);
    expect(plain.parts.filter(({ unmet }) => unmet).map(({ kind }) => kind)).toEqual(['bonus']);
  });
});
