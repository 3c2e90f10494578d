import * as fc from 'fast-check';

/**
 * Many small choices out of one number. A smaller number makes plainer choices, and 0 the plainest of all, so that a
 * number shrinks like the choices would.
 */
export class Digits {
  constructor(private rest: number) {}

  /** A choice among `count`. */
  take(count: number): number {
    if (count < 2) return 0;
    const choice = this.rest % count;
    this.rest = Math.floor(this.rest / count);
    return choice;
  }

  of<T>(...options: T[]): T {
    return options[this.take(options.length)]!;
  }

  /** True one time in `count`, never once the number is used up. */
  oneIn(count: number): boolean {
    return this.take(count) === count - 1;
  }
}

/** A number to make digits of. */
export const seed = (): fc.Arbitrary<number> => fc.noBias(fc.maxSafeNat());
