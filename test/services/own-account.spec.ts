import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Accounts } from '@thidua/identity';
import { Clock } from '@thidua/platform';
import { browserName } from '../../libs/identity/from-browser.js';
import { Client } from '../support/client.js';
import type { Answer, ProblemBody } from '../support/client.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { rows } from '../support/tables.js';

const OLD = 'mot cau cu rat dai';
const NEW = 'một câu mới rất dài';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
let accounts = 0;

interface SessionBody {
  id: string;
  browser: string | null;
  current: boolean;
  usedAt: string;
}

describe.each(DATABASES)('the own account on %s', (database) => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi({ database });
  });
  afterAll(() => api?.stop());
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const codeOf = ({ status, body }: Answer<unknown>) => [status, (body as { code?: string }).code];
  const make = async (password = OLD): Promise<string> => {
    const login = `rieng-${(accounts += 1)}`;
    await api.get<Accounts>(Accounts).create({ login, name: login, password, grants: [] }, null);
    return login;
  };
  const tried = (login: string, password: string, browser = CHROME) =>
    api
      .anonymous()
      .post<ProblemBody & { csrfToken: string }>('/api/sessions', { login, password }, { 'user-agent': browser });
  const clientOf = (answer: Answer<{ csrfToken: string }>): Client => {
    const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
    return Object.assign(new Client(api.url), { cookie, csrfToken: answer.body.csrfToken });
  };
  const signedIn = async (login: string, browser = CHROME): Promise<Client> => {
    const answer = await tried(login, OLD, browser);
    expect(answer.status).toBe(201);
    return clientOf(answer);
  };
  const change = (client: Client, old: string, password: string) =>
    client.put<ProblemBody & { csrfToken: string }>('/api/account/password', { old, password });

  it('changes its password with the old one, is signed out everywhere, and goes on in a new session', async () => {
    const login = await make();
    const [here, there] = [await signedIn(login), await signedIn(login)];
    const answer = await change(here, OLD, NEW);
    expect(answer.status).toBe(200);
    for (const ended of [here, there]) expect((await ended.get('/api/session')).status).toBe(401);
    const now = clientOf(answer);
    expect((await now.get('/api/session')).status).toBe(200);
    expect((await now.read<SessionBody[]>('/api/account/sessions')).length).toBe(1);
    expect(codeOf(await tried(login, OLD))).toEqual([401, 'session.credentials']);
    // Composed or not, it is the same.
    expect((await tried(login, NEW.normalize('NFD'))).status).toBe(201);
    expect(JSON.stringify(await rows(api, 'SELECT detail FROM audit_event'))).not.toContain(NEW);
  });

  it('keeps its password where the old one is wrong, or the new one no password', async () => {
    const login = await make();
    const client = await signedIn(login);
    expect(codeOf(await change(client, 'sai', NEW))).toEqual([422, 'password.wrong']);
    expect(codeOf(await change(client, OLD, 'ngắn'))).toEqual([422, 'password.short']);
    expect(codeOf(await change(client, OLD, 'Thi Dua 123456'))).toEqual([422, 'password.common']);
    expect((await client.get('/api/session')).status).toBe(200);
    expect((await tried(login, OLD)).status).toBe(201);
    // Who signs in by link alone has none to change.
    expect(codeOf(await change(await api.signIn([]), '', NEW))).toEqual([422, 'request.invalid']);
    expect(codeOf(await change(await api.signIn([]), 'x', NEW))).toEqual([422, 'password.wrong']);
  });

  it('is changed by one of those who do so at the same time', async () => {
    const login = await make();
    const clients = [await signedIn(login), await signedIn(login)];
    const answers = await Promise.all(clients.map((client, index) => change(client, OLD, `${NEW} ${index}`)));
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toEqual([200]);
    const works = await Promise.all([0, 1].map(async (index) => (await tried(login, `${NEW} ${index}`)).status));
    expect(works.toSorted()).toEqual([201, 401]);
  });

  it('lists where it is signed in, and ends one or all others', async () => {
    const login = await make();
    const here = await signedIn(login);
    const [other, third] = [await signedIn(login, FIREFOX), await signedIn(login, `${'tool/1.0 '.repeat(40)}`)];
    const listed = await here.read<SessionBody[]>('/api/account/sessions');
    expect(listed.map(({ browser, current }) => [browser?.slice(0, 15), current]).toSorted()).toEqual(
      [
        ['Chrome, Windows', true],
        ['Firefox, Linux', false],
        ['tool/1.0 tool/1', false],
      ].toSorted(),
    );
    expect(listed[0]!.current).toBe(true);
    expect(Math.max(...listed.map(({ browser }) => browser!.length))).toBeLessThanOrEqual(60);
    const idOf = (name: string) => listed.find(({ browser }) => browser?.startsWith(name))!.id;
    expect((await here.send('DELETE', `/api/account/sessions/${idOf('Firefox')}`)).status).toBe(204);
    expect((await other.get('/api/session')).status).toBe(401);
    expect((await third.get('/api/session')).status).toBe(200);
    expect((await here.send('DELETE', '/api/account/sessions')).status).toBe(204);
    expect((await third.get('/api/session')).status).toBe(401);
    expect((await here.get('/api/session')).status).toBe(200);
    // Nobody else's can be ended, nor what is none.
    const stranger = await signedIn(await make());
    const [foreign] = await stranger.read<SessionBody[]>('/api/account/sessions');
    for (const id of [foreign!.id, idOf('Firefox'), 'none', '%']) {
      const answer = await here.send('DELETE', `/api/account/sessions/${encodeURIComponent(id)}`);
      expect([id, ...codeOf(answer)]).toEqual([id, 404, 'session.unknown']);
    }
    expect((await stranger.get('/api/session')).status).toBe(200);
  });

  it('keeps its language, wherever it signs in', async () => {
    const login = await make();
    const client = await signedIn(login);
    const languageOf = async (who: Client) =>
      (await who.read<{ account: { language: string | null } }>('/api/session')).account.language;
    expect(await languageOf(client)).toBeNull();
    expect((await client.put('/api/account/language', { language: 'en' })).status).toBe(204);
    expect(await languageOf(client)).toBe('en');
    expect(await languageOf(await signedIn(login))).toBe('en');
    expect((await client.put('/api/account/language', { language: 'fr' })).status).toBe(422);
  });

  it('that is tried wrongly again and again from one address waits there, longer each time, and nowhere else', async () => {
    const others = await startApi({
      database,
      settings: { signInsPerAddress: 1_000_000, signInsPerAccount: 1_000_000, signInsInAll: 1_000_000 },
    });
    try {
      await others.get<Accounts>(Accounts).create({ login: 'co', name: 'Có', password: OLD, grants: [] }, null);
      const from = async (address: string, login: string, password: string) => {
        const headers = { 'x-forwarded-for': address };
        const answer = await others.anonymous().post<ProblemBody>('/api/sessions', { login, password }, headers);
        return { status: answer.status, code: answer.body.code, wait: Number(answer.headers.get('retry-after') ?? 0) };
      };
      // Whether there is such an account or not.
      for (const login of ['co', 'khong-co']) {
        for (let turn = 0; turn < 10; turn += 1) {
          expect([turn, (await from('198.51.100.1', login, 'sai')).status]).toEqual([turn, 401]);
        }
        const refused = await from('198.51.100.1', login, OLD);
        expect([refused.status, refused.code, refused.wait > 50, refused.wait <= 60]).toEqual([
          ...[429, 'request.tooMany'],
          ...[true, true],
        ]);
      }
      expect((await from('198.51.100.2', 'co', OLD)).status).toBe(201);
      expect((await from('198.51.100.1', 'nguoi-khac', 'sai')).status).toBe(401);
      const recorded = await rows<{ detail: string }>(
        others,
        "SELECT detail FROM audit_event WHERE action = 'session.refused'",
      );
      expect(recorded.length).toBeGreaterThan(0);
    } finally {
      await others.stop();
    }
  });

  it('is not told apart from one that is not there by what a sign-in answers', async () => {
    const login = await make();
    const told = async (as: string) => {
      const { status, body } = await tried(as, 'sai');
      const { correlationId: _, ...rest } = body;
      return { status, rest };
    };
    expect(await told(login)).toEqual(await told(`${login}-khong-co`));
  });

  it('expires as before, also when it lists itself', async () => {
    const client = await signedIn(await make());
    const later = new Date(Date.now() + 121 * 60_000);
    jest.spyOn(api.get<Clock>(Clock), 'now').mockImplementation(() => later);
    expect((await client.get('/api/account/sessions')).status).toBe(401);
  });
});

describe('the name of a browser', () => {
  it.each([
    [CHROME, 'Chrome, Windows'],
    [FIREFOX, 'Firefox, Linux'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari, iPhone',
    ],
    ['Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36 EdgA/140.0', 'Edge, Android'],
    ['curl/8.0', 'curl/8.0'],
    ['', undefined],
    [undefined, undefined],
  ])('of %j is %j', (userAgent, name) => {
    expect(browserName(userAgent)).toBe(name);
  });
});
