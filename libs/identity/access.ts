import { ROLES_GIVEN, ROLE_PERMISSIONS } from './roles.js';
import type { Permission, Reach, Role, ScopeKind } from './roles.js';

/** Where something happens. A unit's scope names its cluster too; no campaign means the whole system. */
export interface Scope {
  readonly campaign?: string | null;
  readonly cluster?: string | null;
  readonly unit?: string | null;
}

export interface Grant extends Scope {
  readonly role: Role;
}

/** Whether a grant names all that lies around what it is for: one of a unit in no cluster would be of none, or of all. */
export function isSound({ campaign, cluster, unit }: Scope): boolean {
  const named = [campaign, cluster, unit].map((code) => code !== null && code !== undefined);
  const isEmpty = [campaign, cluster, unit].includes('');
  return !isEmpty && (!named[2] || named[1]!) && (!named[1] || named[0]!);
}

/** The scope of a grant once a permission's reach has widened it. */
function widened(grant: Grant, reach: Reach): Scope {
  if (reach === 'scope') return grant;
  return reach === 'cluster' ? { campaign: grant.campaign, cluster: grant.cluster } : { campaign: grant.campaign };
}

function covers(outer: Scope, inner: Scope): boolean {
  return (
    (!outer.campaign || outer.campaign === inner.campaign) &&
    (!outer.cluster || outer.cluster === inner.cluster) &&
    (!outer.unit || outer.unit === inner.unit)
  );
}

function scopesOf(grants: readonly Grant[], permission: Permission): Scope[] {
  return grants.filter(isSound).flatMap((grant) => {
    const reach = ROLE_PERMISSIONS[grant.role]?.[permission];
    return reach ? [widened(grant, reach)] : [];
  });
}

/** Whether any grant gives `permission` on all of `scope`. Without a grant that says so, no. */
export function isAllowed(grants: readonly Grant[], permission: Permission, scope: Scope): boolean {
  return scopesOf(grants, permission).some((held) => covers(held, scope));
}

/** Whether `permission` is held on anything at all. */
export function isAllowedAnywhere(grants: readonly Grant[], permission: Permission): boolean {
  return scopesOf(grants, permission).length > 0;
}

/** Whether one of the grants lets its holder give, end, or manage whoever holds, `role` on the scope. */
export function mayGive(grants: readonly Grant[], role: Role, scope: Scope): boolean {
  return grants.some((grant) => ROLES_GIVEN[grant.role]?.includes(role) && isAllowed([grant], 'grant.manage', scope));
}

export function kindOf({ campaign, cluster, unit }: Scope): ScopeKind {
  return unit ? 'unit' : cluster ? 'cluster' : campaign ? 'campaign' : 'system';
}

/** The clusters of a campaign on which `permission` is held: all of them, or these. */
export function clustersAllowed(
  grants: readonly Grant[],
  permission: Permission,
  campaign: string,
): 'all' | Set<string> {
  const held = scopesOf(grants, permission).filter((scope) => !scope.campaign || scope.campaign === campaign);
  if (held.some((scope) => !scope.cluster)) return 'all';
  return new Set(held.filter((scope) => !scope.unit).map((scope) => scope.cluster!));
}

/** Whether `permission` is held on anything at all inside the campaign. */
export function isAllowedSomewhere(grants: readonly Grant[], permission: Permission, campaign: string): boolean {
  return scopesOf(grants, permission).some((scope) => !scope.campaign || scope.campaign === campaign);
}
