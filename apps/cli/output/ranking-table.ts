import { formatNumber } from '@thidua/scoring';
import type { Language } from './languages.js';
import type { Column } from './table.js';
import { table } from './table.js';
import { TABLE_WORDS, type TableWords } from './words.js';

/** One line of a cluster's ranking. Decimals with a point, as computed. */
export interface RankingLine {
  readonly name: string;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly total: string;
  readonly bonus: string;
  readonly penalty: string;
  /** By part code. */
  readonly parts: Readonly<Record<string, string>>;
  readonly missing: readonly string[];
  /** Name of the class. */
  readonly className: string | null;
  readonly held?: boolean;
  /** What stood before, where a change is shown. */
  readonly before?: { readonly rank: number | null; readonly total: string };
}

/** A cluster's ranking as a table; with `before` in its lines, also what moved. */
export function rankingTable(lines: readonly RankingLine[], lang: Language = 'vi'): string {
  const words = TABLE_WORDS[lang];
  const written = (decimal: string): string => formatNumber(decimal, lang);
  const parts = Object.keys(lines[0]?.parts ?? {});
  const changes = lines.some(({ before }) => before !== undefined);
  const columns: Column[] = [
    { heading: words.rank, align: 'right' },
    ...(changes ? ([words.rankBefore, words.movement] as const).map((heading) => figure(heading)) : []),
    { heading: words.unit },
    ...[...parts, words.bonus, words.penalty, words.total].map(figure),
    ...(changes ? [figure(words.totalBefore)] : []),
    { heading: words.class },
    { heading: words.notes },
  ];
  return table(
    columns,
    lines.map((line) => [
      rankText(line.rank, words),
      ...(changes ? [rankText(line.before?.rank ?? null, words), movementText(line)] : []),
      line.name,
      ...parts.map((code) => written(line.parts[code] ?? '')),
      written(line.bonus),
      written(line.penalty),
      written(line.total),
      ...(changes ? [written(line.before?.total ?? '')] : []),
      line.className ?? words.nobody,
      notesOf(line, words),
    ]),
  );
}

function figure(heading: string): Column {
  return { heading, align: 'right' };
}

function rankText(rank: number | null, words: TableWords): string {
  return rank === null ? words.nobody : String(rank);
}

function movementText({ rank, before }: RankingLine): string {
  if (rank === null || before === undefined || before.rank === null || before.rank === rank) return '';
  return rank < before.rank ? `▲ ${before.rank - rank}` : `▼ ${rank - before.rank}`;
}

function notesOf({ tied, missing, held }: RankingLine, words: TableWords): string {
  const notes: string[] = [];
  if (tied) notes.push(words.tied);
  if (missing.length > 0) notes.push(`${words.incomplete}: ${missing.join(', ')}`);
  if (held) notes.push(words.held);
  return notes.join('; ');
}
