import type { Cause, Changed, ResultDiff, RewardDiff, UnitDiff } from '@thidua/scoring';
import { DIFF_WORDS, type DiffWords } from './diff-words.js';
import type { Language } from './languages.js';
import type { Names } from './names.js';
import { Writer } from './writer.js';
import { printable } from './write.js';

const FIGURES = ['total', 'base', 'bonus', 'penalty'] as const;
const FLAGS = ['tied', 'complete'] as const;

/** A comparison for people: each unit that changed with what changed and why, then each reward. */
export function diffReport(found: ResultDiff, names: Names, lang: Language): string {
  const words = DIFF_WORDS[lang];
  if (found.same) return words.same;
  const clusters = found.clusters.map(({ code, presence, units }) => {
    const report = new Report(words, new Writer(names.within(code), lang));
    return [
      `${names.cluster(code)}${presence === 'both' ? '' : `: ${words.presence[presence]}`}`,
      ...units.flatMap((unit) => report.unit(unit)),
    ].join('\n');
  });
  const report = new Report(words, new Writer(names, lang));
  const rewards = found.rewards.flatMap((reward) => report.reward(reward));
  const sections = [...clusters, ...(rewards.length > 0 ? [[words.rewards, ...rewards].join('\n')] : [])];
  return sections.map((section) => section.split('\n').map(printable).join('\n')).join('\n\n');
}

class Report {
  constructor(
    private readonly words: DiffWords,
    private readonly writer: Writer,
  ) {}

  unit(diff: UnitDiff): string[] {
    const { words, writer } = this;
    const { names } = writer;
    if (diff.presence !== 'both') return [`  ${names.unit(diff.unit)}: ${words.presence[diff.presence]}`];
    const lines: string[] = [];
    const line = <T>(name: string, change: Changed<T> | undefined, textOf: (value: T) => string): void => {
      if (change !== undefined) lines.push(`${name} ${textOf(change.before)} → ${textOf(change.after)}`);
    };
    line(words.fields.rank, diff.rank, (rank) => (rank === null ? words.none : String(rank)));
    line(words.fields.class, diff.class, (code) => (code === null ? words.none : names.class(code)));
    for (const field of FIGURES) line(words.fields[field], diff[field], (value) => this.figure(value));
    for (const field of FLAGS) line(words.fields[field], diff[field], (value) => (value ? words.yes : words.no));
    line(words.fields.missing, diff.missing, (codes) => writer.missing(codes) || words.none);
    for (const [code, change] of Object.entries(diff.parts)) {
      line(`${words.part} ${names.part(code)}`, change, (value) => this.figure(value));
    }
    for (const [code, change] of Object.entries(diff.criteria)) {
      line(`${words.criterion} ${names.criterion(code)}`, change, (score) =>
        score === null ? words.none : `${this.figure(score.points)} (${names.stage(score.stage)})`,
      );
    }
    if (diff.passed.length > 0) lines.push(`${words.passed} ${writer.units(diff.passed)}`);
    if (diff.passedBy.length > 0) lines.push(`${words.passedBy} ${writer.units(diff.passedBy)}`);
    return [`  ${names.unit(diff.unit)}${this.causes(diff.because)}`, ...lines.map((text) => `    ${text}`)];
  }

  reward({ code, cluster, presence, quota, open, moves, order }: RewardDiff): string[] {
    const { words, writer } = this;
    const { names } = writer;
    const group = cluster === null ? words.campaign : names.cluster(cluster);
    const head = `  ${names.reward(code)}, ${group}${presence === 'both' ? '' : `: ${words.presence[presence]}`}`;
    return [
      head,
      ...(quota ? [`    ${words.quota} ${quota.before} → ${quota.after}`] : []),
      ...(open ? [`    ${words.open} ${open.before} → ${open.after}`] : []),
      ...moves.map(
        ({ unit, state, because }) =>
          `    ${names.unit(unit)}: ${words.states[state.before]} → ${words.states[state.after]}${this.causes(because)}`,
      ),
      ...(order ? [`    ${words.order} ${writer.units(order.before)} → ${writer.units(order.after)}`] : []),
    ];
  }

  private causes(causes: readonly Cause[]): string {
    if (causes.length === 0) return '';
    return ` (${this.words.because} ${causes.map((cause) => this.words.causes[cause]).join('; ')})`;
  }

  private figure(value: string | null): string {
    return value === null ? this.words.none : this.writer.figure(value);
  }
}
