import { Injectable } from '@nestjs/common';
import { CampaignRules, RuleSets } from '@thidua/campaigns';
import type { RuleSet } from '@thidua/campaigns';
import { readCompetitionFile, withoutEntries } from '@thidua/entries';
import type { Author } from '@thidua/identity';
import { AuditLog, Problem, Reader, UnitOfWork, hashOfValues } from '@thidua/platform';
import type { Competition, Plan, Syntax } from '@thidua/scoring';

export interface DraftRequest {
  readonly campaign: string;
  readonly text: string;
  readonly syntax: Syntax;
  readonly by: Author;
}

/** Takes a competition file as a draft of a campaign's next rules. Its entries are not taken: those submitted count. */
@Injectable()
export class DraftRuleSet {
  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: CampaignRules,
    private readonly ruleSets: RuleSets,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws Problem `file.invalid` with every fault; `rules.otherCampaign` for a file of another campaign;
   *   `rules.membersGone` where it lacks clusters or units that there are, or has one in another cluster.
   */
  async draft({ campaign, text, syntax, by }: DraftRequest): Promise<RuleSet> {
    const { document, competition } = readCompetitionFile(text, syntax, withoutEntries);
    const { plan } = await this.rules.inForce(this.reader, campaign);
    refuseOther(plan, competition);
    return this.unitOfWork.run(async (tx) => {
      const ruleSet = await this.ruleSets.draft(tx, campaign, JSON.stringify(document), by);
      this.audit.record(tx, {
        actor: by.login,
        action: 'rules.draft',
        campaign,
        subject: `${campaign}/${ruleSet.number}`,
        detail: { document: hashOfValues([ruleSet.document]) },
      });
      return ruleSet;
    });
  }

  /** @throws Problem `rules.unknown`; `rules.notDraft` when it was in force, or withdrawn, already. */
  async withdraw(campaign: string, number: number, by: Author): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.ruleSets.find(tx, campaign, number);
      await this.ruleSets.withdraw(tx, campaign, number);
      this.audit.record(tx, { actor: by.login, action: 'rules.withdraw', campaign, subject: `${campaign}/${number}` });
    });
  }
}

/** Who takes part stays: what units have submitted, and what was decided of them, hangs on cluster and unit. */
function refuseOther(plan: Plan, { campaign, clusters }: Competition): void {
  const { code } = plan.campaign;
  if (campaign.code !== code) {
    throw new Problem('rules.otherCampaign', 422, { params: { campaign: code, other: campaign.code } });
  }
  const clusterOf = new Map(clusters.flatMap(({ code: cluster, units }) => units.map((unit) => [unit.code, cluster])));
  const gone = [...plan.units.values()].filter((unit) => clusterOf.get(unit.code) !== unit.cluster);
  const empty = plan.clusters.filter((cluster) => !clusters.some((each) => each.code === cluster.code));
  if (gone.length + empty.length === 0) return;
  const names = [...gone, ...empty].map(({ name }) => name);
  throw new Problem('rules.membersGone', 422, {
    params: { names: names.slice(0, 20).join(', '), count: names.length },
  });
}
