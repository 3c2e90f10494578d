import type { Cause, ClusterDiff, ResultDiff, RewardDiff, RoundDiff, UnitDiff } from '@thidua/scoring';
import { DIFF_WORDS, type DiffWords } from './diff-words.js';
import type { Language } from './languages.js';
import type { Names } from './names.js';
import { ChangeLines } from './change-lines.js';
import { Writer } from './writer.js';
import { printable } from './write.js';

/** A comparison for people: each unit that changed with what changed and why, then each reward. */
export function diffReport(found: ResultDiff, names: Names, lang: Language): string {
  const words = DIFF_WORDS[lang];
  if (found.same) return words.same;
  const clusters = found.clusters.map((cluster) =>
    new Report(words, new Writer(names.within(cluster.code), lang)).cluster(cluster),
  );
  const report = new Report(words, new Writer(names, lang));
  const rewards = found.rewards.flatMap((reward) => report.reward(reward));
  const sections = [...clusters, ...(rewards.length > 0 ? [[words.rewards, ...rewards]] : [])];
  return sections.map((section) => section.map(printable).join('\n')).join('\n\n');
}

class Report {
  constructor(
    private readonly words: DiffWords,
    private readonly writer: Writer,
  ) {}

  cluster({ code, presence, rounds, units }: ClusterDiff): string[] {
    const { words, writer } = this;
    const named = (codes: readonly string[]): string => codes.map((each) => writer.names.round(each)).join(', ');
    return [
      `${writer.names.cluster(code)}${this.presence(presence)}`,
      ...(rounds ? [`  ${words.rounds} ${named(rounds.before)} → ${named(rounds.after)}`] : []),
      ...units.flatMap((unit) => this.unit(unit)),
    ];
  }

  reward({ code, cluster, presence, quota, open, moves, order }: RewardDiff): string[] {
    const { words, writer } = this;
    const { names } = writer;
    const group = cluster === null ? words.campaign : names.cluster(cluster);
    return [
      `  ${names.reward(code)}, ${group}${this.presence(presence)}`,
      ...(quota ? [`    ${words.quota} ${quota.before} → ${quota.after}`] : []),
      ...(open ? [`    ${words.open} ${open.before} → ${open.after}`] : []),
      ...moves.map(
        ({ unit, state, because }) =>
          `    ${names.unit(unit)}: ${words.states[state.before]} → ${words.states[state.after]}${this.causes(because)}`,
      ),
      ...(order ? [`    ${words.order} ${writer.units(order.before)} → ${writer.units(order.after)}`] : []),
    ];
  }

  private unit(diff: UnitDiff): string[] {
    const { words, writer } = this;
    const { names } = writer;
    if (diff.presence !== 'both') return [`  ${names.unit(diff.unit)}${this.presence(diff.presence)}`];
    const changes = new ChangeLines(words, writer).standing(diff, diff.class);
    const isMerelyPassed = changes.length === 0 && diff.rounds.length === 0;
    return [
      `  ${names.unit(diff.unit)}${isMerelyPassed ? `: ${words.sameRank}` : this.causes(diff.because)}`,
      ...changes.map((text) => `    ${text}`),
      ...diff.rounds.flatMap((round) => this.round(round)),
      ...(diff.passed.length > 0 ? [`    ${words.passed} ${writer.units(diff.passed)}`] : []),
      ...(diff.passedBy.length > 0 ? [`    ${words.passedBy} ${writer.units(diff.passedBy)}`] : []),
    ];
  }

  private round(round: RoundDiff): string[] {
    const { words, writer } = this;
    const head = `    ${words.round} ${writer.names.round(round.code)}${this.presence(round.presence)}`;
    return [head, ...new ChangeLines(words, writer).standing(round).map((text) => `      ${text}`)];
  }

  private presence(presence: 'both' | 'added' | 'removed'): string {
    return presence === 'both' ? '' : `: ${this.words.presence[presence]}`;
  }

  private causes(causes: readonly Cause[]): string {
    if (causes.length === 0) return '';
    return ` (${this.words.because} ${causes.map((cause) => this.words.causes[cause]).join('; ')})`;
  }
}
