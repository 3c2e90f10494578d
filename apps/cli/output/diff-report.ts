import type { Cause, Changed, ResultDiff, RewardDiff, RoundDiff, StandingDiff, UnitDiff } from '@thidua/scoring';
import { DIFF_WORDS, type DiffWords } from './diff-words.js';
import type { Language } from './languages.js';
import type { Names } from './names.js';
import { Writer } from './writer.js';
import { printable } from './write.js';

const FIGURES = ['total', 'base', 'bonus', 'penalty', 'attainable'] as const;
const FLAGS = ['tied', 'complete'] as const;

/** A comparison for people: each unit that changed with what changed and why, then each reward. */
export function diffReport(found: ResultDiff, names: Names, lang: Language): string {
  const words = DIFF_WORDS[lang];
  if (found.same) return words.same;
  const clusters = found.clusters.map(({ code, presence, rounds, units }) => {
    const report = new Report(words, new Writer(names.within(code), lang));
    return [
      `${names.cluster(code)}${presence === 'both' ? '' : `: ${words.presence[presence]}`}`,
      ...report.rounds(rounds),
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

  rounds(change: Changed<string[]> | undefined): string[] {
    return this.line(this.words.rounds, change, (codes) => this.listed(codes, this.writer.names.round)).map(indent);
  }

  unit(diff: UnitDiff): string[] {
    const { words, writer } = this;
    const { names } = writer;
    if (diff.presence !== 'both') return [`  ${names.unit(diff.unit)}: ${words.presence[diff.presence]}`];
    const lines = [
      ...this.line(words.fields.rank, diff.rank, (rank) => this.rank(rank)),
      ...this.line(words.fields.class, diff.class, (code) => (code === null ? words.none : names.class(code))),
      ...this.standing(diff),
      ...diff.rounds.flatMap((round) => this.round(round)),
      ...(diff.passed.length > 0 ? [`${words.passed} ${writer.units(diff.passed)}`] : []),
      ...(diff.passedBy.length > 0 ? [`${words.passedBy} ${writer.units(diff.passedBy)}`] : []),
    ];
    return [`  ${names.unit(diff.unit)}${this.causes(diff.because)}`, ...lines.map((text) => `    ${text}`)];
  }

  private round(diff: RoundDiff): string[] {
    const { words, writer } = this;
    const name = `${words.round} ${writer.names.round(diff.code)}`;
    if (diff.presence !== 'both') return [`${name}: ${words.presence[diff.presence]}`];
    const rank = this.line(words.fields.rank, diff.rank, (value) => this.rank(value));
    return [`${name}:`, ...[...rank, ...this.standing(diff)].map(indent)];
  }

  /** What changed of a standing besides its rank. */
  private standing(diff: StandingDiff): string[] {
    const { words, writer } = this;
    const { names } = writer;
    const figure = (value: string | null): string => this.figure(value);
    return [
      ...FIGURES.flatMap((field) => this.line(words.fields[field], diff[field], figure)),
      ...FLAGS.flatMap((field) =>
        this.line(words.fields[field], diff[field], (value) => (value ? words.yes : words.no)),
      ),
      ...this.line(words.fields.facts, diff.facts, (codes) => this.listed(codes, names.fact)),
      ...this.line(words.fields.missing, diff.missing, (codes) => writer.missing(codes) || words.none),
      ...this.members(diff.parts, (code) => `${words.part} ${names.part(code)}`, figure),
      ...this.members(diff.groups, (code) => `${words.group} ${names.group(code)}`, figure),
      ...this.members(
        diff.criteria,
        (code) => `${words.criterion} ${names.criterion(code)}`,
        (score) => (score === null ? words.none : `${figure(score.points)} (${names.stage(score.stage)})`),
      ),
    ];
  }

  private members<T>(
    members: Readonly<Record<string, Changed<T>>>,
    nameOf: (code: string) => string,
    textOf: (value: T) => string,
  ): string[] {
    return Object.entries(members).flatMap(([code, change]) => this.line(nameOf(code), change, textOf));
  }

  private line<T>(name: string, change: Changed<T> | undefined, textOf: (value: T) => string): string[] {
    return change === undefined ? [] : [`${name} ${textOf(change.before)} → ${textOf(change.after)}`];
  }

  private rank(rank: number | null): string {
    return rank === null ? this.words.none : String(rank);
  }

  private listed(codes: readonly string[], nameOf: (code: string) => string): string {
    return codes.map((code) => nameOf(code)).join(', ') || this.words.none;
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

const indent = (text: string): string => `  ${text}`;
