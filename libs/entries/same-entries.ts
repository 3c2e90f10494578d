import type { JsonValue } from '@thidua/scoring';

type Value = JsonValue | undefined;
type Members = Readonly<Record<string, Value>>;

/** Where an entry belongs: the sheet says it. */
const PLACE: ReadonlySet<string> = new Set(['unit', 'stage', 'round']);
/** What explains an entry: no point, rank or award follows from it. */
const TEXTS: ReadonlySet<string> = new Set(['evidence', 'reason']);
const PLACE_AND_TEXTS: ReadonlySet<string> = new Set([...PLACE, ...TEXTS]);
/** What is a name also where it looks like a figure. */
const LABELS: ReadonlySet<string> = new Set(['criterion', 'choice', 'on', 'done', ...TEXTS]);

/** Whether two checked sheets hold the same entries, in whatever order and however their figures are written. */
export function sameEntries(one: JsonValue, other: JsonValue): boolean {
  return isSameSheet(one, other, PLACE);
}

/** The same but for evidence and reasons: nothing that is computed can differ. */
export function sameFigures(one: JsonValue, other: JsonValue): boolean {
  return isSameSheet(one, other, PLACE_AND_TEXTS);
}

/** The same of one criterion's entries, where either may be absent. */
export function sameFigure(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return isSameObject(one as Members, other as Members, PLACE_AND_TEXTS);
}

function isSameSheet(one: JsonValue, other: JsonValue, without: ReadonlySet<string>): boolean {
  const [mine, theirs] = [byCriterion(one), byCriterion(other)];
  return (
    mine.size === theirs.size &&
    [...mine].every(([criterion, entry]) => {
      const against = theirs.get(criterion);
      return against !== undefined && isSameObject(entry, against, without);
    })
  );
}

function byCriterion(entries: JsonValue): Map<Value, Members> {
  return new Map((entries as Members[]).map((entry) => [entry['criterion'], entry]));
}

function isSame(one: Value, other: Value, isLabel: boolean): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSame(item, other[index], isLabel));
  }
  if (isObject(one) && isObject(other)) return isSameObject(one, other, NOTHING);
  return isLabel ? one === other : figure(one) === figure(other);
}

const NOTHING: ReadonlySet<string> = new Set();

function isObject(value: Value): value is Members & JsonValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSameObject(one: Members, other: Members, without: ReadonlySet<string>): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)].filter((key) => !without.has(key)));
  return [...keys].every((key) => isSame(one[key], other[key], LABELS.has(key)));
}

/** A figure in one spelling: `"65.30"` and `65.3` are the same. */
function figure(value: Value): Value {
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  const match = /^(-?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(String(value));
  if (!match) return value;
  const [, sign = '', digits = '', decimals = ''] = match;
  const text = decimals === '' ? digits : `${digits}.${decimals}`;
  return text === '0' ? text : sign + text;
}
