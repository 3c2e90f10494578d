import { readDecimal } from './decimal.js';
import { compare, type Rational } from './rational.js';

const ONE: Rational = { n: 1n, d: 1n };
const PARTS = /^(\d{1,9})\/(\d{1,9})$/;

/** A share in [0,1] written "2/3", "90%" or as a decimal (spec, "Votes"); null when it is none. */
export function readFraction(value: unknown): Rational | null {
  const share = readShare(value);
  return share !== null && share.n >= 0n && compare(share, ONE) <= 0 ? share : null;
}

function readShare(value: unknown): Rational | null {
  if (typeof value === 'string') {
    const parts = PARTS.exec(value);
    if (parts !== null) {
      const d = BigInt(parts[2]!);
      return d === 0n ? null : { n: BigInt(parts[1]!), d };
    }
    if (value.endsWith('%')) {
      const percent = readDecimal(value.slice(0, -1));
      return typeof percent === 'string' ? null : { n: percent.n, d: percent.d * 100n };
    }
  }
  const decimal = readDecimal(value);
  return typeof decimal === 'string' ? null : decimal;
}
