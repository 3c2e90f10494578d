/** The stages of an entry, lowest first (competition file, "Entry"). */
export const STAGES = ['self', 'cluster', 'office'] as const;
export type StageName = (typeof STAGES)[number];

export const PERMISSIONS = [
  'campaign.import',
  'campaign.read',
  'board.read',
  'result.read',
  'sheet.read.self',
  'sheet.read.cluster',
  'sheet.read.office',
  'sheet.edit.self',
  'sheet.edit.cluster',
  'sheet.edit.office',
  'ranking.review',
  'proposal.read',
  'proposal.decide',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** How far beyond its own scope a permission of a role reaches: to the unit's cluster, or to the whole campaign. */
export type Reach = 'scope' | 'cluster' | 'campaign';

export const ROLES = ['admin', 'office', 'clusterHead', 'unitOfficer', 'committee', 'council'] as const;
export type Role = (typeof ROLES)[number];

/** What each role may do. What is not listed here is refused. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, Partial<Record<Permission, Reach>>>> = {
  /** Runs the system; sees no score and decides nothing. */
  admin: { 'campaign.import': 'scope', 'campaign.read': 'scope' },
  office: {
    'campaign.import': 'scope',
    'campaign.read': 'scope',
    'board.read': 'scope',
    'result.read': 'scope',
    'sheet.read.self': 'scope',
    'sheet.read.cluster': 'scope',
    'sheet.read.office': 'scope',
    'sheet.edit.office': 'scope',
    'proposal.read': 'scope',
  },
  clusterHead: {
    'campaign.read': 'campaign',
    'board.read': 'scope',
    'sheet.read.self': 'scope',
    'sheet.read.cluster': 'scope',
    'sheet.edit.cluster': 'scope',
  },
  /** A unit enters its own figures and sees the ranking of the cluster it competes in. */
  unitOfficer: {
    'campaign.read': 'campaign',
    'board.read': 'cluster',
    'sheet.read.self': 'scope',
    'sheet.edit.self': 'scope',
  },
  committee: {
    'campaign.read': 'scope',
    'board.read': 'scope',
    'result.read': 'scope',
    'sheet.read.self': 'scope',
    'sheet.read.cluster': 'scope',
    'sheet.read.office': 'scope',
    'ranking.review': 'scope',
    'proposal.read': 'scope',
  },
  council: {
    'campaign.read': 'scope',
    'board.read': 'scope',
    'result.read': 'scope',
    'proposal.read': 'scope',
    'proposal.decide': 'scope',
  },
};
