import { readFile } from 'node:fs/promises';

/**
 * Compares the mutants that survived with those that docs/mutation-testing.md gives a reason for: one that is not
 * listed fails, and so does a line that no surviving mutant bears out any more. Only files of the report count, so that
 * one folder can be run alone. Prints the score of each folder; less than 90 % in
 * all fails. With `--list` prints the lines as the page has them.
 */
const REPORT = new URL('../../../.setup/mutation/report.json', import.meta.url);
const PAGE = new URL('../../../docs/mutation-testing.md', import.meta.url);
const MOST = 90;
const LEAST_SCORE = 90;
const KILLED = ['Killed', 'Timeout'];
const LIVING = ['Survived', 'NoCoverage'];

const oneLine = (text) => {
  const joined = text.replace(/\s+/g, ' ').trim();
  return joined.length > MOST ? `${joined.slice(0, MOST)}…` : joined;
};

function note(folder, status) {
  const score = scores.get(folder) ?? { killed: 0, survived: 0 };
  if (KILLED.includes(status)) score.killed++;
  if (LIVING.includes(status)) score.survived++;
  scores.set(folder, score);
}

/** The text between two places of a source, whose lines and columns start at 1. */
function textAt(lines, { start, end }) {
  if (start.line === end.line) return lines[start.line - 1].slice(start.column - 1, end.column - 1);
  const between = lines.slice(start.line, end.line - 1);
  return [lines[start.line - 1].slice(start.column - 1), ...between, lines[end.line - 1].slice(0, end.column - 1)].join(
    '\n',
  );
}

const { files } = JSON.parse(await readFile(REPORT, 'utf8'));
const counts = new Map();
const scores = new Map();
for (const [file, { source, mutants }] of Object.entries(files)) {
  const lines = source.split('\n');
  for (const { status, location, replacement } of mutants) {
    const name = file.replace(/^libs\/scoring\//, '');
    note(name.split('/')[0], status);
    if (!LIVING.includes(status)) continue;
    const line = `${name}: ${oneLine(textAt(lines, location))} → ${oneLine(replacement ?? '')}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
}

/** One that stands in several places of its file says how often. */
const survived = new Set([...counts].map(([line, count]) => (count > 1 ? `${line} (${count}×)` : line)));

const page = await readFile(PAGE, 'utf8');
const listed = new Set(
  [...page.matchAll(/^```mutants\n([^]*?)^```$/gm)].flatMap(([, block]) => block.trim().split('\n')),
);
const isRun = (line) => Object.keys(files).includes(`libs/scoring/${line.slice(0, line.indexOf(':'))}`);

if (process.argv.includes('--list')) console.log([...survived].toSorted().join('\n'));
else {
  const unlisted = [...survived].filter((line) => !listed.has(line));
  const stale = [...listed].filter((line) => isRun(line) && !survived.has(line));
  for (const line of unlisted) console.error(`survived without a reason: ${line}`);
  for (const line of stale) console.error(`listed, but killed: ${line}`);
  const all = { killed: 0, survived: 0 };
  for (const { killed, survived: living } of scores.values()) {
    all.killed += killed;
    all.survived += living;
  }
  const percent = ({ killed, survived: living }) => (100 * killed) / Math.max(1, killed + living);
  for (const [folder, score] of [...scores, ['all', all]]) {
    console.log(
      `${folder.padEnd(10)} ${score.killed} killed, ${score.survived} survived: ${percent(score).toFixed(2)} %`,
    );
  }
  if (unlisted.length + stale.length > 0 || percent(all) < LEAST_SCORE) process.exitCode = 1;
}
