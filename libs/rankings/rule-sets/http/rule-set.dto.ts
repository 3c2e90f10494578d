import { ApiProperty } from '@nestjs/swagger';
import { CountField, TextField } from '@thidua/platform';

export const RULE_SET_STATES = ['draft', 'inForce', 'replaced', 'withdrawn'] as const;
export type RuleSetState = (typeof RULE_SET_STATES)[number];

export class ApplicationDto {
  @CountField({ description: 'The rule set in force that the preview was compared with.' })
  inForce: number;

  @CountField({ description: 'The revision that the preview was of.' })
  revision: number;

  @TextField({ most: 300, description: 'The document by which the rules were decided.' })
  basis: string;

  @TextField({ most: 4000 })
  reason: string;
}

export class RuleSetView {
  @ApiProperty()
  number: number;
  @ApiProperty({ enum: RULE_SET_STATES })
  state: RuleSetState;
  @ApiProperty({ type: String, nullable: true, description: 'Name of who drafted it; null for the system.' })
  draftedBy: string | null;
  @ApiProperty({ format: 'date-time' })
  draftedAt: string;
  @ApiProperty({ type: String, nullable: true, description: 'The deciding document.' })
  basis: string | null;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  @ApiProperty({ type: String, nullable: true })
  appliedBy: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  appliedAt: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  withdrawnAt: string | null;
}

export class NamedView {
  @ApiProperty()
  code: string;
  @ApiProperty()
  name: string;
}

/** A figure as it is and as it would be; null where there is none. */
export class ShiftView {
  @ApiProperty({ type: String, nullable: true })
  before: string | null;
  @ApiProperty({ type: String, nullable: true })
  after: string | null;
}

export class UnitShiftView {
  @ApiProperty({ type: NamedView })
  unit: NamedView;
  @ApiProperty({ type: NamedView })
  cluster: NamedView;
  @ApiProperty({ type: ShiftView, nullable: true, description: 'Null where it stays.' })
  rank: ShiftView | null;
  @ApiProperty({ type: ShiftView, nullable: true })
  total: ShiftView | null;
  @ApiProperty({ type: ShiftView, nullable: true, description: 'Names of classes.' })
  class: ShiftView | null;
}

export class AwardShiftView {
  @ApiProperty({ type: NamedView })
  reward: NamedView;
  @ApiProperty({ type: NamedView })
  unit: NamedView;
  @ApiProperty({ type: ShiftView, description: '`proposed`, `tieAtEdge`, `held`, `barred`, or null.' })
  state: ShiftView;
}

export class DroppedEntryView {
  @ApiProperty({ type: NamedView })
  unit: NamedView;
  @ApiProperty({ type: NamedView })
  criterion: NamedView;
  @ApiProperty({ type: NamedView })
  stage: NamedView;
  @ApiProperty({ type: String, nullable: true })
  round: string | null;
}

export class RuleSetFaultView {
  @ApiProperty()
  code: string;
  @ApiProperty()
  path: string;
  @ApiProperty()
  vi: string;
  @ApiProperty()
  en: string;
}

export class RuleSetPreviewView {
  @ApiProperty()
  number: number;
  @ApiProperty({ description: 'The rule set it is compared with.' })
  inForce: number;
  @ApiProperty({ description: 'Of the entries it is judged by; named by whoever applies it.' })
  revision: number;
  @ApiProperty({ description: 'Whether it can be applied: it is a draft and no entry would be wrong.' })
  applicable: boolean;
  @ApiProperty({ type: [UnitShiftView], description: 'Units whose total, rank or class would be another.' })
  units: UnitShiftView[];
  @ApiProperty({ type: [AwardShiftView] })
  awards: AwardShiftView[];
  @ApiProperty({ type: [DroppedEntryView], description: 'Entries that would count no more.' })
  dropped: DroppedEntryView[];
  @ApiProperty({ type: [RuleSetFaultView], description: 'Entries that would be wrong.' })
  faults: RuleSetFaultView[];
}
