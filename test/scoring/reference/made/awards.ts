import type { Class, Decimal, FactKind, Reward, Share } from '../file.js';
import { conditionOf } from './condition.js';
import { Digits } from './digits.js';
import type { RawAward } from './raw.js';

/** What classes may not do: a class as a key bears no share, a headOf no share of the whole campaign. */
export interface Limits {
  shares: boolean;
  campaignShares: boolean;
}

export function classesOf(all: RawAward[], sources: string[], part: string | undefined, limits: Limits): Class[] {
  const classes = all.map(({ seed, when }, at): Class => {
    const d = new Digits(seed);
    return {
      code: CLASSES[at]!,
      name: `Loại ${CLASSES[at]}`,
      ...(!d.oneIn(3) && { minTotal: [7, 4, 2, 0][at]! + d.of<number>(0, 2, 1, 5) }),
      ...(d.oneIn(5) && { maxPenalty: d.of<Decimal>('1.5', 0, 3) }),
      ...(part && d.oneIn(5) && { minParts: { [part]: d.of<Decimal>(2, 5, '0.5') } }),
      ...(when && d.oneIn(2) && { when: conditionOf(when, sources) }),
      ...(limits.shares && shareOf(d, at, all.length, limits)),
    };
  });
  // A share of the next class is of the campaign where that one's is, from the last class up.
  for (const one of classes.toReversed()) {
    const next = classes[classes.indexOf(one) + 1]?.maxShare;
    if (one.maxShare?.of?.startsWith('class:') && next?.scope === 'campaign') one.maxShare.scope = 'campaign';
  }
  return classes;
}

export const CLASSES = ['XS', 'Tốt', 'Khá', 'đạt'];

function shareOf(d: Digits, at: number, count: number, limits: Limits): { maxPercent?: number; maxShare?: Share } {
  const percent = d.of(50, 25, 100, 34, 70, 20);
  const scope = limits.campaignShares ? d.of({}, { scope: 'cluster' as const }, { scope: 'campaign' as const }) : {};
  switch (d.take(5)) {
    case 1:
      return { maxPercent: percent };
    case 2:
      return { maxShare: { percent, of: 'ranked', ...scope } };
    case 3:
    case 4:
      return {
        maxShare: {
          percent: d.of(50, 100, 34, 70),
          ...(at + 1 < count && { of: `class:${CLASSES[at + 1]}` }),
          ...scope,
        },
      };
    default:
      return {};
  }
}

export function rewardsOf(all: RawAward[], sources: string[], classes: string[]): Reward[] {
  return all.map(({ seed, when }, at): Reward => {
    const d = new Digits(seed);
    const earlier = REWARDS.slice(0, at);
    const rounding = d.of(undefined, 'up' as const, 'halfUp' as const, 'down' as const);
    const percent = d.of(50, 20, 100, 34, 15);
    const of = d.of(
      undefined,
      'ranked',
      ...earlier.map((code) => `reward:${code}`),
      ...earlier.map((code) => `reward:${code}`),
    );
    const quota = d.oneIn(3) ? { count: d.of(1, 2, 3) } : { percent, ...(of && { of }), ...(rounding && { rounding }) };
    const other = d.of(...earlier);
    const scope = d.of('cluster' as const, 'campaign' as const);
    return {
      code: REWARDS[at]!,
      name: `Khen ${at + 1}`,
      scope,
      quota,
      ...(d.oneIn(5) && { for: d.of('collective' as const, 'individual' as const) }),
      ...(d.oneIn(6) && { maxRank: d.of(1, 2, 3) }),
      ...(d.oneIn(5) && { minTotal: d.of<string | number>(3, '6.5', 10) }),
      ...(classes.length > 0 &&
        d.oneIn(4) && { classes: d.of(classes.slice(0, 1), classes.slice(0, 2), classes.slice(-1)) }),
      // Whether a percentage of the campaign counts the clusters that are left out is not said anywhere.
      ...((scope === 'cluster' || 'count' in quota) && d.oneIn(4) && { minClusterSize: d.of(2, 3, 5) }),
      ...(other && d.oneIn(3) && { excludes: [other] }),
      ...(other && d.oneIn(4) && { requires: [other] }),
      ...(when && d.oneIn(2) && { when: conditionOf(when, sources) }),
      ...(d.oneIn(6) && { vote: { quorum: '2/3', base: 'members', atLeast: '90%', secret: true } }),
    };
  });
}

const REWARDS = ['cờ', 'bk', 'gk'];

export function factKindsOf(all: RawAward[], sources: string[], classes: string[]): FactKind[] {
  return all.map(({ seed, when }, at): FactKind => {
    const d = new Digits(seed);
    return {
      code: FACTS[at]!,
      name: `Việc ${at + 1}`,
      ...(isDerived(all[at]!) && { when: conditionOf(when!, sources) }),
      ...(classes.length > 0 && d.oneIn(2) && { classAtMost: d.of(...classes.slice(-2)) }),
      ...(d.oneIn(2) && { barred: true }),
    };
  });
}

export const FACTS = ['ky-luat', 'đơn', 'a'];
export const isDerived = ({ when, seed }: RawAward): boolean => when !== null && seed % 5 < 2;
