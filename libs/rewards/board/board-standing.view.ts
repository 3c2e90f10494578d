import { ApiProperty } from '@nestjs/swagger';
import { TOTAL_GAPS, type TotalGap } from '@thidua/scoring';
import { OBSTACLES } from '../obstacle.js';
import type { ObstacleCode } from '../obstacle.js';

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

export class BoardFaultView {
  @ApiProperty({ description: 'Name of the class, reward, kind of facts or scale whose condition divides by zero.' })
  rule: string;
  @ApiProperty({ description: 'Name of the unit for which it does.' })
  unit: string;
}

export class BoardProposalView {
  @ApiProperty()
  reward: string;
  @ApiProperty()
  name: string;
  @ApiProperty({
    enum: ['proposed', 'returned', 'endorsed', 'approved', 'rejected'],
    description: '`returned`: the committee has sent the ranking back that proposes it.',
  })
  status: string;
  @ApiProperty({
    enum: OBSTACLES,
    enumName: 'ObstacleCode',
    nullable: true,
    description: 'Why it cannot be approved: what was decided earlier leaves no room for it.',
  })
  obstacle: ObstacleCode | null;
}

const CLASS_BARS = ['minTotal', 'minParts', 'maxPenalty', 'when', 'fact', 'headOf', 'places'] as const;

export class ClassBarReasonView {
  @ApiProperty({ enum: CLASS_BARS })
  by: (typeof CLASS_BARS)[number];
  @ApiProperty({ type: String, nullable: true, description: 'Code of the part, name of the fact or of the unit led.' })
  name: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Decimal, as is the next.' })
  required: string | null;
  @ApiProperty({ type: String, nullable: true })
  actual: string | null;
}

export class BoardClassBarView {
  @ApiProperty({ description: 'Code of the class above its own.' })
  class: string;
  @ApiProperty({ type: [ClassBarReasonView] })
  reasons: ClassBarReasonView[];
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
  @ApiProperty({
    enum: TOTAL_GAPS,
    enumName: 'TotalGap',
    isArray: true,
    description: 'Why parts, bonus and penalty do not make the total; empty where they do.',
  })
  gaps: TotalGap[];
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
  @ApiProperty({
    type: BoardClassBarView,
    nullable: true,
    description: 'Why it is not in the class above its own; null where its total alone says why.',
  })
  classBar: BoardClassBarView | null;
  @ApiProperty({ description: 'Ranked, but held back from rewards.' })
  held: boolean;
  @ApiProperty({ type: [String], description: 'The reasons given for holding it back.' })
  holdReasons: string[];
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
