import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { Accounts } from '@thidua/identity';
import { RedisAccess } from '@thidua/platform';
import type { Config, Problem } from '@thidua/platform';
import { SignInLimits } from '../../libs/identity/http/sign-in-limits.guard.js';
import type { Client } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { timesWhile } from './support/while-attacked.js';

const PASSWORD = 'một mật khẩu dài';
/** Far above what it takes with bounds, far below the 8 s that it took without. */
const STILL_QUICK_MS = 500;

const tried = (client: Client, login: string, password: string) =>
  client.post<{ code: string }>('/api/sessions', { login, password });

const accountOf = async (api: RunningApi, login: string) => {
  await api.get<Accounts>(Accounts).create({ login, name: login, password: PASSWORD, grants: [] }, null);
};

describe.each(DATABASES)('a flood of passwords, on %s', (database) => {
  let api: RunningApi;
  let officer: Client;

  beforeAll(async () => {
    // The limit by address is out of the way: here is shown what so many hashes do.
    const settings = { signInsPerAddress: 1_000_000, signInsPerAccount: 1_000_000, signInsInAll: 1_000_000 };
    api = await startApi({ database, settings });
    officer = await api.signIn([{ role: 'office' }]);
  });
  afterAll(() => api?.stop());

  it('leaves others their answers: hashes have threads of their own, and few wait for them', async () => {
    const codes = new Map<number, number>();
    const flood = async () => {
      for (let round = 0; round < 4; round += 1) {
        const answers = await Promise.all(
          Array.from({ length: 256 }, (_, index) => tried(api.anonymous(), `nobody-${round}-${index}`, 'x')),
        );
        for (const { status, headers } of answers) {
          codes.set(status, (codes.get(status) ?? 0) + 1);
          if (status === 429) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
        }
      }
    };
    const times = await timesWhile(officer, flood);
    expect([...codes.keys()].toSorted()).toEqual([401, 429]);
    expect(times.length).toBeGreaterThan(5);
    expect(times[Math.floor(times.length / 2)]).toBeLessThan(STILL_QUICK_MS);
  });
});

describe('attempts with passwords', () => {
  let api: RunningApi;
  afterAll(() => api?.stop());

  it('are limited by account and address, by account, by address and in all; links are not', async () => {
    api = await startApi({
      database: 'sqlite',
      settings: { signInsPerAddress: 14, signInsPerAccount: 15, signInsInAll: 16 },
    });
    await accountOf(api, 'quen');
    const client = api.anonymous();
    // A third of what an account may take may come from one address, right or wrong.
    for (let turn = 0; turn < 4; turn += 1) expect((await tried(client, 'quen', 'sai')).status).toBe(401);
    expect((await tried(client, 'quen', PASSWORD)).status).toBe(201);
    const refused = await tried(client, 'quen', PASSWORD);
    expect([refused.status, refused.body.code]).toEqual([429, 'request.tooMany']);
    const wait = Number(refused.headers.get('retry-after'));
    expect([wait > 0, wait <= 60]).toEqual([true, true]);
    for (let turn = 0; turn < 8; turn += 1) expect((await tried(client, `khac-${turn}`, 'sai')).status).toBe(401);
    expect((await tried(client, 'khac', 'sai')).status).toBe(429);
    expect((await api.signIn([])).login).toBeDefined();
  });

  it('are counted for all processes together, and by each alone while Redis is away', async () => {
    const access = api.get<RedisAccess>(RedisAccess);
    const limits = { signInsPerAddress: 2, signInsPerAccount: 1_000, signInsInAll: 1_000 } as Config;
    const processes = [new SignInLimits(limits, access), new SignInLimits(limits, access)] as const;
    const isAllowed = (index: 0 | 1, ip: string) => {
      const request = { ip, body: { login: 'quen' } };
      const context = { switchToHttp: () => ({ getRequest: () => request }) } as unknown as ExecutionContext;
      return processes[index].canActivate(context).catch(({ code }: Problem) => code);
    };
    const watcher = access.client('watcher');
    await eventually('both are connected', async () => {
      const clients = String(await watcher.client('LIST'));
      return clients.split('name=thidua-sign-in-limits').length - 1 === 3;
    });
    const tries = async (ip: string, ...by: (0 | 1)[]) => {
      const found = [];
      for (const index of by) found.push(await isAllowed(index, ip));
      return found;
    };
    const no = 'request.tooMany';
    expect(await tries('192.0.2.1', 0, 1, 0, 1)).toEqual([true, true, no, no]);
    expect(await tries('2001:db8::1', 0, 0)).toEqual([true, true]);
    // One customer has all of these, and none of those.
    expect(await isAllowed(1, '2001:db8:0:0:ffff::2')).toBe(no);
    expect(await isAllowed(1, '2001:db8:0:1::1')).toBe(true);
    await watcher.client('PAUSE', 6_000, 'ALL');
    expect(await tries('192.0.2.2', 0, 0, 0)).toEqual([true, true, no]);
    // Answered once the pause is over, so that everything can be closed.
    await watcher.ping();
  });
});
