// Runs before the worker, which then dies the first time it comes to the place named by FAULT_AT. It watches the
// statements at the database driver, whichever way they come there.
import sqlite3 from 'sqlite3';
import { die } from './die.mjs';

const at = process.env['FAULT_AT'];
const table = at === 'campaign before commit' ? 'campaign_result' : 'cluster_result';
let written = false;

/** Dies if this is the place; else tells whether it will be once the statement has run. */
function watch(sql) {
  if (sql.startsWith(`INSERT INTO ${table}`)) {
    if (at === 'before write') die('before write');
    written = true;
  }
  if (!written || !/\bCOMMIT\b/.test(sql)) return false;
  if (at !== 'after commit') die(`${table} before commit`);
  return true;
}

function watched(run, sqlOf) {
  return function runOrDie(...args) {
    const done = args.at(-1);
    if (watch(sqlOf(this, args)) && typeof done === 'function') {
      args[args.length - 1] = function dieFirst(...results) {
        die(`${table} after commit`);
        return done.apply(this, results);
      };
    }
    return run.apply(this, args);
  };
}

for (const method of ['all', 'run', 'get']) {
  const { prototype } = sqlite3.Statement;
  prototype[method] = watched(prototype[method], (statement) => statement.sql);
}
sqlite3.Database.prototype.exec = watched(sqlite3.Database.prototype.exec, (_database, [sql]) => sql);
