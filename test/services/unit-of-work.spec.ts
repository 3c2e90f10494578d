import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Transaction, UnitOfWork } from '@thidua/platform';
import type { DataSource } from 'typeorm';
import { currentCorrelationId, runWithCorrelation } from '../../libs/platform/logging/correlation.js';
import { openLedger } from '../support/ledger.js';
import type { OpenedLedger } from '../support/ledger.js';
import { DATABASES } from '../support/start-api.js';

class Injected extends Error {}

/** One step of the counter, with a pause after each statement so that writers have every occasion to meet. */
async function step(tx: Transaction, writer: string, fails: boolean): Promise<void> {
  const [counter] = await tx.query<{ n: number }>(`SELECT n FROM counter WHERE id = 1${tx.forUpdate}`);
  await sleep(Math.random() < 0.2 ? 1 : 0);
  await tx.query('INSERT INTO step (n, writer) VALUES (?, ?)', [counter!.n + 1, writer]);
  await setImmediate();
  await tx.query('UPDATE counter SET n = ? WHERE id = 1', [counter!.n + 1]);
  if (fails) throw new Injected(writer);
}

const isToFail = (index: number) => index % 5 === 0;

/**
 * Sends `count` writers at once, every fifth failing on purpose, while readers look all the time.
 * @returns what is wrong; nothing when every promise was kept.
 */
async function violationsOf(
  run: UnitOfWork['run'],
  source: OpenedLedger['database'],
  count: number,
): Promise<string[]> {
  const wrong = new Set<string>();
  const look = async () => {
    const rows = await source.reader.query<{
      n: number;
      steps: number | string;
      last: number | null;
      failed: number | string;
    }>(
      `SELECT n, (SELECT COUNT(*) FROM step) AS steps, (SELECT MAX(n) FROM step) AS last,
              (SELECT COUNT(*) FROM step WHERE writer LIKE 'fails%') AS failed FROM counter`,
    );
    const { n, steps, last, failed } = rows[0]!;
    if (Number(failed) > 0) wrong.add('a reader saw a row that was never committed');
    if (Number(steps) !== n || (last ?? 0) !== n) wrong.add('a reader saw half a transaction');
  };
  const all = { written: false };
  const readers = Array.from({ length: 2 }, async () => {
    while (!all.written) await look();
  });
  const writers = Array.from({ length: count }, (_, index) => `${isToFail(index) ? 'fails' : 'stays'}-${index}`);
  const outcomes = await Promise.allSettled(
    writers.map((writer, index) => run((tx) => step(tx, writer, isToFail(index)))),
  );
  all.written = true;
  await Promise.all(readers);
  await look();
  const kept = new Set(
    (await source.reader.query<{ writer: string }>('SELECT writer FROM step')).map(({ writer }) => writer),
  );
  outcomes.forEach((outcome, index) => {
    const writer = writers[index]!;
    if (outcome.status === 'fulfilled' && !kept.has(writer)) wrong.add('an acknowledged write is gone');
    if (outcome.status === 'rejected' && kept.has(writer)) wrong.add('a failed write is there');
    if (outcome.status === 'rejected' && !isToFail(index)) wrong.add('a right write failed');
  });
  return [...wrong];
}

const LATE = "INSERT INTO step (n, writer) VALUES (77, 'late')";

