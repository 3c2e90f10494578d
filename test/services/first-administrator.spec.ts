import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Invitations } from '@thidua/identity';
import { runCli } from '../cli/support/run-cli.js';
import { RunningProcess } from '../faults/support/running-process.js';
import { tempFolder } from '../platform/support/temp-folder.js';
import { Client } from '../support/client.js';
import type { Answer, ProblemBody } from '../support/client.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { verifyAudit } from '../support/verify-audit.js';

const PASSWORD = 'mot cau rat dai';
const REASON = 'chuyển công tác';

interface AccountBody {
  id: number;
  login: string;
  grants: { id: number; role: string }[];
}

describe.each(DATABASES)('the first administrator on %s', (database) => {
  let api: RunningApi;
  let invitations: Invitations;

  beforeAll(async () => {
    api = await startApi({ database });
    invitations = api.get<Invitations>(Invitations);
  });
  afterAll(() => api?.stop());

  const codeOf = ({ status, body }: Answer<unknown>) => [status, (body as { code?: string }).code];
  const person = { name: 'Quản trị viên', login: 'quan-tri', password: PASSWORD };
  const become = (token: string, more = {}) =>
    api
      .anonymous()
      .post<ProblemBody & { csrfToken: string }>('/api/invitations/administrator', { token, ...person, ...more });
  const accept = (token: string) =>
    api.anonymous().post<{ csrfToken: string }>('/api/invitations/acceptance', { token, password: PASSWORD });
  const clientOf = (answer: Answer<{ csrfToken: string }>): Client => {
    expect(answer.status).toBe(201);
    const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
    return Object.assign(new Client(api.url), { cookie, csrfToken: answer.body.csrfToken });
  };

  it('comes by the newest link, once, and makes further ones; the last one stays', async () => {
    expect(await invitations.hasAdministrator()).toBe(false);
    // One that signs in by link alone, like the demonstration's, is none.
    const byLink = await api.signIn([{ role: 'admin' }]);
    expect(await invitations.hasAdministrator()).toBe(false);
    const older = await invitations.issueForAdministrator();
    const { token } = await invitations.issueForAdministrator();
    expect(codeOf(await become(older.token))).toEqual([410, 'invitation.spent']);
    expect(codeOf(await accept(token))).toEqual([410, 'invitation.spent']);
    expect(codeOf(await become(token, { password: 'ngắn' }))).toEqual([422, 'password.short']);
    expect(codeOf(await become(token, { login: byLink.login }))).toEqual([409, 'account.loginTaken']);
    expect((await api.anonymous().post('/api/invitations', { token })).body).toMatchObject({ account: null });
    const answers = await Promise.all([become(token), become(token, { login: 'khac' })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 410]);
    expect(await invitations.hasAdministrator()).toBe(true);
    const admin = clientOf(answers.find(({ status }) => status === 201)!);

    const found = await admin.read<{ accounts: AccountBody[] }>('/api/accounts?role=admin');
    const demo = found.accounts.find(({ login }) => login === byLink.login)!;
    const self = found.accounts.find(({ login }) => login !== byLink.login)!;
    const disabled = await admin.put(`/api/accounts/${demo.id}/state`, { state: 'disabled', reason: REASON });
    expect(disabled.status).toBe(200);

    const made = await admin.post<AccountBody>('/api/accounts', { name: 'Người thứ hai', login: 'thu-hai' });
    const second = `/api/accounts/${made.body.id}`;
    expect((await admin.post(`${second}/grants`, { role: 'admin' })).status).toBe(201);
    const invited = await admin.post<{ token: string }>(`${second}/invitation`, {});
    expect(codeOf(await become(invited.body.token))).toEqual([410, 'invitation.spent']);
    const other = clientOf(await accept(invited.body.token));
    // Each would end the other at the same moment: whoever comes second finds nobody else, or is none any more.
    const [ofSecond] = (await admin.read<AccountBody>(second)).grants;
    const ended = await Promise.all([
      admin.post(`${second}/grants/${ofSecond!.id}/end`, { reason: REASON }),
      other.post(`/api/accounts/${self.id}/grants/${self.grants[0]!.id}/end`, { reason: REASON }),
    ]);
    expect(ended.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await invitations.hasAdministrator()).toBe(true);
    expect((await verifyAudit(api)).findings).toEqual([]);
  });

  it('comes by the command as well, beside the service, and in either language', async () => {
    const environment = { ...api.environment, PUBLIC_ORIGIN: 'https://thidua.gov.vn' };
    const told = await runCli(['admin', 'create', '--lang', 'en'], environment);
    expect([told.status, told.stderr]).toEqual([0, '']);
    const token = /https:\/\/thidua\.gov\.vn\/invitation#([\w-]{43})\n/.exec(told.stdout)![1]!;
    const again = await runCli(['admin', 'create'], api.environment);
    expect(again.stdout).toMatch(/http:\/\/127\.0\.0\.1:\d+\/invitation#[\w-]{43}\n/);
    expect(codeOf(await become(token, { login: 'bang-lenh' }))).toEqual([410, 'invitation.spent']);
    const last = /#([\w-]{43})/.exec(again.stdout)![1]!;
    expect((await become(last, { login: 'bang-lenh' })).status).toBe(201);
    const elsewhere = await runCli(['admin', 'create', '--lang', 'en'], { ...api.environment, HOST: '10.1.2.3' });
    expect([elsewhere.status, elsewhere.stderr]).toEqual([1, expect.stringContaining('PUBLIC_ORIGIN')]);
  });
});

it('is asked for by each start while there is none, beside the log', async () => {
  const folder = await tempFolder();
  const started: RunningProcess[] = [];
  const start = async () => {
    const { api, url } = await RunningProcess.api({ dataDir: folder.path, env: { LOG_LEVEL: 'info' } });
    started.push(api);
    return { api, client: new Client(url), url };
  };
  try {
    const person = { name: 'Quản trị viên', login: 'quan-tri', password: PASSWORD };
    const first = await start();
    const [, link, old] = await first.api.says(/^ {2}(\S+)\/invitation#([\w-]{43})\n/m);
    expect(link).toBe(first.url);
    await first.api.stop();
    const second = await start();
    const [, , token] = await second.api.says(/^ {2}(\S+)\/invitation#([\w-]{43})\n/m);
    const become = (by: string) => second.client.post('/api/invitations/administrator', { token: by, ...person });
    expect((await become(old!)).status).toBe(410);
    expect((await become(token!)).status).toBe(201);
    await second.api.stop();
    expect(second.api.output.split(token!)).toHaveLength(2);
    const third = await start();
    await third.api.says(/^Audit head: /m);
    await third.client.get('/api/health/ready');
    await third.api.stop();
    expect(third.api.output).not.toContain('/invitation');
  } finally {
    for (const each of started) await each.stop();
    await folder.remove();
  }
});
