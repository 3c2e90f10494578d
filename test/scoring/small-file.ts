import {
  explain,
  openStanding,
  readCompetition,
  type Competition,
  type CriterionAccount,
  type JsonObject,
  type JsonValue,
  type ScoringError,
} from '@thidua/scoring';
import { valueOf } from './read-file.js';

/** What only says whose an error is, or lists what there is to choose from: words-to-mend.spec.ts is about those. */
const BESIDES = ['unitName', 'criterionName', 'known', 'cluster'];
/** Of which the name is beside the code, not told instead of it. */
const NAMED = ['scale.part.unreachable', 'unit.headOf.invalid', 'class.share.next', 'code.duplicate', 'field.range'];

function paramsOf({ code, params = {} }: ScoringError): string | undefined {
  const besides = new Set(BESIDES);
  if (Object.hasOwn(params, 'criterionName') && code !== 'entry.duplicate') besides.add('criterion');
  if (code === 'entry.reason.missing') ['below', 'points'].forEach((key) => besides.add(key));
  if (NAMED.includes(code)) besides.add('name');
  const own = Object.entries(params).filter(([key]) => !besides.has(key));
  return own.length === 0 ? undefined : JSON.stringify(Object.fromEntries(own));
}

/** `code path {params}` of each error: all of it but the words, and what BESIDES it says. */
export const told = (errors: readonly ScoringError[]): string[] =>
  errors.map((error) => [error.code, error.path, paramsOf(error)].filter(Boolean).join(' '));

/** The errors of a document; none where it is accepted. */
export function errorsOf(document: unknown): string[] {
  const outcome = readCompetition(document as JsonValue);
  return outcome.ok ? [] : told(outcome.errors);
}

/** What the one criterion of the smallest file is: its rule, what is entered for it, and how it is rounded. */
export interface Small {
  rule?: JsonObject;
  value?: JsonObject;
  max?: number | string;
  rounding?: JsonObject;
  /** Parts of the scale after the one with the criterion. */
  parts?: JsonObject[];
  /** Laid over the scale, the criterion, the entry and the whole file. */
  scale?: JsonObject;
  criterion?: JsonObject;
  entry?: JsonObject;
  file?: JsonObject;
}

/** A file of one unit U, on one criterion I.1, with an entry for it where there is a value. */
export function smallFile({ rule, value, max = 10, rounding, parts = [], ...over }: Small): JsonObject {
  const criterion = { code: 'I.1', name: 'a', max, rule: { kind: 'direct', ...rule }, ...over.criterion };
  return {
    format: 'thidua/1',
    campaign: { code: 'c', name: 'C', from: '2022-01-01', to: '2022-12-31' },
    scales: [
      {
        code: 'S',
        version: 1,
        name: 'S',
        ...(rounding && { rounding }),
        parts: [{ code: 'I', name: 'I', max, criteria: [criterion] }, ...parts],
        ...over.scale,
      },
    ],
    clusters: [{ code: 'C', name: 'C', scale: 'S', units: [{ code: 'U', name: 'U' }] }],
    entries: value === undefined ? [] : [{ unit: 'U', criterion: 'I.1', ...value, ...over.entry }],
    ...over.file,
  };
}

/** The account of the one criterion. */
export function accountOf(small: Small): CriterionAccount {
  const competition = valueOf<Competition>(readCompetition(smallFile(small)));
  return explain(openStanding(competition), 'U').criteria[0]!;
}

/** Its points. */
export const pointsOf = (small: Small): string => accountOf(small).points;
