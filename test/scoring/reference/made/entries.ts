import type { CompetitionFile, Criterion, Entry, Scale, Unit } from '../file.js';
import { criteriaOf, readModel, sectionsOf } from '../model.js';
import { Digits } from './digits.js';
import { valueOf } from './value.js';

/** Where an entry may be: of which unit, for which criterion, in which round, at which stages. */
export interface Cell {
  unit: Unit;
  criterion: Criterion;
  round?: string;
  stages: string[];
  hasTarget: boolean;
}

export function cellsOf(file: CompetitionFile): Cell[] {
  const model = readModel(file);
  const stages = file.stages ?? DEFAULT;
  const rounds = file.rounds?.map(({ code }) => code) ?? [undefined];
  return file.clusters.flatMap(({ units, scale }) =>
    units.flatMap((unit) =>
      sectionsOf(model.scaleOf.get(scale)!)
        .flatMap(criteriaOf)
        .filter((criterion) => model.isAssigned(unit, criterion))
        .flatMap((criterion) =>
          rounds.map((round) => ({
            unit,
            criterion,
            ...(round && { round }),
            stages: stages.slice(firstStage(criterion.scoredBy, stages)).map(({ code }) => code),
            hasTarget: (file.targets ?? []).some(
              (target) => target.unit === unit.code && target.criterion === criterion.code,
            ),
          })),
        ),
    ),
  );
}

export const DEFAULT: NonNullable<CompetitionFile['stages']> = [
  { code: 'self', name: 'Tự chấm', by: 'unit' },
  { code: 'cluster', name: 'Cụm', by: 'cluster' },
  { code: 'office', name: 'Cơ quan thường trực', by: 'office' },
];

const firstStage = (scoredBy: string | undefined, stages: { code: string; by: string }[]): number =>
  scoredBy === undefined ? 0 : stages.findIndex(({ code, by }) => code === scoredBy || by === scoredBy);

/** The entries of a cell: none, one, or one at several stages. */
export function entriesAt(cell: Cell, seed: number, firstOfAll: string): Entry[] {
  const d = new Digits(seed);
  if (seed === 0 || d.oneIn(24)) return [];
  const at = d.of(
    () => cell.stages.slice(0, 1),
    () => cell.stages.slice(-1),
    () => cell.stages.slice(0, 2),
    () => cell.stages,
    () => [cell.stages[0]!, cell.stages.at(-1)!],
  )();
  return [...new Set(at)].flatMap((stage) => entryAt(cell, stage, d, firstOfAll) ?? []);
}

export function entryAt(cell: Cell, stage: string, d: Digits, firstOfAll: string): Entry | undefined {
  const value = valueOf(cell.criterion, cell.unit, cell.hasTarget, d);
  if (value === undefined) return undefined;
  const code = cell.unit.code;
  return {
    unit: d.oneIn(6) ? code.normalize('NFD') : code,
    criterion: cell.criterion.code,
    ...(cell.round && { round: cell.round }),
    ...((stage !== firstOfAll || d.oneIn(3)) && { stage }),
    ...(cell.criterion.evidence === 'required' && stage === firstOfAll && { evidence: ['Biên bản'] }),
    ...(stage !== firstOfAll && { reason: 'Thẩm định lại' }),
    ...value,
  };
}

export const criteriaIn = (scale: Scale): Criterion[] => sectionsOf(scale).flatMap(criteriaOf);
