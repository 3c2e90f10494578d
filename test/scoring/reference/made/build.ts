import type { CompetitionFile, Decimal, Entry } from '../file.js';
import { classesOf, factKindsOf, FACTS, isDerived, rewardsOf } from './awards.js';
import { keysOf, sourcesOf } from './condition.js';
import { Digits } from './digits.js';
import { cellsOf, criteriaIn, DEFAULT, entriesAt } from './entries.js';
import type { RawFile } from './raw.js';
import { scaleOf } from './scale.js';
import { clustersOf, periodOf, roundsOf } from './units.js';
import { takesPlan } from './value.js';

const OTHER_STAGES: NonNullable<CompetitionFile['stages']> = [
  { code: 'đơn-vị', name: 'Tự chấm', by: 'unit' },
  { code: 'khối', name: 'Khối chấm', by: 'cluster' },
  { code: 'sở', name: 'Sở thẩm định', by: 'office' },
  { code: 'tỉnh', name: 'Hội đồng', by: 'office' },
];

/** A valid competition file out of free choices. */
export function build(raw: RawFile): CompetitionFile {
  const d = new Digits(raw.settings);
  const stages = d.of(undefined, undefined, OTHER_STAGES, OTHER_STAGES.slice(0, 3), OTHER_STAGES.slice(1, 3));
  const asOf = d.of(undefined, '2024-06-30', '2024-12-31', '2024-03-31', '2025-01-01', '2024-07-01', '2023-12-31');
  const rounds = roundsOf(raw.rounds, d);
  const style = d.of('plain', 'share', 'heads', 'classKey');
  const all = stages ?? DEFAULT;
  const scoredBy = [...new Set(all.flatMap(({ code, by }) => [by, code]))];

  const listed = FACTS.slice(0, raw.factKinds.length).filter((_, at) => !isDerived(raw.factKinds[at]!));
  const scales = raw.scales.map((scale, at) => scaleOf(scale, at, scoredBy, listed));
  const clusters = clustersOf(raw, scales.length, style === 'heads');
  const used = scales.filter(({ code }) => clusters.some((cluster) => cluster.scale === code));
  const units = clusters.flatMap((cluster) => cluster.units.map(({ code }) => code));

  const whole = sourcesOf(used, [], raw.rounds !== null);
  const limits = { shares: style !== 'classKey', campaignShares: style !== 'heads' };
  const part = keysOf(used)
    .find((key) => key.startsWith('part:'))
    ?.replace('part:', '');
  const sources = [...whole, ...FACTS.slice(0, raw.factKinds.length).map((code) => `fact:${code}`)];
  const classes = classesOf(raw.classes, sources, part, limits);
  const classCodes = classes.map(({ code }) => code);
  const factKinds = factKindsOf(raw.factKinds, whole, classCodes);
  const facts = listed.length === 0 ? [] : raw.facts.map((seed) => periodOf(seed, units, listed));
  const holds = raw.holds.map((seed) => periodOf(seed, units, ['discipline', 'complaint', 'inspection']));
  const rewards = rewardsOf(raw.rewards, sources, classCodes);
  const file: CompetitionFile = {
    format: 'thidua/1',
    ...(asOf && { asOf }),
    campaign: { code: 'thử', name: 'Đợt thi đua', from: '2024-01-01', to: '2024-12-31' },
    ...(stages && { stages }),
    ...rounds,
    scales,
    clusters,
    ranking: rankingOf(
      raw,
      all.map(({ code }) => code),
      [...keysOf(used), ...(style === 'classKey' ? CLASS_KEY : [])],
    ),
    ...(factKinds.length > 0 && { factKinds }),
    ...(facts.length > 0 && { facts }),
    ...(holds.length > 0 && { holds }),
    ...(classes.length > 0 && { classes }),
    ...(rewards.length > 0 && { rewards }),
  };
  file.targets = targetsOf(file, raw.targets);
  file.notAssigned = excusedOf(file, raw.excused);
  file.entries = entriesOf(file, raw.cells);
  return file;
}

/** More than once, as every other key is one of many. */
const CLASS_KEY = Array.from({ length: 8 }, () => 'class');

function rankingOf(raw: RawFile, stages: string[], keys: string[]): CompetitionFile['ranking'] {
  const d = new Digits(raw.ranking);
  const precedence = [...new Set(raw.precedence.map((at) => keys[at % keys.length]!))];
  const missing = d.of(undefined, 'zero' as const, undefined, 'unranked' as const);
  const stage = d.of(undefined, undefined, undefined, ...stages);
  const weights = stages.map(
    (code, at) => [code, at === 0 ? d.of<Decimal>(1, 20, '0.5', 3) : d.of<Decimal>(1, 0, 30, '2.5')] as const,
  );
  return {
    precedence: d.oneIn(3) ? ['total'] : precedence,
    ...(missing && { missing }),
    ...(stage && { stage }),
    ...(d.oneIn(3) && { stageWeights: Object.fromEntries(weights.slice(0, stages.length - d.take(2))) }),
  };
}

function targetsOf(file: CompetitionFile, seed: number): CompetitionFile['targets'] {
  const d = new Digits(seed);
  return cellsOf(file).flatMap(({ unit, criterion, round }) => {
    if (round !== undefined && round !== file.rounds![0]!.code) return [];
    if (!takesPlan(criterion) || !d.oneIn(3)) return [];
    return [{ unit: unit.code, criterion: criterion.code, plan: d.of<string | number>(4, 3, '2.5') }];
  });
}

function excusedOf(file: CompetitionFile, seeds: number[]): CompetitionFile['notAssigned'] {
  const all = file.clusters.flatMap(({ units, scale }) =>
    units.flatMap((unit) =>
      criteriaIn(file.scales.find(({ code }) => code === scale)!).map((criterion) => ({
        unit: unit.code,
        criterion: criterion.code,
        reason: 'Không giao',
      })),
    ),
  );
  return [...new Set(seeds.map((seed) => seed % all.length))].map((at) => all[at]!);
}

function entriesOf(file: CompetitionFile, seeds: number[]): Entry[] {
  if (seeds.length === 0) return [];
  const firstOfAll = (file.stages ?? DEFAULT)[0]!.code;
  return cellsOf(file).flatMap((cell, at) => entriesAt(cell, seeds[at % seeds.length]!, firstOfAll));
}
