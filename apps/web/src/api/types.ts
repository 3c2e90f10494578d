/** The one door to the types of the HTTP contract: screens import from here, never from the generated file. */
import type { components, paths } from './generated/schema.js';

type Schemas = components['schemas'];

export type { paths };
export type Session = Schemas['SessionView'];
export type Role = Schemas['GrantView']['role'];
export type CampaignSummary = Schemas['CampaignSummaryView'];
export type Board = Schemas['BoardView'];
export type BoardCluster = Schemas['BoardClusterView'];
export type CampaignRewards = Schemas['BoardCampaignRewardsView'];
export type RewardRow = Schemas['BoardRewardView'];
export type Standing = Schemas['BoardStandingView'];
export type StandingProposal = Schemas['BoardProposalView'];
export type ProposalStatus = StandingProposal['status'];
export type Review = Schemas['ReviewView'];
export type ReviewRequest = Schemas['ReviewDto'];
export type SheetSummary = Schemas['SheetSummaryView'];
export type SheetPart = Schemas['SheetPartView'];
export type SheetCriterion = Schemas['SheetCriterionView'];
export type Submission = Schemas['SubmittedView'];
export type Proposal = Schemas['ProposalView'];
export type Decision = Schemas['DecidedView'];
export type DecisionRequest = Schemas['DecisionDto'];
export type SheetStage = Schemas['SheetStageView'];
export type NotAssigned = Schemas['NotAssignedView'];
export type FormField = Schemas['FormFieldView'];
export type Words = Schemas['WordsView'];
export type Invited = Schemas['InvitedView'];
export type RuleSet = Schemas['RuleSetView'];
export type RuleSetPreview = Schemas['RuleSetPreviewView'];
export type Readiness = Schemas['ReadinessView'];
export type BoardSection = Schemas['BoardSectionView'];
export type Score = Schemas['BoardScoreView'];
export type BoardFact = Schemas['BoardFactView'];
export type ProposedStanding = Schemas['ProposedStandingView'];
export type SheetStatus = SheetSummary['status'];

/** Which value it has depends on the kind of its criterion's rule. */
export type SheetEntry = Schemas['SheetEntry'];
export type Sheet = Schemas['SheetView'];

/** One field error of a problem document, its path as sent (`entries[3].actual`). */
export interface FieldError {
  code: string;
  path: string;
  message: string;
  /** Of a file that was sent, from 1. */
  line?: number;
}

/** A problem document (RFC 9457) with the code, the reference and the extensions of this API. */
export interface Problem {
  title: string;
  status: number;
  code: string;
  detail?: string;
  correlationId?: string;
  errors?: FieldError[];
  moreErrors?: number;
  [extension: string]: unknown;
}
