import { holds } from './conditions.js';
import type { Subject } from './figures.js';
import type { Class, Share } from './file.js';
import { kindsOf } from './facts.js';
import type { Model } from './model.js';
import { compare, decimal, divide, floor, multiply, whole, HUNDRED } from './rational.js';
import { tieGroups } from './ranking.js';
import type { Standing } from './standing.js';

type Taken = ReadonlySet<Standing>;

/** Gives every ranked unit its class. */
export function giveClasses(all: Standing[], subjectOf: (one: Standing) => Subject, model: Model): void {
  const classes = model.file.classes ?? [];
  const ranked = all.filter((one) => one.ranked);
  const keys = model.precedence.filter((key) => key !== 'class');
  const conditions = new Map(
    ranked.map((one) => [one, classes.map((given) => !given.when || holds(given.when, subjectOf(one), model))]),
  );
  const satisfies = (one: Standing, at: number): boolean =>
    conditions.get(one)![at]! && meets(one, classes[at]!) && at >= bestAllowed(one, all, classes, model);

  function placed(at: number, pool: Standing[], taken: Taken): Standing[] {
    const share = shareOf(classes[at]!);
    const scopes =
      share?.scope === 'campaign'
        ? [pool]
        : model.file.clusters.map((own) => pool.filter(({ cluster }) => cluster === own));
    return scopes.flatMap((scope) => placedIn(at, scope, share, taken));
  }
  function placedIn(at: number, scope: Standing[], share: Share | undefined, taken: Taken): Standing[] {
    const fitting = scope.filter((one) => !taken.has(one) && satisfies(one, at));
    if (share === undefined) return fitting;
    const groups = tieGroups(fitting, keys);
    const percent = decimal(share.percent);
    if ((share.of ?? 'ranked') === 'ranked') {
      return walk(groups, Number(floor(divide(multiply(percent, whole(scope.length)), HUNDRED)).n));
    }
    let most: Standing[] = [];
    for (let count = 1; count <= groups.length; count += 1) {
      const some = groups.slice(0, count).flat();
      const next = placed(at + 1, scope, new Set([...taken, ...some])).length;
      if (compare(whole(100 * some.length), multiply(percent, whole(next))) <= 0) most = some;
    }
    return most;
  }

  const led = new Set(ranked.map((one) => one.cluster).filter(({ units }) => units.some((unit) => unit.headOf)));
  for (const isLed of [false, true]) {
    const pool = ranked.filter((one) => led.has(one.cluster) === isLed);
    const taken = new Set<Standing>();
    for (const at of classes.keys()) {
      for (const one of placed(at, pool, taken)) {
        one.class = at;
        taken.add(one);
      }
    }
  }
}

/** Whole groups while places last. */
function walk(groups: Standing[][], places: number): Standing[] {
  const placed: Standing[] = [];
  for (const group of groups) {
    if (placed.length + group.length > places) break;
    placed.push(...group);
  }
  return placed;
}

function shareOf(given: Class): Share | undefined {
  return given.maxPercent === undefined ? given.maxShare : { percent: given.maxPercent };
}

function meets({ figures }: Standing, given: Class): boolean {
  if (given.minTotal !== undefined && compare(figures.total, decimal(given.minTotal)) < 0) return false;
  if (given.maxPenalty !== undefined && compare(figures.penalty, decimal(given.maxPenalty)) > 0) return false;
  return Object.entries(given.minParts ?? {}).every(
    ([part, points]) => compare(figures.parts.get(part)!, decimal(points)) >= 0,
  );
}

/** The best class that a unit's facts and the collective it leads leave it. */
function bestAllowed(one: Standing, all: Standing[], classes: Class[], model: Model): number {
  const place = (code: string): number => classes.findIndex((given) => given.code === code);
  const atMost = kindsOf(model)
    .filter((kind) => one.facts.has(kind.code) && kind.classAtMost !== undefined)
    .map((kind) => place(kind.classAtMost!));
  if (one.unit.headOf !== undefined) {
    const led = all.find((other) => other.unit.code === one.unit.headOf)!;
    atMost.push(led.class ?? classes.length);
  }
  return Math.max(0, ...atMost);
}
