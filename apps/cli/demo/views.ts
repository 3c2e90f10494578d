/** What the demonstration reads of the service's answers; times are ISO 8601 UTC, decimals are texts. */
export interface Session {
  readonly account: { readonly login: string; readonly name: string };
  readonly grants: readonly { readonly role: string; readonly scope: Scope }[];
  readonly csrfToken: string;
}

export interface Scope {
  readonly campaign?: string;
  readonly cluster?: string;
  readonly unit?: string;
}

interface Named {
  readonly code: string;
  readonly name: string;
}

export interface Reward extends Named {
  readonly cluster: string | null;
  readonly quota: number;
  readonly open: number;
  readonly proposed: string[];
  readonly tieAtEdge: string[];
  readonly held: string[];
  readonly barred: string[];
}

export interface Standing {
  readonly unit: string;
  readonly name: string;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly total: string;
  readonly bonus: string;
  readonly penalty: string;
  readonly parts: Readonly<Record<string, string>>;
  readonly missing: readonly string[];
  readonly class: string | null;
  readonly held: boolean;
  readonly proposals: readonly { readonly reward: string; readonly status: string }[];
}

/** A cluster, or the rewards that need every cluster: what the committee reviews as one. */
export interface Group {
  readonly revision: number | null;
  readonly current: boolean;
  readonly review: { readonly id: number; readonly outcome: string; readonly current: boolean } | null;
  readonly rewards: readonly Reward[];
}

export interface ClusterBoard extends Group, Named {
  readonly standings: readonly Standing[];
}

export interface Board {
  readonly campaign: Named;
  readonly classes: readonly Named[];
  readonly clusters: readonly ClusterBoard[];
  readonly campaignRewards: Group | null;
}

export interface SheetEntry {
  readonly criterion: string;
  readonly actual?: number | string;
  readonly plan?: number | string;
}

export interface SheetCriterion extends Named {
  readonly max: string;
  readonly open: boolean;
  readonly rule: { readonly kind: string; readonly direction?: string; readonly threshold?: number | string };
  readonly plan: string | null;
  readonly points: string | null;
}

export interface Sheet {
  readonly unit: Named;
  readonly cluster: Named;
  readonly version: number;
  readonly parts: readonly { readonly criteria: readonly SheetCriterion[] }[];
  readonly entries: readonly SheetEntry[];
}

export interface Submitted {
  readonly version: number;
  readonly revision: number;
}

export interface Review {
  readonly outcome: string;
  readonly revision: number;
  readonly by: string;
  readonly at: string;
}

export interface Proposal {
  readonly id: number;
  readonly reward: string;
  readonly rewardName: string;
  readonly unit: string;
  readonly unitName: string;
  readonly revision: number;
  readonly may: readonly string[];
  /** Why it cannot be approved, whatever its ranking says. */
  readonly obstacle: { readonly code: string } | null;
}

export interface Decision {
  readonly number: number;
  readonly outcome: string;
  readonly reason: string | null;
  readonly by: string;
  readonly at: string;
  readonly revision: number;
}
