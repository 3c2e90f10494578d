import { at, type Path } from './path.js';
import type { Problems } from './problems.js';
import type { TextPosition } from './text-position.js';

/** How the keys of one object are written, where that is not how they are read. */
export class WrittenKeys {
  private readonly written = new Map<string, string>();

  /** Notes how a key is written; true where the one of the same name before it was written in the same way. */
  isSame(key: string, written: string): boolean {
    const before = this.written.get(key) ?? key;
    this.written.set(key, written);
    return before === written;
  }
}

/**
 * Tells of a key that its object has already: `file.syntax` where both are written alike, `label.duplicate` where they
 * only become equal in Unicode's composed form (spec, "The competition file").
 */
export function tellRepeated(
  up: Path | null,
  key: string,
  isSame: boolean,
  { line, column }: TextPosition,
  problems: Problems,
): void {
  const short = key.slice(0, 80);
  const name = JSON.stringify(short);
  if (isSame) {
    problems.add('file.syntax', at(up, key), `key ${name} is repeated at line ${line}, column ${column}`, {
      reason: 'repeated',
      key: short,
      line,
      column,
    });
  } else {
    problems.add('label.duplicate', at(up, key), `key ${name} is there already, written with other characters`, {
      value: short,
      line,
      column,
    });
  }
}
