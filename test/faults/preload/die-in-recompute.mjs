// Runs before the worker, which then dies the first time it comes to the place named by FAULT_AT.
import { die } from './die.mjs';
import { commits, watchStatements, writesTo } from './watch-statements.mjs';

const at = process.env['FAULT_AT'];
const table = at === 'campaign before commit' ? 'campaign_result' : 'cluster_result';
let written = false;

watchStatements(
  (sql) => {
    if (writesTo(sql, table)) {
      if (at === 'before write') die('before write');
      written = true;
    }
    if (written && commits(sql) && at !== 'after commit') die(`${table} before commit`);
  },
  (sql) => {
    if (written && commits(sql)) die(`${table} after commit`);
  },
);
