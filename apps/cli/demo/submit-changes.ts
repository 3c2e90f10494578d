import { randomUUID } from 'node:crypto';
import { formatNumber } from '@thidua/scoring';
import { Failure } from '../failures.js';
import { say } from '../output/write.js';
import { chooseChanges } from './choose-changes.js';
import type { Change } from './choose-changes.js';
import type { EventFeed } from './event-feed.js';
import { Refused } from './service-client.js';
import type { ServiceClient } from './service-client.js';
import type { Board, ClusterBoard, Sheet, SheetEntry, Submitted } from './views.js';
import { waitForBoard } from './wait-for-board.js';

/** Sheets that may be tried until one moves a rank. */
const ATTEMPTS = 8;

/**
 * The unit's officer changes figures of the self-score and submits, until ranks of the cluster have moved.
 * @throws Failure when nothing moves.
 */
export async function submitUntilMoved(
  officer: ServiceClient,
  campaign: string,
  unit: string,
  feed: EventFeed,
): Promise<void> {
  const path = `/api/campaigns/${campaign}/units/${unit}/sheets/self`;
  const board = await waitForBoard(
    officer,
    campaign,
    feed,
    'a current ranking',
    ({ clusters }) => clusters[0]!.current,
  );
  let before = board.clusters[0]!;
  const except = new Set<string>();
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const sheet = await officer.get<Sheet>(path);
    const [changes] = chooseChanges(sheet, before, except);
    if (!changes) break;
    const entries = withChanges(sheet.entries, changes);
    const after = await submit(officer, campaign, path, sheet, entries, changes, feed).catch((error: unknown) => {
      // A higher stage has scored these figures: the officer may not change them behind its back.
      const refused =
        error instanceof Refused && error.code === 'entries.invalid' ? criteriaAt(error.paths, entries) : [];
      if (refused.length === 0) throw error;
      say(`  refused, because a higher stage has scored it: ${refused.join(', ')}`);
      for (const criterion of refused) except.add(criterion);
      return null;
    });
    if (after === null) continue;
    const moved = after.standings.filter(({ unit: code, rank }) => rank !== rankOf(before, code));
    if (moved.length > 0) {
      for (const { unit: code, name, rank } of moved) say(`  ${name}: ${rankOf(before, code)} → ${rank}`);
      return;
    }
    say('  nothing moved; another figure is tried.');
    for (const { criterion } of changes) except.add(criterion.code);
    before = after;
  }
  throw new Failure(`no figure of ${unit} that was tried moved a rank`);
}

/** Submits twice with one key, as a browser does after a broken connection, and waits for the ranking. */
async function submit(
  officer: ServiceClient,
  campaign: string,
  path: string,
  sheet: Sheet,
  entries: readonly SheetEntry[],
  changes: readonly Change[],
  feed: EventFeed,
): Promise<ClusterBoard> {
  for (const { criterion, from, to } of changes)
    say(`  ${criterion.code} ${criterion.name}: ${figure(from)} → ${figure(to)}`);
  const headers = { 'if-match': `"${sheet.version}"`, 'idempotency-key': randomUUID() };
  const startedAt = performance.now();
  const { body } = await officer.post<Submitted>(`${path}/submission`, { entries }, headers);
  const answeredAt = performance.now();
  say(
    `  accepted as version ${body.version}, revision ${body.revision} of the cluster, in ${ms(answeredAt - startedAt)}`,
  );
  const reached = ({ clusters }: Board) => (clusters[0]!.revision ?? 0) >= body.revision;
  const board = await waitForBoard(officer, campaign, feed, `revision ${body.revision}`, reached);
  say(`  the board shows it ${ms(performance.now() - answeredAt)} after the answer`);
  const again = await officer.post<Submitted>(`${path}/submission`, { entries }, headers);
  if (again.headers.get('idempotent-replay') !== 'true' || again.body.revision !== body.revision) {
    throw new Failure('the same Idempotency-Key was accepted a second time');
  }
  say('  sent again with the same Idempotency-Key: the same answer, not a second submission');
  return board.clusters[0]!;
}

function withChanges(entries: readonly SheetEntry[], changes: readonly Change[]): SheetEntry[] {
  const values = new Map(changes.map(({ criterion, to }) => [criterion.code, to]));
  return entries.map((entry) => {
    const actual = values.get(entry.criterion);
    return actual === undefined ? entry : { ...entry, actual };
  });
}

function criteriaAt(paths: readonly string[], entries: readonly SheetEntry[]): string[] {
  return paths.flatMap((path) => entries[Number(/^entries\[(\d+)\]/.exec(path)?.[1])]?.criterion ?? []);
}

function rankOf({ standings }: ClusterBoard, unit: string): number | null {
  return standings.find((standing) => standing.unit === unit)?.rank ?? null;
}

function figure(value: number): string {
  return formatNumber(String(value), 'vi');
}

function ms(duration: number): string {
  return `${duration.toFixed(0)} ms`;
}
