// Runs before the API. Once the file FAULT_ARMED is there, the process dies in place of the n-th addition of a
// cluster's job to the queue, n being the file's content: that is after the commit that asked for it.
import { existsSync, readFileSync } from 'node:fs';
import Queue from 'bull';
import { die } from './die.mjs';

const armed = /** @type {string} */ (process.env['FAULT_ARMED']);
const { add } = Queue.prototype;
let calls = 0;

Queue.prototype.add = function addOrDie(name, data, opts) {
  if (name === 'cluster' && existsSync(armed)) {
    calls += 1;
    if (calls === Number(readFileSync(armed, 'utf8'))) die(data.cluster);
  }
  return add.call(this, name, data, opts);
};
