import type { Scope } from './access.js';
import type { StageAuthor } from './roles.js';

/** What a route names: a campaign, and a cluster, unit or stage of it. */
export interface ScopeCodes {
  readonly campaign: string;
  readonly cluster?: string;
  readonly unit?: string;
  readonly stage?: string;
}

export interface Located extends Scope {
  /** Where one was named, as is who scores there. */
  readonly stage?: string;
  readonly scoredBy?: StageAuthor;
}

/** Where a campaign's codes lie. Implemented by the slice that knows campaigns; this one must not. */
export abstract class ScopeDirectory {
  /** The full scope of the codes (a unit's with its cluster), or null when there is no such thing. */
  abstract locate(codes: ScopeCodes): Located | null | Promise<Located | null>;
}
