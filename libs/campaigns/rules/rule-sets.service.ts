import { Injectable } from '@nestjs/common';
import { Clock, LiveEvents, Problem, insertAll } from '@thidua/platform';
import type { SqlRunner, Transaction } from '@thidua/platform';
import type { Author } from '@thidua/identity';
import type { CompetitionRules } from '@thidua/scoring';
import { Cluster } from '../entities/cluster.entity.js';
import { RuleSet } from '../entities/rule-set.entity.js';
import { Unit } from '../entities/unit.entity.js';
import { CampaignRules } from './campaign-rules.service.js';
import { RULES_CHANNEL } from './rules-watch.service.js';

/** What puts a rule set in force. */
export interface Application {
  readonly campaign: string;
  readonly number: number;
  /** The number of the rule set in force that it was compared with. */
  readonly replaces: number;
  /** The deciding document. */
  readonly basis: string;
  readonly reason: string;
  readonly by: Author;
}

const COLUMNS = `campaign, number, document, drafted_by AS "draftedBy", drafted_account AS "draftedAccount", drafted_at AS "draftedAt", basis, reason,
  applied_by AS "appliedBy", applied_account AS "appliedAccount", applied_at AS "appliedAt", withdrawn_at AS "withdrawnAt"`;

/** One version of a campaign's rules; null where there is no such. */
export async function readRuleSet(db: SqlRunner, campaign: string, number: number): Promise<RuleSet | null> {
  const [found] = await db.query<RuleSet>(`SELECT ${COLUMNS} FROM rule_set WHERE campaign = ? AND number = ?`, [
    campaign,
    number,
  ]);
  return found ?? null;
}

/** The versions of a campaign's rules, as rows: drafted, put in force, or withdrawn; none is ever changed or deleted. */
@Injectable()
export class RuleSets {
  constructor(
    private readonly rules: CampaignRules,
    private readonly live: LiveEvents,
    private readonly clock: Clock,
  ) {}

  /** Every one of a campaign, the newest first. */
  list(db: SqlRunner, campaign: string): Promise<RuleSet[]> {
    return db.query<RuleSet>(`SELECT ${COLUMNS} FROM rule_set WHERE campaign = ? ORDER BY number DESC`, [campaign]);
  }

  /** @throws Problem `rules.unknown`. */
  async find(db: SqlRunner, campaign: string, number: number): Promise<RuleSet> {
    const found = await readRuleSet(db, campaign, number);
    if (!found) throw new Problem('rules.unknown', 404);
    return found;
  }

  /** Keeps a checked document as the next rule set of its campaign, which nothing is computed by yet. */
  async draft(tx: Transaction, campaign: string, document: string, by: Author): Promise<RuleSet> {
    await tx.query(`SELECT rule_set FROM campaign WHERE code = ?${tx.forUpdate}`, [campaign]);
    const [last] = await tx.query<{ number: number }>('SELECT MAX(number) AS number FROM rule_set WHERE campaign = ?', [
      campaign,
    ]);
    const ruleSet = tx.manager.create(RuleSet, {
      ...{ campaign, number: last!.number + 1, document },
      ...{ draftedBy: by.login, draftedAccount: by.account, draftedAt: this.clock.now().toISOString() },
      ...{ basis: null, reason: null, appliedBy: null, appliedAccount: null, appliedAt: null, withdrawnAt: null },
    });
    await tx.manager.insert(RuleSet, ruleSet);
    return ruleSet;
  }

  /** @throws Problem `rules.notDraft` when it was in force, or withdrawn, already. */
  async withdraw(tx: Transaction, campaign: string, number: number): Promise<void> {
    const rows = await tx.query(
      `UPDATE rule_set SET withdrawn_at = ? WHERE campaign = ? AND number = ? AND applied_at IS NULL
         AND withdrawn_at IS NULL RETURNING number`,
      [this.clock.now().toISOString(), campaign, number],
    );
    if (rows.length === 0) throw new Problem('rules.notDraft', 409);
  }

  /**
   * Puts a draft in force, and takes over what stands in rows of its own: names, new clusters and units. The caller has
   * locked the clusters. Numbers only grow: what was drafted before the one in force was never compared with it.
   * @throws Problem `rules.notDraft` unless it is a draft newer than what it replaces; `rules.moved` where that is not in
   *   force any more.
   */
  async apply(tx: Transaction, document: CompetitionRules, application: Application): Promise<RuleSet> {
    const { campaign, number, replaces, basis, reason, by } = application;
    const now = this.clock.now().toISOString();
    const { name, theme = null, from, to } = document.campaign;
    if (number <= replaces) throw new Problem('rules.notDraft', 409);
    const moved = await tx.query(
      `UPDATE campaign SET rule_set = ?, name = ?, theme = ?, from_date = ?, to_date = ?, as_of = ?
        WHERE code = ? AND rule_set = ? RETURNING code`,
      [number, name, theme, from, to, document.asOf ?? null, campaign, replaces],
    );
    if (moved.length === 0) throw new Problem('rules.moved', 409);
    const applied = await tx.query(
      `UPDATE rule_set SET basis = ?, reason = ?, applied_by = ?, applied_account = ?, applied_at = ?
        WHERE campaign = ? AND number = ? AND applied_at IS NULL AND withdrawn_at IS NULL RETURNING number`,
      [basis, reason, by.login, by.account, now, campaign, number],
    );
    if (applied.length === 0) throw new Problem('rules.notDraft', 409);
    await takeOver(tx, campaign, document);
    tx.afterCommit(() => {
      this.rules.forget(campaign);
      this.live.publish(RULES_CHANNEL, { campaign });
    });
    return this.find(tx, campaign, number);
  }
}

/** Names, kinds and order of clusters and units where they are others, and those that are new. */
async function takeOver(tx: Transaction, campaign: string, { clusters }: CompetitionRules): Promise<void> {
  const known = async <Row extends { code: string }>(columns: string, table: string): Promise<Map<string, Row>> => {
    const rows = await tx.query<Row>(`SELECT ${columns} FROM ${table} WHERE campaign = ?`, [campaign]);
    return new Map(rows.map((row) => [row.code, row]));
  };
  const knownClusters = await known<Pick<Cluster, 'code' | 'name' | 'ordinal'>>('code, name, ordinal', 'cluster');
  const knownUnits = await known<Pick<Unit, 'code' | 'name' | 'kind'>>('code, name, kind', 'unit');
  const newClusters: Partial<Cluster>[] = [];
  const newUnits: Partial<Unit>[] = [];
  for (const [ordinal, { code, name, units }] of clusters.entries()) {
    const cluster = knownClusters.get(code);
    // A new one is its own first revision, so that it is ranked even before anything is submitted.
    if (!cluster) newClusters.push({ campaign, code, name, ordinal, requestedRevision: 1 });
    else if (cluster.name !== name || cluster.ordinal !== ordinal) {
      await tx.manager.update(Cluster, { campaign, code }, { name, ordinal });
    }
    for (const { code: unitCode, name: unitName, kind = 'collective' } of units) {
      const unit = knownUnits.get(unitCode);
      if (!unit) newUnits.push({ campaign, code: unitCode, cluster: code, name: unitName, kind });
      else if (unit.name !== unitName || unit.kind !== kind) {
        await tx.manager.update(Unit, { campaign, code: unitCode }, { name: unitName, kind });
      }
    }
  }
  await insertAll(tx, Cluster, newClusters);
  await insertAll(tx, Unit, newUnits);
}
