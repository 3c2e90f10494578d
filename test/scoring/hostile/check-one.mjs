// Reads and checks one text in a process of its own, computes it where it is sound, changes what was entered and looks
// for warnings:
// `node check-one.mjs FILE SYNTAX` prints what came of it.
import { readFileSync } from 'node:fs';
import { openStanding, parseText, readCompetition, warningsOf } from '@thidua/scoring';

/**
 * MiB that this process has had resident at most. What the system tells of resources used counts in whoever started it,
 * who may have been larger.
 */
function mostResident() {
  const [, kibibytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
  return Number(kibibytes) / 1024;
}

const [file, syntax] = process.argv.slice(2);
// Half a surrogate pair is only in a text that never was bytes, so texts are handed over in UTF-16.
const text = readFileSync(file, 'utf16le');

/** The processor's time that something takes, which other work on the machine does not lengthen. */
function timed(run) {
  const before = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(before);
  return { value, milliseconds: (user + system) / 1000 };
}

function readText() {
  const document = parseText(text, syntax);
  return document.ok ? readCompetition(document.value) : document;
}

function compute(competition) {
  const standing = openStanding(competition);
  standing.result('-');
  return standing;
}

/** Takes away what was entered last and puts it back; the standing is read after each. */
function changeOne(standing, entries) {
  const put = { stage: standing.plan.stages.list[0].code, ...entries.at(-1) };
  for (const change of entries.length === 0 ? [] : [{ remove: put }, { put }]) {
    standing.apply(change);
    standing.result('-');
  }
}

const read = timed(readText);
const { value: outcome } = read;
const computed = outcome.ok ? timed(() => compute(outcome.value)) : { milliseconds: 0 };
const changed = outcome.ok ? timed(() => changeOne(computed.value, outcome.value.entries ?? [])) : { milliseconds: 0 };
const warned = outcome.ok ? timed(() => warningsOf(outcome.value)) : { milliseconds: 0 };
process.stdout.write(
  JSON.stringify({
    codes: [...new Set(outcome.ok ? [] : outcome.errors.map(({ code }) => code))],
    milliseconds: [read, computed, changed, warned].map(({ milliseconds }) => milliseconds),
    mebibytes: mostResident(),
    polluted: {}.polluted !== undefined,
  }),
);
