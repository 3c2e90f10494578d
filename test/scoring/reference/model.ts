import type { CompetitionFile, Criterion, Entry, Scale, Section, Unit } from './file.js';
import { round, type Rational } from './rational.js';

const DEFAULT_STAGES = [
  { code: 'self', name: 'self', by: 'unit' as const },
  { code: 'cluster', name: 'cluster', by: 'cluster' as const },
  { code: 'office', name: 'office', by: 'office' as const },
];

/** The file with its defaults, and the questions that every topic asks of it. */
export interface Model {
  file: CompetitionFile;
  asOf: string;
  /** Codes, the lowest first. */
  stages: string[];
  /** The stages that count, the lowest first. */
  counted: string[];
  precedence: string[];
  scaleOf: Map<string, Scale>;
  /** By unit, criterion and round, the lowest stage first; only of stages that count. */
  entriesOf(unit: string, criterion: string, roundCode: string | undefined): Entry[];
  planOf(entry: Entry, criterion: Criterion): number | string | undefined;
  isAssigned(unit: Unit, criterion: Criterion): boolean;
}

/** Every text in NFC, keys of objects too. */
export function normalised(value: unknown): unknown {
  if (typeof value === 'string') return nfc(value);
  if (Array.isArray(value)) return value.map(normalised);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [nfc(key), normalised(inner)]));
}

const nfc = (text: string): string => (/[^ -~]/.test(text) ? text.normalize('NFC') : text);

/** No code has a space. */
const key = (...codes: (string | undefined)[]): string => codes.join(' ');

export function readModel(document: unknown): Model {
  const file = normalised(document) as CompetitionFile;
  const stages = (file.stages ?? DEFAULT_STAGES).map(({ code }) => code);
  const counted = stages.slice(stages.indexOf(file.ranking?.stage ?? stages[0]!));
  const entries = new Map<string, Entry[]>();
  const stageOf = (entry: Entry): string => entry.stage ?? stages[0]!;
  for (const entry of file.entries ?? []) {
    if (!counted.includes(stageOf(entry))) continue;
    const place = key(entry.unit, entry.criterion, entry.round);
    entries.set(place, [...(entries.get(place) ?? []), { ...entry, stage: stageOf(entry) }]);
  }
  for (const some of entries.values()) some.sort((a, b) => stages.indexOf(a.stage!) - stages.indexOf(b.stage!));
  const targets = new Map((file.targets ?? []).map((target) => [key(target.unit, target.criterion), target.plan]));
  const excused = new Set((file.notAssigned ?? []).map(({ unit, criterion }) => key(unit, criterion)));
  return {
    file,
    asOf: file.asOf ?? file.campaign.to,
    stages,
    counted,
    precedence: file.ranking?.precedence ?? ['total'],
    scaleOf: new Map(file.scales.map((scale) => [scale.code, scale])),
    entriesOf: (unit, criterion, roundCode) => entries.get(key(unit, criterion, roundCode)) ?? [],
    planOf: (entry, criterion) =>
      entry.plan ?? targets.get(key(entry.unit, entry.criterion)) ?? criterion.rule.plan ?? undefined,
    isAssigned: (unit, criterion) =>
      !excused.has(key(unit.code, criterion.code)) && applies(unit.traits ?? [], criterion.appliesTo ?? {}),
  };
}

const applies = (traits: string[], { any, none }: { any?: string[]; none?: string[] }): boolean =>
  (any === undefined || any.some((trait) => traits.includes(trait))) && !none?.some((trait) => traits.includes(trait));

/** Criteria of a section, those of its groups after its own. */
export const criteriaOf = (section: Section): Criterion[] => [
  ...(section.criteria ?? []),
  ...(section.groups ?? []).flatMap(criteriaOf),
];

/** Parts, then bonus, then penalty. */
export const sectionsOf = (scale: Scale): Section[] => [
  ...scale.parts,
  ...(scale.bonus ? [scale.bonus] : []),
  ...(scale.penalty ? [scale.penalty] : []),
];

export const digitsOf = (scale: Scale): number => scale.rounding?.digits ?? 2;

export const rounded = (scale: Scale, x: Rational): Rational =>
  round(x, digitsOf(scale), scale.rounding?.mode ?? 'halfUp');

/** By code point: what JavaScript compares are UTF-16 units. */
export function byCodePoint(a: string, b: string): number {
  const [left, right] = [[...a], [...b]].map((text) => text.map((letter) => letter.codePointAt(0)!));
  for (const [index, point] of left!.entries()) {
    const other = right![index];
    if (other === undefined || point > other) return 1;
    if (point < other) return -1;
  }
  return left!.length - right!.length;
}
