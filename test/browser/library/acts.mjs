import {
  canonicalJson,
  checkText,
  explain,
  makeBundle,
  openStanding,
  parseText,
  readCompetition,
  score,
  verifyBundle,
} from '@thidua/scoring';
import { sha256 } from './sha256.mjs';

function read(text, syntax) {
  const document = parseText(text, syntax);
  if (!document.ok) throw new Error(JSON.stringify(document.errors));
  const competition = readCompetition(document.value);
  if (!competition.ok) throw new Error(JSON.stringify(competition.errors));
  return { competition: competition.value, input: `sha256:${sha256(canonicalJson(document.value))}` };
}

function scoreText(text, syntax) {
  const { competition, input } = read(text, syntax);
  return score(competition, input);
}

/** Takes away every entry, one by one, and puts them back: the result before, half-way, without any, and after. */
function live(text, syntax) {
  const { competition, input } = read(text, syntax);
  const standing = openStanding(competition);
  const results = [standing.result(input)];
  const [{ code: first }] = standing.plan.stages.list;
  const moved = competition.entries.map((entry) => ({ stage: first, ...entry }));
  moved.forEach(({ unit, criterion, stage, round }, index) => {
    if (index === moved.length >> 1) results.push(standing.result(input));
    standing.apply({ remove: { unit, criterion, stage, round } });
  });
  results.push(standing.result(input));
  for (const put of moved) {
    const { ok, errors } = standing.apply({ put });
    if (!ok) throw new Error(JSON.stringify(errors));
  }
  results.push(standing.result(input));
  return results;
}

/** The account of every unit. */
function explainAll(text, syntax) {
  const standing = openStanding(read(text, syntax).competition);
  return [...standing.plan.units.keys()].map((unit) => explain(standing, unit));
}

/** What is done with the library, on a page as in Node: texts and plain JSON in, plain JSON out. */
export const acts = {
  scoreText,
  live,
  explainAll,
  /** Every error and warning, with its place. */
  check: (text, syntax) => checkText(text, syntax),
  bundle: (text, syntax) => makeBundle(read(text, syntax).competition, sha256),
  verify: (bundle) => verifyBundle(bundle, sha256),
};
