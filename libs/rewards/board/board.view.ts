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

export class BoardSectionView extends BoardNameView {
  @ApiProperty({ type: String, nullable: true, description: 'Decimal; null where the scale sets none.' })
  max: string | null;
  @ApiProperty({ description: 'The part or group around it; empty in the bonus and the penalty.' })
  within: string;
}

export class BoardFactView extends BoardNameView {
  @ApiProperty({ description: 'Who has it is no candidate for any reward.' })
  barred: boolean;
}

export class BoardProposalView {
  @ApiProperty()
  reward: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ enum: ['proposed', 'endorsed', 'approved', 'rejected'] })
  status: string;
}

export class BoardScoreView {
  @ApiProperty()
  unit: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ enum: ['collective', 'individual'] })
  kind: string;
  @ApiProperty({ description: 'False for a guest: scored and shown, counted nowhere.' })
  competes: boolean;
  @ApiProperty({ type: Number, nullable: true })
  rank: number | null;
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
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'Decimals, by group.' })
  groups: Record<string, string>;
  @ApiProperty({ description: 'What the parts could give the unit, a decimal.' })
  attainable: string;
  @ApiProperty({ type: [String], description: 'Kinds of the facts in force.' })
  facts: string[];
  @ApiProperty({
    type: [String],
    description: 'Mandatory criteria without an entry that counts; of a whole with rounds, after their round and `/`.',
  })
  missing: string[];
}

export class BoardStandingView extends BoardScoreView {
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Places gained (+) or lost (−) in the last change of ranks.',
  })
  movement: number | null;
  @ApiProperty({ type: String, nullable: true })
  class: string | null;
  @ApiProperty({ description: 'Ranked, but held back from rewards.' })
  held: boolean;
  @ApiProperty({ description: 'No candidate for any reward, because of a fact.' })
  barred: boolean;
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
  @ApiProperty({ type: [String], description: 'They meet the conditions, but a fact bars them from every reward.' })
  barred: string[];
}

export class BoardRoundView {
  @ApiProperty()
  code: string;
  @ApiProperty({ type: [BoardScoreView], description: 'Ranked by this round alone.' })
  standings: BoardScoreView[];
}

class BoardGroupView {
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Revision of the entries it was computed from: of those of all clusters where it rests on all.',
  })
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
  @ApiProperty({ type: [BoardSectionView], description: 'In scale order; a group stands before those inside it.' })
  groups: BoardSectionView[];
  @ApiProperty({ description: 'Its classes follow from every cluster: they, and a review, rest on all of them.' })
  settled: boolean;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  computedAt: string | null;
  @ApiProperty({ type: String, nullable: true })
  engine: string | null;
  @ApiProperty({ type: String, nullable: true })
  inputHash: string | null;
  @ApiProperty({ type: [BoardStandingView] })
  standings: BoardStandingView[];
  @ApiProperty({ type: [BoardRoundView], description: 'In file order; empty where the campaign has no rounds.' })
  rounds: BoardRoundView[];
}

export class BoardCampaignRewardsView extends BoardGroupView {}

export class BoardView {
  @ApiProperty({ type: CampaignSummaryView })
  campaign: CampaignSummaryView;
  @ApiProperty({ type: [BoardNameView] })
  classes: BoardNameView[];
  @ApiProperty({ type: [BoardNameView] })
  rounds: BoardNameView[];
  @ApiProperty({ type: [BoardFactView], description: 'Kinds of facts.' })
  facts: BoardFactView[];
  @ApiProperty({ type: [BoardClusterView] })
  clusters: BoardClusterView[];
  @ApiProperty({ type: BoardCampaignRewardsView, nullable: true, description: 'Rewards that need every cluster.' })
  campaignRewards: BoardCampaignRewardsView | null;
}
