import type { ClusterBoard, Sheet, SheetCriterion, SheetEntry } from './views.js';

/** One figure of a sheet that the officer reports anew. */
export interface Change {
  readonly criterion: SheetCriterion;
  readonly from: number;
  readonly to: number;
}

/** A figure of which more is better, in the state it is in now. */
interface Figure {
  readonly criterion: SheetCriterion;
  readonly actual: number;
  readonly plan: number;
  readonly max: number;
  readonly points: number;
}

/** Shares of their plan that figures are lowered to, the smallest loss first. */
const SHARES = Array.from({ length: 19 }, (_, index) => (95 - 5 * index) / 100);
/** Figures lowered together at most. */
const LOWERED = 3;

/**
 * Sets of changes that should move the unit's rank, the likeliest first: better figures that overtake a unit above, else
 * worse ones that fall behind a unit below; first past one that is proposed for other rewards, so that the proposals
 * move too. Run again and again, better and worse alternate.
 *
 * This is a guess in ordinary numbers, made from what the officer may see; the service alone says what moved.
 * @param cluster that of the unit, as the board shows it.
 * @param except criteria that may not be changed.
 */
export function chooseChanges(sheet: Sheet, cluster: ClusterBoard, except: ReadonlySet<string>): Change[][] {
  const { standings } = cluster;
  const figures = figuresOf(sheet).filter(({ criterion }) => !except.has(criterion.code));
  const own = standings.find(({ unit }) => unit === sheet.unit.code);
  if (!own) return [];
  const otherwiseProposed = standings.filter(
    ({ unit }) => proposedFor(cluster, unit) !== proposedFor(cluster, own.unit),
  );
  return [otherwiseProposed, standings].flatMap((rivals) => {
    const gaps = rivals.map(({ total }) => Number(total) - Number(own.total));
    const above = Math.min(...gaps.filter((gap) => gap > 0));
    const below = Math.min(...gaps.filter((gap) => gap < 0).map((gap) => -gap));
    return [raise(figures, above), lower(figures, below)].filter((changes) => changes.length > 0);
  });
}

function proposedFor({ rewards }: ClusterBoard, unit: string): string {
  return rewards
    .filter(({ proposed }) => proposed.includes(unit))
    .map(({ code }) => code)
    .join();
}

/** The fewest figures that, brought up to their plan, gain more than `gap` points together; none if they cannot. */
function raise(figures: readonly Figure[], gap: number): Change[] {
  return upTo(
    gap,
    figures.map(({ criterion, actual, plan, max, points }) => ({
      criterion,
      from: actual,
      to: plan,
      worth: max - points,
    })),
  );
}

/** Up to three figures lowered to one share of their plans, the highest that loses more than `gap` points together. */
function lower(figures: readonly Figure[], gap: number): Change[] {
  for (const share of SHARES) {
    const changes = upTo(
      gap,
      figures.map((figure) => {
        const to = Math.round(figure.plan * share * 100) / 100;
        return { criterion: figure.criterion, from: figure.actual, to, worth: figure.points - pointsOf(figure, to) };
      }),
    );
    if (changes.length > 0 && changes.length <= LOWERED) return changes;
  }
  return [];
}

/** Of the changes, those worth most until they are worth more than `gap` together; none if all are not enough. */
function upTo(gap: number, options: readonly (Change & { readonly worth: number })[]): Change[] {
  let worth = 0;
  const taken: Change[] = [];
  for (const option of options.toSorted((a, b) => b.worth - a.worth)) {
    if (option.worth <= 0) break;
    taken.push(option);
    worth += option.worth;
    if (worth > gap) return taken;
  }
  return [];
}

/** Those that count as they stand here: where a higher stage has scored otherwise, a change would move nothing. */
function figuresOf(sheet: Sheet): Figure[] {
  const entries = new Map(sheet.entries.map((entry) => [entry.criterion, entry]));
  return sheet.parts
    .flatMap(({ criteria }) => criteria)
    .flatMap((criterion) => {
      const figure = figureOf(criterion, entries.get(criterion.code));
      const counts = figure !== null && Math.abs(pointsOf(figure, figure.actual) - figure.points) < 0.01;
      return counts ? [figure] : [];
    });
}

function figureOf(criterion: SheetCriterion, entry: SheetEntry | undefined): Figure | null {
  const { rule, open, max, points } = criterion;
  const plan = Number(entry?.plan ?? criterion.plan ?? Number.NaN);
  const isShareOfPlan = rule.kind === 'ratio' && (rule.direction ?? 'higher') === 'higher' && plan > 0;
  if (!open || !isShareOfPlan || entry?.actual === undefined || points === null) return null;
  return { criterion, actual: Number(entry.actual), plan, max: Number(max), points: Number(points) };
}

/** Points of a figure by a `ratio` rule (competition file, "Rules"), nearly: without its rounding. */
function pointsOf({ criterion, plan, max }: Figure, actual: number): number {
  const percent = (100 * actual) / plan;
  return percent < Number(criterion.rule.threshold ?? 0) ? 0 : (max * Math.min(percent, 100)) / 100;
}
