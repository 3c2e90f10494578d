import { StatesAccess } from '@thidua/platform';
import type { PUBLIC_ACCESS } from '@thidua/platform';
import type { Permission, StagedPermission } from '../roles.js';

/** What a route demands of its caller; the guard reads it, and refuses a route that states nothing. */
export type AccessRule =
  | typeof PUBLIC_ACCESS
  | { readonly kind: 'signedIn' }
  /** The permission on the scope that the route's `:campaign`, `:cluster` and `:unit` name. */
  | { readonly kind: 'permission'; readonly permission: Permission }
  /** The permission on anything inside `:campaign`; the route itself shows only what the caller's grants cover. */
  | { readonly kind: 'somewhere'; readonly permission: Permission }
  /** The permission on anything at all; the route itself looks whom and what it is about. */
  | { readonly kind: 'anywhere'; readonly permission: Permission }
  /** `<permission>.<who scores at :stage>` on the scope that the route names. */
  | { readonly kind: 'staged'; readonly permission: StagedPermission };

export const SignedIn = () => StatesAccess({ kind: 'signedIn' } satisfies AccessRule);
export const Access = (permission: Permission) => StatesAccess({ kind: 'permission', permission } satisfies AccessRule);
export const AccessSomewhere = (permission: Permission) =>
  StatesAccess({ kind: 'somewhere', permission } satisfies AccessRule);
export const AccessAnywhere = (permission: Permission) =>
  StatesAccess({ kind: 'anywhere', permission } satisfies AccessRule);
export const AccessByStage = (permission: StagedPermission) =>
  StatesAccess({ kind: 'staged', permission } satisfies AccessRule);
