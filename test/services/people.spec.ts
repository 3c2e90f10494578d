import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Clock } from '@thidua/platform';
import { Client } from '../support/client.js';
import type { Answer, ProblemBody } from '../support/client.js';
import { smallCompetition } from '../support/competitions.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { rows } from '../support/tables.js';

const PASSWORD = 'mot cau rat dai';
const REASON = 'chuyển công tác';
let persons = 0;

interface GrantBody {
  id: number;
  role: string;
  scope: Record<string, string>;
  state: string;
  may: string[];
}
interface AccountBody {
  id: number;
  name: string;
  login: string;
  email: string | null;
  hasPassword: boolean;
  invitedUntil: string | null;
  state: string;
  grants: GrantBody[];
  may: string[];
}

describe.each(DATABASES)('accounts and grants on %s', (database) => {
  let api: RunningApi;
  let admin: Client;
  let office: Client;
  let officeA: Client;

  beforeAll(async () => {
    api = await startApi({ database });
    office = await api.signIn([{ role: 'office' }], 'Thường trực');
    for (const code of ['a', 'b']) {
      const file = smallCompetition({ code, clusters: { c1: ['u1', 'u2'], c2: ['v1'] } });
      expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    }
    admin = await api.signIn([{ role: 'admin' }], 'Quản trị');
    officeA = await api.signIn([{ role: 'office', campaign: 'a' }], 'Thường trực A');
  });
  afterAll(() => api?.stop());
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const codeOf = ({ status, body }: Answer<unknown>) => [status, (body as { code?: string }).code];
  const make = async (by: Client = admin): Promise<AccountBody> => {
    const login = `nguoi.${(persons += 1)}`;
    const answer = await by.post<AccountBody>('/api/accounts', { name: `Người ${persons}`, login });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const give = (by: Client, account: number, grant: object) =>
    by.post<AccountBody & ProblemBody>(`/api/accounts/${account}/grants`, grant);
  const given = async (by: Client, account: number, grant: object): Promise<GrantBody> => {
    const answer = await give(by, account, grant);
    expect([answer.status, answer.body.code]).toEqual([201, undefined]);
    return answer.body.grants.at(-1)!;
  };
  const invite = async (by: Client, account: number): Promise<string> => {
    const answer = await by.post<{ token: string; path: string }>(`/api/accounts/${account}/invitation`, {});
    expect([answer.status, answer.body.path]).toEqual([201, `/invitation#${answer.body.token}`]);
    return answer.body.token;
  };
  const accept = (token: string, password = PASSWORD) =>
    api.anonymous().post<ProblemBody & { csrfToken: string }>('/api/invitations/acceptance', { token, password });
  const signedIn = async (token: string): Promise<Client> => {
    const answer = await accept(token);
    expect(answer.status).toBe(201);
    const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
    return Object.assign(new Client(api.url), { cookie, csrfToken: answer.body.csrfToken });
  };

  describe('an account', () => {
    it('is made, changed and found, with or without the marks of Vietnamese', async () => {
      const { id, grants, hasPassword, may } = await make();
      expect({ grants, hasPassword, may }).toEqual({ grants: [], hasPassword: false, may: ['account.manage'] });
      const changed = { name: 'Nguyễn Đức Ánh', login: `duc.anh-${id}`, email: 'duc.anh@thidua.vn' };
      expect((await admin.put(`/api/accounts/${id}`, changed)).body).toMatchObject(changed);
      for (const search of ['nguyen duc anh', 'ĐỨC', `duc.anh-${id}`, 'duc.anh@']) {
        const found = await admin.read<{ total: number; accounts: AccountBody[] }>(
          `/api/accounts?search=${encodeURIComponent(search)}`,
        );
        expect([search, found.total, found.accounts[0]?.id]).toEqual([search, 1, id]);
      }
      expect((await admin.put(`/api/accounts/${id}`, { name: 'A', login: changed.login })).body).toMatchObject({
        email: null,
      });
      const [act] = await rows<{ actor: string; detail: string }>(
        api,
        "SELECT actor, detail FROM audit_event WHERE action = 'account.change' ORDER BY seq",
      );
      expect(act!.actor).toBe(admin.login);
      expect(JSON.parse(act!.detail)).toMatchObject({ account: id, after: changed });
    });

    it('that is renamed is so on the board at once, where it has reviewed', async () => {
      const committee = await api.signIn([{ role: 'committee', campaign: 'a' }], 'Tên cũ');
      await api.settled();
      type Board = { clusters: { revision: number; review: { by: string } | null }[] };
      const board = () => committee.read<Board>('/api/campaigns/a/board');
      const word = { revision: (await board()).clusters[0]!.revision, seen: null, outcome: 'endorse' };
      expect((await committee.post('/api/campaigns/a/clusters/c1/reviews', word)).status).toBe(201);
      expect((await board()).clusters[0]!.review!.by).toBe('Tên cũ');
      const { accounts } = await admin.read<{ accounts: AccountBody[] }>(`/api/accounts?search=${committee.login}`);
      const { id, login } = accounts.find((each) => each.login === committee.login)!;
      expect((await admin.put(`/api/accounts/${id}`, { name: 'Tên mới', login: `${login}-moi` })).status).toBe(200);
      expect((await board()).clusters[0]!.review!.by).toBe('Tên mới');
    });

    it('is listed a page at a time, by name, and by what it holds', async () => {
      const { id } = await make();
      await given(admin, id, { role: 'clusterDeputy', campaign: 'b', cluster: 'c2' });
      const page = (query: string) => admin.read<{ total: number; accounts: AccountBody[] }>(`/api/accounts?${query}`);
      expect((await page('role=clusterDeputy&campaign=b')).accounts.map((each) => each.id)).toEqual([id]);
      const all = await page('most=200');
      expect(all.accounts.length).toBe(all.total);
      const names = all.accounts.map(({ name }) => name);
      expect(names).toEqual(names.toSorted(new Intl.Collator('vi').compare));
      expect((await page('skip=1&most=2')).accounts).toEqual(all.accounts.slice(1, 3));
      for (const wrong of ['most=201', 'most=0', 'skip=-1', 'skip=x', 'role=none', 'state=none', 'other=1']) {
        expect([wrong, (await admin.get(`/api/accounts?${wrong}`)).status]).toEqual([wrong, 422]);
      }
    });

    it('has a login of its own, of letters that everybody can type', async () => {
      const { login } = await make();
      const body = { name: 'Khác', login };
      expect(codeOf(await admin.post('/api/accounts', body))).toEqual([409, 'account.loginTaken']);
      const other = await make();
      expect(codeOf(await admin.put(`/api/accounts/${other.id}`, body))).toEqual([409, 'account.loginTaken']);
      const raced = await Promise.all(
        Array.from({ length: 4 }, () => admin.post('/api/accounts', { name: 'Đua', login: `dua-${database}` })),
      );
      expect(raced.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
      for (const wrong of ['Hoa', 'á', 'a b', '-a', 'a', `a${'b'.repeat(64)}`]) {
        expect([wrong, (await admin.post('/api/accounts', { name: 'X', login: wrong })).status]).toEqual([wrong, 422]);
      }
      for (const email of ['x', 'x@', '@x.vn']) {
        const answer = await admin.post('/api/accounts', { name: 'X', login: 'dung-ten', email });
        expect([email, answer.status]).toEqual([email, 422]);
      }
    });

    it('that is disabled is out at once, cannot come back by what it had, and can be made active again', async () => {
      const { id, login } = await make();
      await given(admin, id, { role: 'unitOfficer', campaign: 'a', unit: 'u1' });
      const person = await signedIn(await invite(admin, id));
      const left = await invite(admin, id);
      const state = (to: string) => admin.put(`/api/accounts/${id}/state`, { state: to, reason: REASON });
      expect((await state('disabled')).body).toMatchObject({ state: 'disabled', invitedUntil: null });
      expect((await person.get('/api/session')).status).toBe(401);
      expect(codeOf(await accept(left))).toEqual([410, 'invitation.spent']);
      const byPassword = () => api.anonymous().post('/api/sessions', { login, password: PASSWORD });
      expect(codeOf(await byPassword())).toEqual([401, 'session.credentials']);
      expect(codeOf(await admin.post(`/api/accounts/${id}/invitation`, {}))).toEqual([409, 'account.disabled']);
      expect(codeOf(await give(admin, id, { role: 'office' }))).toEqual([409, 'account.disabled']);
      expect((await state('active')).status).toBe(200);
      expect((await byPassword()).status).toBe(201);
    });
  });

  describe('an invitation', () => {
    it('tells whom it is for, sets the password once and signs in', async () => {
      const { id, login, name } = await make();
      const token = await invite(admin, id);
      const shown = await api.anonymous().post('/api/invitations', { token });
      expect(shown.body).toMatchObject({ account: { login, name }, passwordLength: 12 });
      await signedIn(token);
      expect(codeOf(await accept(token))).toEqual([410, 'invitation.spent']);
      expect(codeOf(await api.anonymous().post('/api/invitations', { token }))).toEqual([410, 'invitation.spent']);
      expect((await admin.read<AccountBody>(`/api/accounts/${id}`)).hasPassword).toBe(true);
      const stored = await rows<object>(api, 'SELECT * FROM invitation');
      expect(JSON.stringify(stored)).not.toContain(token);
    });

    it('is used by one of many who try at the same time', async () => {
      const token = await invite(admin, (await make()).id);
      const answers = await Promise.all(Array.from({ length: 3 }, () => accept(token)));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 410, 410]);
    });

    it('is voided by a new one, by time, and by being used: then every session of the account ends', async () => {
      const { id } = await make();
      const first = await invite(admin, id);
      const second = await invite(admin, id);
      expect(codeOf(await accept(first))).toEqual([410, 'invitation.spent']);
      const person = await signedIn(second);
      const third = await invite(admin, id);
      await signedIn(third);
      expect((await person.get('/api/session')).status).toBe(401);
      const late = await invite(admin, id);
      const then = new Date(Date.now() + 72 * 3_600_000 + 1_000);
      jest.spyOn(api.get<Clock>(Clock), 'now').mockImplementation(() => then);
      expect(codeOf(await accept(late))).toEqual([410, 'invitation.spent']);
    });

    it('takes no password that is short or the commonest, and stays usable', async () => {
      const { id, login } = await make();
      const token = await invite(admin, id);
      for (const [password, code] of [
        ['ngắn quá', 'password.short'],
        ['Password 1234', 'password.common'],
        ['mat khau 123456', 'password.common'],
        ['abcabcabcabc', 'password.common'],
        [login.padEnd(12, '.'), undefined],
      ] as const) {
        if (code !== undefined)
          expect([password, ...codeOf(await accept(token, password))]).toEqual([password, 422, code]);
      }
      expect((await accept(token)).status).toBe(201);
    });
  });

  describe('a grant', () => {
    it('is given with its term and document, and ended with a reason: both stay to be read', async () => {
      const { id } = await make();
      const term = { fromDay: '2026-01-01', toDay: '2999-12-31', document: '05-QĐ/TU' };
      const grant = await given(office, id, { role: 'clusterHead', campaign: 'a', cluster: 'c1', ...term });
      expect(grant).toMatchObject({ ...term, state: 'counts', grantedBy: 'Thường trực', may: ['grant.end'] });
      const ended = await office.post<AccountBody>(`/api/accounts/${id}/grants/${grant.id}/end`, { reason: REASON });
      expect(ended.body.grants.at(-1)).toMatchObject({
        ...{ state: 'over', endedBy: 'Thường trực', endReason: REASON, may: [] },
        ...term,
      });
      const again = await office.post(`/api/accounts/${id}/grants/${grant.id}/end`, { reason: REASON });
      expect(codeOf(again)).toEqual([409, 'grant.ended']);
      const future = await given(office, id, { role: 'unitOfficer', campaign: 'a', unit: 'v1', fromDay: '2999-01-01' });
      expect(future).toMatchObject({
        state: 'future',
        scope: { kind: 'unit', campaign: 'a', cluster: 'c2', unit: 'v1' },
      });
    });

    it('counts from the next request on, and until it is ended', async () => {
      const { id } = await make();
      const person = await signedIn(await invite(admin, id));
      const statusOf = async () => (await person.get('/api/campaigns/a/sheets')).status;
      const seen = [await statusOf()];
      const grant = await given(office, id, { role: 'unitOfficer', campaign: 'a', unit: 'u1' });
      seen.push(await statusOf());
      await office.post(`/api/accounts/${id}/grants/${grant.id}/end`, { reason: REASON });
      seen.push(await statusOf());
      expect(seen).toEqual([403, 200, 403]);
    });

    it.each([
      ['on a kind of scope that the role has not', { role: 'unitOfficer', campaign: 'a' }, 422, 'grant.scope'],
      ['of a cluster for the whole system', { role: 'clusterHead' }, 422, 'grant.scope'],
      ['with a unit and no campaign', { role: 'unitOfficer', unit: 'u1' }, 422, 'grant.scope'],
      ['on what there is not', { role: 'clusterHead', campaign: 'a', cluster: 'none' }, 404, 'scope.unknown'],
      [
        'on a unit of another cluster',
        { role: 'unitOfficer', campaign: 'a', cluster: 'c2', unit: 'u1' },
        404,
        'scope.unknown',
      ],
      ['that ends before it begins', { role: 'office', fromDay: '2999-02-01', toDay: '2999-01-31' }, 422, 'grant.term'],
      ['that is over', { role: 'office', toDay: '2022-12-31' }, 422, 'grant.term'],
      ['with a day that is none', { role: 'office', toDay: '2999-02-30' }, 422, 'request.invalid'],
      ['that nobody knows', { role: 'king' }, 422, 'request.invalid'],
    ])('%s is refused', async (_, grant, status, code) => {
      expect(codeOf(await give(admin, (await make()).id, grant))).toEqual([status, code]);
    });

    it('is not given twice for the same days', async () => {
      const { id } = await make();
      const role = { role: 'clusterHead', campaign: 'a', cluster: 'c2' };
      await given(office, id, { ...role, toDay: '2999-06-30' });
      expect(codeOf(await give(office, id, role))).toEqual([409, 'grant.exists']);
      await given(office, id, { ...role, fromDay: '2999-07-01' });
    });
  });

  describe('who manages whom', () => {
    it('the office makes no administrator, and none of those who judge its work', async () => {
      const { id } = await make(office);
      for (const grant of [
        { role: 'admin' },
        { role: 'committee', campaign: 'a' },
        ...['councilChair', 'councilSecretary', 'councilMember', 'auditor'].map((role) => ({ role, campaign: 'a' })),
      ]) {
        expect([grant, ...codeOf(await give(office, id, grant))]).toEqual([grant, 403, 'access.denied']);
        expect([grant, ...codeOf(await give(officeA, id, grant))]).toEqual([grant, 403, 'access.denied']);
      }
      expect(codeOf(await give(officeA, id, { role: 'office' }))).toEqual([403, 'access.denied']);
      expect(codeOf(await give(officeA, id, { role: 'office', campaign: 'b' }))).toEqual([403, 'access.denied']);
      expect((await give(officeA, id, { role: 'office', campaign: 'a' })).status).toBe(201);
    });

    it('nobody takes over an account that may more than they could give, or elsewhere', async () => {
      const above = await make();
      await given(admin, above.id, { role: 'committee', campaign: 'a' });
      const elsewhere = await make();
      await given(admin, elsewhere.id, { role: 'unitOfficer', campaign: 'a', unit: 'u1' });
      await given(admin, elsewhere.id, { role: 'unitOfficer', campaign: 'b', unit: 'u1' });
      const before = await make();
      const former = await given(admin, before.id, { role: 'unitOfficer', campaign: 'b', unit: 'u2' });
      await admin.post(`/api/accounts/${before.id}/grants/${former.id}/end`, { reason: REASON });
      await given(admin, before.id, { role: 'unitOfficer', campaign: 'a', unit: 'u2' });
      for (const { id, name, login } of [above, elsewhere, before]) {
        expect((await officeA.read<AccountBody>(`/api/accounts/${id}`)).may).toEqual([]);
        for (const [method, path, body] of [
          ['PUT', '', { name, login }],
          ['PUT', '/state', { state: 'disabled', reason: REASON }],
          ['POST', '/invitation', {}],
        ] as const) {
          const send = method === 'PUT' ? officeA.put.bind(officeA) : officeA.post.bind(officeA);
          const answer = await send(`/api/accounts/${id}${path}`, body);
          expect([id, path, ...codeOf(answer)]).toEqual([id, path, 403, 'access.denied']);
        }
      }
      // Of what lies elsewhere nothing is shown.
      const shown = await officeA.read<AccountBody>(`/api/accounts/${elsewhere.id}`);
      expect(shown.grants.map(({ scope }) => scope['campaign'])).toEqual(['a']);
    });

    it('whoever has no role there is not found', async () => {
      const { id, login, name } = await make();
      const grant = await given(admin, id, { role: 'unitOfficer', campaign: 'b', unit: 'u1' });
      expect(codeOf(await officeA.get(`/api/accounts/${id}`))).toEqual([404, 'account.unknown']);
      expect(codeOf(await officeA.put(`/api/accounts/${id}`, { name, login }))).toEqual([404, 'account.unknown']);
      const end = `/api/accounts/${id}/grants/${grant.id}/end`;
      expect(codeOf(await officeA.post(end, { reason: REASON }))).toEqual([404, 'account.unknown']);
      const found = await officeA.read<{ accounts: AccountBody[] }>(`/api/accounts?search=${login}`);
      expect(found.accounts).toEqual([]);
      for (const none of ['0', '-1', '99999999', '99999999999999999999']) {
        expect([none, ...codeOf(await admin.get(`/api/accounts/${none}`))]).toEqual([none, 404, 'account.unknown']);
      }
    });

    it('nobody gives themselves a right, nor disables or invites themselves', async () => {
      const self = (await rows<{ id: number }>(api, 'SELECT id FROM account WHERE login = ?', [admin.login!]))[0]!.id;
      expect(codeOf(await give(admin, self, { role: 'committee', campaign: 'a' }))).toEqual([409, 'account.self']);
      const state = { state: 'disabled', reason: REASON };
      expect(codeOf(await admin.put(`/api/accounts/${self}/state`, state))).toEqual([409, 'account.self']);
      expect(codeOf(await admin.post(`/api/accounts/${self}/invitation`, {}))).toEqual([409, 'account.self']);
    });
  });

  it('the head of a cluster changes in one step, also when two change it at the same time', async () => {
    const persons_ = [await make(), await make(), await make(), await make()];
    const rotate = (account: number, by: Client = office) =>
      by.post<AccountBody>('/api/campaigns/b/clusters/c1/head', {
        account,
        reason: 'luân phiên',
        document: '12-QĐ/TU',
      });
    const heads = async () =>
      (
        await rows<{ account: number }>(
          api,
          "SELECT account_id AS account FROM role_grant WHERE role = 'clusterHead' AND campaign = 'b' AND ended_at IS NULL",
        )
      ).map(({ account }) => account);
    expect((await rotate(persons_[0]!.id)).status).toBe(201);
    expect(codeOf(await rotate(persons_[0]!.id))).toEqual([409, 'grant.exists']);
    expect(await heads()).toEqual([persons_[0]!.id]);
    const first = await signedIn(await invite(admin, persons_[0]!.id));
    expect((await first.get('/api/campaigns/b/board')).status).toBe(200);
    expect((await rotate(persons_[1]!.id)).body.grants.at(-1)).toMatchObject({
      role: 'clusterHead',
      document: '12-QĐ/TU',
    });
    expect((await first.get('/api/campaigns/b/board')).status).toBe(403);
    const both = await Promise.all([rotate(persons_[2]!.id), rotate(persons_[3]!.id)]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect((await heads()).length).toBe(1);
    expect(codeOf(await rotate(persons_[0]!.id, officeA))).toEqual([403, 'access.denied']);
    // All or nothing: who cannot be the head leaves the one there is.
    const before = await heads();
    expect(codeOf(await rotate(99_999_999))).toEqual([404, 'account.unknown']);
    expect(await heads()).toEqual(before);
  });
});
