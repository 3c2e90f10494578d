import { formatNumber, type TotalGap } from '@thidua/scoring';
import type { Language } from './languages.js';
import type { Column } from './table.js';
import { table } from './table.js';
import { TABLE_WORDS, type TableWords } from './words.js';
import { withMinus } from './writer.js';

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
  /** A guest is scored and not ranked. */
  readonly guest?: boolean;
  /** Names of the facts in force. */
  readonly facts?: readonly string[];
  /** What else is said of it. */
  readonly remarks?: readonly string[];
  /** Why the total is not parts + bonus − penalty, where it is not. */
  readonly gaps?: readonly TotalGap[];
  /** What stood before, where a change is shown. */
  readonly before?: { readonly rank: number | null; readonly total: string };
}

/** A cluster's ranking as a table; with `before` in its lines, also what moved. */
export function rankingTable(lines: readonly RankingLine[], lang: Language = 'vi'): string {
  const words = TABLE_WORDS[lang];
  const written = (decimal: string): string => withMinus(formatNumber(decimal, lang));
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
  const reasons = [...new Set(lines.flatMap(({ gaps = [] }) => gaps))];
  const text = table(
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
      notesOf(line, reasons, words),
    ]),
  );
  return [text, ...reasons.map((reason, index) => `${markOf(index)} ${words[reason]}`)].join('\n');
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

const markOf = (index: number): string => '*'.repeat(index + 1);

function notesOf(
  { tied, missing, held, guest, facts = [], remarks = [], gaps = [] }: RankingLine,
  reasons: readonly TotalGap[],
  words: TableWords,
): string {
  const notes: string[] = [];
  if (tied) notes.push(words.tied);
  if (missing.length > 0) notes.push(`${words.incomplete}: ${missing.join(', ')}`);
  if (held) notes.push(words.held);
  if (guest) notes.push(words.guest);
  notes.push(...facts, ...remarks);
  notes.push(...gaps.map((reason) => markOf(reasons.indexOf(reason))));
  return notes.join('; ');
}
