// Runs before the API. Once the file FAULT_ARMED is there, the process dies in place of the job that the n-th commit of
// submissions asks for, n being the file's content.
import { existsSync, readFileSync } from 'node:fs';
import Queue from 'bull';
import { die } from './die.mjs';
import { commits, watchStatements, writesTo } from './watch-statements.mjs';

const armed = /** @type {string} */ (process.env['FAULT_ARMED']);
const { add } = Queue.prototype;
let written = false;
let committed = 0;

watchStatements(
  (sql) => {
    written ||= existsSync(armed) && writesTo(sql, 'submission');
  },
  (sql) => {
    if (!written || !commits(sql)) return;
    written = false;
    committed += 1;
  },
);

Queue.prototype.add = function addOrDie(name, data, opts) {
  if (name === 'cluster' && committed > 0 && committed >= Number(readFileSync(armed, 'utf8'))) die(data.cluster);
  return add.call(this, name, data, opts);
};
