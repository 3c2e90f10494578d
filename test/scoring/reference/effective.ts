import type { Cluster, Criterion, Entry, Unit } from './file.js';
import { rounded, sectionsOf, criteriaOf, type Model } from './model.js';
import { add, decimal, divide, multiply, sum, ZERO, type Rational } from './rational.js';
import { percentOf, pointsOf, relativePoints, type Measured } from './rules.js';

/** What counts for a criterion of a unit in one round. */
export interface Effective {
  points: Rational;
  /** The stage it comes from, or `weighted`. */
  stage: string;
  /** The entry of the highest stage. */
  entry: Entry;
}

/** By unit, then by criterion. */
export type EffectiveOf = Map<string, Map<string, Effective>>;

export function effectiveEntries(cluster: Cluster, round: string | undefined, model: Model): EffectiveOf {
  const scale = model.scaleOf.get(cluster.scale)!;
  const found: EffectiveOf = new Map(cluster.units.map((unit) => [unit.code, new Map()]));
  for (const criterion of sectionsOf(scale).flatMap(criteriaOf)) {
    const entered = cluster.units.flatMap((unit) => {
      const entries = model.entriesOf(unit.code, criterion.code, round);
      return entries.length === 0 ? [] : [{ unit, entries }];
    });
    const relative = criterion.rule.kind === 'relative' && relativeOf(criterion, entered, model);
    for (const one of entered) {
      const effective = relative ? relative(one) : ownPoints(criterion, one, model, (x) => rounded(scale, x));
      if (effective === undefined) continue;
      const points = rounded(scale, effective.points);
      found.get(one.unit.code)!.set(criterion.code, { ...effective, points });
    }
  }
  return found;
}

interface Entered {
  unit: Unit;
  entries: Entry[];
}

function relativeOf(criterion: Criterion, all: Entered[], model: Model): (one: Entered) => Effective {
  const measured = ({ entries }: Entered): Measured => {
    const entry = entries.at(-1)!;
    const planned = criterion.rule.atPlan !== undefined && model.planOf(entry, criterion) !== undefined;
    const pct = planned ? percentOf(criterion, entry, model) : undefined;
    const done = pct === undefined || pct === 'infinite' ? undefined : divide(pct, decimal(100));
    return { actual: decimal(entry.actual!), done };
  };
  const competing = all.filter(({ unit }) => unit.competes !== false).map(measured);
  return (one) => {
    const entry = one.entries.at(-1)!;
    return { entry, stage: entry.stage!, points: relativePoints(criterion, measured(one), competing) };
  };
}

function ownPoints(
  criterion: Criterion,
  { unit, entries }: Entered,
  model: Model,
  round: (x: Rational) => Rational,
): Effective | undefined {
  const weights = model.file.ranking?.stageWeights;
  const entry = entries.at(-1)!;
  if (weights === undefined) return { entry, stage: entry.stage!, points: pointsOf(criterion, entry, unit, model) };
  const weighed = entries.map((one) => ({
    weight: decimal(weights[one.stage!] ?? 0),
    points: round(pointsOf(criterion, one, unit, model)),
  }));
  const whole = sum(weighed.map(({ weight }) => weight));
  if (whole.n === 0n) return undefined;
  const total = weighed.reduce((so, { weight, points }) => add(so, multiply(weight, points)), ZERO);
  return { entry, stage: 'weighted', points: divide(total, whole) };
}
