import type { RewardRow } from '@thidua/scoring';
import type { Language } from './languages.js';
import { table } from './table.js';
import { TABLE_WORDS, type TableWords } from './words.js';

export interface RewardNames {
  reward(code: string): string;
  cluster(code: string): string;
  unit(code: string): string;
}

/** What is proposed, a line a unit: those proposed, those tied for a last place, those held back or barred. */
export function rewardTable(rows: readonly RewardRow[], names: RewardNames, lang: Language = 'vi'): string {
  const words = TABLE_WORDS[lang];
  return table(
    [
      { heading: words.reward },
      { heading: words.group },
      { heading: words.quota, align: 'right' },
      { heading: words.open, align: 'right' },
      { heading: words.unit },
      { heading: words.state },
    ],
    rows.flatMap((row) => {
      const head = [
        names.reward(row.code),
        row.cluster === null ? words.wholeCampaign : names.cluster(row.cluster),
        String(row.quota),
        String(row.open),
      ];
      const units = [...unitsOf(row, words).map(([unit, state]) => [names.unit(unit), state]), ...openWhy(row, words)];
      const [first = [words.nobody], ...others] = units;
      return [[...head, ...first], ...others.map((other) => ['', '', '', '', ...other])];
    }),
  );
}

function unitsOf({ proposed, tieAtEdge, held, barred }: RewardRow, words: TableWords): [unit: string, state: string][] {
  return [
    ...proposed.map((unit): [string, string] => [unit, words.proposed]),
    ...tieAtEdge.map((unit): [string, string] => [unit, words.tieAtEdge]),
    ...held.map((unit): [string, string] => [unit, words.held]),
    ...barred.map((unit): [string, string] => [unit, words.barred]),
  ];
}

/** Why places stay open. */
function openWhy({ open, tieAtEdge }: RewardRow, words: TableWords): string[][] {
  if (open === 0) return [];
  const why = tieAtEdge.length > 0 ? words.openForTie : words.stillOpen;
  return [[words.nobody, why.replace('{open}', String(open))]];
}
