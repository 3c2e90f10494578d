import { ApiProperty } from '@nestjs/swagger';
import { UnitView } from '@thidua/campaigns';
import { STAGES } from '@thidua/identity';

const anyObject = { type: 'object', additionalProperties: true } as const;

export class SheetCriterionView {
  @ApiProperty()
  code: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ description: 'Decimal.' })
  max: string;
  @ApiProperty({ enum: ['unit', 'cluster', 'office'] })
  scoredBy: string;
  @ApiProperty({ enum: ['required', 'optional'] })
  evidence: string;
  @ApiProperty()
  mandatory: boolean;
  @ApiProperty({ description: 'Whether this stage may enter it.' })
  open: boolean;
  @ApiProperty({ ...anyObject, description: 'The rule as the scale gives it.' })
  rule: object;
  @ApiProperty({ type: String, nullable: true, description: 'Assigned target, a decimal.' })
  plan: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Points of the entry that counts now, a decimal.' })
  points: string | null;
}

export class SheetPartView {
  @ApiProperty()
  code: string;
  @ApiProperty({ type: String, nullable: true })
  name: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Decimal; null where the scale sets none.' })
  max: string | null;
  @ApiProperty({ enum: ['part', 'bonus', 'penalty'] })
  kind: 'part' | 'bonus' | 'penalty';
  @ApiProperty({ type: [SheetCriterionView] })
  criteria: SheetCriterionView[];
}

export class CodeAndNameView {
  @ApiProperty()
  code: string;
  @ApiProperty()
  name: string;
}

export class SheetView {
  @ApiProperty()
  campaign: string;
  @ApiProperty({ type: UnitView })
  unit: UnitView;
  @ApiProperty()
  cluster: CodeAndNameView;
  @ApiProperty({ enum: STAGES })
  stage: string;
  @ApiProperty({ description: 'Also the ETag; name it in If-Match to change the sheet.' })
  version: number;
  @ApiProperty({ enum: ['empty', 'draft', 'submitted'] })
  status: 'empty' | 'draft' | 'submitted';
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  submittedAt: string | null;
  @ApiProperty({ type: [String], enum: ['sheet.edit', 'sheet.submit'] })
  may: string[];
  @ApiProperty({ type: [SheetPartView] })
  parts: SheetPartView[];
  @ApiProperty({ type: 'array', items: anyObject, description: 'Entries of the draft, or of the last submission.' })
  entries: object[];
  @ApiProperty({ type: 'array', items: anyObject, description: 'What lower stages have submitted, with `stage`.' })
  lowerEntries: object[];
}

export class SheetSummaryView {
  @ApiProperty()
  unit: string;
  @ApiProperty()
  name: string;
  @ApiProperty()
  cluster: string;
  @ApiProperty({ enum: STAGES })
  stage: string;
  @ApiProperty({ enum: ['empty', 'draft', 'submitted'] })
  status: string;
  @ApiProperty()
  version: number;
  @ApiProperty({ type: [String], enum: ['sheet.edit', 'sheet.submit'] })
  may: string[];
}

export class SubmittedView {
  @ApiProperty()
  unit: string;
  @ApiProperty({ enum: STAGES })
  stage: string;
  @ApiProperty()
  version: number;
  @ApiProperty({ description: "The cluster's revision from which this submission counts." })
  revision: number;
  @ApiProperty({ format: 'date-time' })
  submittedAt: string;
}

export class ImportedView {
  @ApiProperty()
  campaign: string;
  @ApiProperty()
  clusters: number;
  @ApiProperty()
  units: number;
  @ApiProperty()
  entries: number;
}
