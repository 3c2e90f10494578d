import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Transaction, UnitOfWork } from '@thidua/platform';
import { openLedger } from '../support/ledger.js';
import type { OpenedLedger } from '../support/ledger.js';
import { DATABASES } from '../support/start-api.js';

class Injected extends Error {}

const LATE = "INSERT INTO step (n, writer) VALUES (77, 'late')";
/** The ways on which an entity manager reaches the database. */
const byManager: Record<string, (manager: Transaction['manager']) => Promise<unknown>> = {
  'a query': (manager) => manager.query(LATE),
  'its query runner': async (manager) => manager.queryRunner!.query(LATE),
  'a builder': (manager) =>
    manager.createQueryBuilder().insert().into('step').values({ n: 77, writer: 'late' }).execute(),
  'a transaction in it': (manager) => manager.transaction((inner) => inner.query(LATE)),
};

describe.each(DATABASES)('an entity manager kept from its transaction, on %s', (kind) => {
  let opened: OpenedLedger;
  let unitOfWork: UnitOfWork;

  beforeEach(async () => {
    opened = await openLedger(kind);
    ({ unitOfWork } = opened.database);
  });
  afterEach(() => opened.close());

  const query = (sql: string) => opened.database.reader.query<Record<string, unknown>>(sql);

  it.each(Object.keys(byManager))('lets nothing out once the work has ended: %s', async (way) => {
    const send = byManager[way]!;
    const kept: Transaction['manager'][] = [];
    // Taken and used, taken only, and of a work that failed.
    await unitOfWork.run(async ({ manager }) => {
      kept.push(manager);
      await manager.query('SELECT n FROM counter');
    });
    await unitOfWork.run(async ({ manager }) => void kept.push(manager));
    const failing = unitOfWork.run(async ({ manager }) => {
      kept.push(manager);
      throw new Injected('given up');
    });
    await expect(failing).rejects.toThrow('given up');

    const refusals: unknown[] = [];
    const refuse = async () => {
      const outcomes = await Promise.allSettled(kept.map((manager) => send(manager)));
      refusals.push(...outcomes.map((outcome) => outcome.status === 'rejected' && String(outcome.reason)));
    };
    await refuse();
    // And inside the transaction of somebody else, which is then undone or kept without it.
    await unitOfWork.run(async (tx) => {
      await tx.query("INSERT INTO step (n, writer) VALUES (1, 'next')");
      await refuse();
    });
    expect(refusals).toEqual(Array.from({ length: 6 }, () => expect.stringMatching(/over|released/)));
    expect(await query('SELECT writer FROM step')).toEqual([{ writer: 'next' }]);
  });

  it('waits for what a work has sent through its manager, and undoes it with the rest', async () => {
    const underWay: Promise<unknown>[] = [];
    const failing = unitOfWork.run(async (tx) => {
      for (let n = 1; n <= 20; n += 1) {
        const sql = `INSERT INTO step (n, writer) VALUES (${n}, 'left behind')`;
        underWay.push(n % 2 === 0 ? tx.query(sql) : tx.manager.query(sql));
      }
      throw new Injected('given up');
    });
    await expect(failing).rejects.toThrow('given up');
    await Promise.allSettled(underWay);
    expect(await query('SELECT writer FROM step')).toEqual([]);

    const unheard = unitOfWork.run(async ({ manager }) => {
      await manager.query("INSERT INTO step (n, writer) VALUES (1, 'first')");
      void manager.query("INSERT INTO step (n, writer) VALUES (1, 'second')").catch(() => undefined);
    });
    await expect(unheard).rejects.toThrow(/unique/i);
    expect(await query('SELECT writer FROM step')).toEqual([]);
  });
});
