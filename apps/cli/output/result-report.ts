import type { Competition, ResultDocument } from '@thidua/scoring';
import type { Language } from './languages.js';
import { rankingTable } from './ranking-table.js';
import { rewardTable } from './reward-table.js';
import { printable } from './write.js';
import { TABLE_WORDS } from './words.js';

/** A result for people: each cluster's ranking, then what is proposed, with the names of the file. */
export function resultReport(competition: Competition, result: ResultDocument, lang: Language): string {
  const classes = namesOf(competition.classes ?? []);
  const clusters = namesOf(competition.clusters);
  const units = namesOf(competition.clusters.flatMap((cluster) => cluster.units));
  const rewards = namesOf(competition.rewards ?? []);

  const sections = result.clusters.map(({ code, standings }) => {
    const lines = standings.map((standing) => ({
      ...standing,
      name: units.get(standing.unit)!,
      className: standing.class === null ? null : classes.get(standing.class)!,
    }));
    return `${printable(clusters.get(code)!)}\n\n${rankingTable(lines, lang)}`;
  });
  if (result.rewards.length > 0) {
    const names = {
      reward: (code: string) => rewards.get(code)!,
      cluster: (code: string) => clusters.get(code)!,
      unit: (code: string) => units.get(code)!,
    };
    sections.push(`${TABLE_WORDS[lang].rewards}\n\n${rewardTable(result.rewards, names, lang)}`);
  }
  return [printable(competition.campaign.name), ...sections].join('\n\n');
}

function namesOf(items: readonly { code: string; name: string }[]): Map<string, string> {
  return new Map(items.map(({ code, name }) => [code, name]));
}
