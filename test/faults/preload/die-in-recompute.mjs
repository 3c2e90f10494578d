// Runs before the worker, which then dies the first time it comes to the place named by FAULT_AT.
import { SqliteStatements } from '../../../libs/platform/dist/database/sqlite-statements.js';
import { die } from './die.mjs';

const { query, exec } = SqliteStatements.prototype;
const table = process.env['FAULT_AT'] === 'campaign before commit' ? 'campaign_result' : 'cluster_result';
let written = false;

SqliteStatements.prototype.query = function queryOrDie(sql, params) {
  if (sql.startsWith(`INSERT INTO ${table}`)) {
    if (process.env['FAULT_AT'] === 'before write') die('before write');
    written = true;
  }
  return query.call(this, sql, params);
};

SqliteStatements.prototype.exec = async function execOrDie(sql) {
  const ends = written && sql === 'COMMIT';
  if (ends && process.env['FAULT_AT'] !== 'after commit') die(`${table} before commit`);
  await exec.call(this, sql);
  if (ends) die(`${table} after commit`);
};
