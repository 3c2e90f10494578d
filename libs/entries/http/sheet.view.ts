import { ApiProperty } from '@nestjs/swagger';
import { UnitView } from '@thidua/campaigns';
import { STAGE_AUTHORS } from '@thidua/identity';
import type { StageAuthor } from '@thidua/identity';
import type { FormField } from '@thidua/scoring';
import { FormFieldView, RuleWordsView } from './rule.view.js';

const anyObject = { type: 'object', additionalProperties: true } as const;

export class SheetParamView {
  @ApiProperty()
  name: string;
  @ApiProperty({ type: String, nullable: true, description: "The unit's figure, a decimal; null where it has none." })
  value: string | null;
}

export class SheetCriterionView {
  @ApiProperty()
  code: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ description: 'Decimal.' })
  max: string;
  @ApiProperty({ description: 'Name of the first stage that may enter it.' })
  openFrom: string;
  @ApiProperty({ enum: ['required', 'optional'] })
  evidence: string;
  @ApiProperty()
  mandatory: boolean;
  @ApiProperty({ enum: ['plus', 'minus'], description: '`minus`: its points are subtracted inside its section.' })
  sign: 'plus' | 'minus';
  @ApiProperty({ description: 'Whether this stage may enter it.' })
  open: boolean;
  @ApiProperty({ ...anyObject, description: 'The rule as the scale gives it.' })
  rule: object;
  @ApiProperty({ type: [FormFieldView], description: 'What is filled in, in the order in which it is asked for.' })
  form: FormField[];
  @ApiProperty({ type: RuleWordsView, description: 'How the figure becomes points.' })
  words: RuleWordsView;
  @ApiProperty({ type: String, nullable: true, description: 'Assigned target, a decimal.' })
  plan: string | null;
  @ApiProperty({ type: [SheetParamView], description: "Figures of the unit that the criterion's formula reads." })
  params: SheetParamView[];
  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'Points of the entry that counts now, a decimal; null without one, and where they depend on other units.',
  })
  points: string | null;
}

export class SheetPartView {
  @ApiProperty({ description: 'Empty for the bonus and the penalty.' })
  code: string;
  @ApiProperty({ type: String, nullable: true })
  name: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Decimal; null where the scale sets none.' })
  max: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Decimal; null where the section may fall below 0.' })
  min: string | null;
  @ApiProperty({ enum: ['part', 'bonus', 'penalty', 'group'] })
  kind: 'part' | 'bonus' | 'penalty' | 'group';
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What it is worth now, a decimal; null as of a criterion.',
  })
  points: string | null;
  @ApiProperty({ type: [SheetCriterionView] })
  criteria: SheetCriterionView[];
  @ApiProperty({ type: () => [SheetPartView], description: 'Its groups, after its own criteria.' })
  groups: SheetPartView[];
}

export class NotAssignedView {
  @ApiProperty()
  code: string;
  @ApiProperty()
  name: string;
  @ApiProperty({
    enum: ['listed', 'traits'],
    description: 'By a decision for this unit, or by the kind of unit it is.',
  })
  by: 'listed' | 'traits';
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
}

export class CodeAndNameView {
  @ApiProperty()
  code: string;
  @ApiProperty()
  name: string;
}

export class SheetStageView extends CodeAndNameView {
  @ApiProperty({ enum: STAGE_AUTHORS, description: 'Who scores at it.' })
  by: StageAuthor;
}

export class SheetView {
  @ApiProperty()
  campaign: string;
  @ApiProperty({ type: UnitView })
  unit: UnitView;
  @ApiProperty()
  cluster: CodeAndNameView;
  @ApiProperty({ description: 'Code of the stage.' })
  stage: string;
  @ApiProperty({ description: 'Code of the round; empty where the campaign has none.' })
  round: string;
  @ApiProperty({ description: 'Also the ETag; name it in If-Match to change the sheet.' })
  version: number;
  @ApiProperty({ enum: ['empty', 'draft', 'submitted'] })
  status: 'empty' | 'draft' | 'submitted';
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  submittedAt: string | null;
  @ApiProperty({ type: [String], enum: ['sheet.edit', 'sheet.submit'] })
  may: string[];
  @ApiProperty({ type: [SheetStageView], description: 'The stages of the campaign, lowest first.' })
  stages: SheetStageView[];
  @ApiProperty({ type: [CodeAndNameView], description: 'The rounds of the campaign, in file order.' })
  rounds: CodeAndNameView[];
  @ApiProperty({ type: [SheetPartView] })
  parts: SheetPartView[];
  @ApiProperty({ type: [NotAssignedView], description: 'Criteria of the scale that are not assigned to the unit.' })
  notAssigned: NotAssignedView[];
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
  @ApiProperty({ description: 'Code of the stage.' })
  stage: string;
  @ApiProperty()
  stageName: string;
  @ApiProperty({ enum: STAGE_AUTHORS, description: 'Who scores at the stage.' })
  by: StageAuthor;
  @ApiProperty({ description: 'Code of the round; empty where the campaign has none.' })
  round: string;
  @ApiProperty({ type: String, nullable: true })
  roundName: string | null;
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
  @ApiProperty({ description: 'Code of the stage.' })
  stage: string;
  @ApiProperty({ description: 'Code of the round; empty where the campaign has none.' })
  round: string;
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
