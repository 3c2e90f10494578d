import type { Scope } from './access.js';

/** Where a campaign's codes lie. Implemented by the slice that knows campaigns; this one must not. */
export abstract class ScopeDirectory {
  /** The full scope of the codes (a unit's with its cluster), or null when there is no such thing. */
  abstract locate(codes: { campaign: string; cluster?: string; unit?: string }): Promise<Scope | null>;
}
