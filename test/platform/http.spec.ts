import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Injectable, Logger, Module, NotFoundException, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsString, Max, ValidateNested } from 'class-validator';
import { Config } from '../../libs/platform/config/config.js';
import { HealthModule } from '../../libs/platform/health/health.module.js';
import type { HealthProbe } from '../../libs/platform/health/health-probe.js';
import { configureHttp, fastifyOptions } from '../../libs/platform/http/configure-http.js';
import { LoggerModule } from '../../libs/platform/logging/logger.module.js';
import { NestLogger } from '../../libs/platform/logging/nest-logger.js';
import { MetricsModule } from '../../libs/platform/metrics/metrics.module.js';
import { Metrics } from '../../libs/platform/metrics/metrics.service.js';
import { Problem } from '../../libs/platform/problems/problem.js';
import { checkedBody } from '../../libs/platform/problems/validation.js';
import { keptLogger } from './support/log-lines.js';

class Entry {
  @IsString()
  criterion: string;

  @IsOptional()
  @IsInt()
  @Max(10)
  count?: number;
}

class Sheet {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Entry)
  entries: Entry[];
}

@Controller('sheets')
class SheetController {
  private readonly logger = new Logger('Sheets');

  @Post()
  async save(@Body(checkedBody) sheet: Sheet): Promise<{ saved: number }> {
    await sleep(1);
    this.logger.log({ msg: 'saved', count: sheet.entries.length });
    return { saved: sheet.entries.length };
  }

  @Get('stale')
  stale(): never {
    throw new Problem('sheet.stale', 412, { extra: { current: { version: 2 } }, headers: { etag: '"2"' } });
  }

  @Get('wrong')
  wrong(): never {
    const errors = [
      {
        code: 'entry.choice.unknown',
        path: 'entries[4].choice',
        message: '"x" is none of the options',
        params: { value: 'x' },
        sentences: { vi: 'Không có mức “x”.', en: 'There is no choice “x”.' },
        ...{ line: 7, column: 3 },
      },
      { code: 'field.type', path: 'entries[4]', message: 'an object is expected' },
      { code: 'not.in.catalogue', path: 'entries[5]', message: 'said in English' },
    ];
    throw new Problem('entries.invalid', 422, { errors });
  }

  @Get('of/:unit')
  of(): string {
    return 'found';
  }

  @Get('gone')
  gone(): never {
    throw new NotFoundException('row 7 of table accounts');
  }

  @Get('broken')
  broken(): never {
    throw new Error('password is hunter2');
  }
}

@Injectable()
class DatabaseProbe implements HealthProbe {
  readonly name = 'database';
  state: 'up' | 'down' | 'hangs' = 'up';

  async check(): Promise<Record<string, unknown>> {
    if (this.state === 'down') throw new Error('no route to host 10.0.0.7');
    if (this.state === 'hangs') await sleep(60_000, undefined, { ref: false });
    return { kind: 'sqlite' };
  }
}

@Module({
  providers: [DatabaseProbe, { provide: Config, useValue: { metricsToken: 't' } }],
  exports: [DatabaseProbe, Config],
})
class DatabaseModule {}

