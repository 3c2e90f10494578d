import { ApiProperty } from '@nestjs/swagger';
import { CampaignSummaryView } from '@thidua/campaigns';
import { ReviewView } from '@thidua/rankings';

export class BoardNameView {
  @ApiProperty()
  code: string;
  @ApiProperty()
  name: string;
}

export class BoardPartView extends BoardNameView {
  @ApiProperty({ description: 'Decimal.' })
  max: string;
}

export class BoardProposalView {
  @ApiProperty()
  reward: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ enum: ['proposed', 'endorsed', 'approved', 'rejected'] })
  status: string;
}

export class BoardStandingView {
  @ApiProperty()
  unit: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ enum: ['collective', 'individual'] })
  kind: string;
  @ApiProperty({ type: Number, nullable: true })
  rank: number | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Places gained (+) or lost (−) in the last change of ranks.',
  })
  movement: number | null;
  @ApiProperty()
  tied: boolean;
  @ApiProperty()
  complete: boolean;
  @ApiProperty({ description: 'Decimal, as are the next three and the parts.' })
  total: string;
  @ApiProperty()
  base: string;
  @ApiProperty()
  bonus: string;
  @ApiProperty()
  penalty: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  parts: Record<string, string>;
  @ApiProperty({ type: [String], description: 'Mandatory criteria without an entry that counts.' })
  missing: string[];
  @ApiProperty({ type: String, nullable: true })
  class: string | null;
  @ApiProperty({ description: 'Ranked, but held back from rewards.' })
  held: boolean;
  @ApiProperty({ type: [BoardProposalView] })
  proposals: BoardProposalView[];
  @ApiProperty({
    type: [String],
    description: 'Rewards whose last places are tied among more units than there are places.',
  })
  ties: string[];
}

export class BoardRewardView extends BoardNameView {
  @ApiProperty({ type: String, nullable: true })
  cluster: string | null;
  @ApiProperty()
  quota: number;
  @ApiProperty()
  open: number;
  @ApiProperty({ type: [String] })
  proposed: string[];
  @ApiProperty({ type: [String] })
  tieAtEdge: string[];
  @ApiProperty({ type: [String] })
  held: string[];
}

class BoardGroupView {
  @ApiProperty({ type: Number, nullable: true, description: 'Revision of the entries it was computed from.' })
  revision: number | null;
  @ApiProperty({ description: 'Revision that the entries are at.' })
  requestedRevision: number;
  @ApiProperty({ description: 'False while it is being recomputed.' })
  current: boolean;
  @ApiProperty({ type: ReviewView, nullable: true })
  review: ReviewView | null;
  @ApiProperty({ type: [String], enum: ['ranking.review'] })
  may: string[];
  @ApiProperty({ type: [BoardRewardView] })
  rewards: BoardRewardView[];
}

export class BoardClusterView extends BoardGroupView {
  @ApiProperty()
  code: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ description: 'Decimals of its points.' })
  digits: number;
  @ApiProperty({ type: [BoardPartView] })
  parts: BoardPartView[];
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  computedAt: string | null;
  @ApiProperty({ type: String, nullable: true })
  engine: string | null;
  @ApiProperty({ type: String, nullable: true })
  inputHash: string | null;
  @ApiProperty({ type: [BoardStandingView] })
  standings: BoardStandingView[];
}

export class BoardCampaignRewardsView extends BoardGroupView {}

export class BoardView {
  @ApiProperty({ type: CampaignSummaryView })
  campaign: CampaignSummaryView;
  @ApiProperty({ type: [BoardNameView] })
  classes: BoardNameView[];
  @ApiProperty({ type: [BoardClusterView] })
  clusters: BoardClusterView[];
  @ApiProperty({ type: BoardCampaignRewardsView, nullable: true, description: 'Rewards that need every cluster.' })
  campaignRewards: BoardCampaignRewardsView | null;
}
