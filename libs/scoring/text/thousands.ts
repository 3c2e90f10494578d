/** Digits with a point after each three from the right: `1.500`, which is 1.5 to the format. */
const THOUSANDS = /^[1-9]\d{0,2}(?:\.\d{3})+$/;

/** The number that is meant where a point stands between thousands; undefined where none can. */
export const meantByThousands = (written: string): string | undefined =>
  THOUSANDS.test(written) ? written.replaceAll('.', '') : undefined;
