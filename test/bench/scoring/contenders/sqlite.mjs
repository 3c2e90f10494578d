import sqlite3 from 'sqlite3';
import { BONUS, caps, CLUSTER, criteria, CRITERIA, PARTS, PENALTY, PLACES } from '../workload.mjs';

const SCHEMA = `
  CREATE TABLE criterion (id INTEGER PRIMARY KEY, place, kind, max, plan, each, e1, e2, e3, e4, p0, p1, p2, p3, p4);
  CREATE TABLE place (id INTEGER PRIMARY KEY, cap, sign);
  CREATE TABLE entry (unit INTEGER, criterion INTEGER, value INTEGER, PRIMARY KEY (unit, criterion)) WITHOUT ROWID`;

/** Everything from the entries in one statement; whole numbers divide downwards. */
const ranking = (where) => `
  WITH sums AS (
    SELECT e.unit, c.place, SUM(CASE c.kind
        WHEN 'ratio' THEN c.max * MIN(e.value, c.plan) / c.plan
        WHEN 'count' THEN MIN(c.each * e.value, c.max)
        ELSE CASE WHEN e.value < c.e1 THEN c.p0 WHEN e.value < c.e2 THEN c.p1 WHEN e.value < c.e3 THEN c.p2
                  WHEN e.value < c.e4 THEN c.p3 ELSE c.p4 END END) AS points
      FROM entry e CROSS JOIN criterion c ON c.id = e.criterion ${where} GROUP BY e.unit, c.place),
  totals AS (
    SELECT s.unit, MAX(0, SUM(p.sign * MIN(s.points, p.cap))) AS total
      FROM sums s CROSS JOIN place p ON p.id = s.place GROUP BY s.unit),
  ranked AS (
    SELECT unit, total, RANK() OVER (PARTITION BY unit / ${CLUSTER} ORDER BY total DESC) AS rank,
           COUNT(*) OVER (PARTITION BY unit / ${CLUSTER}, total) AS tied FROM totals)
  SELECT unit, total, rank,
         (rank + tied - 1 <= ${PLACES[0]}) + 2 * (rank + tied - 1 <= ${PLACES[1]}) AS award FROM ranked`;

/** Calls a method of the driver and waits for its answer. */
const ask = (target, method, ...args) =>
  new Promise((resolve, reject) => {
    target[method](...args, (error, answer) => (error ? reject(error) : resolve(answer)));
  });

/** SQLite in memory, through the driver the product uses. */
export async function open(values, units) {
  const db = new sqlite3.Database(':memory:');
  await ask(db, 'exec', SCHEMA);
  for (const { index, place, kind, max, plan, each, edges = [], points = [] } of criteria) {
    const bands = [0, 1, 2, 3].map((i) => edges[i]).concat([0, 1, 2, 3, 4].map((i) => points[i]));
    const row = [index, place, kind, max, plan, each, ...bands].map((value) => value ?? null);
    await ask(db, 'run', `INSERT INTO criterion VALUES (${row.map(() => '?').join()})`, row);
  }
  const insertPlace = 'INSERT INTO place VALUES (?, ?, ?)';
  for (let part = 0; part < PARTS; part++) await ask(db, 'run', insertPlace, [part, caps[part], 1]);
  await ask(db, 'run', insertPlace, [BONUS, 2 ** 31, 1]);
  await ask(db, 'run', insertPlace, [PENALTY, 2 ** 31, -1]);
  await ask(db, 'exec', 'BEGIN');
  const insert = `INSERT INTO entry SELECT ? + key / ${CRITERIA}, key % ${CRITERIA}, value FROM json_each(?)`;
  for (let unit = 0; unit < units; unit += CLUSTER) {
    const rows = values.subarray(unit * CRITERIA, (unit + CLUSTER) * CRITERIA);
    await ask(db, 'run', insert, [unit, `[${rows.join()}]`]);
  }
  await ask(db, 'exec', 'COMMIT');
  const all = db.prepare(ranking(''));
  const one = db.prepare(ranking('WHERE e.unit BETWEEN ? AND ?'));
  const put = db.prepare('UPDATE entry SET value = ? WHERE unit = ? AND criterion = ?');
  let rows = [];
  return {
    async full() {
      rows = await ask(all, 'all');
    },
    readFull({ totals, ranks, awards }) {
      for (const { unit, total, rank, award } of rows) {
        totals[unit] = total;
        ranks[unit] = rank;
        awards[unit] = award;
      }
    },
    startUpdates() {
      rows = [];
    },
    async update({ unit, criterion, value }) {
      await ask(put, 'run', [value, unit, criterion]);
      const start = unit - (unit % CLUSTER);
      return ask(one, 'all', [start, start + CLUSTER - 1]);
    },
    readUpdate(found, totals, ranks) {
      for (const { unit, total, rank } of found) {
        totals[unit % CLUSTER] = total;
        ranks[unit % CLUSTER] = rank;
      }
    },
  };
}
