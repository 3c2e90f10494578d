import type { Cluster, CompetitionFile, Period, Unit } from '../file.js';
import { Digits } from './digits.js';
import type { RawFile } from './raw.js';
import { PARAM } from './rule.js';
import { TRAITS } from './scale.js';

/** Codes that sort otherwise by code point than by UTF-16 unit, or by a dictionary. */
const NAMES = ['1', '10', '2', 'ê', '\u{10400}', 'ﬀ'];

/** The last cluster holds persons who lead the collectives of the first, where `heads` wants it. */
export function clustersOf(raw: RawFile, scales: number, heads: boolean): Cluster[] {
  return raw.clusters.map(({ scale, units }, at): Cluster => {
    const letter = 'ABC'[at]!;
    const leads = heads && at > 0 && at === raw.clusters.length - 1;
    const members = units.map((seed, index) => unitOf(`${letter}.${NAMES[index]}`, seed, leads));
    if (leads) {
      const collectives = raw.clusters[0]!.units.flatMap((seed, index) =>
        isIndividual(seed) ? [] : [`A.${NAMES[index]}`],
      );
      for (const [index, unit] of members.entries()) {
        const led = collectives[index];
        if (led !== undefined && !new Digits(units[index]!).oneIn(4)) unit.headOf = led;
      }
    }
    return {
      code: `C${at + 1}`,
      name: `Cụm ${at + 1}`,
      scale: `thang-${(scale % scales) + 1}`,
      ...(members.length > 1 && { head: members[0]!.code, deputies: [members[1]!.code] }),
      units: members,
    };
  });
}

const isIndividual = (seed: number): boolean => seed % 4 === 3;

function unitOf(code: string, seed: number, leads: boolean): Unit {
  const d = new Digits(Math.floor(seed / 4));
  const traits = d.of(undefined, [TRAITS[0]!], [TRAITS[0]!], [...TRAITS], [], [TRAITS[1]!]);
  const param = d.of<string | number | undefined>(2, 1, '0.5', 3, undefined);
  return {
    code,
    name: `Đơn vị ${code}`,
    ...((leads || isIndividual(seed)) && { kind: 'individual' as const }),
    ...(traits && { traits }),
    ...(param !== undefined && { params: { [PARAM]: param } }),
    ...(d.oneIn(6) && { competes: false }),
  };
}

const DAYS = ['2024-01-01', '2024-03-31', '2024-06-30', '2024-07-01', '2024-12-31', '2025-01-01'];

/** Something that holds for a unit for a while, its borders near the days on which files are judged. */
export function periodOf(seed: number, units: string[], kinds: string[]): Period {
  const d = new Digits(seed);
  const from = d.take(DAYS.length);
  const to = d.of(undefined, ...DAYS.slice(from));
  const [unit, kind] = [d.of(...units), d.of(...kinds)];
  return { unit, kind, from: DAYS[from]!, ...(to && { to }), reason: 'Kết luận' };
}

export function roundsOf(seeds: number[] | null, d: Digits): Pick<CompetitionFile, 'rounds' | 'combine'> {
  if (seeds === null) return {};
  const how = d.of(undefined, 'sum' as const, 'weighted' as const, 'last' as const, 'mean' as const);
  const missing = d.of(undefined, 'skip' as const, 'zero' as const, 'skip' as const);
  const weights = seeds.map((seed) => [undefined, 2, '0.5', 0][seed % 4]);
  return {
    rounds: seeds.map((_, at) => ({
      code: `Q${at + 1}`,
      name: `Quý ${at + 1}`,
      ...[
        { from: '2024-01-01', to: '2024-03-31' },
        { from: '2024-04-01', to: '2024-06-30' },
        { from: '2024-07-01', to: '2024-09-30' },
      ][at]!,
      ...(how === 'weighted' &&
        weights[at] !== undefined && { weight: weights.every((weight) => weight === 0) && at === 0 ? 1 : weights[at] }),
    })),
    ...((how || missing) && { combine: { ...(how && { how }), ...(missing && { missing }) } }),
  };
}
