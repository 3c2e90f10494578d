import { ApiProperty } from '@nestjs/swagger';
import { CampaignSummaryView } from '@thidua/campaigns';
import { ReviewView } from '@thidua/rankings';
import {
  BoardNameView,
  BoardPartView,
  BoardSectionView,
  BoardFactView,
  BoardFaultView,
  BoardScoreView,
  BoardStandingView,
} from './board-standing.view.js';

export class BoardGivenView {
  @ApiProperty()
  unit: string;
  @ApiProperty({ description: 'Name of the unit.' })
  name: string;
  @ApiProperty({ description: 'Number of the decision.' })
  number: number;
}

export class BoardRewardView extends BoardNameView {
  @ApiProperty({ description: 'False where no unit it could go to is of the kind that it is for.' })
  fits: boolean;
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
  @ApiProperty({ type: [BoardGivenView], description: 'Who was given it, by this ranking or an earlier one.' })
  given: BoardGivenView[];
}

export class BoardRoundView {
  @ApiProperty()
  code: string;
  @ApiProperty({ type: [BoardScoreView], description: 'Ranked by this round alone.' })
  standings: BoardScoreView[];
}

export class BoardCampaignRoundView extends BoardNameView {
  @ApiProperty({
    description: 'False where it begins after the day on which rounds are judged, and so does not count.',
  })
  begun: boolean;
}

class BoardGroupView {
  @ApiProperty({
    type: Number,
    nullable: true,
    description:
      'Revision of the entries it was computed from: the sum of those of the clusters where it rests on several.',
  })
  revision: number | null;
  @ApiProperty({ description: 'Revision that the entries are at.' })
  requestedRevision: number;
  @ApiProperty({ description: 'False while it is being recomputed.' })
  current: boolean;
  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'When what is shown was computed.' })
  computedAt: string | null;
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
  @ApiProperty({ type: [BoardFaultView], description: 'Where there are some, nothing can be decided by the ranking.' })
  faults: BoardFaultView[];
  @ApiProperty({
    type: [BoardRewardView],
    description: 'Rewards of this cluster that rest on every cluster: reviewed with those of the campaign.',
  })
  settledRewards: BoardRewardView[];
  @ApiProperty({ type: [BoardNameView], description: 'Names of the criteria that somebody has no entry for.' })
  missing: BoardNameView[];
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    description: 'When a rank last changed: the movements are against the ranks before.',
  })
  ranksChangedAt: string | null;
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
  @ApiProperty({ type: [BoardCampaignRoundView], description: 'In file order.' })
  rounds: BoardCampaignRoundView[];
  @ApiProperty({ type: [BoardNameView], description: 'Every reward, whether or not the caller may see who gets it.' })
  rewards: BoardNameView[];
  @ApiProperty({ type: [BoardFactView], description: 'Kinds of facts.' })
  facts: BoardFactView[];
  @ApiProperty({ type: [BoardClusterView] })
  clusters: BoardClusterView[];
  @ApiProperty({ type: BoardCampaignRewardsView, nullable: true, description: 'Rewards that need every cluster.' })
  campaignRewards: BoardCampaignRewardsView | null;
}
