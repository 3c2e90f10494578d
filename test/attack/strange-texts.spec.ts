import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Accounts } from '@thidua/identity';
import { sheetPath } from '../support/client.js';
import type { Client, ProblemBody } from '../support/client.js';
import { selfScore, ofUnit, smallCompetition } from '../support/competitions.js';
import { registeredRoutes } from '../support/routes.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';

const NO_TEXTS = ['\u0000', 'a\u0000b', 'a\u0001', '\u001b[0m', '\u007f', '\u0085', '\ud800'];
/** Looks like nothing: white space, letters without width, a soft hyphen, a filler of Hangul, braille without dots. */
const BLANKS = ['', ' \t\r\n', '\u00a0', '\u200b', '\u200c\u200d\u2060', '\ufeff', '\u00ad', '\u3164', '\u2800'];

describe.each(DATABASES)('texts that are none, on %s', (database) => {
  let api: RunningApi;
  let office: Client;

  beforeAll(async () => {
    api = await startApi({ database });
    office = await api.signIn([{ role: 'office' }, { role: 'committee' }, { role: 'councilMember' }]);
    const file = smallCompetition({ code: 't', clusters: { c1: ['u1'] }, entries: ofUnit('u1', selfScore(1)) });
    expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    await api.settled();
  });
  afterAll(() => api?.stop());

  it('are in no address', async () => {
    for (const route of registeredRoutes(api.app.getHttpAdapter()).filter((each) => each.includes(':'))) {
      const [method = '', pattern = ''] = route.split(' ');
      for (const text of ['%00', 'a%00b', '%1B', '%C2%85', '%0A']) {
        const { status } = await office.send(method, pattern.replaceAll(/:\w+/g, text));
        expect([route, text, status]).toEqual([route, text, 404]);
      }
    }
    for (const query of ['%00', 'q1&round=q2']) {
      const answer = await office.get(`${sheetPath({ campaign: 't', unit: 'u1', stage: 'self' })}?round=${query}`);
      expect([query, answer.status]).toEqual([query, 404]);
    }
  });

  it('are in no body, whatever the field', async () => {
    const bodies = (text: string): [string, object][] => [
      ['/api/sessions', { login: text, password: 'x' }],
      ['/api/sessions', { login: 'x', password: text }],
      ['/api/sessions/link', { token: text }],
      ['/api/campaigns/t/reviews', { revision: 1, seen: null, outcome: 'return', reason: text }],
      ['/api/campaigns/t/reviews', { revision: 1, seen: null, outcome: text }],
      ['/api/campaigns/t/reviews', { [text]: 1 }],
      ['/api/campaigns/t/clusters/c1/reviews', { revision: 1, seen: null, outcome: 'return', reason: text }],
      ['/api/campaigns/t/proposals/1/decision', { revision: 1, outcome: 'reject', reason: text }],
      [`${sheetPath({ campaign: 't', unit: 'u1', stage: 'office' })}/criteria/A/reopening`, { reason: text }],
      [`${sheetPath({ campaign: 't', unit: 'u1', stage: 'office' })}/submission`, { entries: [{ [text]: text }] }],
      [`${sheetPath({ campaign: 't', unit: 'u1', stage: 'office' })}/submission`, { entries: [{ reason: text }] }],
    ];
    for (const text of NO_TEXTS) {
      for (const [path, body] of bodies(text)) {
        const answer = await office.post<ProblemBody>(path, body, {
          'if-match': '"0"',
          'idempotency-key': 'none-of-it',
        });
        const told = [path, JSON.stringify(body), answer.status, answer.body.errors?.[0]?.code];
        expect(told).toEqual([path, JSON.stringify(body), 422, 'field.text']);
      }
    }
  });

  it('are in no file, in a name or anywhere', async () => {
    const file = smallCompetition({ code: 'f', clusters: { c1: ['u1'] } });
    for (const name of ['"name":"', '"code":"']) {
      const text = JSON.stringify(file);
      const places = [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => index + name.length);
      expect(places.length).toBeGreaterThan(3);
      for (const place of places) {
        const answer = await office.import(`${text.slice(0, place)}a\\u0000${text.slice(place)}`, 'json');
        const { code, errors } = answer.body as unknown as ProblemBody;
        expect([place, answer.status, code, errors[0]!.code]).toEqual([place, 422, 'file.invalid', 'field.text']);
        expect(errors[0]!.line).toBe(1);
      }
    }
    expect((await office.import('format: "\\0"', 'yaml')).status).toBe(422);
  });

  it.each(BLANKS)('a reason of %j is no reason', async (reason) => {
    const answers = [
      await office.post('/api/campaigns/t/reviews', { revision: 1, seen: null, outcome: 'return', reason }),
      await office.post('/api/campaigns/t/clusters/c1/reviews', { revision: 1, seen: null, outcome: 'return', reason }),
      await office.post('/api/campaigns/t/proposals/1/decision', { revision: 1, outcome: 'reject', reason }),
      await office.post(
        `${sheetPath({ campaign: 't', unit: 'u1', stage: 'office' })}/criteria/A/reopening`,
        { reason },
        { 'if-match': '"1"' },
      ),
    ];
    expect(answers.map(({ body }) => body['code'])).toEqual([
      'review.reason.missing',
      'review.reason.missing',
      'decision.reason.missing',
      'reopen.reason.missing',
    ]);
    const lower = [{ criterion: 'A', points: '4', reason }];
    const submitted = await office.submit<ProblemBody>(
      { campaign: 't', unit: 'u1', stage: 'office' },
      { entries: lower, version: 0 },
    );
    expect(submitted.body.errors.map(({ code }) => code)).toEqual(['entry.reason.missing']);
  });

  it('and composed and decomposed letters are the same, also written as escapes', async () => {
    const login = 'Nguyễn';
    const password = 'Mật khẩu dài';
    await api
      .get<Accounts>(Accounts)
      .create({ login, name: login, password: password.normalize('NFD'), grants: [] }, null);
    const escaped = (text: string) =>
      JSON.stringify(text).replace(
        /[^\0-\x7f]/g,
        (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    for (const form of ['NFC', 'NFD'] as const) {
      for (const written of [JSON.stringify, escaped]) {
        const body = `{"login":${written(login.normalize(form))},"password":${written(password.normalize(form))}}`;
        const answer = await api
          .anonymous()
          .send('POST', '/api/sessions', body, { 'content-type': 'application/json' });
        expect([body, answer.status]).toEqual([body, 201]);
      }
    }
  });

  it('a file without clusters is a campaign without clusters', async () => {
    const file = { ...smallCompetition({ code: 'none', clusters: {} }), clusters: [] };
    const answer = await office.import(JSON.stringify(file), 'json');
    expect([answer.status, answer.body['code']]).toEqual([201, undefined]);
    await api.settled();
    for (const path of ['board', 'result', 'file', 'sheets', 'clusters', 'proposals', 'scales', 'rules', '']) {
      expect([path, (await office.get(`/api/campaigns/none/${path}`.replace(/\/$/, ''))).status]).toEqual([path, 200]);
    }
  });
});
