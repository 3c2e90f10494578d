import type { Role } from '../api/types.js';

/** The roles that may read some sheets; which, and what may be done with them, the server says. */
export const sheetRoles: readonly Role[] = [
  'office',
  'clusterHead',
  'clusterDeputy',
  'unitOfficer',
  'committee',
  'auditor',
];
