import { Problem } from '@thidua/platform';
import type { Plan } from '@thidua/scoring';

/** Which of a unit's sheets: at what stage, in what round. */
export interface SheetPlace {
  /** Code of a stage of the campaign. */
  readonly stage: string;
  /** Code of a round of the campaign; empty where it has none. */
  readonly round: string;
}

/** What a round is called in a key: campaigns without rounds have one unnamed. */
export const NO_ROUND = '';

/** The rounds that a campaign's sheets are of, in file order. */
export function roundsOf({ rounds }: Plan): readonly string[] {
  return rounds?.list.map(({ code }) => code) ?? [NO_ROUND];
}

/**
 * A request must name a round where the campaign has rounds, and none where it has none.
 * @throws Problem `scope.unknown` for a round that is not there.
 */
export function checkRound(plan: Plan, { round }: SheetPlace): void {
  if (!roundsOf(plan).includes(round)) throw new Problem('scope.unknown', 404);
}

/** The place as the engine's keys spell it: a round only where there is one. */
export function placeOf({ stage, round }: SheetPlace): { stage: string; round?: string } {
  return round === NO_ROUND ? { stage } : { stage, round };
}

/** One text for each place of a unit: codes hold no slash. */
export function placeId({ stage, round }: SheetPlace): string {
  return round === NO_ROUND ? stage : `${stage}/${round}`;
}
