import { roundToUnits, type RoundingMode } from '../number/rounding.js';
import type { Quota, QuotaRounding } from '../plan/plan.js';

const MODES: Record<QuotaRounding, RoundingMode> = { down: 'down', up: 'up', halfUp: 'halfUp' };

/** The places of a quota; `ranked` are the ranked units of the group that have the reward's `for`. */
export function quotaOf(quota: Quota, ranked: number): bigint {
  if ('count' in quota) return quota.count;
  const share = { n: quota.percent.n * BigInt(ranked), d: quota.percent.d * 100n };
  return roundToUnits(share, 0, MODES[quota.rounding]);
}
