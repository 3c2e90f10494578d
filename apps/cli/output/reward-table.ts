import type { RewardRow } from '@thidua/scoring';
import { table } from './table.js';
import { WORDS } from './words.js';

export interface RewardNames {
  reward(code: string): string;
  cluster(code: string): string;
  unit(code: string): string;
}

/** What is proposed, a line a unit: those proposed, those tied for a last place, those held back or barred. */
export function rewardTable(rows: readonly RewardRow[], names: RewardNames): string {
  return table(
    [
      { heading: WORDS.reward },
      { heading: WORDS.group },
      { heading: WORDS.quota, align: 'right' },
      { heading: WORDS.open, align: 'right' },
      { heading: WORDS.unit },
      { heading: WORDS.state },
    ],
    rows.flatMap((row) => {
      const head = [
        names.reward(row.code),
        row.cluster === null ? WORDS.wholeCampaign : names.cluster(row.cluster),
        String(row.quota),
        String(row.open),
      ];
      const units = unitsOf(row).map(([unit, state]) => [names.unit(unit), state]);
      const [first = [WORDS.nobody], ...others] = units;
      return [[...head, ...first], ...others.map((other) => ['', '', '', '', ...other])];
    }),
  );
}

function unitsOf({ proposed, tieAtEdge, held, barred }: RewardRow): [unit: string, state: string][] {
  return [
    ...proposed.map((unit): [string, string] => [unit, WORDS.proposed]),
    ...tieAtEdge.map((unit): [string, string] => [unit, WORDS.tieAtEdge]),
    ...held.map((unit): [string, string] => [unit, WORDS.held]),
    ...barred.map((unit): [string, string] => [unit, WORDS.barred]),
  ];
}
