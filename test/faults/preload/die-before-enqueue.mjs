// Runs before the API. Once the file FAULT_ARMED is there, the process dies in place of the n-th addition of a job to
// the queue that a commit has just asked for, n being the file's content. Additions for other reasons do not count.
import { existsSync, readFileSync } from 'node:fs';
import Queue from 'bull';
import { die } from './die.mjs';

const armed = /** @type {string} */ (process.env['FAULT_ARMED']);
const { add } = Queue.prototype;
let calls = 0;
Error.stackTraceLimit = 30;

Queue.prototype.add = function addOrDie(name, data, opts) {
  if (existsSync(armed) && new Error('where from').stack?.includes('unit-of-work')) {
    calls += 1;
    if (calls === Number(readFileSync(armed, 'utf8'))) die(data.cluster);
  }
  return add.call(this, name, data, opts);
};
