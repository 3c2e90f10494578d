import { explain, openStanding } from '@thidua/scoring';
import type { Explanation } from '@thidua/scoring';
import { Failure } from '../failures.js';
import { readCompetitionFile } from '../files/read-document.js';
import { FAILURES } from '../output/command-words.js';
import { explainReport, type Narrowed } from '../output/explain/explain-report.js';
import type { NarrowedRounds } from '../output/explain/round-lines.js';
import type { Language } from '../output/languages.js';
import { namesOf } from '../output/names.js';
import { say } from '../output/write.js';

export interface ExplainOptions {
  unit: string;
  criterion?: string;
  reward?: string;
  json?: boolean;
  lang: Language;
}

/**
 * `thidua explain FILE --unit U`: how each figure of a unit came about. `criterion` and `reward` narrow it to that
 * criterion, that reward or both; `json` prints the whole account as a document.
 * @throws WrongFile when the file is wrong, Failure when it cannot be read or has no such unit, criterion or reward.
 */
export async function explainFile(path: string, options: ExplainOptions): Promise<void> {
  const { competition } = await readCompetitionFile(path);
  const standing = openStanding(competition);
  const { units } = standing.plan;
  if (!units.has(options.unit)) throw new Failure(FAILURES.unit(path, options.unit, [...units.keys()]));
  const account = explain(standing, options.unit);
  if (options.json) say(JSON.stringify(account, null, 2));
  else
    say(
      explainReport(
        narrow(account, options, path, units.get(options.unit)!.scale.byCode.keys()),
        namesOf(options.lang, competition),
        options.lang,
      ),
    );
}

/** @param known codes of the criteria of the unit's scale. */
function narrow(
  account: Explanation,
  { criterion, reward }: ExplainOptions,
  path: string,
  known: Iterable<string>,
): Narrowed {
  if (criterion === undefined && reward === undefined) return account;
  const criteria = account.criteria.filter(({ code }) => code === criterion);
  const rounds = narrowRounds(account.rounds, criterion);
  const rewards = account.rewards.filter(({ code }) => code === reward);
  const isFound = criteria.length > 0 || rounds?.list.some((round) => round.criteria.length > 0) === true;
  if (criterion !== undefined && !isFound) throw new Failure(FAILURES.criterion(path, criterion, [...known]));
  if (reward !== undefined && rewards.length === 0)
    throw new Failure(
      FAILURES.reward(
        path,
        reward,
        account.rewards.map(({ code }) => code),
      ),
    );
  return { unit: account.unit, asOf: account.asOf, criteria, rounds, rewards };
}

/** The rounds with one criterion and nothing of the sums it goes into; null where none is asked for. */
function narrowRounds(rounds: Explanation['rounds'], criterion: string | undefined): NarrowedRounds | null {
  if (rounds === null || criterion === undefined) return null;
  const list = rounds.list.map((round) => ({
    ...round,
    place: null,
    criteria: round.criteria.filter(({ code }) => code === criterion),
    total: null,
  }));
  return { ...rounds, list, figures: rounds.figures.filter(({ figure }) => figure === `criterion:${criterion}`) };
}
