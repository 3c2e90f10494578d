import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { EntitySchema } from 'typeorm';
import { NestLogger } from '../../libs/platform/logging/nest-logger.js';
import { Recurring } from '../../libs/platform/logging/recurring.js';
import { openDatabase } from '../../libs/platform/database/open-database.js';
import type { ThiduaDatabase } from '../../libs/platform/database/open-database.js';
import { newPostgresDatabase } from '../support/postgres/postgres-server.js';
import { DATABASES } from '../support/start-api.js';
import { keptLogger } from './support/log-lines.js';
import { tempFolder } from './support/temp-folder.js';

/** What somebody typed, or a hash or a token of his. */
const SECRET = 'mat-khau-go-nham';

const Kept = new EntitySchema<{ login: string; age: number }>({
  name: 'kept',
  columns: { login: { type: 'varchar', primary: true }, age: { type: 'integer' } },
});

async function failureOf(work: () => Promise<unknown>): Promise<Error> {
  return work().then(
    () => {
      throw new Error('nothing failed');
    },
    (error: Error) => error,
  );
}

describe.each(DATABASES)('a failing statement on %s', (kind) => {
  let database: ThiduaDatabase | undefined;
  const removes: (() => Promise<void>)[] = [];

  const open = async (): Promise<ThiduaDatabase> => {
    const postgres = kind === 'postgres' ? await newPostgresDatabase() : undefined;
    const folder = await tempFolder();
    removes.push(...(postgres ? [postgres.drop] : []), folder.remove);
    const where = postgres
      ? ({ type: 'postgres', url: postgres.url } as const)
      : ({ type: 'sqlite', database: join(folder.path, 'x.sqlite'), enableWAL: true } as const);
    database = await openDatabase({ ...where, entities: [Kept] }, true);
    await database.query('CREATE TABLE kept (login varchar PRIMARY KEY, age integer NOT NULL CHECK (age > 0))');
    return database;
  };

  afterEach(async () => {
    await database?.destroy();
    for (const remove of removes.splice(0)) await remove();
  });

  it('is logged with its text and its table, without what was given to it', async () => {
    const { unitOfWork, manager } = await open();
    const insert = (login: string, age: unknown) => () =>
      unitOfWork.run((tx) => tx.manager.insert(Kept, { login, age: age as number }));
    await insert(SECRET, 1)();
    const failures = [
      await failureOf(insert(SECRET, 1)),
      await failureOf(insert(`${SECRET}-2`, -1)),
      await failureOf(insert(`${SECRET}-3`, null)),
      await failureOf(() => unitOfWork.run((tx) => tx.query('INSERT INTO kept VALUES (?, ?)', [SECRET, 1]))),
    ];
    // SQLite takes any text for a number.
    if (kind === 'postgres')
      failures.push(await failureOf(() => manager.insert(Kept, { login: 'x', age: SECRET as never })));
    expect(failures.every((error) => error.name === 'QueryFailedError' || kind === 'sqlite')).toBe(true);

    const { logger, lines } = keptLogger();
    const nest = new NestLogger(logger);
    const recurring = new Recurring(logger);
    for (const error of failures) {
      logger.error(error);
      logger.error({ err: error });
      logger.error({ msg: 'request failed', err: error, inner: { of: [error] } });
      nest.error(error, 'Context');
      nest.error('failed', error, 'Context');
      nest.warn({ msg: 'failed', err: new Error('a job failed', { cause: error }) }, 'Context');
      nest.warn({ msg: 'failed', err: new AggregateError([error], 'several failed') }, 'Context');
      recurring.tell('again', { err: error });
    }
    recurring.onApplicationShutdown();
    const written = JSON.stringify(lines);
    expect(written).not.toContain(SECRET);
    expect(lines).toHaveLength(failures.length * 7 + 1);
    const told = lines[1]!['err'] as Record<string, string>;
    expect(told['query']).toMatch(/^INSERT INTO "kept"/);
    expect(told['message']).toMatch(/constraint/i);
    expect(told['stack']).toMatch(/^QueryFailedError: .*\n\s+at /);
    expect(told['code']).toBe(kind === 'postgres' ? '23505' : 'SQLITE_CONSTRAINT');
    if (kind === 'postgres') expect(told['table']).toBe('kept');
    expect(lines[5]!['err']).toMatchObject({ message: 'a job failed', cause: { code: told['code'] } });
    expect(lines[6]!['err']).toMatchObject({ message: 'several failed', errors: [{ code: told['code'] }] });
  });
});

describe('an error in the log', () => {
  it('does not repeat what a reader stumbled on, nor the command that Redis refused', () => {
    const { logger, lines } = keptLogger();
    const failing = (work: () => unknown): unknown => {
      try {
        return work();
      } catch (error) {
        return error;
      }
    };
    const reply = Object.assign(new Error(`ERR unknown command 'x', with args beginning with: '${SECRET}'`), {
      name: 'ReplyError',
      command: { name: 'x', args: [SECRET] },
    });
    logger.error({ err: failing(() => JSON.parse(`${SECRET}!`)) });
    logger.error({ err: failing(() => BigInt(SECRET)) });
    logger.error({ err: reply });
    expect(JSON.stringify(lines)).not.toContain(SECRET);
    expect(lines.map(({ msg }) => msg)).toEqual([
      expect.stringMatching(/^Unexpected token .*JSON$/),
      'Cannot convert … to a BigInt',
      "ERR unknown command 'x'",
    ]);
  });

  it('is told whole but for that, however its causes hang together', () => {
    const { logger, lines } = keptLogger();
    const outer = new TypeError('outer', { cause: new Error('inner') });
    (outer.cause as Error).cause = outer;
    logger.error({ msg: 'failed', err: outer, address: '192.0.2.1', list: [1, 'x'] });
    expect(lines[0]).toMatchObject({
      msg: 'failed',
      address: '192.0.2.1',
      list: [1, 'x'],
      err: { type: 'TypeError', message: 'outer', cause: { message: 'inner', cause: { message: 'outer' } } },
    });
    expect((lines[0]!['err'] as { stack: string }).stack).toContain('told-errors.spec.ts');
  });

  it('nobody has caught ends the process in the same words', async () => {
    const folder = await tempFolder();
    const library = new URL('../../libs/platform/dist/index.js', import.meta.url).href;
    const script = `
      const { runProcess } = await import(${JSON.stringify(library)});
      runProcess(async () => {
        const cause = Object.assign(new Error('duplicate key'), { parameters: ['${SECRET}'], detail: '${SECRET}' });
        void Promise.reject(Object.assign(new Error('failed', { cause }), { query: 'INSERT INTO kept', parameters: ['${SECRET}'] }));
      });`;
    const { stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: folder.path, CONFIG_FILE: '' },
    });
    await folder.remove();
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Error: failed\n[^]*statement: INSERT INTO kept\ncaused by Error: duplicate key\n/);
    expect(stderr.replace(/\[eval1?\].*/g, '')).not.toContain(SECRET);
  });
});
