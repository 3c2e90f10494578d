import type { Plan } from '@thidua/scoring';
import type { StandingsOf } from './proposal-standings.service.js';
import type { ProposalState } from './proposals.service.js';

interface Listed extends StandingsOf {
  readonly proposal: Pick<ProposalState, 'id' | 'reward' | 'cluster' | 'unit'>;
}

/**
 * The order of the council's list: by reward and cluster as in the file, then by rank. Endorsed anew, a proposal has another
 * number and keeps its place.
 */
export function byPlace({ rewards, clusters, units }: Plan): (a: Listed, b: Listed) => number {
  const places = [rewards, clusters].map((list) => new Map(list.map(({ code }, index) => [code, index])));
  const unitPlaces = new Map([...units.keys()].map((code, index) => [code, index]));
  const keyOf = ({ proposal: { id, reward, cluster, unit }, standing }: Listed): number[] => [
    // Rules of later may have left the reward out.
    places[0]!.get(reward) ?? Infinity,
    // After those of the clusters, those for which all compete together.
    cluster === null ? Infinity : places[1]!.get(cluster)!,
    standing?.rank ?? Infinity,
    unitPlaces.get(unit)!,
    id,
  ];
  return (a, b) => {
    const [one, other] = [keyOf(a), keyOf(b)];
    const at = one.findIndex((part, index) => part !== other[index]);
    return at < 0 ? 0 : one[at]! < other[at]! ? -1 : 1;
  };
}
