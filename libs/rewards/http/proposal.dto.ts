import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, CountField, TextField } from '@thidua/platform';
import { OBSTACLES } from '../obstacle.js';
import type { ObstacleCode } from '../obstacle.js';

export class DecisionDto {
  @CountField({ description: 'Revision of the proposal that was looked at.' })
  revision: number;

  @ChoiceField(['approve', 'reject'])
  outcome: 'approve' | 'reject';

  @TextField({ most: 4000, optional: true, description: 'Required for a rejection: the unit is told why.' })
  reason?: string;
}

export class DecisionView {
  @ApiProperty()
  number: number;
  @ApiProperty({ enum: ['approve', 'reject'] })
  outcome: string;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  @ApiProperty({ description: 'Name of who recorded it.' })
  by: string;
  @ApiProperty({ format: 'date-time' })
  at: string;
}

export class DecidedView extends DecisionView {
  @ApiProperty()
  reward: string;
  @ApiProperty()
  unit: string;
  @ApiProperty()
  revision: number;
}

/** What decisions taken earlier leave no room for. Names, but for the code. */
export class ObstacleView {
  @ApiProperty({ enum: OBSTACLES, enumName: 'ObstacleCode' })
  code: ObstacleCode;
  @ApiProperty()
  reward: string;
  @ApiProperty()
  unit: string;
  @ApiProperty({ description: 'The reward that excludes this one, or that this one requires.' })
  other: string;
  @ApiProperty({ description: 'Who has the last place; empty where a decision is lacking.' })
  holder: string;
  @ApiProperty({ description: 'Number of the decision; 0 where one is lacking.' })
  number: number;
}

export class ProposedStandingView {
  @ApiProperty({ type: Number, nullable: true })
  rank: number | null;
  @ApiProperty({ description: 'Decimal.' })
  total: string;
  @ApiProperty({ type: String, nullable: true, description: 'Name of the class.' })
  class: string | null;
}

export class ProposalView {
  @ApiProperty()
  id: number;
  @ApiProperty()
  reward: string;
  @ApiProperty()
  rewardName: string;
  @ApiProperty()
  unit: string;
  @ApiProperty()
  unitName: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null for a reward of campaign scope.' })
  cluster: string | null;
  @ApiProperty()
  revision: number;
  @ApiProperty({ enum: ['endorsed', 'approved', 'rejected'] })
  status: string;
  @ApiProperty({ description: 'False when the ranking has moved since it was endorsed.' })
  current: boolean;
  @ApiProperty({ type: ObstacleView, nullable: true, description: 'Why it cannot be approved, only rejected.' })
  obstacle: ObstacleView | null;
  @ApiProperty({
    type: ProposedStandingView,
    nullable: true,
    description: 'How the unit stands in the ranking that the proposal rests on; null where that is not kept.',
  })
  standing: ProposedStandingView | null;
  @ApiProperty({
    type: ProposedStandingView,
    nullable: true,
    description: 'How it stands now, where the ranking has moved and says something else.',
  })
  standingNow: ProposedStandingView | null;
  @ApiProperty({ type: [String], enum: ['proposal.decide'] })
  may: string[];
  @ApiProperty({ type: DecisionView, nullable: true })
  decision: DecisionView | null;
}
