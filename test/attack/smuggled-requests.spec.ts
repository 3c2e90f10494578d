import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';

const HEAD = 'POST /api/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
const HIDDEN = 'GET /api/health/live HTTP/1.1\r\nHost: x\r\n\r\n';

describe('a request that two readers would end at different places', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi({ database: 'sqlite', processors: 'none' });
  });
  afterAll(() => api?.stop());

  /** The status lines of all that is answered on one connection. */
  const answers = (text: string) =>
    new Promise<string[]>((resolve, reject) => {
      let heard = '';
      const socket = connect(Number(new URL(api.url).port), '127.0.0.1', () => socket.write(text));
      socket.on('data', (chunk: Buffer) => (heard += chunk.toString())).on('error', reject);
      socket.on('close', () => resolve(heard.match(/^HTTP\/1\.1 \d+/gm) ?? []));
    });

  it.each([
    ['with a length and in chunks', `${HEAD}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${HIDDEN}`],
    ['in chunks that are none', `${HEAD}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${HIDDEN}`],
    ['with two lengths', `${HEAD}Content-Length: 2\r\nContent-Length: 4\r\n\r\n{}{}${HIDDEN}`],
    ['with a length that is none', `${HEAD}Content-Length: +2\r\n\r\n{}${HIDDEN}`],
    ['with a bare line feed in its head', `${HEAD}X: a\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${HIDDEN}`],
  ])('%s is refused, and its connection ends', async (_name, text) => {
    expect(await answers(text)).toEqual(['HTTP/1.1 400']);
  });

  it('a parameter that is sent twice names nothing', async () => {
    const office = await api.signIn([{ role: 'office' }]);
    expect((await office.get('/api/campaigns?a=1')).status).toBe(200);
    expect((await office.get('/api/campaigns?a=1&a=2')).status).toBe(404);
  });
});