describe.each(DATABASES)('the unit of work on %s', (kind) => {
  let opened: OpenedLedger;
  let unitOfWork: UnitOfWork;

  beforeEach(async () => {
    opened = await openLedger(kind);
    ({ unitOfWork } = opened.database);
  });
  afterEach(() => opened.close());

  const query = (sql: string) => opened.database.reader.query<Record<string, unknown>>(sql);

  it('keeps 300 writers apart, a fifth of which fail, under the eyes of readers', async () => {
    expect(await violationsOf((work) => unitOfWork.run(work), opened.database, 300)).toEqual([]);
    expect(await query('SELECT n FROM counter')).toEqual([{ n: 240 }]);
  });

  it.each(['by itself', 'through its manager'])('lets nothing out that a failed work sends late, %s', async (way) => {
    let hooks = 0;
    let tell: (slow: Promise<unknown>) => void = () => undefined;
    const late = new Promise<unknown>((resolve) => (tell = resolve));
    late.catch(() => undefined);
    const failing = unitOfWork.run((tx) => {
      const broken = tx.query('SELECT n FROM nowhere');
      const slow = (async () => {
        await broken.catch(() => undefined);
        await setImmediate();
        tx.afterCommit(() => (hooks += 1));
        await (way === 'by itself' ? tx.query(LATE) : tx.manager.query(LATE));
      })();
      tell(slow);
      return Promise.all([slow, broken]);
    });
    const next = unitOfWork.run(async (tx) => {
      await tx.query("INSERT INTO step (n, writer) VALUES (1, 'next')");
      // So that it is still open when the other's late statement comes.
      await expect(late).rejects.toThrow('over');
    });
    await expect(failing).rejects.toThrow(/nowhere/);
    await next;
    expect([await query('SELECT writer FROM step'), hooks]).toEqual([[{ writer: 'next' }], 0]);
  });

  it('undoes what a failed work still has under way', async () => {
    const underWay: Promise<unknown>[] = [];
    const failing = unitOfWork.run(async (tx) => {
      await tx.query('SELECT n FROM counter');
      for (let n = 1; n <= 20; n += 1) {
        underWay.push(tx.query("INSERT INTO step (n, writer) VALUES (?, 'left behind')", [n]));
      }
      throw new Injected('given up');
    });
    await expect(failing).rejects.toThrow('given up');
    await Promise.allSettled(underWay);
    expect(await query('SELECT writer FROM step')).toEqual([]);
  });

  it('fails when a statement it did not wait for does', async () => {
    const running = unitOfWork.run(async (tx) => {
      await tx.query("INSERT INTO step (n, writer) VALUES (1, 'first')");
      void tx.query("INSERT INTO step (n, writer) VALUES (1, 'second')").catch(() => undefined);
    });
    await expect(running).rejects.toThrow(/unique/i);
    expect(await query('SELECT writer FROM step')).toEqual([]);
  });

  it('runs each work and each hook under the id of its own caller', async () => {
    const seen: (readonly [string, string | undefined, string | undefined])[] = [];
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        runWithCorrelation(`caller-${index}`, () =>
          unitOfWork.run(async (tx) => {
            await tx.query('SELECT 1');
            await sleep(Math.random() * 3);
            const inWork = currentCorrelationId();
            tx.afterCommit(() => seen.push([`caller-${index}`, inWork, currentCorrelationId()]));
          }),
        ),
      ),
    );
    expect(seen).toHaveLength(60);
    expect(seen.filter(([own, inWork, inHook]) => own !== inWork || own !== inHook)).toEqual([]);
  });

  it('runs hooks once it is durable, and never those of a failed work', async () => {
    const said: string[] = [];
    const look = async (name: string) =>
      said.push(`${name} ${(await query('SELECT COUNT(*) AS n FROM parent'))[0]!['n']}`);
    const looks: Promise<unknown>[] = [];
    const write = (id: number, fails: boolean) =>
      unitOfWork.run(async (tx) => {
        tx.afterCommit(() => void looks.push(look(`hook ${id}`)));
        await tx.query('INSERT INTO parent (id) VALUES (?)', [id]);
        if (fails) throw new Injected();
      });
    await write(1, false);
    await Promise.allSettled([write(2, true)]);
    await Promise.all(looks);
    expect(said).toEqual(['hook 1 1']);
  });

  it('is refused whole when its commit fails', async () => {
    await expect(unitOfWork.run((tx) => tx.query('INSERT INTO child (id) VALUES (9)'))).rejects.toThrow(/foreign key/i);
    expect(await query('SELECT * FROM child')).toEqual([]);
    await unitOfWork.run((tx) => tx.query('INSERT INTO parent (id) VALUES (9)'));
    await unitOfWork.run((tx) => tx.query('INSERT INTO child (id) VALUES (9)'));
    expect(await query('SELECT id FROM child')).toEqual([{ id: 9 }]);
  });
});

