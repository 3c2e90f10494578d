import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { NewAccount } from '@thidua/identity';
import { LiveEvents, UnitOfWork } from '@thidua/platform';
import { rankingChannel } from '@thidua/rankings';
import type { RankingEvent } from '@thidua/rankings';
import { RunningProcess } from '../faults/support/running-process.js';
import { tempFolder } from '../platform/support/temp-folder.js';
import { Client } from '../support/client.js';
import { smallCompetition } from '../support/competitions.js';
import { EventStream } from '../support/event-stream.js';
import { runningTime } from '../support/running-time.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';

/** What a right is given until nothing shows any more, and as much again for a machine that is busy with others. */
const WITHIN_MS = 2_000;

const OF_LOGIN = 'account_id = (SELECT id FROM account WHERE login = ?)';

describe.each(DATABASES)('an event stream on %s', (database) => {
  let api: RunningApi;
  const streams: EventStream[] = [];

  beforeAll(async () => {
    api = await startApi({ database });
    const office = await api.signIn([{ role: 'office' }]);
    const file = smallCompetition({ code: 's', clusters: { c1: ['u1'], c2: ['v1'] } });
    expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    await api.settled();
  });
  afterEach(async () => {
    for (const stream of streams.splice(0)) await stream.close();
  });
  afterAll(() => api?.stop());

  const open = async (client: Client): Promise<EventStream> => {
    const stream = await EventStream.open(client, 's');
    streams.push(stream);
    return stream;
  };
  /** As an administrator would, past the service. */
  const run = (sql: string, params: string[]) => api.get<UnitOfWork>(UnitOfWork).run((tx) => tx.query(sql, params));
  let revisions = 1_000;
  const publish = (cluster: string): number => {
    const event: RankingEvent = { kind: 'ranking', campaign: 's', cluster, revision: (revisions += 1) };
    api.get<LiveEvents>(LiveEvents).publish(rankingChannel('s'), event);
    return revisions;
  };
  const shows = (revision: number) => (event: EventStream['events'][number]) => event.data['revision'] === revision;
  const OFFICE: NewAccount['grants'] = [{ role: 'office' }];

  const ENDS: Readonly<Record<string, (client: Client) => Promise<unknown>>> = {
    'the caller signs out': (client) => client.send('DELETE', '/api/session'),
    'the account is disabled': ({ login }) => run("UPDATE account SET state = 'disabled' WHERE login = ?", [login!]),
    'the last grant on it is withdrawn': ({ login }) => run(`DELETE FROM role_grant WHERE ${OF_LOGIN}`, [login!]),
    'the session expires': ({ cookie }) => {
      const token = createHash('sha256').update(cookie!.split('=')[1]!).digest('hex');
      const soon = new Date(Date.now() + 200).toISOString();
      return run('UPDATE session SET expires_at = ? WHERE token_hash = ?', [soon, token]);
    },
  };

  it.each(Object.keys(ENDS))('ends within a second when %s, and others go on', async (what) => {
    const client = await api.signIn(OFFICE);
    const stream = await open(client);
    const other = await open(await api.signIn(OFFICE));
    const before = publish('c1');
    await stream.until('an event while it may', shows(before));
    await ENDS[what]!(client);
    expect(await runningTime(() => stream.ended)).toBeLessThan(WITHIN_MS);
    const after = publish('c1');
    await other.until('what comes later', shows(after));
    expect(stream.events.some(shows(after))).toBe(false);
    await expect(EventStream.open(client, 's')).rejects.toThrow(/40[13]/);
  });

  it('narrows to what is left when one of several grants is withdrawn, and says so', async () => {
    const client = await api.signIn([
      { role: 'clusterHead', campaign: 's', cluster: 'c1' },
      { role: 'clusterHead', campaign: 's', cluster: 'c2' },
    ]);
    const stream = await open(client);
    await stream.until('an event of c2', shows(publish('c2')));
    await run(`DELETE FROM role_grant WHERE ${OF_LOGIN} AND cluster = 'c2'`, [client.login!]);
    const told = stream.until('that it sees other clusters', ({ type }) => type === 'gap');
    expect(await runningTime(() => told)).toBeLessThan(WITHIN_MS);
    const hidden = publish('c2');
    await stream.until('an event of c1', shows(publish('c1')));
    expect(stream.events.some(shows(hidden))).toBe(false);
  });
});

describe('an event stream of another process', () => {
  it('ends when the caller signs out in this one', async () => {
    const api = await startApi({ database: 'postgres' });
    const folder = await tempFolder();
    // With a Redis of its own: no message of the first process ever comes to it.
    const { DATABASE_URL } = api.environment;
    const other = await RunningProcess.api({ dataDir: folder.path, env: { DATABASE_URL: DATABASE_URL! } });
    try {
      const client = await api.signIn([{ role: 'office' }]);
      const file = smallCompetition({ code: 's', clusters: { c1: ['u1'] } });
      expect((await client.import(JSON.stringify(file), 'json')).status).toBe(201);
      const there = Object.assign(new Client(other.url), { cookie: client.cookie, csrfToken: client.csrfToken });
      const stream = await EventStream.open(there, 's');
      expect((await client.send('DELETE', '/api/session')).status).toBe(204);
      expect(await runningTime(() => stream.ended)).toBeLessThan(WITHIN_MS);
    } finally {
      await other.api.stop();
      await api.stop();
      await folder.remove();
    }
  });
});
