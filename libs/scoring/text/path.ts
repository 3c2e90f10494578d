/** Where in the document a value stands, as a chain towards the root; written out only when an error needs it. */
export interface Path {
  readonly up: Path | null;
  readonly key: string | number;
}

export const ROOT: Path | null = null;

export const at = (up: Path | null, key: string | number): Path => ({ up, key });

const PLAIN = /^[\p{L}_][\p{L}\p{N}_-]*$/u;
const MAX_KEY = 80;

/** `entries[4].choice`; keys that are not words are quoted: `rule.options["a b"]`. The root is the empty text. */
export function formatPath(path: Path | null): string {
  const steps: string[] = [];
  for (let step = path; step !== null; step = step.up) {
    steps.push(formatStep(step.key, step.up === null));
  }
  return steps.reverse().join('');
}

/** One step of a written path; `first` leaves out the dot. */
export function formatStep(key: string | number, first: boolean): string {
  if (typeof key === 'number') return `[${key}]`;
  const short = key.length > MAX_KEY ? `${key.slice(0, MAX_KEY)}…` : key;
  if (PLAIN.test(short)) return first ? short : `.${short}`;
  return `[${JSON.stringify(short)}]`;
}
