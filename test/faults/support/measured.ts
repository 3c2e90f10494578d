/** Tells figures (milliseconds, where not said otherwise) to whoever asked for them by FAULTS_MEASURE=1. */
export function measured(what: string, figures: Readonly<Record<string, number>>): void {
  if (process.env['FAULTS_MEASURE'] !== '1') return;
  const told = Object.entries(figures).map(([name, value]) => `${name} ${Math.round(value)}`);
  process.stderr.write(`measured: ${what}: ${told.join(', ')}\n`);
}
