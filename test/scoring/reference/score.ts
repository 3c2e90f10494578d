import { giveClasses } from './classes.js';
import { combined } from './combine.js';
import { effectiveEntries, type EffectiveOf } from './effective.js';
import { derivedFacts, listedFacts } from './facts.js';
import type { Figures, Subject } from './figures.js';
import type { Cluster, Unit } from './file.js';
import { readModel, type Model } from './model.js';
import { figuresOf } from './one-round.js';
import { hasRank, rank } from './ranking.js';
import { giveRewards, type RewardRow } from './rewards.js';
import type { Standing } from './standing.js';
import { writtenStanding, type WrittenStanding } from './written.js';

export { ReferenceFault } from './fault.js';

export interface ReferenceResult {
  clusters: {
    code: string;
    standings: WrittenStanding[];
    rounds?: { code: string; standings: WrittenStanding[] }[];
  }[];
  rewards: RewardRow[];
}

/** A cluster with the figures of its units: of every round of the file, and of the whole. */
interface Scored {
  cluster: Cluster;
  rounds: { code: string; standings: Standing[] }[];
  standings: Standing[];
}

/** Clusters and rewards of a valid competition file, computed as plainly as the specification says it. */
export function referenceScore(file: unknown): ReferenceResult {
  const model = readModel(file);
  const subjects = new Map<Standing, Subject>();
  const scored = model.file.clusters.map((cluster) => scoreCluster(cluster, model, subjects));
  const all = scored.flatMap(({ standings }) => standings);
  const subjectOf = (one: Standing): Subject => subjects.get(one)!;
  giveClasses(all, subjectOf, model);
  const listed = scored.map(({ standings }) => rank(standings, model.precedence));
  const classes = (model.file.classes ?? []).map(({ code }) => code);
  return {
    clusters: scored.map(({ cluster, rounds }, at) => ({
      code: cluster.code,
      standings: listed[at]!.map((one) => ({
        ...writtenStanding(one, model),
        class: one.class === null ? null : classes[one.class]!,
      })),
      ...(model.file.rounds && {
        rounds: rounds.map(({ code, standings }) => ({
          code,
          standings: standings.map((one) => writtenStanding(one, model)),
        })),
      }),
    })),
    rewards: giveRewards(all, subjectOf, model),
  };
}

function scoreCluster(cluster: Cluster, model: Model, subjects: Map<Standing, Subject>): Scored {
  const scale = model.scaleOf.get(cluster.scale)!;
  const listed = new Map(cluster.units.map((unit) => [unit.code, listedFacts(unit.code, model)]));
  const figuresIn = (effective: EffectiveOf): Map<string, Figures> =>
    new Map(
      cluster.units.map((unit) => [
        unit.code,
        figuresOf(unit, scale, effective.get(unit.code)!, listed.get(unit.code)!, model),
      ]),
    );
  const none: EffectiveOf = new Map(cluster.units.map((unit) => [unit.code, new Map()]));
  const effective = model.file.rounds ? none : effectiveEntries(cluster, undefined, model);
  const inRounds = (model.file.rounds ?? []).map((round) => ({
    round,
    figures: figuresIn(effectiveEntries(cluster, round.code, model)),
  }));
  const whole = model.file.rounds
    ? new Map(
        cluster.units.map(({ code }) => [
          code,
          combined(
            inRounds.map(({ round, figures }) => ({ round, figures: figures.get(code)! })),
            scale,
            model,
          ),
        ]),
      )
    : figuresIn(effective);

  const own = cluster.units.map((unit) => ({
    unit: unit.code,
    params: unit.params ?? {},
    figures: whole.get(unit.code)!,
    effective: effective.get(unit.code)!,
    facts: listed.get(unit.code)!,
  }));
  const peers = own.filter((_, at) => cluster.units[at]!.competes !== false);
  for (const subject of own) {
    for (const kind of derivedFacts({ ...subject, peers }, model)) listed.get(subject.unit)!.add(kind);
  }
  const standingOf = (unit: Unit, figures: Figures): Standing => {
    const complete = figures.missing.length === 0;
    const ranked = hasRank(unit, complete, model);
    const facts = listed.get(unit.code)!;
    return { unit, cluster, figures, facts, complete, ranked, rank: null, tied: false, class: null };
  };
  const standings = cluster.units.map((unit) => standingOf(unit, whole.get(unit.code)!));
  for (const [at, standing] of standings.entries()) subjects.set(standing, { ...own[at]!, peers });
  const keys = model.precedence.filter((key) => key !== 'class');
  const rounds = inRounds.map(({ round, figures }) => ({
    code: round.code,
    standings: rank(
      cluster.units.map((unit) => standingOf(unit, figures.get(unit.code)!)),
      keys,
    ),
  }));
  return { cluster, rounds, standings };
}
