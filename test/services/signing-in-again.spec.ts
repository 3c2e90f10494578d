import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Accounts, Sessions, SignIn } from '@thidua/identity';
import { UnitOfWork } from '@thidua/platform';
import { Client } from '../support/client.js';
import type { ProblemBody } from '../support/client.js';
import { smallCompetition } from '../support/competitions.js';
import { EventStream } from '../support/event-stream.js';
import { runningTime } from '../support/running-time.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { rows } from '../support/tables.js';

const PASSWORD = 'một mật khẩu dài';
/** As of any stream whose right is gone. */
const WITHIN_MS = 2_000;

interface Recorded {
  action: string;
  actor: string;
  subject: string;
}

describe.each(DATABASES)('signing in again in the same browser, on %s', (database) => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi({ database, settings: { signInsPerAddress: 1_000, signInsPerAccount: 1_000 } });
    const office = await api.signIn([{ role: 'office' }]);
    expect(
      (await office.import(JSON.stringify(smallCompetition({ code: 's', clusters: { c1: ['u1'] } })), 'json')).status,
    ).toBe(201);
    const account = {
      login: 'nguoi-sau',
      name: 'Người sau',
      password: PASSWORD,
      grants: [{ role: 'office' as const }],
    };
    await api.get<Accounts>(Accounts).create(account, null);
  });
  afterAll(() => api?.stop());

  const byPassword = (client: Client, password = PASSWORD) =>
    client.post<ProblemBody>('/api/sessions', { login: 'nguoi-sau', password });
  const byLink = async (client: Client) =>
    client.post<ProblemBody>('/api/sessions/link', { token: await api.get<SignIn>(SignIn).issueLink('nguoi-sau') });
  /** What the browser is once it has taken the answer. */
  const after = ({ headers, body }: Awaited<ReturnType<typeof byLink>>): Client => {
    const client = new Client(api.url);
    client.cookie = headers.get('set-cookie')!.split(';')[0]!;
    client.csrfToken = body['csrfToken'] as string;
    return client;
  };
  const recorded = async (): Promise<Recorded[]> => {
    const found = await rows<Recorded>(api, 'SELECT action, actor, subject FROM audit_event ORDER BY seq');
    return found.filter(({ action }) => /^session\.(open|close)$/.test(action));
  };

  it.each([
    ['a link', byLink],
    ['a password', byPassword],
  ])('by %s ends the former session, its streams too, with a record; no other', async (_, signIn) => {
    const former = await api.signIn([{ role: 'office' }]);
    const elsewhere = await api.signIn([{ role: 'office' }]);
    const stream = await EventStream.open(former, 's');
    const before = (await recorded()).length;

    const now = after(await signIn(former));
    expect((await former.get('/api/session')).status).toBe(401);
    expect((await former.send('DELETE', '/api/session')).status).toBe(401);
    expect(await runningTime(() => stream.ended)).toBeLessThan(WITHIN_MS);
    expect((await elsewhere.get('/api/session')).status).toBe(200);
    expect((await now.get('/api/session')).body).toMatchObject({ account: { login: 'nguoi-sau' } });
    expect((await recorded()).slice(before)).toEqual([
      { action: 'session.close', actor: 'nguoi-sau', subject: former.login! },
      { action: 'session.open', actor: 'nguoi-sau', subject: 'nguoi-sau' },
    ]);
    await stream.close();

    // What changes something needs the token of the session that there is now.
    for (const csrf of [former.csrfToken!, '']) {
      const refused = await now.send<ProblemBody>('DELETE', '/api/session', undefined, { 'x-csrf-token': csrf });
      expect([refused.status, refused.body.code]).toEqual([403, 'session.csrf']);
    }
    expect((await now.send('DELETE', '/api/session')).status).toBe(204);
  });

  it('leaves the former session where it fails, and where it is not of the page’s own making', async () => {
    const former = await api.signIn([{ role: 'office' }]);
    expect((await byPassword(former, 'sai')).status).toBe(401);
    expect((await former.post('/api/sessions/link', { token: 'không có' })).status).toBe(410);
    const body = JSON.stringify({ login: 'nguoi-sau', password: PASSWORD });
    // All that a form of another site can send, should a browser ever let the cookie go with it.
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      expect((await former.send('POST', '/api/sessions', body, { 'content-type': type })).status).toBe(415);
    }
    expect((await former.get('/api/session')).status).toBe(200);
  });

  it('is all or nothing: where the new session cannot be made the former goes on', async () => {
    const former = await api.signIn([{ role: 'office' }]);
    const signedIn = api.get<UnitOfWork>(UnitOfWork).run(async (tx) => {
      await api.get<Sessions>(Sessions).open(
        tx,
        { account: -1, login: 'nobody' },
        {
          former: former.cookie!.split('=')[1],
        },
      );
    });
    await expect(signedIn).rejects.toThrow(/constraint/i);
    expect((await former.get('/api/session')).status).toBe(200);
  });

  it('asks nothing of a cookie that names no session', async () => {
    for (const cookie of ['thidua_session=', 'thidua_session=x', `thidua_session=${'A'.repeat(43)}`]) {
      const client = api.anonymous();
      client.cookie = cookie;
      expect((await byPassword(client)).status).toBe(201);
    }
  });
});
