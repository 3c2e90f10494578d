// Reads and checks one text in a process of its own: `node check-one.mjs FILE SYNTAX` prints what came of it.
import { readFileSync } from 'node:fs';
import { parseText, readCompetition } from '@thidua/scoring';

const [file, syntax] = process.argv.slice(2);
// Half a surrogate pair is only in a text that never was bytes, so texts are handed over in UTF-16.
const text = readFileSync(file, 'utf16le');
const before = process.cpuUsage();
const document = parseText(text, syntax);
const outcome = document.ok ? readCompetition(document.value) : document;
const { user, system } = process.cpuUsage(before);
process.stdout.write(
  JSON.stringify({
    codes: [...new Set(outcome.ok ? [] : outcome.errors.map(({ code }) => code))],
    milliseconds: (user + system) / 1000,
    mebibytes: process.resourceUsage().maxRSS / 1024,
    polluted: {}.polluted !== undefined,
  }),
);
