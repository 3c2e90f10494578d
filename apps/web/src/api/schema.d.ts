/**
 * The HTTP contract in the shape openapi-typescript emits: the generated file takes this one's place, and only
 * `types.ts` beside it may import from here.
 */
export interface paths {
  '/api/session': {
    get: { responses: { 200: Json<components['schemas']['Session']>; 401: Problem } };
    delete: { responses: { 204: { content?: never }; 401: Problem } };
  };
  '/api/sessions': {
    post: Body<{ login: string; password: string }> & {
      responses: { 201: Json<components['schemas']['Session']>; 401: Problem };
    };
  };
  '/api/sessions/link': {
    post: Body<{ token: string }> & { responses: { 201: Json<components['schemas']['Session']>; 410: Problem } };
  };
  '/api/campaigns': {
    get: { responses: { 200: Json<components['schemas']['CampaignSummary'][]> } };
  };
  '/api/campaigns/{campaign}/board': {
    get: InCampaign & { responses: { 200: Json<components['schemas']['Board']>; 404: Problem } };
  };
  '/api/campaigns/{campaign}/sheets': {
    get: InCampaign & { responses: { 200: Json<components['schemas']['SheetSummary'][]> } };
  };
  '/api/campaigns/{campaign}/units/{unit}/sheets/{stage}': {
    get: OfSheet & { responses: { 200: Json<components['schemas']['Sheet']>; 404: Problem } };
    put: OfSheet &
      Body<{ entries: components['schemas']['SheetEntry'][] }> & {
        parameters: { header: { 'If-Match': string } };
        responses: { 200: Json<components['schemas']['Sheet']>; 412: Problem; 422: Problem };
      };
  };
  '/api/campaigns/{campaign}/units/{unit}/sheets/{stage}/submission': {
    post: OfSheet &
      Body<{ entries?: components['schemas']['SheetEntry'][] }> & {
        parameters: { header: { 'If-Match': string; 'Idempotency-Key': string } };
        responses: { 201: Json<components['schemas']['Submission']>; 412: Problem; 422: Problem };
      };
  };
  '/api/campaigns/{campaign}/clusters/{cluster}/reviews': {
    post: Body<components['schemas']['ReviewRequest']> & {
      parameters: { path: { campaign: string; cluster: string } };
      responses: { 201: Json<components['schemas']['Review']>; 409: Problem; 422: Problem };
    };
  };
  '/api/campaigns/{campaign}/reviews': {
    post: Body<components['schemas']['ReviewRequest']> &
      InCampaign & { responses: { 201: Json<components['schemas']['Review']>; 409: Problem; 422: Problem } };
  };
  '/api/campaigns/{campaign}/proposals': {
    get: InCampaign & { responses: { 200: Json<components['schemas']['Proposal'][]> } };
  };
  '/api/campaigns/{campaign}/proposals/{id}/decision': {
    post: Body<{ revision: number; outcome: 'approve' | 'reject'; reason?: string }> & {
      parameters: { path: { campaign: string; id: string } };
      responses: { 201: Json<components['schemas']['Decision']>; 409: Problem; 422: Problem };
    };
  };
}

interface Json<T> {
  content: { 'application/json': T };
}
interface Problem {
  content: { 'application/problem+json': components['schemas']['Problem'] };
}
interface Body<T> {
  requestBody: { content: { 'application/json': T } };
}
interface InCampaign {
  parameters: { path: { campaign: string } };
}
interface OfSheet {
  parameters: { path: { campaign: string; unit: string; stage: components['schemas']['Stage'] } };
}

