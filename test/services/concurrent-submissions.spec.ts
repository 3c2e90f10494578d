import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { UnitOfWork } from '@thidua/platform';
import type { Transaction } from '@thidua/platform';
import type { JsonObject, ResultDocument } from '@thidua/scoring';
import sqlite3 from 'sqlite3';
import { RunningProcess } from '../faults/support/running-process.js';
import type { Client } from '../support/client.js';
import { TWO_REWARDS, selfScore, smallCompetition } from '../support/competitions.js';
import { scoreOf } from '../support/expected-result.js';
import { startApi } from '../support/start-api.js';
import type { ApiOptions, RunningApi } from '../support/start-api.js';

const CLUSTERS = 6;
const UNITS = 50;
const isToFail = (index: number) => index % 5 === 0;

interface Unit {
  readonly unit: string;
  readonly cluster: string;
  readonly index: number;
}

const units: Unit[] = Array.from({ length: CLUSTERS * UNITS }, (_, index) => ({
  unit: `u${index}`,
  cluster: `c${index % CLUSTERS}`,
  index,
}));

/** A reader of the database file that knows nothing of the service: another process could read the same. */
class Onlooker {
  private readonly db: sqlite3.Database;
  private looking: Promise<void> = Promise.resolve();
  private ended = false;
  readonly wrong = new Set<string>();
  looks = 0;

  constructor(
    dataDir: string,
    private readonly look: (onlooker: Onlooker) => Promise<void>,
  ) {
    this.db = new sqlite3.Database(join(dataDir, 'thidua.sqlite'), sqlite3.OPEN_READONLY);
    this.looking = this.loop();
  }

  all<Row>(sql: string): Promise<Row[]> {
    return new Promise((resolve, reject) =>
      this.db.all<Row>(sql, (error, rows) => (error ? reject(error) : resolve(rows))),
    );
  }

  async end(): Promise<void> {
    this.ended = true;
    await this.looking;
    await this.look(this);
    await new Promise((resolve) => this.db.close(resolve));
  }

  private async loop(): Promise<void> {
    while (!this.ended) {
      await this.look(this);
      this.looks += 1;
    }
  }
}

/** Submissions and revisions agree at every moment: a cluster's own first revision, and one for each submission. */
async function lookForTraces(onlooker: Onlooker): Promise<void> {
  const clusters = await onlooker.all<{
    code: string;
    requested: number;
    submissions: number;
    last: number | null;
    sheets: number;
  }>(
    `SELECT c.code, c.requested_revision AS requested, COUNT(b.revision) AS submissions, MAX(b.revision) AS last,
            (SELECT COUNT(*) FROM sheet s WHERE s.cluster = c.code AND s.version = 1) AS sheets
       FROM cluster c LEFT JOIN submission b ON b.cluster = c.code GROUP BY c.code`,
  );
  for (const { requested, submissions, last, sheets } of clusters) {
    if (requested !== submissions + 1 || (last ?? 1) !== requested)
      onlooker.wrong.add('a revision without its submission, or a gap');
    if (sheets !== submissions) onlooker.wrong.add('a sheet without its submission');
  }
  const marked = await onlooker.all<{ unit: string }>(
    "SELECT unit FROM submission WHERE entries LIKE '%to be undone%' UNION SELECT unit FROM sheet WHERE draft LIKE '%to be undone%'",
  );
  if (marked.length > 0) onlooker.wrong.add('a row of a failed transaction was seen');
}

/** The units whose submissions a unit of work has just accepted; none for work of another kind. */
function unitsOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  const verdicts = value as { value?: { submitted?: { unit: string } } }[];
  return verdicts.flatMap((verdict) => verdict.value?.submitted?.unit ?? []);
}