describe('HTTP', () => {
  let app: NestFastifyApplication;
  let base: string;
  const { logger, lines } = keptLogger('info');

  @Module({
    imports: [
      { module: DatabaseModule, global: true },
      LoggerModule.forRoot(logger),
      MetricsModule.forRoot({ http: true }),
      HealthModule.forRoot([DatabaseProbe]),
    ],
    controllers: [SheetController],
  })
  class App {}

  beforeAll(async () => {
    const adapter = new FastifyAdapter(fastifyOptions({ trustedProxies: [] }));
    app = await NestFactory.create<NestFastifyApplication>(App, adapter, { logger: new NestLogger(logger) });
    await configureHttp(app).listen(0, '127.0.0.1');
    base = await app.getUrl();
  });

  afterAll(() => app.close());

  const call = async (url: string, init: RequestInit) => {
    const answer = await fetch(base + url, init);
    const body = await answer.text();
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body, json: () => JSON.parse(body) };
  };

  /** What is answered to these bytes, until the connection ends or nothing more comes. */
  const sendRaw = (bytes: string) =>
    new Promise<string>((resolve, reject) => {
      let answer = '';
      const socket = connect(Number(new URL(base).port), '127.0.0.1', () => socket.write(bytes));
      socket.setTimeout(1_000, () => socket.destroy());
      socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
      socket.on('error', reject);
      socket.on('close', () => resolve(answer));
    });

  const get = (url: string, headers: Record<string, string> = {}) => call(url, { headers });

  const send = (body: string, headers: Record<string, string>) =>
    call('/api/sheets', { method: 'POST', body, headers });

  const post = (payload: unknown, headers: Record<string, string> = {}) =>
    send(JSON.stringify(payload), { 'content-type': 'application/json', ...headers });

  describe('problems', () => {
    it('are told as problem details in Vietnamese, with their own members and headers', async () => {
      const answer = await get('/api/sheets/stale', { 'x-correlation-id': 'abc-1' });
      expect(answer.status).toBe(412);
      expect(answer.headers).toMatchObject({
        'content-type': 'application/problem+json; charset=utf-8',
        'content-language': 'vi',
        etag: '"2"',
      });
      expect(answer.json()).toEqual({
        type: 'urn:thidua:problem:sheet.stale',
        title: 'Đã có người khác sửa',
        status: 412,
        code: 'sheet.stale',
        detail: 'Bảng chấm điểm đã được người khác lưu sau khi đồng chí mở. Hãy đối chiếu hai bản trước khi lưu.',
        correlationId: 'abc-1',
        current: { version: 2 },
      });
    });

    it('name each fault in the language asked for', async () => {
      const english = (await get('/api/sheets/wrong', { 'accept-language': 'en' })).json();
      expect(english.errors).toEqual([
        {
          code: 'entry.choice.unknown',
          path: 'entries[4].choice',
          message: 'There is no choice “x”.',
          params: { value: 'x' },
          ...{ line: 7, column: 3 },
        },
        { code: 'field.type', path: 'entries[4]', message: 'an object is expected' },
        { code: 'not.in.catalogue', path: 'entries[5]', message: 'said in English' },
      ]);
      const vietnamese = (await get('/api/sheets/wrong')).json();
      expect(vietnamese.errors.map(({ message }: { message: string }) => message)).toEqual([
        'Không có mức “x”.',
        'Giá trị không đúng kiểu.',
        'said in English',
      ]);
    });

    it('of Nest and of Fastify keep their status and tell nothing else', async () => {
      const gone = await get('/api/sheets/gone');
      expect(gone.json()).toMatchObject({ status: 404, code: 'route.unknown' });
      expect(gone.body).not.toContain('accounts');
      expect((await get('/api/nowhere')).json()).toMatchObject({ status: 404, code: 'route.unknown' });
      const json = { 'content-type': 'application/json' };
      expect((await send('{"entries":', json)).json()).toMatchObject({ status: 400, code: 'request.malformed' });
      expect((await send('x'.repeat(2 ** 15 + 1), json)).json()).toMatchObject({
        status: 413,
        code: 'request.tooLarge',
      });
      const csv = await send('a;b', { 'content-type': 'text/csv' });
      expect(csv.json()).toMatchObject({ status: 415, code: 'request.mediaType' });
      expect(csv.json().correlationId).toBe(csv.headers['x-correlation-id']);
    });

    it.each(['/api/%E0%A4%A', '/%E0%A4%A', '/api/sheets/%'])('are told of the address %s that is none', async (url) => {
      const answer = await get(url, { 'x-correlation-id': 'abc-2', 'accept-language': 'en' });
      expect(answer.headers).toMatchObject({
        'content-type': 'application/problem+json; charset=utf-8',
        'content-language': 'en',
        'x-correlation-id': 'abc-2',
      });
      expect(answer.json()).toEqual({
        type: 'urn:thidua:problem:request.malformed',
        title: 'Bad request',
        status: 400,
        code: 'request.malformed',
        detail: 'The server could not read the request.',
        correlationId: 'abc-2',
      });
    });

    it('are told of a code in the address that is longer than any', async () => {
      const answer = await get(`/api/sheets/of/${'a'.repeat(129)}`);
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(answer.json()).toMatchObject({ status: 414, title: 'Địa chỉ quá dài', code: 'route.unknown' });
      expect((await get(`/api/sheets/of/${'a'.repeat(128)}`)).body).toBe('found');
    });

    const POST = 'POST /api/sheets HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
    it.each([
      ['an unknown method', 'FOO /api/sheets HTTP/1.1\r\nHost: x\r\n\r\n', 400, 'request.malformed'],
      ['a wrong Content-Length', `${POST}Content-Length: abc\r\n\r\n{}`, 400, 'request.malformed'],
      ['two lengths', `${POST}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, 400, 'request.malformed'],
      ['a length that is too large', `${POST}Content-Length: 99999999999\r\n\r\n{}`, 413, 'request.tooLarge'],
      ['no HTTP', 'xin chào\r\n\r\n', 400, 'request.malformed'],
      ['large headers', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'request.tooLarge'],
    ])('are told of %s', async (_what, request, status, code) => {
      const answer = await sendRaw(request);
      const [head = '', body = ''] = answer.split('\r\n\r\n');
      expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      expect(head.toLowerCase()).toContain('content-type: application/problem+json; charset=utf-8');
      const told = JSON.parse(body) as Record<string, unknown>;
      expect(told).toMatchObject({ type: `urn:thidua:problem:${code}`, status, code });
      expect(head.toLowerCase()).toContain(`x-correlation-id: ${String(told['correlationId'])}`);
      expect(head.toLowerCase()).toContain(`content-length: ${Buffer.byteLength(body)}`);
    });

    it('nobody expected are logged whole and told to nobody', async () => {
      const answer = await get('/api/sheets/broken', { 'x-correlation-id': 'broken-1' });
      expect(answer.json()).toMatchObject({ status: 500, code: 'internal', correlationId: 'broken-1' });
      expect(answer.body).not.toContain('hunter2');
      const line = lines.find(({ msg, correlationId }) => msg === 'request failed' && correlationId === 'broken-1');
      expect(line).toMatchObject({ level: 'error', err: { message: 'password is hunter2' } });
      expect(line).toHaveProperty('err.stack', expect.stringContaining('http.spec'));
    });
  });

  it('checks what is sent, with the codes and paths of the competition file', async () => {
    const answer = await post({
      entries: [{ criterion: 'I.1', count: 3 }, { count: 'x' }, { criterion: 5, count: 11, extra: 1 }],
      who: 'me',
    });
    expect(answer.status).toBe(422);
    const { code, errors } = answer.json();
    expect(code).toBe('request.invalid');
    const found = errors.map((fault: { code: string; path: string }) => `${fault.path} ${fault.code}`);
    expect(found.toSorted()).toEqual([
      'entries[1].count field.type',
      'entries[1].criterion field.missing',
      'entries[2].count field.range',
      'entries[2].criterion field.type',
      'entries[2].extra field.unknown',
      'who field.unknown',
    ]);
  });

  describe('the correlation id', () => {
    it('of the caller is in the answer and in every line', async () => {
      const answer = await post({ entries: [] }, { 'x-correlation-id': 'one_two-3' });
      expect(answer.headers['x-correlation-id']).toBe('one_two-3');
      const mine = lines.filter(({ correlationId }) => correlationId === 'one_two-3');
      expect(mine.map(({ msg }) => msg)).toEqual(['saved', 'request']);
      expect(mine[0]).toMatchObject({ context: 'Sheets', count: 0 });
      expect(mine[1]).toMatchObject({ level: 'info', method: 'POST', route: '/api/sheets', status: 201 });
      expect(mine[1]?.['ms']).toEqual(expect.any(Number));
    });

    it.each(['has space', 'x'.repeat(65), 'a;b', ''])('is a new one where %j is offered', async (offered) => {
      const answer = await post({ entries: [] }, { 'x-correlation-id': offered });
      expect(answer.headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
    });

    it('is not mixed up between requests at the same time', async () => {
      const ids = Array.from({ length: 50 }, (_, index) => `mix-${index}`);
      await Promise.all(
        ids.map((id, count) =>
          post({ entries: Array.from({ length: count }, () => ({ criterion: 'c' })) }, { 'x-correlation-id': id }),
        ),
      );
      const saved = lines.filter(
        ({ msg, correlationId }) => msg === 'saved' && String(correlationId).startsWith('mix-'),
      );
      expect(saved.map(({ count, correlationId }) => `mix-${count}` === correlationId)).toEqual(ids.map(() => true));
    });
  });

  describe('health', () => {
    it('is alive, and ready while every probe answers', async () => {
      expect((await get('/api/health/live')).json()).toEqual({ status: 'up' });
      const ready = await get('/api/health/ready');
      expect(ready.status).toBe(200);
      expect(ready.json()).toEqual({ status: 'up', checks: { database: { status: 'up', kind: 'sqlite' } } });
    });

    it.each(['down', 'hangs'] as const)('is not ready when a probe %s, and says why in the log only', async (state) => {
      const probe = app.get(DatabaseProbe);
      probe.state = state;
      const ready = await get('/api/health/ready');
      probe.state = 'up';
      expect(ready.status).toBe(503);
      expect(ready.json()).toEqual({ status: 'down', checks: { database: { status: 'down' } } });
      expect(lines.findLast(({ msg }) => msg === 'not ready: database')).toMatchObject({ probe: 'database' });
      expect((await get('/api/health/live')).status).toBe(200);
    });
  });

  describe('metrics', () => {
    it('count requests by route and status, jobs by outcome, and show the recompute lag', async () => {
      const metrics = app.get(Metrics);
      metrics.watchRecomputeLag(async () => ({ revisions: 3, seconds: 0.5 }));
      metrics.jobEnded('recompute', 'done', 0.01);
      await get('/api/sheets/stale');
      const text = (await get('/api/metrics', { authorization: 'Bearer t' })).body;
      expect(text).toMatch(
        /thidua_http_request_seconds_count\{method="GET",route="\/api\/sheets\/stale",status="412"\} \d+/,
      );
      expect(text).toMatch(/thidua_job_seconds_count\{name="recompute",outcome="done"\} 1/);
      expect(text).toMatch(/^thidua_recompute_lag_revisions 3$/m);
      expect(text).toMatch(/^thidua_recompute_lag_seconds 0\.5$/m);
    });
  });
});
