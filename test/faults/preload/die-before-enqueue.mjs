// Runs before the API. Once the file FAULT_ARMED is there, the process dies with the n-th commit of submissions, n being
// the file's content: what was committed is on disk, nobody was answered, and no job was asked for.
import { existsSync, readFileSync } from 'node:fs';
import { die } from './die.mjs';
import { commits, watchStatements, writesTo } from './watch-statements.mjs';

const armed = /** @type {string} */ (process.env['FAULT_ARMED']);
/** The cluster of a submission that the next commit keeps. */
let cluster = '';
let committed = 0;

watchStatements(
  (sql, values) => {
    if (existsSync(armed) && writesTo(sql, 'submission')) cluster = String(values[1]);
  },
  (sql) => {
    if (cluster === '' || !commits(sql)) return;
    committed += 1;
    if (committed >= Number(readFileSync(armed, 'utf8'))) die(cluster);
    cluster = '';
  },
);
