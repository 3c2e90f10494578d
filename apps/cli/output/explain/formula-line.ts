import type { Step } from '@thidua/scoring';
import type { ExplainWriter } from './explain-writer.js';

/** How the steps of a rule came to points, written out with its numbers; nothing of points that were given directly. */
export function formulaLine(
  kind: string,
  steps: readonly Step[],
  { max, exact }: { max: string; exact: string | null },
  w: ExplainWriter,
  indent: string,
): string[] {
  const value = steps.find(({ term }) => term === 'uncut')?.value ?? exact;
  const told = FORMULAS[kind]?.(new Steps(steps, max, w), w);
  if (told === undefined || value === null) return [];
  const said =
    'formula' in told ? `${told.formula} = ${w.figure(value)}` : w.fill(told.said, { value: w.figure(value) });
  return [`${indent}${w.fill(w.words.byFormula, { formula: said })}`];
}

type Told = { formula: string } | { said: string };

/** The steps of a working, read by what they are of. */
class Steps {
  constructor(
    private readonly steps: readonly Step[],
    readonly most: string,
    private readonly w: ExplainWriter,
  ) {}

  get max(): string {
    return this.w.plain(this.most);
  }

  raw(term: Step['term']): string | undefined {
    return this.steps.find((step) => step.term === term)?.value;
  }

  /** A figure as a part of a formula. */
  number(term: Step['term']): string {
    return this.w.operand(this.raw(term) ?? '0');
  }

  all(...terms: Step['term'][]): readonly Step[] {
    return this.steps.filter(({ term }) => terms.includes(term));
  }

  /** The figures of several steps, added up. */
  sum(term: Step['term']): string {
    return (
      this.all(term)
        .map(({ value }) => this.w.operand(value))
        .join(' + ') || '0'
    );
  }
}

/** By kind of rule. */
const FORMULAS: Readonly<Record<string, (steps: Steps, w: ExplainWriter) => Told>> = {
  ratio(s, w) {
    const percent = s.raw('percent') ?? '0';
    if (percent === 'infinite') return { said: w.fill(w.words.fullPoints, { max: s.max }) };
    if (sizeOf(percent) < sizeOf(s.raw('threshold') ?? '0')) return { said: w.words.belowThreshold };
    return { formula: `${s.max} × ${sizeOf(percent) > 100 ? '100' : w.operand(percent)} / 100` };
  },
  increment(s, w) {
    if (s.raw('steps') === undefined) {
      return {
        said: w.fill(s.raw('gain') === '0' ? w.words.basePoints : w.words.fullPoints, {
          max: s.max,
          base: s.number('base'),
        }),
      };
    }
    const isReached = sizeOf(s.raw('percent') ?? '0') >= 100;
    const moved = isReached ? `+ ${s.number('gain')}` : `− ${s.number('loss')}`;
    return { formula: `${s.number('base')} ${moved} × ${s.number('steps')}` };
  },
  bands: (s, w) => ({ said: s.raw('else') === undefined ? w.words.byBand : w.words.byElse }),
  count: (s) => ({ formula: `${s.number('count')} × ${s.number('each')}` }),
  choice: (s, w) => ({ said: w.words.byChoice.replace('{choice}', () => s.raw('choice') ?? '') }),
  deadline: (s) => ({ formula: `${s.max} − ${s.number('perDay')} × ${s.number('daysLate')}` }),
  checklist: (s) => ({ formula: s.sum('done') }),
  mean: (s) => ({ formula: `${s.max} × (${s.sum('itemPercent')}) / (100 × ${s.all('itemPercent').length})` }),
  tally,
  formula: (s, w) => ({ formula: w.worked(s.raw('expr') ?? '0', s.most, s.all('input', 'param')) }),
  relative,
  panel: (s) => ({
    formula: `${s.max} × ${s.number(s.raw('markMean') === undefined ? 'markMedian' : 'markMean')} / ${s.number('outOf')}`,
  }),
};

function relative(s: Steps, w: ExplainWriter): Told {
  const { words } = w;
  const [ratio, bestRatio] = [s.raw('ratio'), s.raw('bestRatio')];
  if (ratio !== undefined) {
    const share = s.number('atPlan');
    if (bestRatio === undefined) return { formula: `${s.max} × ${share} × ${s.number('ratio')}` };
    if (sizeOf(bestRatio) <= 1) return { said: w.fill(words.aboveAll, { max: s.max, noun: w.peers }) };
    const above = `(${s.number('ratio')} − 1) / (${s.number('bestRatio')} − 1)`;
    return { formula: `${s.max} × (${share} + (1 − ${share}) × ${above})` };
  }
  if (s.raw('bestLow') !== undefined) {
    if (s.raw('actual') === '0') return { said: w.fill(words.nothingIsBest, { max: s.max }) };
    return { formula: `${s.max} × ${s.number('bestLow')} / ${s.number('actual')}` };
  }
  if (s.raw('best') === undefined) return { said: words.nobodyElse };
  if (s.raw('best') === '0') return { said: w.fill(words.noneAbove, { noun: w.peers }) };
  return { formula: `${s.max} × ${s.number('actual')} / ${s.number('best')}` };
}

/** The mean weight of all that was counted. */
function tally(s: Steps, w: ExplainWriter): Told {
  const weightOf = new Map(s.all('labelWeight').map(({ label, value }) => [label, value]));
  const counted = s.all('labelCount');
  const all = counted.map(({ label, value }) => `${w.operand(value)} × ${w.operand(weightOf.get(label) ?? '0')}`);
  return { formula: `${s.max} × (${all.join(' + ')}) / (${s.sum('labelCount')})` };
}

function sizeOf(value: string): number {
  const [top, bottom = '1'] = value.split('/');
  return Number(top) / Number(bottom);
}
