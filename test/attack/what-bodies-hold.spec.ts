import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sheetPath } from '../support/client.js';
import type { Client, ProblemBody } from '../support/client.js';
import { ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { rows } from '../support/tables.js';

const MARKS = 'a' + '\u0301'.repeat(8_000) + '\u0316'.repeat(8_000);
/** As many as a megabyte holds: to put them in order takes the host minutes. */
const MANY_MARKS = 'a' + '\u0301'.repeat(200_000) + '\u0316'.repeat(200_000);

describe('what a body holds', () => {
  let api: RunningApi;
  let officer: Client;
  let version = 0;
  const sheet = { campaign: 'w', unit: 'u1', stage: 'self' };

  beforeAll(async () => {
    api = await startApi({ database: 'sqlite' });
    const office = await api.signIn([{ role: 'office' }]);
    const file = smallCompetition({ code: 'w', clusters: { c1: ['u1'] }, entries: ofUnit('u1', selfScore(1)) });
    expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    officer = await api.signIn([{ role: 'unitOfficer', campaign: 'w', cluster: 'c1', unit: 'u1' }]);
  });
  afterAll(() => api?.stop());
  beforeEach(async () => {
    version = (await officer.read<{ version: number }>(sheetPath(sheet))).version;
  });

  const put = (body: string | Buffer, type = 'application/json') =>
    officer.send<ProblemBody>('PUT', sheetPath(sheet), body as string, {
      'content-type': type,
      'if-match': `"${version}"`,
    });
  const evidence = (text: string) => `{"entries":[{"criterion":"A","points":1,"evidence":[${JSON.stringify(text)}]}]}`;

  it.each([
    ['more marks on a letter than any script has', MARKS],
    ['the same, a megabyte of them', MANY_MARKS],
    ['letters that turn the direction of reading', 'đồng ý \u202eý gnồđ gnôhk'],
    ['isolates that do', '\u2066abc\u2069'],
  ])('is no text: %s', async (_, text) => {
    const { status, body } = await put(evidence(text));
    expect([status, body.errors.map(({ code }) => code)]).toEqual([422, ['field.text']]);
    const key = await put(`{"entries":[],${JSON.stringify(text.slice(0, 500))}:1}`);
    expect([key.status, key.body.errors[0]!.code]).toEqual([422, 'field.text']);
  });

  it('may be letters with as many marks as there are in any writing', async () => {
    const text = 'z̃̌̂ Nguyễn Thị Hồng';
    expect((await put(evidence(text))).status).toBe(200);
    const { entries } = await officer.read<{ entries: { evidence: string[] }[] }>(sheetPath(sheet));
    expect(entries[0]!.evidence).toEqual([text.normalize('NFC')]);
  });

  it('is refused in a file too, before it is put in order', async () => {
    const office = await api.signIn([{ role: 'office' }]);
    for (const [syntax, text] of [
      ['json', JSON.stringify({ format: 'thidua/1', name: MANY_MARKS })],
      ['yaml', `format: thidua/1\nname: "${MANY_MARKS}"\n`],
      ['yaml', `format: thidua/1\n"${MANY_MARKS.slice(0, 900)}": 1\n`],
    ] as const) {
      const { status, body } = await office.import(text, syntax);
      expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining('more than 30 marks')]);
    }
  });

  it('says each thing once: of a member written twice neither is taken', async () => {
    const twice = await put('{"entries":[{"criterion":"A","points":1,"points":99}]}');
    expect([twice.status, twice.body.errors[0]!.code]).toEqual([422, 'file.syntax']);
    const council = await api.signIn([{ role: 'councilMember', campaign: 'w' }]);
    const decided = await council.send<ProblemBody>(
      'POST',
      '/api/campaigns/w/proposals/1/decision',
      '{"revision":1,"outcome":"reject","reason":"x","outcome":"approve"}',
      { 'content-type': 'application/json' },
    );
    expect([decided.status, decided.body.errors[0]!.code]).toEqual([422, 'file.syntax']);
  });

  it('is UTF-8, or is not read at all', async () => {
    const broken = Buffer.concat([
      Buffer.from('{"entries":[{"criterion":"A","points":1,"evidence":["V'),
      Buffer.from([0xe0]),
      Buffer.from('"]}]}'),
    ]);
    expect(await put(broken)).toMatchObject({ status: 400, body: { code: 'request.encoding' } });
    const wide = Buffer.from('{"entries":[]}', 'utf16le');
    expect(await put(wide, 'application/json; charset=utf-16')).toMatchObject({ status: 415 });
    expect((await put('{"entries":[]}', 'application/json; charset="UTF-8"')).status).toBe(200);
    const office = await api.signIn([{ role: 'office' }]);
    const file = await office.send<ProblemBody>('POST', '/api/campaigns/import', broken as unknown as string, {
      'content-type': 'application/yaml',
    });
    expect(file).toMatchObject({ status: 400, body: { code: 'request.encoding' } });
  });

  it.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty'])(
    'has no member %s, though every object has',
    async (name) => {
      const committee = await api.signIn([{ role: 'committee', campaign: 'w' }]);
      const answer = await committee.send<ProblemBody>(
        'POST',
        '/api/campaigns/w/reviews',
        `{"revision":1,"seen":null,"outcome":"endorse","${name}":1}`,
        { 'content-type': 'application/json' },
      );
      expect([answer.status >= 400 && answer.status < 500, answer.body.errors?.[0]?.code]).toEqual([
        true,
        'field.unknown',
      ]);
    },
  );

  it('of a file with very many faults is answered with some of them, and their number', async () => {
    const office = await api.signIn([{ role: 'office' }]);
    const entries = Array.from({ length: 90_000 }, () => ({ unit: 1 }));
    const { status, body } = await office.import(JSON.stringify({ format: 'thidua/1', entries }), 'json');
    const { errors, moreErrors } = body as unknown as ProblemBody & { moreErrors: number };
    expect([status, errors.length]).toEqual([422, 20]);
    // Less those that are told once with how often they stand there.
    expect(moreErrors).toBeGreaterThan(99_000);
  });

  it('that nobody takes leaves no record of a download', async () => {
    const office = await api.signIn([{ role: 'office' }]);
    const downloads = async () =>
      (await rows<{ n: number }>(api, "SELECT COUNT(*) AS n FROM audit_event WHERE action = 'campaign.export'"))[0]!.n;
    const before = await downloads();
    expect((await office.send('HEAD', '/api/campaigns/w/file')).status).toBe(200);
    expect(await downloads()).toBe(before);
    expect((await office.get('/api/campaigns/w/file')).status).toBe(200);
    expect(await downloads()).toBe(before + 1);
  });
});
