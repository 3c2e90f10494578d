import type { Stage } from '../plan/competition.js';
import type { Plan } from '../plan/plan.js';
import { asReference } from '../text/fields.js';
import { knownCodes } from '../text/known-codes.js';
import type { JsonObject, JsonValue } from '../text/json-value.js';
import { at, type Path } from '../text/path.js';
import type { Problems } from '../text/problems.js';

/** Where an entry of a criterion belongs. */
export interface EntryPlace {
  /** Of its stage; 0 is the lowest. */
  level: number;
  /** Of its round, by index; 0 where the competition has no rounds. */
  round: number;
}

/** The stage and round an entry names (spec, "Entry"); undefined after telling what is wrong with either. */
export function readPlace(plan: Plan, entry: JsonObject, path: Path, problems: Problems): EntryPlace | undefined {
  const level = Object.hasOwn(entry, 'stage')
    ? readLevel(plan, entry['stage'] ?? null, at(path, 'stage'), problems)
    : 0;
  const round = readRound(plan, entry, at(path, 'round'), problems);
  return level === undefined || round === undefined ? undefined : { level, round };
}

function readLevel({ stages }: Plan, value: JsonValue, path: Path, problems: Problems): number | undefined {
  const stage = asReference(value, path, problems);
  if (stage === undefined) return undefined;
  const level = stages.levelOf.get(stage);
  if (level === undefined) {
    problems.add('ref.unknown', path, 'there is no such stage', {
      reason: 'stage',
      value: stage.slice(0, 80),
      ...knownCodes(stages.levelOf.keys()),
    });
  }
  return level;
}

function readRound({ rounds }: Plan, entry: JsonObject, path: Path, problems: Problems): number | undefined {
  if (rounds === undefined) {
    if (!Object.hasOwn(entry, 'round')) return 0;
    problems.add('entry.round', path, 'this competition has no rounds', { reason: 'none' });
    return undefined;
  }
  const raw = entry['round'];
  if (raw === undefined) {
    problems.add('entry.round', path, 'an entry must name its round', {
      reason: 'missing',
      ...knownCodes(rounds.indexOf.keys()),
    });
    return undefined;
  }
  const code = asReference(raw, path, problems);
  if (code === undefined) return undefined;
  const index = rounds.indexOf.get(code);
  if (index === undefined) {
    problems.add('ref.unknown', path, 'there is no such round', {
      reason: 'round',
      value: code.slice(0, 80),
      ...knownCodes(rounds.indexOf.keys()),
    });
  }
  return index;
}

/** The same of an accepted entry's stage and round. Throws a TypeError where the plan has none of that code. */
export function placeOf({ stages, rounds }: Plan, stage: Stage, round: string | undefined): EntryPlace {
  const level = stages.levelOf.get(stage);
  if (level === undefined) throw new TypeError(`there is no stage ${stage}`);
  if (rounds === undefined) {
    if (round === undefined) return { level, round: 0 };
    throw new TypeError('there are no rounds');
  }
  const index = round === undefined ? undefined : rounds.indexOf.get(round);
  if (index === undefined) throw new TypeError(`there is no round ${round}`);
  return { level, round: index };
}
