import type { ProposalState } from './proposals.service.js';

export type ProposalStatus = 'endorsed' | 'approved' | 'rejected';

export function proposalStatus({ decision }: ProposalState): ProposalStatus {
  if (!decision) return 'endorsed';
  return decision.outcome === 'approve' ? 'approved' : 'rejected';
}
