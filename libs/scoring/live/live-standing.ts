import { checkSheet } from '../entries/check-sheet.js';
import type { Entry, Stage } from '../file/competition.js';
import type { JsonValue } from '../file/json-value.js';
import type { Outcome } from '../file/problems.js';
import type { Plan } from '../plan/plan.js';
import { assembleResult } from '../result/assemble-result.js';
import type { ClusterRanking, ResultDocument, RewardRow, UnitScore } from '../result/result.js';
import { proposeCampaign, proposeLocal } from '../rewards/propose.js';
import { rankCluster } from '../standings/rank-cluster.js';
import { scoreSheet } from '../standings/score-unit.js';
import { UnitSheet } from '../standings/unit-sheet.js';

/** One entry put in its place (whatever was there), or taken away. */
export type Change = { put: Entry } | { remove: { unit: string; criterion: string; stage: Stage } };

/** What a change touched: the unit scored anew, the cluster whose ranking may have moved. */
export interface Touched {
  unit: string;
  cluster: string;
}

/**
 * A competition's standing that follows its entries one by one. Whatever the changes, it is what `score` gives
 * for the entries as they are now: a whole computation is a standing that was opened and read. A change
 * measures one entry and adds up one unit; rankings and proposals are renewed when they are next read.
 */
export class LiveStanding {
  private readonly sheets = new Map<string, UnitSheet>();
  /** By cluster, then unit. */
  private readonly scores = new Map<string, Map<string, UnitScore>>();
  private readonly rankings = new Map<string, ClusterRanking>();
  private readonly local = new Map<string, RewardRow[]>();
  private campaign: RewardRow[] | undefined;

  /** `entries` are accepted by the plan's checks; throws a TypeError or RangeError otherwise. */
  constructor(
    readonly plan: Plan,
    entries: Iterable<Entry>,
  ) {
    for (const unit of plan.units.values()) {
      this.sheets.set(unit.code, new UnitSheet(unit, plan.ranking.stage, []));
    }
    for (const entry of entries) this.sheetOf(entry.unit).put(entry);
    for (const { code, units } of plan.clusters) {
      this.scores.set(code, new Map(units.map((unit) => [unit, scoreSheet(this.sheetOf(unit))])));
    }
  }

  /**
   * Makes one change. An entry put is checked as `checkSheet` checks it (paths are `entries[0].…`); a wrong one
   * changes nothing. Taking away what is not there changes nothing either.
   * Throws a RangeError for a unit the plan does not have, a TypeError for a removal at an unknown criterion.
   */
  apply(change: Change): Outcome<Touched> {
    const { unit } = 'put' in change ? change.put : change.remove;
    const sheet = this.sheetOf(unit);
    if ('put' in change) {
      const { put } = change;
      const others = sheet.entriesOf(put.criterion);
      const checked = checkSheet(this.plan, unit, put.stage, [put as unknown as JsonValue], others);
      if (!checked.ok) return checked;
      sheet.put(put);
    } else sheet.remove(change.remove.criterion, change.remove.stage);
    const { cluster } = sheet.unit;
    this.scores.get(cluster)!.set(unit, scoreSheet(sheet));
    this.rankings.delete(cluster);
    this.local.delete(cluster);
    this.campaign = undefined;
    return { ok: true, value: { unit, cluster } };
  }

  /** One unit's points now. Throws a RangeError for a unit the plan does not have. */
  scoreOf(unit: string): UnitScore {
    const { cluster } = this.sheetOf(unit).unit;
    return this.scores.get(cluster)!.get(unit)!;
  }

  /** The entries of one criterion of a unit, lowest stage first. */
  entriesOf(unit: string, criterion: string): readonly Entry[] {
    return this.sheetOf(unit).entriesOf(criterion);
  }

  /** One cluster's ranking now. Throws a RangeError for a cluster the plan does not have. */
  ranking(cluster: string): ClusterRanking {
    const known = this.rankings.get(cluster);
    if (known !== undefined) return known;
    const ranking = rankCluster(this.plan, cluster, this.scores.get(cluster) ?? new Map());
    this.rankings.set(cluster, ranking);
    return ranking;
  }

  /** Every row of rewards now, those that one cluster settles first. */
  rewards(): RewardRow[] {
    const rankings = this.plan.clusters.map(({ code }) => this.ranking(code));
    const local = rankings.flatMap((ranking) => this.localOf(ranking));
    this.campaign ??= proposeCampaign(this.plan, rankings, local);
    return [...local, ...this.campaign];
  }

  /** The whole result now (spec, "The result"); `input` is the hash of the file it stands for. */
  result(input: string): ResultDocument {
    const rankings = this.plan.clusters.map(({ code }) => this.ranking(code));
    return assembleResult(this.plan, input, rankings, this.rewards());
  }

  private localOf(ranking: ClusterRanking): RewardRow[] {
    const known = this.local.get(ranking.code);
    if (known !== undefined) return known;
    const rows = proposeLocal(this.plan, ranking);
    this.local.set(ranking.code, rows);
    return rows;
  }

  private sheetOf(unit: string): UnitSheet {
    const sheet = this.sheets.get(unit);
    if (sheet === undefined) throw new RangeError(`no unit ${unit} in this plan`);
    return sheet;
  }
}
