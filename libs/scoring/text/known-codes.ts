/** More than these are no help to a reader. */
const MOST_LISTED = 12;

/** The param that lists the codes a reference could have named, where they are few enough to be read. */
export function knownCodes(codes: Iterable<unknown>): { known?: string } {
  const list: string[] = [];
  for (const code of codes) {
    if (typeof code !== 'string' || code === '') continue;
    if (list.push(code.slice(0, 80)) > MOST_LISTED) return {};
  }
  return list.length === 0 ? {} : { known: list.join(', ') };
}
