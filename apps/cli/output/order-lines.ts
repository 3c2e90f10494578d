import type { Competition, Standing } from '@thidua/scoring';
import type { ExplainWriter } from './explain/explain-writer.js';
import { TABLE_WORDS } from './words.js';

const precedenceOf = ({ ranking }: Competition): readonly string[] => ranking?.precedence ?? ['total'];

/** By what a cluster is put in order. */
export function orderLine(competition: Competition, w: ExplainWriter): string {
  const keys = precedenceOf(competition).map((key) => w.source(key));
  return w.fill(TABLE_WORDS[w.lang].order, { keys: keys.join('; ') });
}

/**
 * What put a unit behind the one above it, where its total does not show that; nothing where it does, or where no
 * figure of the result tells the two apart.
 */
export function orderNote(
  competition: Competition,
  own: Standing,
  above: Standing | undefined,
  w: ExplainWriter,
): string | undefined {
  if (above === undefined || own.rank === null || own.rank === above.rank || isBelow(own.total, above.total))
    return undefined;
  const key = precedenceOf(competition).find((each) => valueOf(own, each) !== valueOf(above, each));
  if (key === undefined) return undefined;
  const [mine, theirs] = [own, above].map((each) => w.keyValue(key, valueOf(each, key)));
  return w.fill(TABLE_WORDS[w.lang].behind, {
    unit: w.names.unit(above.unit),
    key: w.source(key),
    own: mine!,
    other: theirs!,
  });
}

const isBelow = (a: string, b: string): boolean => Number(a) < Number(b);

/** The value of a key as a result shows it. */
function valueOf(standing: Standing, key: string): string {
  const [field = '', ...rest] = key.split(':');
  const code = rest.join(':');
  if (field === 'part') return standing.parts[code] ?? '';
  if (field === 'group') return standing.groups[code] ?? '';
  if (field === 'criterion') return standing.criteria[code]?.points ?? '0';
  if (field === 'class') return standing.class ?? '';
  return field === 'base' || field === 'bonus' || field === 'penalty' ? standing[field] : standing.total;
}
