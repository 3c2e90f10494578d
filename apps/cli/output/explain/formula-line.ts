import type { Step } from '@thidua/scoring';
import type { ExplainWriter } from './explain-writer.js';

/** How the steps of a rule came to points, written out with its numbers, for the kinds whose steps do not say it. */
export function formulaLine(
  kind: string,
  steps: readonly Step[],
  max: string,
  w: ExplainWriter,
  indent: string,
): string[] {
  const value = steps.find(({ term }) => term === 'uncut')?.value;
  if (value === undefined) return [];
  const told = kind === 'relative' ? relative(steps, max, w) : kind === 'tally' ? tally(steps, max, w) : undefined;
  if (told === undefined) return [];
  return [`${indent}${'formula' in told ? w.fill(w.words.byFormula, { ...told, value: w.figure(value) }) : told.said}`];
}

type Told = { formula: string } | { said: string };

function relative(steps: readonly Step[], max: string, w: ExplainWriter): Told {
  const { words } = w;
  const raw = (term: Step['term']) => steps.find((step) => step.term === term)?.value;
  const number = (term: Step['term']): string => w.plain(raw(term) ?? '');
  const full = w.plain(max);
  const [ratio, bestRatio] = [raw('ratio'), raw('bestRatio')];
  if (ratio !== undefined) {
    const share = number('atPlan');
    if (bestRatio === undefined) return { formula: `${full} × ${share} × ${number('ratio')}` };
    if (sizeOf(bestRatio) <= 1) return { said: w.fill(words.aboveAll, { max: full, noun: w.peers }) };
    const above = `(${number('ratio')} − 1) / (${number('bestRatio')} − 1)`;
    return { formula: `${full} × (${share} + (1 − ${share}) × ${above})` };
  }
  if (raw('bestLow') !== undefined) {
    if (raw('actual') === '0') return { said: w.fill(words.fullPoints, { max: full }) };
    return { formula: `${full} × ${number('bestLow')} / ${number('actual')}` };
  }
  if (raw('best') === '0') return { said: w.fill(words.noneAbove, { noun: w.peers }) };
  return { formula: `${full} × ${number('actual')} / ${number('best')}` };
}

/** The mean weight of all that was counted. */
function tally(steps: readonly Step[], max: string, w: ExplainWriter): Told {
  const weightOf = new Map(
    steps.filter(({ term }) => term === 'labelWeight').map(({ label, value }) => [label, value]),
  );
  const counted = steps.filter(({ term }) => term === 'labelCount');
  const all = counted.map(({ label, value }) => `${w.plain(value)} × ${w.plain(weightOf.get(label) ?? '0')}`);
  const number = counted.map(({ value }) => w.plain(value));
  return { formula: `${w.plain(max)} × (${all.join(' + ')}) / (${number.join(' + ')})` };
}

function sizeOf(value: string): number {
  const [top, bottom = '1'] = value.split('/');
  return Number(top) / Number(bottom);
}
