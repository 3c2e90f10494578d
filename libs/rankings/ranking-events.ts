/** What open pages are told. They read the board again; the message only says that it is worth it. */
export interface RankingEvent {
  /** `rules`: other rules are in force, for everybody. */
  readonly kind: 'ranking' | 'review' | 'decision' | 'rules';
  readonly campaign: string;
  /** Null: the proposals of campaign scope. */
  readonly cluster: string | null;
  readonly revision?: number;
  readonly moved?: readonly { readonly unit: string; readonly from: number | null; readonly to: number | null }[];
}

/** The live channel of a campaign. */
export function rankingChannel(campaign: string): string {
  return `campaign:${campaign}`;
}
