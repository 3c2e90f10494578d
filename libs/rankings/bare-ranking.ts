import type { ClusterRanking, CriterionScore, RoundRanking, RoundStanding, Standing, UnitScore } from '@thidua/scoring';

/** The points of a unit's criteria, by criterion. */
export type CriterionScores = Readonly<Record<string, CriterionScore>>;

/** A standing without the points of its criteria, as it is stored beside the others of its cluster. */
export type BareStanding = Omit<Standing, 'criteria'>;
export type BareRoundStanding = Omit<RoundStanding, 'criteria'>;

/** A ranking but for the points of the criteria, which are stored by unit. */
export interface BareRanking {
  readonly code: string;
  readonly standings: readonly BareStanding[];
  readonly rounds?: readonly { readonly code: string; readonly standings: readonly BareRoundStanding[] }[];
}

export function bareOf({ code, standings, rounds }: ClusterRanking): BareRanking {
  return {
    code,
    standings: standings.map(withoutCriteria),
    ...(rounds && {
      rounds: rounds.map((round) => ({ code: round.code, standings: round.standings.map(withoutCriteria) })),
    }),
  };
}

function withoutCriteria<S extends UnitScore>({ criteria: _criteria, ...standing }: S): Omit<S, 'criteria'> {
  return standing;
}

/** The points of one unit: of the whole, and of each round where there are some. */
export interface UnitPoints {
  readonly criteria: CriterionScores;
  readonly rounds: Readonly<Record<string, CriterionScores>> | null;
}

/** The points of every unit of a ranking in its rounds, by unit. */
export function roundPoints({ rounds = [] }: ClusterRanking): ReadonlyMap<string, Record<string, CriterionScores>> {
  const found = new Map<string, Record<string, CriterionScores>>();
  for (const { code, standings } of rounds) {
    for (const { unit, criteria } of standings) found.set(unit, { ...found.get(unit), [code]: criteria });
  }
  return found;
}

/** The ranking with the points again, in the order in which a result shows them. */
export function completed(ranking: BareRanking, pointsOf: (unit: string) => UnitPoints): ClusterRanking {
  const { code, standings, rounds } = ranking;
  return {
    code,
    standings: standings.map(({ missing, class: className, ...standing }) => ({
      ...standing,
      criteria: pointsOf(standing.unit).criteria,
      missing,
      class: className,
    })),
    ...(rounds && {
      rounds: rounds.map((round): RoundRanking => ({
        code: round.code,
        standings: round.standings.map(({ missing, ...standing }) => ({
          ...standing,
          criteria: pointsOf(standing.unit).rounds![round.code]!,
          missing,
        })),
      })),
    }),
  };
}
