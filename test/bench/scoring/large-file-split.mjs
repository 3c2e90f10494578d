// What `thidua score FILE --json` does, step by step: tells its parent, on the fourth channel, how long each took.
import { createHash } from 'node:crypto';
import { readFileSync, writeSync } from 'node:fs';
import { parseText, readCompetition, score, writeCanonicalJson } from '@thidua/scoring';

const steps = [];
function timed(step, work) {
  const start = performance.now();
  const value = work();
  steps.push([step, performance.now() - start]);
  return value;
}

const text = timed('file', () => new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(process.argv[2])));
const document = timed('reading', () => parseText(text, 'json'));
const competition = timed('checking', () => readCompetition(document.value));
const input = timed('hashing', () => {
  const hash = createHash('sha256');
  writeCanonicalJson(document.value, (part) => hash.update(part));
  return `sha256:${hash.digest('hex')}`;
});
const result = timed('scoring', () => score(competition.value, input));
timed('printing', () => process.stdout.write(`${JSON.stringify(result, null, 2)}\n`));
writeSync(3, JSON.stringify(steps));