describe('the unit of work on sqlite alone', () => {
  let opened: OpenedLedger;
  let unitOfWork: UnitOfWork;

  beforeEach(async () => {
    opened = await openLedger('sqlite');
    ({ unitOfWork } = opened.database);
  });
  afterEach(() => opened.close());

  describe('would be broken by', () => {
    const source = () => opened.database as DataSource;
    /** What of each must be seen; of those that depend on who comes first, one of several. */
    const variants: Record<string, readonly [readonly string[], UnitOfWork['run']]> = {
      "TypeORM's own transactions on the shared connection": [
        ['a right write failed'],
        (work) =>
          source().transaction((manager) =>
            work({
              manager,
              forUpdate: '',
              query: (sql, params = []) => manager.query(sql, [...params]),
              beforeCommit: () => undefined,
              afterCommit: () => undefined,
            } as Transaction),
          ),
      ],
      'statements of many writers in one transaction': [
        ['a failed write is there', 'a right write failed'],
        async (work) => {
          const query = async (sql: string, params: readonly unknown[] = []) => source().query(sql, [...params]);
          await query('BEGIN').catch(() => undefined);
          try {
            return await work({
              manager: source().manager,
              forUpdate: '',
              query,
              beforeCommit: () => undefined,
              afterCommit: () => undefined,
            } as Transaction);
          } finally {
            await query('COMMIT').catch(() => undefined);
          }
        },
      ],
      'an answer before the commit': [
        ['an acknowledged write is gone'],
        async <T>(work: (tx: Transaction) => Promise<T>) => {
          let answer!: T;
          const undone = unitOfWork.run(async (tx) => {
            answer = await work(tx);
            throw new Injected();
          });
          await undone.catch(() => undefined);
          return answer;
        },
      ],
      'a failure told after the commit': [
        ['a failed write is there'],
        async (work) => {
          await unitOfWork.run(work);
          throw new Injected();
        },
      ],
      'an undoing by a second transaction': [
        ['a reader saw a row that was never committed'],
        async <T>(work: (tx: Transaction) => Promise<T>) => {
          const value = await unitOfWork.run((tx) => work(tx).catch((error: unknown) => error));
          if (!(value instanceof Injected)) return value as T;
          await sleep(2);
          await unitOfWork.run((tx) => tx.query('DELETE FROM step WHERE writer = ?', [value.message]));
          throw value;
        },
      ],
    };

    it.each(Object.keys(variants))('%s: the check sees it', async (name) => {
      const [expected, run] = variants[name]!;
      const seen = await violationsOf(run, opened.database, 60);
      expect(seen.filter((violation) => expected.includes(violation))).not.toEqual([]);
      await source()
        .query('ROLLBACK')
        .catch(() => undefined);
    });
  });

  it('tells of a statement that cannot be prepared, each time it is sent', async () => {
    for (let time = 0; time < 2; time += 1) {
      const both = await Promise.allSettled([
        unitOfWork.run((tx) => tx.query('SELECT 1 FROM nowhere')),
        unitOfWork.run((tx) => Promise.all([tx.query('SELEKT'), tx.query('SELEKT')])),
      ]);
      expect(both.map((each) => (each as PromiseRejectedResult).reason)).toMatchObject([
        { message: expect.stringMatching('nowhere') },
        { message: expect.stringMatching('SELEKT') },
      ]);
      await expect(opened.database.reader.query('SELECT 1 FROM nowhere')).rejects.toThrow('nowhere');
    }
    await unitOfWork.run((tx) => tx.manager.query('CREATE TABLE nowhere (id integer)'));
    expect(await unitOfWork.run((tx) => tx.query('SELECT 1 FROM nowhere'))).toEqual([]);
  });

  it('takes writers in the order they came', async () => {
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        unitOfWork.run(async (tx) => {
          await tx.query('SELECT 1');
          if (index % 7 === 0) await sleep(1);
          order.push(index);
        }),
      ),
    );
    expect(order).toEqual(Array.from({ length: 200 }, (_, index) => index));
  });

  it('answers everybody of a group whose commit fails, and keeps none of it', async () => {
    const hooks: number[] = [];
    const writers = Array.from({ length: 10 }, (_, index) =>
      unitOfWork.run(async (tx) => {
        tx.afterCommit(() => hooks.push(index));
        await tx.query('INSERT INTO parent (id) VALUES (?)', [index]);
        if (index === 4) await tx.query('INSERT INTO child (id) VALUES (1000)');
      }),
    );
    const outcomes = await Promise.allSettled(writers);
    expect(outcomes.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 'rejected'));
    expect(await opened.database.reader.query('SELECT * FROM parent')).toEqual([]);
    expect(hooks).toEqual([]);
    await unitOfWork.run((tx) => tx.query('INSERT INTO parent (id) VALUES (1)'));
    expect(await opened.database.reader.query('SELECT id FROM parent')).toEqual([{ id: 1 }]);
  });

  it('loses no writer who comes just when the queue is empty', async () => {
    let done = 0;
    const write = () => unitOfWork.run((tx) => tx.query('SELECT 1')).then(() => (done += 1));
    for (let round = 0; round < 3_000; round += 1) {
      const first = write();
      // The next comes some microtasks or a turn of the event loop around the end of the first.
      for (let ticks = round % 40; ticks > 0; ticks -= 1) await Promise.resolve();
      if (round % 3 === 0) await first;
      if (round % 5 === 0) await setImmediate();
      const second = write();
      if (round % 2 === 0) await second;
    }
    await write();
    expect(done).toBe(6_001);
  });
});
