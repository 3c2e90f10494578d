import { formatUnits } from './fixed.js';
import type { Rational } from './rational.js';

const MAX_DECIMALS = 40;

/** A number written out exactly: "12.5", or "1/3" in lowest terms where no decimal of up to 40 digits says it. */
export function exactText({ n, d }: Rational): string {
  const common = gcd(n < 0n ? -n : n, d);
  const top = n / common;
  const bottom = d / common;
  let power = 1n;
  for (let digits = 0; digits <= MAX_DECIMALS; digits++) {
    if (power % bottom === 0n) return formatUnits(top * (power / bottom), digits);
    power *= 10n;
  }
  return `${top}/${bottom}`;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
