import { entryOf, type Competition, type Entry } from '../plan/competition.js';
import { compile } from '../plan/compile.js';
import type { Plan } from '../plan/plan.js';
import { LiveStanding } from './live-standing.js';

/**
 * Opens a standing (spec, "Standings") over a checked competition, or over a plan and the entries accepted by its checks.
 * Throws a TypeError or RangeError on what was never checked.
 */
export function openStanding(competition: Competition): LiveStanding;
export function openStanding(plan: Plan, entries: Iterable<Entry>): LiveStanding;
export function openStanding(source: Competition | Plan, entries?: Iterable<Entry>): LiveStanding {
  if ('format' in source) {
    const plan = compile(source);
    const { code } = plan.stages.list[0]!;
    return new LiveStanding(
      plan,
      (source.entries ?? []).map((entry) => entryOf(entry, code)),
    );
  }
  return new LiveStanding(source, entries ?? []);
}
