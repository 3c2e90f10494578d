import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { getQueueToken } from '@nestjs/bull';
import { Logger } from '@nestjs/common';
import { RECOMPUTE_QUEUE } from '@thidua/campaigns';
import { SignIn } from '@thidua/identity';
import { NestLogger } from '@thidua/platform';
import { Behind } from '@thidua/rankings';
import type { JsonObject } from '@thidua/scoring';
import type { Queue } from 'bull';
import { keptLogger } from '../platform/support/log-lines.js';
import type { Answer, Client, ProblemBody } from '../support/client.js';
import { ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { eventually } from '../support/eventually.js';
import { runningTime } from '../support/running-time.js';
import { DATABASES, METRICS_TOKEN, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { rows } from '../support/tables.js';

/** Connections to the service: one on which nothing was sent, and one on which the first byte of 99 was. */
async function heldOpen(api: RunningApi): Promise<{ silent: Socket; halfSaid: Socket }> {
  const { hostname, port } = new URL(api.url);
  const connected = async (sent: string) => {
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.on('error', () => undefined).write(sent);
    return socket.setEncoding('utf8').resume();
  };
  const silent = await connected('');
  const halfSaid = await connected(
    'POST /api/sessions/link HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{',
  );
  // Once another request is answered, the server has read what came before it.
  expect((await api.anonymous().get('/api/health/live')).status).toBe(200);
  return { silent, halfSaid };
}

it('a service that stops leaves an unused connection at once, and answers a request that is under way', async () => {
  const api = await startApi({ database: 'sqlite', settings: { shutdownSeconds: 300 } });
  const { silent, halfSaid } = await heldOpen(api);
  const stopped = api.stop();
  expect(await runningTime(() => once(silent, 'close'))).toBeLessThan(4_000);
  halfSaid.write('}'.padStart(98));
  expect(await once(halfSaid, 'data')).toEqual([expect.stringMatching(/^HTTP\/1\.1 422 /)]);
  // The connection would be kept alive for another request.
  expect(await runningTime(() => stopped)).toBeLessThan(4_000);
});

it('a service that stops cuts off a request that does not end in time', async () => {
  const api = await startApi({ database: 'sqlite', settings: { shutdownSeconds: 1 } });
  const { halfSaid } = await heldOpen(api);
  const started = Date.now();
  const ofHalfSaid = once(halfSaid, 'close').then(() => Date.now() - started);
  expect(await runningTime(() => Promise.all([api.stop(), ofHalfSaid]))).toBeLessThan(4_000);
  expect(await ofHalfSaid).toBeGreaterThan(900);
});

describe.each(DATABASES)('the service on %s', (database) => {
  let api: RunningApi;
  let officer: Client;
  const { logger, lines } = keptLogger('debug');

  beforeAll(async () => {
    // Nobody but who submits asks for jobs: an addition while another's of the same id is there has no effect.
    api = await startApi({ database, settings: { sweepMs: 600_000 } });
    // What is logged by name from here on is kept.
    Logger.overrideLogger(new NestLogger(logger));
    const office = await api.signIn([{ role: 'office' }]);
    const file = smallCompetition({ code: 'h', clusters: { c1: ['u1'] }, entries: ofUnit('u1', selfScore(1)) });
    expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    officer = await api.signIn([{ role: 'unitOfficer', campaign: 'h', cluster: 'c1', unit: 'u1' }]);
    await idle();
  });
  afterAll(() => api?.stop());

  /** Waits until the last job is no longer in the queue. */
  const idle = async () => {
    await api.settled();
    const queue = api.get<Queue>(getQueueToken(RECOMPUTE_QUEUE));
    await eventually('no job is left', async () => (await queue.count()) + (await queue.getActiveCount()) === 0);
  };

  it('is ready, and names what it needs', async () => {
    let ready: Answer | undefined;
    // What does not answer within two seconds, on a machine that stood still for instance, is told as down.
    await eventually('it is ready', async () => {
      ready = await api.anonymous().get('/api/health/ready');
      return ready.status === 200;
    });
    expect(ready?.body).toEqual({
      status: 'up',
      checks: {
        database: { status: 'up' },
        queue: { status: 'up', name: 'bull', waiting: expect.any(Number) },
        redis: expect.objectContaining({ status: 'up' }),
        audit: { status: 'up', head: expect.stringMatching(/^\d+:[0-9a-f]{64}$/) },
      },
    });
    expect((await api.anonymous().get('/api/health/live')).body).toEqual({ status: 'up' });
  });

  it('follows a submission into the job that ranks it, by its correlation id', async () => {
    await idle();
    const id = `thu-${database}`;
    const answer = await officer.submit(
      { campaign: 'h', unit: 'u1', stage: 'self' },
      { version: 1, entries: selfScore(2), headers: { 'x-correlation-id': id } },
    );
    expect([answer.status, answer.headers.get('x-correlation-id')]).toEqual([201, id]);
    const isItsJob = (line: Record<string, unknown>) => line['context'] === 'Job' && line['correlationId'] === id;
    await eventually('the line of its job', () => lines.some(isItsJob));
    expect(lines.find(isItsJob)).toMatchObject({ msg: 'job done', job: 'cluster', id: 'h/c1' });
    // Other jobs ran under other ids.
    expect(lines.some((line) => line['msg'] === 'job done' && line['correlationId'] !== id)).toBe(true);
  });

  it('measures requests, jobs and how far rankings are behind', async () => {
    await api.settled();
    const { body, headers } = await api
      .anonymous()
      .get<string>('/api/metrics', { authorization: `Bearer ${METRICS_TOKEN}` });
    expect(headers.get('content-type')).toContain('text/plain');
    expect(body).toMatch(
      /thidua_http_request_seconds_count\{method="POST",route="\/api\/campaigns\/:campaign\/units\/:unit\/sheets\/:stage\/submission",status="201"\} [1-9]/,
    );
    expect(body).toMatch(/thidua_job_seconds_count\{name="cluster",outcome="done"\} [1-9]/);
    expect(body).toMatch(/^thidua_recompute_lag_revisions 0$/m);
    expect(body).toMatch(/^thidua_recompute_lag_seconds 0$/m);
  });

  it('goes on when the look that follows a job fails', async () => {
    await idle();
    jest.spyOn(api.get<Behind>(Behind), 'cluster').mockRejectedValueOnce(new Error('the database is away'));
    const answer = await officer.submit(
      { campaign: 'h', unit: 'u1', stage: 'self' },
      { version: 2, entries: selfScore(3) },
    );
    expect(answer.status).toBe(201);
    await eventually('the failed look', () => lines.some(({ msg }) => msg === 'not looked again'));
    // A rejection that nobody handles would fail this test, as it would end the service.
    await api.settled();
  });

  it('shows the lag while a ranking is behind', async () => {
    const still = await startApi({ database, processors: 'none' });
    try {
      const office = await still.signIn([{ role: 'office' }]);
      const file = smallCompetition({
        code: 'h',
        clusters: { c1: ['u1'], c2: ['v1'] },
        entries: ofUnit('u1', selfScore(1)),
      });
      expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
      const { body } = await still
        .anonymous()
        .get<string>('/api/metrics', { authorization: `Bearer ${METRICS_TOKEN}` });
      expect(body).toMatch(/^thidua_recompute_lag_revisions 3$/m);
      expect(body).toMatch(/^thidua_recompute_lag_seconds [\d.]+$/m);
      const behind = await office.get<ProblemBody>('/api/campaigns/h/result');
      expect([behind.status, behind.body.code]).toEqual([409, 'ranking.behind']);
      const board = await office.read<JsonObject & { clusters: JsonObject[] }>('/api/campaigns/h/board');
      expect(
        board.clusters.map(({ revision, requestedRevision, current, standings }) => [
          revision,
          requestedRevision,
          current,
          standings,
        ]),
      ).toEqual([
        [null, 2, false, []],
        [null, 1, false, []],
      ]);
    } finally {
      await still.stop();
    }
  });

  it('names every refusal by the id of its answer, in the language asked for', async () => {
    const asked = [
      officer.get<ProblemBody>('/api/campaigns/none/board'),
      officer.get<ProblemBody>('/api/nowhere'),
      officer.get<ProblemBody>('/api/campaigns/h/result'),
      officer.post<ProblemBody>('/api/sessions', { login: 'x', password: 'y' }),
      officer.post<ProblemBody>('/api/sessions/link', { token: 'x' }),
      officer.submit<ProblemBody>({ campaign: 'h', unit: 'u1', stage: 'self' }, { version: 9 }),
      api.anonymous().get<ProblemBody>('/api/session'),
    ];
    const ids = new Set<string>();
    for (const { status, headers, body } of await Promise.all(asked)) {
      expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(body).toMatchObject({
        status,
        type: `urn:thidua:problem:${body.code}`,
        correlationId: headers.get('x-correlation-id'),
      });
      // Where a code has no message, the code itself is shown.
      expect([body.code, body.detail]).not.toEqual([body.code, body.code]);
      ids.add(body.correlationId);
    }
    expect(ids.size).toBe(asked.length);
    const vietnamese = await officer.get<ProblemBody>('/api/campaigns/none/board', { 'accept-language': 'vi' });
    expect(vietnamese.body.detail).toMatch(/^Không/);
  });

  it('keeps the session out of reach of scripts and other sites, and ends it', async () => {
    const account = await api.signIn([]);
    const token = await api.get<SignIn>(SignIn).issueLink(account.login!);
    const signedIn = await api.anonymous().post('/api/sessions/link', { token });
    expect(signedIn.headers.get('set-cookie')).toMatch(/^thidua_session=[\w-]{43}; .*HttpOnly.*SameSite=Strict/);
    const again = await api.anonymous().post<ProblemBody>('/api/sessions/link', { token });
    expect([again.status, again.body.code]).toEqual([410, 'session.link.spent']);
    const stored = await rows<{ token_hash: string }>(api, 'SELECT token_hash FROM session');
    const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!.split('=')[1]!;
    expect(stored.map(({ token_hash }) => token_hash)).not.toContain(cookie);
    expect((await account.get('/api/session')).status).toBe(200);
    expect((await account.send('DELETE', '/api/session')).status).toBe(204);
    const ended = await account.get<ProblemBody>('/api/session');
    expect([ended.status, ended.body.code]).toEqual([401, 'session.missing']);
  });
});
