import type { ResultDocument } from '@thidua/scoring';
import { CLUSTERS, MARKED } from './competition.js';
import type { Attempt } from './officer.js';
import type { StoredState, SubmissionRow } from './stored-state.js';

/**
 * What is wrong with the submissions in the database and with the stored rankings that should count them, a line each:
 * an accepted one that is missing, half of one, one that nobody sent, a ranking that counts another. The rankings are
 * judged by the points that were sent, without the scoring engine.
 * @param result the service's result document of its stored rankings.
 * @param attempts all that were sent. Those without an answer may be there or not, but not by halves.
 */
export function findLost(state: StoredState, result: string, attempts: readonly Attempt[]): string[] {
  const byKey = new Map(state.submissions.map((row) => [row.idempotency_key, row]));
  return [
    ...attempts.flatMap((attempt) => findWrongRow(attempt, byKey.get(attempt.key))),
    ...findStrangers(state.submissions, attempts),
    ...CLUSTERS.flatMap((cluster) => findGaps(state, cluster)),
    ...state.sheets.flatMap(({ unit, ...sheet }) => findHalves(unit, sheet, state.submissions)),
    ...findUncounted(result, attempts, byKey),
  ];
}

function findWrongRow({ unit, key, points, revision }: Attempt, row: SubmissionRow | undefined): string[] {
  if (!row) return revision === undefined ? [] : [`${unit}: accepted submission ${key} is missing`];
  const wrong: string[] = [];
  if (row.unit !== unit || pointsOf(row) !== points)
    wrong.push(`${unit}: submission ${key} is stored with other content`);
  if (revision !== undefined && row.revision !== revision) {
    wrong.push(`${unit}: submission ${key} was answered revision ${revision} and stored as ${row.revision}`);
  }
  return wrong;
}

/** Rows that are no attempt's; those of the imported file have no key. */
function findStrangers(rows: readonly SubmissionRow[], attempts: readonly Attempt[]): string[] {
  const sent = new Set(attempts.map(({ key }) => key));
  return rows
    .filter(({ idempotency_key: key }) => key !== null && !sent.has(key))
    .map(({ unit, idempotency_key: key }) => `${unit}: submission ${key} was never sent`);
}

/** A cluster starts at revision 1, and each of its submissions takes the next one. */
function findGaps({ submissions, clusters }: StoredState, cluster: string): string[] {
  const counted = submissions.filter((row) => row.cluster === cluster).map(({ revision }) => revision);
  const requested = clusters.find(({ code }) => code === cluster)?.requested ?? 0;
  const expected = Array.from({ length: requested - 1 }, (_, index) => index + 2);
  const same = counted.length === expected.length && counted.every((revision, index) => revision === expected[index]);
  return same ? [] : [`${cluster}: revision ${requested}, but its submissions are of ${counted.join(' ')}`];
}

/** A sheet stands at its last submission, and at a version for each of them: nobody here saves drafts. */
function findHalves(
  unit: string,
  sheet: { version: number; submitted_revision: number | null },
  submissions: readonly SubmissionRow[],
): string[] {
  const own = submissions.filter((row) => row.unit === unit);
  const last = own.at(-1);
  const whole =
    sheet.version === own.length && last?.sheet_version === own.length && sheet.submitted_revision === last.revision;
  return whole ? [] : [`${unit}: sheet ${JSON.stringify(sheet)} does not agree with its ${own.length} submissions`];
}

/** The stored ranking of each cluster counts the last submission of each unit. */
function findUncounted(
  result: string,
  attempts: readonly Attempt[],
  byKey: ReadonlyMap<string | null, SubmissionRow>,
): string[] {
  const last = new Map<string, Attempt & { revision: number }>();
  for (const attempt of attempts) {
    const revision = attempt.revision ?? byKey.get(attempt.key)?.revision;
    if (revision === undefined || revision < (last.get(attempt.unit)?.revision ?? 0)) continue;
    last.set(attempt.unit, { ...attempt, revision });
  }
  const { clusters } = JSON.parse(result) as ResultDocument;
  const standings = clusters.flatMap((cluster) => cluster.standings);
  const stored = new Map(standings.map(({ unit, criteria }) => [unit, criteria[MARKED]?.points]));
  return [...last.values()]
    .filter(({ unit, points }) => stored.get(unit) !== points)
    .map(({ unit, points }) => `${unit}: the ranking counts ${stored.get(unit)} points, submitted were ${points}`);
}

function pointsOf({ entries }: SubmissionRow): unknown {
  const parsed = JSON.parse(entries) as { criterion: string; points?: unknown }[];
  return parsed.find(({ criterion }) => criterion === MARKED)?.points;
}
