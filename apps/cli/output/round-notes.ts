import type { ClusterRanking, Competition } from '@thidua/scoring';
import type { Language } from './languages.js';
import { TABLE_WORDS } from './words.js';

/** On which rounds the figures of a unit rest, of those on whose they do not as on most others' of the cluster. */
export function roundNotes(
  { rounds = [] }: ClusterRanking,
  competition: Competition,
  lang: Language,
): Map<string, string> {
  const { rounds: known = [], combine, asOf, campaign } = competition;
  const begun = known.filter(({ from }) => from <= (asOf ?? campaign.to));
  const counting = new Map<string, string[]>();
  for (const { code, name } of begun) {
    for (const { unit, criteria } of rounds.find((round) => round.code === code)?.standings ?? []) {
      const counts = combine?.missing !== 'skip' || Object.keys(criteria).length > 0;
      const list = counting.get(unit) ?? [];
      counting.set(unit, !counts ? list : combine?.how === 'last' ? [name] : [...list, name]);
    }
  }
  const told = new Map([...counting].map(([unit, names]) => [unit, names.join(', ')]));
  const usual = mostUsual([...told.values()]);
  const { onRounds, onNone } = TABLE_WORDS[lang];
  return new Map(
    [...told]
      .filter(([, names]) => names !== usual)
      .map(([unit, names]) => [unit, names === '' ? onNone : onRounds.replace('{rounds}', () => names)]),
  );
}

function mostUsual(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].reduce<[string | undefined, number]>(
    (best, each) => (each[1] > best[1] ? each : best),
    [undefined, 0],
  )[0];
}
