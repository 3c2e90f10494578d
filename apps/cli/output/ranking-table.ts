import type { Column } from './table.js';
import { table } from './table.js';
import { WORDS, withComma } from './words.js';

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
export function rankingTable(lines: readonly RankingLine[]): string {
  const parts = Object.keys(lines[0]?.parts ?? {});
  const changes = lines.some(({ before }) => before !== undefined);
  const columns: Column[] = [
    { heading: WORDS.rank, align: 'right' },
    ...(changes ? ([WORDS.rankBefore, WORDS.movement] as const).map((heading) => figure(heading)) : []),
    { heading: WORDS.unit },
    ...[...parts, WORDS.bonus, WORDS.penalty, WORDS.total].map(figure),
    ...(changes ? [figure(WORDS.totalBefore)] : []),
    { heading: WORDS.class },
    { heading: WORDS.notes },
  ];
  return table(
    columns,
    lines.map((line) => [
      rankText(line.rank),
      ...(changes ? [rankText(line.before?.rank ?? null), movementText(line)] : []),
      line.name,
      ...parts.map((code) => withComma(line.parts[code] ?? '')),
      withComma(line.bonus),
      withComma(line.penalty),
      withComma(line.total),
      ...(changes ? [withComma(line.before?.total ?? '')] : []),
      line.className ?? WORDS.nobody,
      notesOf(line),
    ]),
  );
}

function figure(heading: string): Column {
  return { heading, align: 'right' };
}

function rankText(rank: number | null): string {
  return rank === null ? WORDS.nobody : String(rank);
}

function movementText({ rank, before }: RankingLine): string {
  if (rank === null || before === undefined || before.rank === null || before.rank === rank) return '';
  return rank < before.rank ? `▲ ${before.rank - rank}` : `▼ ${rank - before.rank}`;
}

function notesOf({ tied, missing, held }: RankingLine): string {
  const notes: string[] = [];
  if (tied) notes.push(WORDS.tied);
  if (missing.length > 0) notes.push(`${WORDS.incomplete}: ${missing.join(', ')}`);
  if (held) notes.push(WORDS.held);
  return notes.join('; ');
}
