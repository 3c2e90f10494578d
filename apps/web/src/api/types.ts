/** The one door to the types of the HTTP contract: screens import from here, never from the generated file. */
import type { components, paths } from './schema.js';

type Schemas = components['schemas'];

export type { paths };
export type Stage = Schemas['Stage'];
export type Problem = Schemas['Problem'];
export type Session = Schemas['Session'];
export type Grant = Schemas['Grant'];
export type Role = Grant['role'];
export type CampaignSummary = Schemas['CampaignSummary'];
export type Board = Schemas['Board'];
export type BoardCluster = Schemas['BoardCluster'];
export type CampaignRewards = Schemas['CampaignRewards'];
export type RewardRow = Schemas['RewardRow'];
export type Standing = Schemas['Standing'];
export type StandingProposal = Schemas['StandingProposal'];
export type ProposalStatus = Schemas['ProposalStatus'];
export type Review = Schemas['Review'];
export type ReviewRequest = Schemas['ReviewRequest'];
export type SheetSummary = Schemas['SheetSummary'];
export type SheetStatus = Schemas['SheetStatus'];
export type SheetEntry = Schemas['SheetEntry'];
export type Sheet = Schemas['Sheet'];
export type SheetPart = Schemas['SheetPart'];
export type SheetCriterion = Schemas['SheetCriterion'];
export type Submission = Schemas['Submission'];
export type Proposal = Schemas['Proposal'];
export type Decision = Schemas['Decision'];

/** One field error of a problem document, its path as sent (`entries[3].actual`). */
export interface FieldError {
  code: string;
  path: string;
  message: string;
}
