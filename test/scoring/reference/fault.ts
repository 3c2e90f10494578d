/** What no reading of a valid file can rule out: it shows only when the figures are there. */
export class ReferenceFault extends Error {
  constructor(
    readonly code: 'condition.divisionByZero' | 'entry.formula.divisionByZero',
    readonly unit: string,
  ) {
    super(`${code} (${unit})`);
  }
}
