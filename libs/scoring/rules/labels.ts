import type { Path } from '../text/path.js';
import type { Problems } from '../text/problems.js';
import { labelKey } from '../text/seen.js';

/** The labels of one place, no two of which may look the same: `label.duplicate`. */
export class Labels {
  private readonly taken = new Map<string, string>();

  constructor(private readonly problems: Problems) {}

  /** False after telling that the label is there already. */
  take(label: string, path: Path): boolean {
    const key = labelKey(label);
    const other = this.taken.get(key);
    if (other !== undefined) {
      tellEqual(label, other, path, this.problems);
      return false;
    }
    this.taken.set(key, label);
    return true;
  }
}

/** Tells of every label of `list` that is one of `others` as well; `pathOf` gives where it stands. */
export function tellShared(
  list: readonly string[],
  others: Iterable<string>,
  pathOf: (index: number) => Path,
  problems: Problems,
): void {
  const known = new Map([...others].map((label) => [labelKey(label), label]));
  list.forEach((label, index) => {
    const other = known.get(labelKey(label));
    if (other !== undefined) tellEqual(label, other, pathOf(index), problems);
  });
}

/** What is told of the labels that would have been right. */
export const listed = (labels: Iterable<string>): string => [...labels].join(', ').slice(0, 400);

function tellEqual(label: string, other: string, path: Path, problems: Problems): void {
  const [value, first] = [label, other].map((text) => text.slice(0, 80)) as [string, string];
  problems.add('label.duplicate', path, `"${value}" is the label "${first}" once more: rename or remove one`, {
    value,
    other: first,
  });
}
