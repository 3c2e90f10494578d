import type { Scope } from './access.js';

/** What a route names: a campaign, and a cluster or unit of it. */
export interface ScopeCodes {
  readonly campaign: string;
  readonly cluster?: string;
  readonly unit?: string;
}

/** Where a campaign's codes lie. Implemented by the slice that knows campaigns; this one must not. */
export abstract class ScopeDirectory {
  /** The full scope of the codes (a unit's with its cluster), or null when there is no such thing. */
  abstract locate(codes: ScopeCodes): Scope | null | Promise<Scope | null>;
}