export interface components {
  schemas: {
    Stage: 'self' | 'cluster' | 'office';
    Problem: {
      type: string;
      title: string;
      status: number;
      code: string;
      detail?: string;
      correlationId?: string;
      errors?: { code: string; path: string; message: string }[];
      [extension: string]: unknown;
    };
    Grant: {
      role: 'admin' | 'office' | 'clusterHead' | 'unitOfficer' | 'committee' | 'council';
      scope: { kind: 'system' | 'campaign' | 'cluster' | 'unit'; campaign?: string; cluster?: string; unit?: string };
    };
    Session: {
      account: { login: string; name: string };
      grants: components['schemas']['Grant'][];
      csrfToken: string;
    };
    CampaignSummary: { code: string; name: string; theme: string | null; from: string; to: string };
    Review: {
      outcome: 'endorse' | 'return';
      revision: number;
      reason: string | null;
      by: string;
      at: string;
      current: boolean;
    };
    ReviewRequest: { revision: number; outcome: 'endorse' | 'return'; reason?: string };
    RewardRow: {
      code: string;
      name: string;
      quota: number;
      open: number;
      proposed: string[];
      tieAtEdge: string[];
      held: string[];
    };
    StandingProposal: { reward: string; name: string; status: components['schemas']['ProposalStatus'] };
    ProposalStatus: 'proposed' | 'endorsed' | 'approved' | 'rejected';
    Standing: {
      unit: string;
      name: string;
      kind: 'collective' | 'individual';
      rank: number | null;
      movement: number | null;
      tied: boolean;
      complete: boolean;
      total: string;
      base: string;
      bonus: string;
      penalty: string;
      parts: Record<string, string>;
      missing: string[];
      class: string | null;
      held: boolean;
      proposals: components['schemas']['StandingProposal'][];
      ties: string[];
    };
    BoardCluster: {
      code: string;
      name: string;
      digits: number;
      parts: { code: string; name: string; max: string }[];
      revision: number;
      requestedRevision: number;
      current: boolean;
      computedAt: string | null;
      engine: string | null;
      inputHash: string | null;
      review: components['schemas']['Review'] | null;
      may: string[];
      standings: components['schemas']['Standing'][];
      rewards: components['schemas']['RewardRow'][];
    };
    CampaignRewards: {
      revision: number;
      current: boolean;
      review: components['schemas']['Review'] | null;
      may: string[];
      rewards: components['schemas']['RewardRow'][];
    };
    Board: {
      campaign: components['schemas']['CampaignSummary'];
      classes: { code: string; name: string }[];
      clusters: components['schemas']['BoardCluster'][];
      campaignRewards: components['schemas']['CampaignRewards'] | null;
    };
    SheetSummary: {
      unit: string;
      name: string;
      cluster: string;
      stage: components['schemas']['Stage'];
      status: components['schemas']['SheetStatus'];
      version: number;
      may: string[];
    };
    SheetStatus: 'empty' | 'draft' | 'submitted';
    SheetEntry: {
      criterion: string;
      points?: string;
      actual?: string;
      plan?: string;
      count?: number;
      choice?: string;
      tally?: Record<string, number>;
      evidence?: string[];
      reason?: string;
    };
    SheetCriterion: {
      code: string;
      name: string;
      max: string;
      scoredBy: 'unit' | 'cluster' | 'office';
      evidence: 'required' | 'optional';
      mandatory: boolean;
      open: boolean;
      rule: Record<string, unknown>;
      plan: string | null;
      points: string | null;
    };
    SheetPart: {
      code: string;
      name: string;
      max: string | null;
      kind: 'part' | 'bonus' | 'penalty';
      criteria: components['schemas']['SheetCriterion'][];
    };
    Sheet: {
      campaign: string;
      unit: { code: string; name: string; kind: 'collective' | 'individual' };
      cluster: { code: string; name: string };
      stage: components['schemas']['Stage'];
      version: number;
      status: components['schemas']['SheetStatus'];
      submittedAt: string | null;
      may: string[];
      parts: components['schemas']['SheetPart'][];
      entries: components['schemas']['SheetEntry'][];
      lowerEntries: (components['schemas']['SheetEntry'] & { stage: components['schemas']['Stage'] })[];
    };
    Submission: {
      unit: string;
      stage: components['schemas']['Stage'];
      version: number;
      revision: number;
      submittedAt: string;
    };
    Decision: {
      number: string;
      outcome: 'approve' | 'reject';
      reason: string | null;
      by: string;
      at: string;
      reward: string;
      unit: string;
      revision: number;
    };
    Proposal: {
      id: string;
      reward: string;
      rewardName: string;
      unit: string;
      unitName: string;
      cluster: string | null;
      revision: number;
      status: 'endorsed' | 'approved' | 'rejected';
      current: boolean;
      may: string[];
      decision: {
        outcome: 'approve' | 'reject';
        reason: string | null;
        by: string;
        at: string;
        number: string;
      } | null;
    };
  };
}
