/** A number before the comma, perhaps with points between its thousands. */
const WHOLE = /^-?(?:\d+|\d{1,3}(?:\.\d{3})+)$/;

/**
 * What the two sides of a comma come to where they are one decimal, as `60` and `5` of `60,5` are: how it is written, and
 * how it must be. Undefined where a side is no such number.
 */
export function decimalComma(
  before: string | undefined,
  after: string | undefined,
): { value: string; point: string } | undefined {
  if (before === undefined || after === undefined || !WHOLE.test(before) || !/^\d+$/.test(after)) return undefined;
  return { value: `${before},${after}`, point: `${before.replaceAll('.', '')}.${after}` };
}
