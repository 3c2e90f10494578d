import type { Changed, StandingDiff } from '@thidua/scoring';
import type { DiffWords } from './diff-words.js';
import type { Writer } from './writer.js';

const FIGURES = ['total', 'base', 'bonus', 'penalty', 'attainable'] as const;
const FLAGS = ['tied', 'complete'] as const;

/** What of a standing is not as it was, a line each. */
export class ChangeLines {
  private readonly lines: string[] = [];

  constructor(
    private readonly words: DiffWords,
    private readonly writer: Writer,
  ) {}

  standing(diff: StandingDiff, className?: Changed<string | null>): string[] {
    const { words, writer } = this;
    const { names } = writer;
    const { fields, none } = words;
    this.line(fields.rank, diff.rank, (rank) => (rank === null ? none : String(rank)));
    this.line(fields.class, className, (code) => (code === null ? none : names.class(code)));
    for (const field of FIGURES) this.figure(fields[field], diff[field]);
    for (const field of FLAGS) this.line(fields[field], diff[field], (value) => (value ? words.yes : words.no));
    this.line(fields.missing, diff.missing, (codes) => writer.missing(codes) || none);
    this.line(fields.facts, diff.facts, (codes) => codes.map((code) => names.fact(code)).join(', ') || none);
    for (const [code, change] of Object.entries(diff.parts)) this.figure(`${words.part} ${names.part(code)}`, change);
    for (const [code, change] of Object.entries(diff.groups))
      this.figure(`${words.group} ${names.group(code)}`, change);
    for (const [code, change] of Object.entries(diff.criteria)) {
      this.line(`${words.criterion} ${names.criterion(code)}`, change, (score) =>
        score === null ? none : `${writer.figure(score.points)} (${names.stage(score.stage)})`,
      );
    }
    return this.lines;
  }

  private figure(name: string, change: Changed<string | null> | undefined): void {
    this.line(name, change, (value) => (value === null ? this.words.none : this.writer.figure(value)));
  }

  private line<T>(name: string, change: Changed<T> | undefined, textOf: (value: T) => string): void {
    if (change !== undefined) this.lines.push(`${name} ${textOf(change.before)} → ${textOf(change.after)}`);
  }
}
