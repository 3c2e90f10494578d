import type { PlanScale } from '../plan/plan.js';

/** Sums of one unit in units of 10^-digits. */
export interface Sums {
  parts: bigint[];
  base: bigint;
  bonus: bigint;
  penalty: bigint;
  total: bigint;
}

const cap = (value: bigint, max: bigint | null): bigint => (max !== null && value > max ? max : value);

/**
 * Adds rounded points up the scale: each part cut to its max, the base their sum, bonus and penalty cut to
 * theirs, the total raised to the floor and cut to the ceiling (spec, "Scale"). `points` by criterion index.
 */
export function addUp(scale: PlanScale, points: readonly (bigint | undefined)[]): Sums {
  const parts = scale.parts.map(() => 0n);
  let bonus = 0n;
  let penalty = 0n;
  for (const { index, place } of scale.criteria) {
    const value = points[index];
    if (value === undefined) continue;
    if (place === 'bonus') bonus += value;
    else if (place === 'penalty') penalty += value;
    else parts[place] = (parts[place] ?? 0n) + value;
  }
  const capped = parts.map((sum, index) => cap(sum, scale.parts[index]?.max ?? null));
  const base = capped.reduce((sum, part) => sum + part, 0n);
  bonus = cap(bonus, scale.bonusMax);
  penalty = cap(penalty, scale.penaltyMax);
  const sum = base + bonus - penalty;
  const raised = scale.floor !== null && sum < scale.floor ? scale.floor : sum;
  return { parts: capped, base, bonus, penalty, total: cap(raised, scale.ceiling) };
}
