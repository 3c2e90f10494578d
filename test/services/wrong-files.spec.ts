import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectFolder } from '@thidua/platform';
import type { Client, ProblemBody } from '../support/client.js';
import { smallCompetition } from '../support/competitions.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { rowCounts } from '../support/tables.js';

const folder = join(projectFolder(), 'test', 'fixtures', 'not-ok');
const expected = JSON.parse(await readFile(join(folder, 'expected.json'), 'utf8')) as Record<
  string,
  { code: string; path: string }[]
>;
const files = (await readdir(folder)).filter((name) => name !== 'expected.json').toSorted();

/** How many faults an answer names. */
const MOST_NAMED = 20;

describe.each(DATABASES)('a wrong file on %s', (database) => {
  let api: RunningApi;
  let office: Client;

  beforeAll(async () => {
    api = await startApi({ database });
    office = await api.signIn([{ role: 'office' }]);
    expect(
      (await office.import(JSON.stringify(smallCompetition({ code: 'there', clusters: { c1: ['u1'] } })), 'json'))
        .status,
    ).toBe(201);
    await api.settled();
  });
  afterAll(() => api?.stop());

  it('is one of at least 20, each with what is expected of it', () => {
    expect(files.length).toBeGreaterThanOrEqual(20);
    expect(Object.keys(expected).toSorted()).toEqual(files);
  });

  it.each(files)('%s changes nothing and says where it is wrong', async (name) => {
    const text = await readFile(join(folder, name), 'utf8');
    const before = await rowCounts(api);
    const answer = await office.import(text, name.endsWith('.json') ? 'json' : 'yaml');
    const body = answer.body as unknown as ProblemBody;
    expect([answer.status, body.code]).toEqual([422, 'file.invalid']);
    const told = (errors: { code: string; path: string }[]) =>
      errors.map(({ code, path }) => `${path} ${code}`).toSorted();
    const all = told(expected[name]!);
    expect(body.errors.length + Number(body['moreErrors'] ?? 0)).toBe(all.length);
    expect(body.errors).toHaveLength(Math.min(all.length, MOST_NAMED));
    expect(all).toEqual(expect.arrayContaining(told(body.errors)));
    const type = name.endsWith('.json') ? 'application/json' : 'application/yaml';
    const headers = { 'content-type': type, 'accept-language': 'vi' };
    const vietnamese = await office.send('POST', '/api/campaigns/import', text, headers);
    const { errors } = vietnamese.body as unknown as ProblemBody;
    for (const [index, { message, line, column }] of body.errors.entries()) {
      expect(message).toMatch(/^[\p{Lu}“].*[.?]$/u);
      expect(errors[index]!.message).toMatch(/^[\p{Lu}“].*[ạ-ỹàáâãèéêìíòóôõùúýăđĩũơư].*\.$/u);
      expect([line, column]).toEqual([expect.any(Number), expect.any(Number)]);
    }
    expect(await rowCounts(api)).toEqual(before);
  });

  it('is refused in time when it is right but already there, twice the same moment or not at all a file', async () => {
    const before = await rowCounts(api);
    const again = await office.import(
      JSON.stringify(smallCompetition({ code: 'there', clusters: { c2: ['v1'] } })),
      'json',
    );
    expect([again.status, again.body['code']]).toEqual([409, 'campaign.exists']);
    for (const [type, text] of [
      ['application/json', ''],
      ['application/yaml', ''],
      ['text/csv', 'a;b'],
      ['application/json; charset=utf-8', '{'],
      ['application/yaml', 'a: ['],
    ] as const) {
      const answer = await office.send('POST', '/api/campaigns/import', text, { 'content-type': type });
      expect([type, text, answer.status >= 400 && answer.status < 500]).toEqual([type, text, true]);
    }
    const bare = await office.send('POST', '/api/campaigns/import');
    expect([415, 422]).toContain(bare.status);
    expect(
      (await office.send('POST', '/api/campaigns/import?x=1', '{}', { 'content-type': 'application/json' })).body[
        'code'
      ],
    ).toBe('file.invalid');
    expect(await rowCounts(api)).toEqual(before);
    const same = JSON.stringify(smallCompetition({ code: 'twice', clusters: { c1: ['u1', 'u2'] } }));
    const both = await Promise.all([office.import(same, 'json'), office.import(same, 'json')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  it('and the count of rows sees a right one', async () => {
    const before = await rowCounts(api);
    expect(
      (await office.import(JSON.stringify(smallCompetition({ code: 'right', clusters: { c1: ['u1'] } })), 'json'))
        .status,
    ).toBe(201);
    const after = await rowCounts(api);
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual(
      expect.arrayContaining(['audit_event', 'campaign', 'cluster', 'unit']),
    );
  });
});
