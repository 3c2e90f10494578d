import type { Figures } from './figures.js';
import type { Round, Scale } from './file.js';
import { rounded, type Model } from './model.js';
import { decimal, divide, multiply, sum, whole, ZERO, type Rational } from './rational.js';

/** The figures of a unit in one round. */
export interface InRound {
  round: Round;
  figures: Figures;
}

/** The rounds together, each figure by itself. */
export function combined(all: InRound[], scale: Scale, model: Model): Figures {
  const begun = all.filter(({ round }) => round.from <= model.asOf);
  const counting =
    model.file.combine?.missing === 'skip' ? begun.filter(({ figures }) => figures.criteria.size > 0) : begun;
  const together = (of: (figures: Figures) => Rational): Rational => rounded(scale, combine(counting, of, model));
  const eachOf = (of: (figures: Figures) => Map<string, Rational>): Map<string, Rational> =>
    new Map([...of(all[0]!.figures).keys()].map((code) => [code, together((figures) => of(figures).get(code)!)]));

  const worth = eachOf((figures) => figures.worth);
  const criteria = new Map<string, { points: Rational; stage: string }>();
  for (const [code, points] of worth) {
    const stages = counting.flatMap(({ figures }) => figures.criteria.get(code)?.stage ?? []);
    const height = (stage: string): number => model.stages.indexOf(stage);
    const stage = stages.toSorted((a, b) => height(a) - height(b)).at(-1);
    if (stage !== undefined) criteria.set(code, { points, stage });
  }
  return {
    total: together((figures) => figures.total),
    base: together((figures) => figures.base),
    bonus: together((figures) => figures.bonus),
    penalty: together((figures) => figures.penalty),
    parts: eachOf((figures) => figures.parts),
    groups: eachOf((figures) => figures.groups),
    worth,
    criteria,
    missing: (counting.length > 0 ? counting : begun).flatMap(({ round, figures }) =>
      figures.missing.map((code) => `${round.code}/${code}`),
    ),
    attainable: all[0]!.figures.attainable,
  };
}

function combine(counting: InRound[], of: (figures: Figures) => Rational, model: Model): Rational {
  const all = counting.map(({ figures }) => of(figures));
  if (all.length === 0) return ZERO;
  switch (model.file.combine?.how ?? 'mean') {
    case 'sum':
      return sum(all);
    case 'mean':
      return divide(sum(all), whole(all.length));
    case 'last':
      return all.at(-1)!;
    case 'weighted': {
      const weights = counting.map(({ round }) => decimal(round.weight ?? 1));
      const weight = sum(weights);
      return weight.n === 0n ? ZERO : divide(sum(all.map((x, at) => multiply(x, weights[at]!))), weight);
    }
  }
}