describe('submissions at the same time on sqlite', () => {
  const stops: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0).toReversed()) await stop();
  });

  async function start(
    options: Omit<ApiOptions, 'database'>,
  ): Promise<{ api: RunningApi; office: Client; officer: Client }> {
    const api = await startApi({ database: 'sqlite', ...options });
    stops.push(() => api.stop());
    const office = await api.signIn([{ role: 'office' }]);
    const clusters: Record<string, string[]> = {};
    for (const { unit, cluster } of units) (clusters[cluster] ??= []).push(unit);
    expect(
      (await office.import(JSON.stringify(smallCompetition({ code: 'nhieu', clusters, rewards: TWO_REWARDS })), 'json'))
        .status,
    ).toBe(201);
    const officer = await api.signIn(
      units.map(({ unit, cluster }) => ({ role: 'unitOfficer', campaign: 'nhieu', cluster, unit })),
    );
    return { api, office, officer };
  }

  const watch = (api: RunningApi) => new Onlooker(api.environment['DATA_DIR']!, lookForTraces);

  /** Makes the transactions of every fifth unit's submission fail after the last of its statements, until it is mended. */
  function makeSomeFail(api: RunningApi): () => void {
    const unitOfWork = api.get<UnitOfWork>(UnitOfWork);
    const run = unitOfWork.run.bind(unitOfWork);
    unitOfWork.run = <T>(work: (tx: Transaction) => Promise<T>) =>
      run(async (tx) => {
        const value = await work(tx);
        if (unitsOf(value).some((unit) => isToFail(Number(unit.slice(1))))) throw new Error('injected');
        return value;
      });
    return () => void (unitOfWork.run = run);
  }

  const entriesOf = ({ index }: Unit) => [
    { ...selfScore(index % 97)[0], reason: isToFail(index) ? 'to be undone' : 'kept' },
    selfScore(0, (index * 7) % 60)[1]!,
  ];

  it('keeps every accepted one, and of a failed one no trace that anybody ever saw', async () => {
    const { api, office, officer } = await start({});
    const mend = makeSomeFail(api);
    await api.settled();
    const onlooker = watch(api);
    const answers = await Promise.all(
      units.map(async (each) => {
        const answer = await officer.submit<{ revision: number }>(
          { campaign: 'nhieu', unit: each.unit, stage: 'self' },
          { version: 0, entries: entriesOf(each) },
        );
        // What was answered is there for a reader who comes after the answer.
        const stored =
          answer.status === 201
            ? await onlooker.all(`SELECT revision FROM submission WHERE unit = '${each.unit}'`)
            : [];
        return { ...each, status: answer.status, revision: answer.body.revision, stored };
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual(units.map(({ index }) => (isToFail(index) ? 500 : 201)));
    for (const { status, revision, stored } of answers) if (status === 201) expect(stored).toEqual([{ revision }]);
    await api.settled();
    await onlooker.end();
    expect([...onlooker.wrong]).toEqual([]);
    expect(onlooker.looks).toBeGreaterThan(10);

    const file = await office.read<JsonObject & { entries: { unit: string }[] }>('/api/campaigns/nhieu/file');
    expect(new Set(file.entries.map(({ unit }) => unit))).toEqual(
      new Set(units.filter(({ index }) => !isToFail(index)).map(({ unit }) => unit)),
    );
    expect(await office.read<ResultDocument>('/api/campaigns/nhieu/result')).toEqual(scoreOf(file as JsonObject));
    // Nothing of the first attempt is in the way of the next.
    mend();
    const failed = units.filter(({ index }) => isToFail(index));
    const again = await Promise.all(
      failed.map((each) =>
        officer.submit({ campaign: 'nhieu', unit: each.unit, stage: 'self' }, { version: 0, entries: entriesOf(each) }),
      ),
    );
    expect(new Set(again.map(({ status }) => status))).toEqual(new Set([201]));
  });

  it('is seen to be broken where a failed one leaves something behind', async () => {
    const { api, officer } = await start({});
    await api.settled();
    const unitOfWork = api.get<UnitOfWork>(UnitOfWork);
    const run = unitOfWork.run.bind(unitOfWork);
    // The submission is kept although its transaction was told to have failed, and undone later by hand.
    unitOfWork.run = async <T>(work: (tx: Transaction) => Promise<T>) => {
      const value = await run(work);
      if (unitsOf(value).length === 0) return value;
      await run((tx) => tx.query("DELETE FROM submission WHERE unit = 'u0'"));
      throw new Error('injected');
    };
    const onlooker = watch(api);
    expect(
      (
        await officer.submit(
          { campaign: 'nhieu', unit: 'u0', stage: 'self' },
          { version: 0, entries: entriesOf(units[0]!) },
        )
      ).status,
    ).toBe(500);
    await onlooker.end();
    expect([...onlooker.wrong]).toEqual(
      expect.arrayContaining(['a revision without its submission, or a gap', 'a sheet without its submission']),
    );
  });

  it('are ranked by a worker of its own on the same file, while both write', async () => {
    const { api, office, officer } = await start({ processors: 'none' });
    const worker = await RunningProcess.worker({ dataDir: api.environment['DATA_DIR']!, env: api.environment });
    stops.push(() => worker.stop());
    await api.settled();
    const onlooker = watch(api);
    for (let round = 0; round < 3; round += 1) {
      const answers = await Promise.all(
        units
          .filter(({ index }) => index % 3 === round)
          .map((each) =>
            officer.submit(
              { campaign: 'nhieu', unit: each.unit, stage: 'self' },
              { version: 0, entries: entriesOf(each) },
            ),
          ),
      );
      expect(answers.every(({ status }) => status === 201)).toBe(true);
    }
    await api.settled();
    await onlooker.end();
    expect([...onlooker.wrong].filter((each) => !each.includes('failed'))).toEqual([]);
    const file = await office.read<JsonObject>('/api/campaigns/nhieu/file');
    expect((file['entries'] as unknown[]).length).toBe(units.length * 2);
    expect(await office.read<ResultDocument>('/api/campaigns/nhieu/result')).toEqual(scoreOf(file));
    // Nobody else could have ranked it: without the worker nothing moves.
    await worker.stop();
    expect(
      (await officer.submit({ campaign: 'nhieu', unit: 'u1', stage: 'self' }, { version: 1, entries: selfScore(1) }))
        .status,
    ).toBe(201);
    await expect(api.settled(1_500)).rejects.toThrow('every ranking is current');
  });
});
