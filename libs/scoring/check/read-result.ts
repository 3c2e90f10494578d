import { asReference, Fields } from '../text/fields.js';
import { isObject, member, type JsonValue } from '../text/json-value.js';
import type { Path } from '../text/path.js';
import { Problems, type Outcome } from '../text/problems.js';
import type { ResultDocument } from '../live/result.js';

const FORMAT = 'thidua-result/1';
const DECIMAL = /^-?\d{1,100}(\.\d{1,6})?$/;
const KEYS = ['format', 'engine', 'input', 'clusters', 'rewards'];
const ROUND_STANDING = [
  ...['unit', 'rank', 'tied', 'complete', 'total', 'base', 'bonus', 'penalty'],
  ...['parts', 'groups', 'attainable', 'facts', 'criteria', 'missing'],
];
const STANDING = [...ROUND_STANDING, 'class'];
const LISTS = ['proposed', 'tieAtEdge', 'held', 'barred'] as const;
const ROW = ['code', 'cluster', 'quota', 'open', ...LISTS];

/**
 * Checks that a document has the shape of a result (spec, "The result"), not that it is a right one. Errors:
 * `file.format`, `field.unknown`, `field.missing`, `field.type`, `field.range`, `code.duplicate`.
 */
export function readResult(document: JsonValue): Outcome<ResultDocument> {
  const problems = new Problems();
  if (!isObject(document) || member(document, 'format') !== FORMAT) {
    const path = isObject(document) ? { up: null, key: 'format' } : null;
    problems.add('file.format', path, `the file must say format: ${FORMAT}`, { expected: FORMAT });
  } else readTop(Fields.open(document, null, problems, KEYS)!);
  return problems.outcome(document as unknown as ResultDocument);
}

function readTop(top: Fields): void {
  top.text('engine');
  top.text('input');
  const units = new Set<string>();
  eachObject(top, 'clusters', ['code', 'standings', 'rounds'], (cluster) => {
    cluster.code('code');
    eachObject(cluster, 'standings', STANDING, (standing) => {
      readStanding(standing, units);
      if (standing.record['class'] !== null) standing.code('class');
    });
    if (cluster.has('rounds')) eachObject(cluster, 'rounds', ['code', 'standings'], readRound);
  });
  eachObject(top, 'rewards', ROW, readRow);
}

function readRound(round: Fields): void {
  round.code('code');
  const units = new Set<string>();
  eachObject(round, 'standings', ROUND_STANDING, (standing) => readStanding(standing, units));
}

function readStanding(standing: Fields, units: Set<string>): void {
  const unit = standing.code('unit');
  if (unit !== undefined) {
    if (units.has(unit)) {
      standing.problems.add('code.duplicate', standing.at('unit'), 'the unit is there already', { value: unit });
    }
    units.add(unit);
  }
  if (standing.record['rank'] !== null) standing.count('rank');
  standing.flag('tied');
  standing.flag('complete');
  for (const key of ['total', 'base', 'bonus', 'penalty', 'attainable']) readFixed(standing, key);
  for (const key of ['parts', 'groups']) eachMember(standing, key, (sections, code) => readFixed(sections, code));
  eachMember(standing, 'criteria', (criteria, criterion) => {
    const { problems } = criteria;
    const score = Fields.open(criteria.record[criterion], criteria.at(criterion), problems, ['points', 'stage']);
    if (score === undefined) return;
    readFixed(score, 'points');
    score.code('stage');
  });
  readCodes(standing, 'missing');
  readCodes(standing, 'facts');
}

function readRow(row: Fields): void {
  row.code('code');
  if (row.record['cluster'] !== null) row.code('cluster');
  row.count('quota');
  row.count('open');
  for (const key of LISTS) readCodes(row, key);
}

function readFixed(fields: Fields, key: string): void {
  const text = fields.text(key);
  if (text !== undefined && !DECIMAL.test(text)) fields.range(key, 'a decimal written as text is expected', 'decimal');
}

function readCodes(fields: Fields, key: string): void {
  for (const { value, path } of fields.list(key) ?? []) {
    asReference(value, path, fields.problems);
  }
}

function eachObject(fields: Fields, key: string, keys: readonly string[], read: (item: Fields) => void): void {
  for (const { value, path } of fields.list(key) ?? []) openAnd(value, path, fields.problems, keys, read);
}

/** Opens a map whose keys are codes, and reads each member. */
function eachMember(fields: Fields, key: string, read: (record: Fields, name: string) => void): void {
  const value = fields.raw(key);
  if (value === undefined) return;
  const names = isObject(value) ? Object.keys(value) : [];
  openAnd(value, fields.at(key), fields.problems, names, (record) => names.forEach((name) => read(record, name)));
}

function openAnd(
  value: JsonValue,
  path: Path,
  problems: Problems,
  keys: readonly string[],
  read: (fields: Fields) => void,
): void {
  const fields = Fields.open(value, path, problems, keys);
  if (fields !== undefined) read(fields);
}
