/** Who scores at a stage of a competition (competition file, "Top level": `stages`). */
export const STAGE_AUTHORS = ['unit', 'superior', 'cluster', 'office', 'panel'] as const;
export type StageAuthor = (typeof STAGE_AUTHORS)[number];

/**
 * Reading and editing the sheets of a stage, and reopening a criterion of one to the stages below, by who scores there: a
 * campaign names its stages as it likes.
 */
const STAGED = ['sheet.read', 'sheet.edit', 'sheet.reopen'] as const;
export type StagedPermission = (typeof STAGED)[number];

const PLAIN = [
  'campaign.import',
  'campaign.read',
  'board.read',
  'result.read',
  'file.read',
  'ranking.review',
  'proposal.read',
  'proposal.decide',
  'rules.read',
  'rules.manage',
  'account.read',
  'account.manage',
  'grant.manage',
  'audit.read',
] as const;

export type Permission = (typeof PLAIN)[number] | `${StagedPermission}.${StageAuthor}`;
export const PERMISSIONS: readonly Permission[] = [
  ...PLAIN,
  ...STAGED.flatMap((permission) => STAGE_AUTHORS.map((author) => `${permission}.${author}` as const)),
];

/** How far beyond its own scope a permission of a role reaches: to the unit's cluster, or to the whole campaign. */
export type Reach = 'scope' | 'cluster' | 'campaign';

export const ROLES = [
  'admin',
  'office',
  'committee',
  'councilChair',
  'councilSecretary',
  'councilMember',
  'clusterHead',
  'clusterDeputy',
  'unitOfficer',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

const ALL_SHEETS = staged('sheet.read', STAGE_AUTHORS);
/** Nobody is appointed a unit's superior or to a panel yet: the standing office enters what they score. */
const SHEETS_OF_THE_OFFICE = {
  ...staged('sheet.edit', ['superior', 'office', 'panel']),
  ...staged('sheet.reopen', ['superior', 'office', 'panel']),
};

const PEOPLE = { 'account.read': 'scope', 'account.manage': 'scope', 'grant.manage': 'scope' } as const;

const OF_THE_CLUSTER: Permissions = {
  'campaign.read': 'campaign',
  'board.read': 'scope',
  ...staged('sheet.read', ['unit', 'cluster']),
  ...staged('sheet.edit', ['cluster']),
  ...staged('sheet.reopen', ['cluster']),
};

/** Chair and secretary have no acts of their own yet. */
const OF_THE_COUNCIL: Permissions = {
  'campaign.read': 'scope',
  'board.read': 'scope',
  'result.read': 'scope',
  'proposal.read': 'scope',
  'proposal.decide': 'scope',
  'rules.read': 'scope',
};

type Permissions = Partial<Record<Permission, Reach>>;

/** What each role may do. What is not listed here is refused. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, Permissions>> = {
  /** Runs the system; sees no score and decides nothing. */
  admin: { 'campaign.import': 'scope', 'campaign.read': 'scope', ...PEOPLE },
  office: {
    'campaign.import': 'scope',
    'campaign.read': 'scope',
    'board.read': 'scope',
    'result.read': 'scope',
    'file.read': 'scope',
    ...ALL_SHEETS,
    ...SHEETS_OF_THE_OFFICE,
    'proposal.read': 'scope',
    'rules.read': 'scope',
    'rules.manage': 'scope',
    ...PEOPLE,
  },
  clusterHead: OF_THE_CLUSTER,
  clusterDeputy: OF_THE_CLUSTER,
  /** A unit enters its own figures and sees the ranking of the cluster it competes in. */
  unitOfficer: {
    'campaign.read': 'campaign',
    'board.read': 'cluster',
    ...staged('sheet.read', ['unit']),
    ...staged('sheet.edit', ['unit']),
  },
  committee: {
    'campaign.read': 'scope',
    'board.read': 'scope',
    'result.read': 'scope',
    'file.read': 'scope',
    ...ALL_SHEETS,
    'ranking.review': 'scope',
    'proposal.read': 'scope',
    'rules.read': 'scope',
  },
  councilChair: OF_THE_COUNCIL,
  councilSecretary: OF_THE_COUNCIL,
  councilMember: OF_THE_COUNCIL,
  /** Reads all, changes nothing. */
  auditor: {
    'campaign.read': 'scope',
    'board.read': 'scope',
    'result.read': 'scope',
    'file.read': 'scope',
    ...ALL_SHEETS,
    'proposal.read': 'scope',
    'rules.read': 'scope',
    'account.read': 'scope',
    'audit.read': 'scope',
  },
};

function staged(permission: StagedPermission, authors: readonly StageAuthor[]): Permissions {
  return Object.fromEntries(authors.map((author) => [`${permission}.${author}`, 'scope']));
}

/** Which roles the holder of a role may give and end on what its own grant covers. */
export const ROLES_GIVEN: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  admin: ROLES,
  /** Neither administrators, nor those who judge what the office has prepared. */
  office: ['office', 'clusterHead', 'clusterDeputy', 'unitOfficer'],
};

export type ScopeKind = 'system' | 'campaign' | 'cluster' | 'unit';

/** On what a role is given. */
export const ROLE_SCOPES: Readonly<Record<Role, readonly ScopeKind[]>> = {
  admin: ['system'],
  office: ['system', 'campaign'],
  committee: ['system', 'campaign', 'cluster'],
  councilChair: ['system', 'campaign'],
  councilSecretary: ['system', 'campaign'],
  councilMember: ['system', 'campaign'],
  clusterHead: ['cluster'],
  clusterDeputy: ['cluster'],
  unitOfficer: ['unit'],
  auditor: ['system', 'campaign'],
};
