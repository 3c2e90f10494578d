import { Injectable } from '@nestjs/common';
import { CampaignRules, ClusterRevisions, RecomputeQueue } from '@thidua/campaigns';
import type { CompiledCampaign } from '@thidua/campaigns';
import { AuditLog, BatchedWrites, Clock, UnitOfWork } from '@thidua/platform';
import type { Act, Patience, Transaction, Verdict } from '@thidua/platform';
import { OtherRules, judge, prepare } from './judge-submission.js';
import type { Judgement, PreparedRequest } from './judge-submission.js';
import { loadForSubmissions } from './load-for-submission.js';
import type { Before } from './load-for-submission.js';
import { checkRound } from './sheet-place.js';
import { recordedSubmission } from './recorded-submissions.js';
import type { SubmissionRow } from './recorded-submissions.js';
import { ScoringHistories } from './scoring-histories.service.js';
import { storeSubmissions } from './store-submissions.js';
import type { NumberedAcceptance } from './store-submissions.js';
import type { SubmitRequest, Submitted } from './submission-request.js';

interface Answer {
  readonly submitted: Submitted;
  /** Whether the same request was answered before. */
  readonly replayed: boolean;
}

interface Case {
  readonly request: PreparedRequest;
  readonly rules: CompiledCampaign;
}

/** Accepts a unit's sheet at one stage: all of it or nothing, once for an idempotency key. */
@Injectable()
export class SubmitSheet {
  /** Those that come together are written together; each is judged by itself. */
  private readonly writes: BatchedWrites<Case, Answer>;
  private underWay = 0;

  constructor(
    unitOfWork: UnitOfWork,
    private readonly rules: CampaignRules,
    private readonly revisions: ClusterRevisions,
    private readonly queue: RecomputeQueue,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly histories: ScoringHistories,
  ) {
    this.writes = new BatchedWrites(
      unitOfWork,
      (tx, cases, patience) => this.writeFree(tx, cases, patience),
      // A sheet is judged by the other stages of its unit: those must not be judged beside it.
      ({ request: { campaign, unit, round } }) => `${campaign}/${unit}/${round}`,
      ({ request: { campaign, cluster } }) => `${campaign}/${cluster}`,
    );
  }

  /** Submissions of this process that are not answered yet. */
  get pending(): number {
    return this.underWay;
  }

  /**
   * @throws StaleSheet when somebody saved since `ifMatch`; Problem `entries.invalid` with every fault of the entries;
   *   Problem `scope.unknown` for a round that is not there; Problem `idempotency.reused` when the key came with other
   *   content before; Problem `sheet.nothing` when there is nothing in it and never was.
   */
  async submit(request: SubmitRequest): Promise<Answer> {
    this.underWay += 1;
    return this.histories
      .telling(request, async () => this.submitBy(await this.rules.get(request.campaign), request))
      .finally(() => (this.underWay -= 1));
  }

  private async submitBy(rules: CompiledCampaign, request: SubmitRequest): Promise<Answer> {
    checkRound(rules.plan, request);
    const prepared = prepare(request);
    try {
      const answer = await this.writes.run({ request: prepared, rules });
      if (answer.submitted.counts) this.queue.requestCluster(prepared.campaign, prepared.cluster);
      return answer;
    } catch (error) {
      if (!(error instanceof OtherRules)) throw error;
      return this.submitBy(await this.rules.numbered(request.campaign, error.inForce), request);
    }
  }

  /** Writes what is of clusters that can be locked with such patience; of the others it says nothing. */
  private async writeFree(
    tx: Transaction,
    cases: readonly Case[],
    patience: Patience,
  ): Promise<(Verdict<Answer> | undefined)[]> {
    const requests = cases.map(({ request }) => request);
    if (patience === 'full') {
      await this.revisions.hold(tx, requests);
      return this.write(tx, cases);
    }
    const isHeld = await this.revisions.holdFree(tx, requests, patience);
    const free = cases.filter((_, index) => isHeld[index]);
    const verdicts = free.length === 0 ? [] : await this.write(tx, free);
    return isHeld.map((held) => (held ? verdicts.shift() : undefined));
  }

  /** Of clusters that this transaction holds. */
  private async write(tx: Transaction, cases: readonly Case[]): Promise<Verdict<Answer>[]> {
    const requests = cases.map(({ request }) => request);
    const before = await loadForSubmissions(tx, requests);
    const judgements = cases.map(({ request, rules }, index) => judge(request, rules, before[index]!));
    const submittedAt = this.clock.now().toISOString();
    const numbered = numberAccepted(judgements, before);
    if (numbered.length > 0) {
      const rows = await storeSubmissions(tx, numbered, submittedAt);
      this.audit.record(tx, ...rows.map((row, index) => actOf(row, numbered[index]!.request)));
      const moves = numbered.filter(({ repeats }) => repeats === null);
      if (moves.length > 0) {
        await this.revisions.moveTo(
          tx,
          moves.map(({ request: { campaign, cluster }, revision }) => ({ campaign, cluster, revision })),
        );
      }
    }
    const revisions = new Map(numbered.map((each) => [each.request, each.revision]));
    return judgements.map((judgement) => verdictOf(judgement, revisions, submittedAt));
  }
}

function actOf(row: SubmissionRow, { correlationId }: PreparedRequest): Act {
  const { campaign, unit, stage, round, submitted_by: actor } = row;
  return {
    actor,
    action: 'sheet.submit',
    campaign,
    subject: `${campaign}/${unit}`,
    detail: { stage, round, ...recordedSubmission(row) },
    correlationId,
  };
}

/**
 * Gives each accepted submission its number: the next revision of its cluster where it counts, else the next place
 * behind the submission whose figures it repeats.
 */
function numberAccepted(judgements: readonly Judgement[], before: readonly Before[]): NumberedAcceptance[] {
  const reached = new Map<string, number>();
  return judgements.flatMap((judgement, index) => {
    if (judgement.kind !== 'accepted') return [];
    const { acceptance } = judgement;
    if (acceptance.repeats) {
      const { revision, ordinal } = acceptance.repeats;
      return [{ ...acceptance, revision, ordinal: ordinal + 1 }];
    }
    const { campaign, cluster } = acceptance.request;
    const key = `${campaign}/${cluster}`;
    const revision = (reached.get(key) ?? before[index]!.revision) + 1;
    reached.set(key, revision);
    return [{ ...acceptance, revision, ordinal: 0 }];
  });
}

function verdictOf(
  judgement: Judgement,
  revisions: ReadonlyMap<PreparedRequest, number>,
  submittedAt: string,
): Verdict<Answer> {
  if (judgement.kind === 'refused') return { ok: false, error: judgement.error };
  if (judgement.kind === 'replayed') return { ok: true, value: { submitted: judgement.submitted, replayed: true } };
  const { request, version, repeats } = judgement.acceptance;
  const counts = repeats === null;
  const { unit, stage, round } = request;
  const submitted = { unit, stage, round, version, revision: revisions.get(request)!, counts, submittedAt };
  return { ok: true, value: { submitted, replayed: false } };
}
