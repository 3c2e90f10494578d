/**
 * The scoring engine: a competition file in; points, standings, classes and reward proposals out. Pure: no
 * input or output, no clock, no chance. The meaning of every number is that of the competition file's format ("the
 * spec" of the comments; docs/scoring-rules.md explains it with worked examples).
 *
 * Expected faults of a file or of counts are returned with a stable code (Outcome); what only a mistake of the caller
 * can bring about is thrown (TypeError for what was never checked, RangeError for a code that is not there). Points
 * leave the engine as decimal texts with exactly the scale's digits, shares and per cents as the file writes them.
 */
export { canonicalJson, writeCanonicalJson } from './text/canonical-json.js';
export {
  entryOf,
  DEFAULT_STAGES,
  type Campaign,
  type ClassRule,
  type Cluster,
  type Competition,
  type CompetitionRules,
  type Criterion,
  type DecimalText,
  type Entry,
  type FileEntry,
  type Hold,
  type RankingRules,
  type RewardRule,
  type Scale,
  type ScaleExtra,
  type ScaleGroup,
  type ScalePart,
  type Stage,
  type Target,
  type Unit,
  type UnitKind,
  type VoteRule,
} from './plan/competition.js';
export { ERROR_CODES, VOTE_ERROR_CODES, type ErrorCode } from './text/error-codes.js';
export type { JsonObject, JsonValue } from './text/json-value.js';
export { normalizeTexts } from './text/nfc.js';
export { parseText, type Syntax } from './text/parse-text.js';
export type { ErrorParams, Outcome, ScoringError } from './text/problems.js';
export { readCompetition } from './check/read-competition.js';
export { checkSheet } from './entries/check-sheet.js';
export type { Whole } from './number/whole.js';
export { compile } from './plan/compile.js';
export type {
  Plan,
  PlanClass,
  PlanCluster,
  PlanCriterion,
  PlanSection,
  PlanRound,
  PlanRounds,
  PlanStage,
  PlanStages,
  PlanFactKind,
  PlanRanking,
  PlanReward,
  PlanScale,
  PlanUnit,
} from './plan/plan.js';
export { RULE_KINDS } from './rules/registry.js';
export { describeRule, entryForm, type RuleWords } from './rules/about-rule.js';
export type { FormField, FormOption, Language, Words } from './rules/form.js';
export { scoreUnit } from './standings/score-unit.js';
export { TOTAL_GAPS, totalGaps, type CombinedFrom, type ShownFigures, type TotalGap } from './standings/total-gaps.js';
export { settle, withClasses, type Settlement, type UnsettledCluster } from './live/settle.js';
export { assembleResult, ENGINE } from './live/assemble-result.js';
export type {
  ClusterRanking,
  CriterionScore,
  RoundRanking,
  RoundStanding,
  SettlementBasis,
  Standing,
  UnitScore,
} from './standings/standing.js';
export type { ResultDocument } from './live/result.js';
export type { RewardRow } from './rewards/reward-row.js';
export { readResult } from './check/read-result.js';
export { score } from './live/score.js';
export { diff } from './diff/diff.js';
export type {
  Cause,
  Changed,
  ClusterDiff,
  ResultDiff,
  RewardDiff,
  RewardMove,
  RoundDiff,
  StandingDiff,
  UnitDiff,
} from './diff/result-diff.js';
export type { RewardState } from './rewards/reward-row.js';
export type { ClusterFigures } from './live/cluster-figures.js';
export type { Change, LiveStanding, Touched } from './live/live-standing.js';
export { openCluster } from './live/open-cluster.js';
export type { OpenCluster } from './live/open-cluster.js';
export { openStanding } from './live/open-standing.js';
export { tallyVotes, type VoteCounts, type VoteResult } from './votes/tally-votes.js';
export { checkText, type TextCheck } from './check/check-text.js';
export { placeErrors, type Located } from './text/place-errors.js';
export { locate } from './text/locate.js';
export type { TextPosition } from './text/text-position.js';
export { WARNING_CODES, type ScoringWarning, type WarningCode } from './warnings/warning.js';
export { warningsOf } from './warnings/warnings-of.js';
export { formulaOf, kindName } from './words/rule-words.js';
export { sentenceOf, type Reader, type Tellable } from './words/sentence-of.js';
export { formatDate, formatNumber } from './rules/figures.js';
export { makeBundle, type Bundle } from './verify/bundle.js';
export type { Sha256 } from './verify/marks.js';
export { verifyBundle, type Finding, type FindingCode } from './verify/verify-bundle.js';
export { explain } from './explain/explain.js';
export type { Explanation } from './explain/explanation.js';
export type {
  CeilingAccount,
  ClassAccount,
  ClassOutcome,
  Condition,
  FactAccount,
  Neighbour,
  PeriodAccount,
  QuotaAccount,
  RankAccount,
  RewardAccount,
  RewardOutcome,
  ShareAccount,
} from './explain/place-accounts.js';
export type {
  BestAccount,
  CombinedFigure,
  CriterionAccount,
  EntryAccount,
  GroupAccount,
  NotAssignedAccount,
  ReachAccount,
  RescaleAccount,
  Rounding,
  RoundAccount,
  RoundsAccount,
  Step,
  SumAccount,
  TotalAccount,
  Working,
} from './explain/point-accounts.js';
export type { ConditionAccount, ConditionInput } from './explain/told-condition.js';
export type { Term } from './rules/rule.js';
export { competitionSchema } from './schema/competition-schema.js';
export { resultSchema } from './schema/result-schema.js';
