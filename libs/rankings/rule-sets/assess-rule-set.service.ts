import { Injectable } from '@nestjs/common';
import { CampaignRules, RuleSets } from '@thidua/campaigns';
import { ExportCompetition, fittingEntries } from '@thidua/entries';
import { Problem, Reader } from '@thidua/platform';
import { compile, diff, readCompetition, score } from '@thidua/scoring';
import type {
  Competition,
  CompetitionRules,
  FileEntry,
  JsonObject,
  JsonValue,
  Plan,
  ResultDiff,
  ResultDocument,
  ScoringError,
} from '@thidua/scoring';
import { inputOf } from '../rules-hash.js';

export interface DroppedEntry {
  readonly unit: string;
  readonly criterion: string;
  readonly stage: string;
  readonly round: string | null;
}

/** What a rule set would make of the entries as they are. */
export interface Assessment {
  readonly number: number;
  /** The rule set in force that it is compared with. */
  readonly inForce: number;
  /** The sum of the clusters' revisions whose entries it was judged with. */
  readonly revision: number;
  readonly before: { readonly plan: Plan; readonly result: ResultDocument };
  readonly after: { readonly plan: Plan; readonly result: ResultDocument } | null;
  /** Null where entries do not fit. */
  readonly diff: ResultDiff | null;
  /** Entries that the rules would have no place for any more: they would count no longer. */
  readonly dropped: readonly DroppedEntry[];
  /** Entries that would be wrong by these rules, which keep them from coming into force. */
  readonly errors: readonly ScoringError[];
}

/** Judges a drafted rule set by the entries of the moment: nothing is stored. */
@Injectable()
export class AssessRuleSet {
  constructor(
    private readonly reader: Reader,
    private readonly rules: CampaignRules,
    private readonly ruleSets: RuleSets,
    private readonly exportCompetition: ExportCompetition,
  ) {}

  /** @throws Problem `rules.unknown`; `ranking.behind` when entries came while they were read. */
  async assess(campaign: string, number: number): Promise<Assessment> {
    const { document } = await this.ruleSets.find(this.reader, campaign, number);
    const revision = await this.revisionOf(campaign);
    const inForce = await this.rules.inForce(this.reader, campaign);
    const { entries, ...now } = (await this.exportCompetition.export(campaign)) as JsonObject & { entries: JsonValue };
    if ((await this.revisionOf(campaign)) !== revision) {
      throw new Problem('ranking.behind', 409, { params: { cluster: campaign } });
    }
    return {
      number,
      inForce: inForce.ruleSet,
      revision,
      ...compared(now, entries as unknown as FileEntry[], document),
    };
  }

  private async revisionOf(campaign: string): Promise<number> {
    const [row] = await this.reader.query<{ revision: number | string }>(
      'SELECT SUM(requested_revision) AS revision FROM cluster WHERE campaign = ?',
      [campaign],
    );
    return Number(row!.revision);
  }
}

function compared(
  now: JsonObject,
  entered: readonly FileEntry[],
  drafted: string,
): Omit<Assessment, 'number' | 'inForce' | 'revision'> {
  // Judged on the same day, so that only the rules tell them apart.
  const next = { asOf: now['asOf']!, ...(JSON.parse(drafted) as JsonObject) };
  const [oldPlan, plan] = [now, next].map((rules) => compile(rules as unknown as CompetitionRules)) as [Plan, Plan];
  // Named, since the first stage of these rules may be another.
  const first = oldPlan.stages.list[0]!.code;
  const entries: FileEntry[] = [];
  const kept: FileEntry[] = [];
  const dropped: DroppedEntry[] = [];
  for (const { stage = first, ...rest } of entered) {
    const entry = { ...rest, stage };
    entries.push(entry);
    if (fittingEntries(plan, entry.unit, [entry]).length > 0) kept.push(entry);
    else dropped.push({ unit: entry.unit, criterion: entry.criterion, stage, round: entry.round ?? null });
  }
  const was = { ...now, entries } as unknown as Competition;
  const before = { plan: oldPlan, result: score(was, inputOf(was as unknown as JsonValue)) };
  const document = { ...next, entries: kept as unknown as JsonValue };
  const read = readCompetition(document);
  if (!read.ok) return { before, after: null, diff: null, dropped, errors: read.errors };
  const result = score(read.value, inputOf(document));
  return { before, after: { plan, result }, diff: diff(before.result, result), dropped, errors: [] };
}
