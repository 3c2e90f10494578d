import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NewGrant } from '@thidua/identity';
import { Clock, UnitOfWork } from '@thidua/platform';
import type { Client } from '../support/client.js';
import { ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { EventStream } from '../support/event-stream.js';
import { runningTime } from '../support/running-time.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { rows } from '../support/tables.js';

/** Either side of midnight in Vietnam, which is 17:00 in UTC: the first and the second of March. */
const FIRST = '2022-03-01T16:59:59Z';
const SECOND = '2022-03-01T17:00:00Z';
const WITHIN_MS = 2_000;
const BOARD = '/api/campaigns/t/board';

describe.each(DATABASES)('a grant with a term, on %s', (database) => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi({ database });
    const office = await api.signIn([{ role: 'office' }]);
    const entries = [...ofUnit('u1', selfScore(90)), ...ofUnit('u2', selfScore(80))];
    const file = smallCompetition({ code: 't', clusters: { c: ['u1', 'u2'] }, entries });
    expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    await api.settled();
  });
  afterAll(() => api?.stop());
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const timeIs = (moment: string) => {
    jest.restoreAllMocks();
    jest.spyOn(api.get<Clock>(Clock), 'now').mockImplementation(() => new Date(moment));
  };
  const head = (term: Partial<NewGrant>): Promise<Client> =>
    api.signIn([{ role: 'clusterHead', campaign: 't', cluster: 'c', ...term }]);
  const statusOf = async (client: Client) => (await client.get(BOARD)).status;

  it.each([
    ['without days', {}, 200, 200],
    ['of the first day alone', { fromDay: '2022-03-01', toDay: '2022-03-01' }, 200, 403],
    ['from the second day', { fromDay: '2022-03-02' }, 403, 200],
    ['to the first day', { toDay: '2022-03-01' }, 200, 403],
    ['that is over', { toDay: '2022-02-28' }, 403, 403],
    ['that is yet to come', { fromDay: '2022-03-03', toDay: '2022-12-31' }, 403, 403],
  ])('%s counts on its days and on no other, with nobody acting', async (_, term, onFirst, onSecond) => {
    timeIs(FIRST);
    const client = await head(term);
    const found = [await statusOf(client)];
    timeIs(SECOND);
    found.push(await statusOf(client));
    // Asked again, also what is remembered of the second day must not come from the first.
    timeIs(FIRST);
    found.push(await statusOf(client));
    expect(found).toEqual([onFirst, onSecond, onFirst]);
  });

  it('that ends at midnight ends an event stream then', async () => {
    timeIs(FIRST);
    const stream = await EventStream.open(await head({ toDay: '2022-03-01' }), 't');
    const other = await EventStream.open(await head({}), 't');
    timeIs(SECOND);
    expect(await runningTime(() => stream.ended)).toBeLessThan(WITHIN_MS);
    const isOver = await Promise.race([other.ended.then(() => true), new Promise((go) => setTimeout(go, 600, false))]);
    expect(isOver).toBe(false);
    await other.close();
  });

  it('does not count any more once it was ended, on whatever day', async () => {
    timeIs(FIRST);
    const client = await head({ fromDay: '2022-01-01', toDay: '2022-12-31' });
    expect(await statusOf(client)).toBe(200);
    await api
      .get<UnitOfWork>(UnitOfWork)
      .run((tx) =>
        tx.query('UPDATE role_grant SET ended_at = ? WHERE account_id = (SELECT id FROM account WHERE login = ?)', [
          FIRST,
          client.login!,
        ]),
      );
    expect(await statusOf(client)).toBe(403);
    timeIs(SECOND);
    expect(await statusOf(client)).toBe(403);
  });

  it('names who acted by the person, also when the login has changed since', async () => {
    const committee = await api.signIn([{ role: 'committee', campaign: 't' }], 'Ủy viên A');
    // The day is another one again.
    await api.settled();
    const { clusters } = await committee.read<{ clusters: { revision: number }[] }>(BOARD);
    const word = { revision: clusters[0]!.revision, seen: null, outcome: 'endorse' };
    expect((await committee.post('/api/campaigns/t/clusters/c/reviews', word)).status).toBe(201);
    await api
      .get<UnitOfWork>(UnitOfWork)
      .run((tx) => tx.query("UPDATE account SET login = 'ten-moi' WHERE login = ?", [committee.login!]));
    const after = await committee.read<{ clusters: { review: { by: string } }[] }>(BOARD);
    expect(after.clusters[0]!.review.by).toBe('Ủy viên A');
    expect(
      await rows(api, 'SELECT a.login, v.reviewed_by FROM review v JOIN account a ON a.id = v.account_id'),
    ).toEqual([{ login: 'ten-moi', reviewed_by: committee.login }]);
  });
});
