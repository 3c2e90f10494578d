import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../support/client.js';
import { smallCompetition } from '../support/competitions.js';
import { EventStream } from '../support/event-stream.js';
import { eventually } from '../support/eventually.js';
import { startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { timesWhile } from './support/while-attacked.js';

/** The bounds are 10 s for a sign-in and 15 s for the head of a request, looked at every 5 s; this is a busy machine's. */
const ENDED_MS = 60_000;
const MIB = 1024 * 1024;
const STILL_QUICK_MS = 200;

/** A connection of which everything that is answered is kept. */
class Connection {
  answer = '';
  readonly ended: Promise<void>;

  private constructor(readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => (this.answer += chunk.toString()));
    socket.on('error', () => undefined);
    this.ended = new Promise((resolve) => socket.once('close', () => resolve()));
  }

  static open(url: string): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () => resolve(new Connection(socket)));
      socket.once('error', reject);
    });
  }

  /** Sends a little every now and then. */
  drip(bytes: string): this {
    const drops = setInterval(() => this.socket.write(bytes), 250);
    this.socket.once('close', () => clearInterval(drops));
    return this;
  }
}

describe('slow clients', () => {
  let api: RunningApi;
  const connections: Connection[] = [];

  beforeAll(async () => {
    api = await startApi({ database: 'sqlite' });
    const office = await api.signIn([{ role: 'office' }]);
    await office.import(JSON.stringify(smallCompetition({ code: 's', clusters: { c1: ['u1'] } })), 'json');
  });
  afterEach(() => {
    for (const { socket } of connections.splice(0)) socket.destroy();
  });
  afterAll(() => api?.stop());

  const open = async (head: string) => {
    const connection = await Connection.open(api.url);
    connections.push(connection);
    connection.socket.write(head);
    return connection;
  };
  const headOf = (route: string, length: number | 'chunked', client?: Client) =>
    [
      `${route} HTTP/1.1`,
      'Host: x',
      'Content-Type: application/json',
      length === 'chunked' ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`,
      ...Object.entries(client?.sessionHeaders('POST') ?? {}).map(([name, value]) => `${name}: ${value}`),
      '\r\n',
    ].join('\r\n');

  const signInFrom = (localAddress: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const headers = { 'content-type': 'application/json' };
      request(`${api.url}/api/sessions`, { method: 'POST', agent: new Agent({ localAddress }), headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end(JSON.stringify({ login: 'x', password: 'x' }));
    });

  it('are not waited for: a head, a body, or nothing at all that comes drop by drop', async () => {
    const began = Date.now();
    const slow = await Promise.all([
      open(''),
      open('GET /api/session HTTP/1.1\r\n').then((each) => each.drip('X-A: b\r\n')),
      open(`${headOf('POST /api/sessions', 4_000)}{"login":"`).then((each) => each.drip('a')),
      open(`${headOf('POST /api/sessions', 'chunked')}`).then((each) => each.drip('1\r\n{\r\n')),
    ]);
    await Promise.all(slow.map(({ ended }) => ended));
    expect(Date.now() - began).toBeLessThan(ENDED_MS);
    for (const { answer } of slow) expect(answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*"code":"request\.timeout"/);
  });

  it('that never end a large body get no more places than there are, strangers none', async () => {
    const office = await api.signIn([{ role: 'office' }]);
    const others = await Promise.all(Array.from({ length: 9 }, () => api.signIn([{ role: 'office' }])));
    const begun = `{"login":"${'x'.repeat(1_000)}`;
    const large = (client?: Client, length: number | 'chunked' = 15 * MIB) =>
      open(headOf('POST /api/campaigns/import', length, client) + (length === 'chunked' ? '' : begun));
    const statusOf = async (connection: Connection) => {
      await eventually('an answer', () => connection.answer.includes('\r\n\r\n'));
      return Number(connection.answer.split(' ')[1]);
    };
    expect(await statusOf(await large())).toBe(401);
    expect(await statusOf(await large(undefined, 'chunked'))).toBe(401);
    // Of one session the first is waited for and the others are refused.
    const first = await large(office);
    expect(await statusOf(await large(office))).toBe(429);
    expect(await statusOf(await large(office, 'chunked'))).toBe(429);
    expect(first.answer).toBe('');
    // Of many sessions four in all.
    const many = await Promise.all(others.map((client) => large(client)));
    const refused = async () => many.filter(({ answer }) => answer.startsWith('HTTP/1.1 503 ')).length;
    await eventually('the answers', async () => (await refused()) === many.length - 3);
    // Small ones come through all the same, and large ones once there is room.
    expect((await office.get('/api/session')).status).toBe(200);
    expect((await api.anonymous().post('/api/sessions', { login: 'x', password: 'x' })).status).toBe(401);
    for (const { socket } of [first, ...many]) socket.destroy();
    const file = JSON.stringify(smallCompetition({ code: 'room', clusters: { c1: ['u1'] } }));
    await eventually('there is room', async () => (await office.import(file, 'json')).status !== 503);
    expect((await office.import(file, 'json')).status).toBe(409);
  });

  it('that send thousands of small bodies and end none leave room for who is signed in', async () => {
    const office = await api.signIn([{ role: 'office' }, { role: 'committee' }]);
    const path = '/api/campaigns/s/reviews';
    const busy = await Promise.all(
      Array.from({ length: 600 }, () => open(`${headOf(`POST ${path}`, 32 * 1024)}{"reason":"`)),
    );
    await eventually('places are short', () => busy.some(({ answer }) => answer.startsWith('HTTP/1.1 503 ')));
    const review = await office.post(path, { revision: 0, seen: null, outcome: 'return', reason: '' });
    expect([review.status, review.body['code']]).toEqual([422, 'review.reason.missing']);
    // Nor does one address keep those at others from signing in.
    expect(await signInFrom('127.0.0.9')).toBe(401);
  });

  it('open eight streams of a session: the oldest is told to come again', async () => {
    const client = await api.signIn([{ role: 'office' }]);
    const other = await EventStream.open(await api.signIn([{ role: 'office' }]), 's');
    const streams: EventStream[] = [];
    for (let count = 0; count < 10; count += 1) streams.push(await EventStream.open(client, 's'));
    for (const stream of streams.slice(0, 2)) {
      await stream.ended;
      expect(stream.events.map(({ type }) => type)).toEqual(['again']);
    }
    const still = [...streams.slice(2), other].map((stream) =>
      Promise.race([stream.ended.then(() => 'ended'), 'open']),
    );
    expect(await Promise.all(still)).toEqual(Array(9).fill('open'));
    await Promise.all([...streams, other].map((stream) => stream.close()));
  });

  it('that listen cost little: hundreds of streams, and others are answered as before', async () => {
    const clients = await Promise.all(Array.from({ length: 50 }, () => api.signIn([{ role: 'office' }])));
    const bystander = await api.signIn([{ role: 'office' }]);
    const streams = await Promise.all(
      clients.flatMap((client) => Array.from({ length: 8 }, () => EventStream.open(client, 's'))),
    );
    const times = await timesWhile(bystander, () => sleep(2_000));
    expect(times[Math.floor(times.length / 2)]).toBeLessThan(STILL_QUICK_MS);
    await Promise.all(streams.map((stream) => stream.close()));
  });
});
