import { ApiProperty } from '@nestjs/swagger';
import { UnitView } from '@thidua/campaigns';
import { STAGE_AUTHORS } from '@thidua/identity';
import type { StageAuthor } from '@thidua/identity';
import type { PlanScale } from '@thidua/scoring';
import { WordsView } from './rule.view.js';
import { NotAssignedView, SheetPartView } from './sheet-parts.view.js';

/** `revised`: submitted, and a draft stands on top of it. */
const SHEET_STATUSES = ['empty', 'draft', 'submitted', 'revised'] as const;
export type SheetStatus = (typeof SHEET_STATUSES)[number];

const SHEET_RIGHTS = ['sheet.edit', 'sheet.submit', 'sheet.reopen'];

export class CodeAndNameView {
  @ApiProperty()
  code: string;
  @ApiProperty()
  name: string;
}

export class SheetFaultView {
  @ApiProperty()
  code: string;
  @ApiProperty({ type: String, nullable: true, description: 'The criterion it is about, where it is about one.' })
  criterion: string | null;
  @ApiProperty({ description: 'Where it stands in the answer, such as `entries[3].actual`.' })
  path: string;
  @ApiProperty({ type: WordsView })
  words: WordsView;
}

export class SheetStageView extends CodeAndNameView {
  @ApiProperty({ enum: STAGE_AUTHORS, description: 'Who scores at it.' })
  by: StageAuthor;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What its score weighs, a decimal; null where that of the highest stage counts.',
  })
  weight: string | null;
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
  @ApiProperty({
    enum: SHEET_STATUSES,
    enumName: 'SheetStatus',
    description: 'As the caller sees it: drafts are seen only by who may edit the sheet.',
  })
  status: SheetStatus;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  submittedAt: string | null;
  @ApiProperty({ type: [String], enum: SHEET_RIGHTS })
  may: string[];
  @ApiProperty({ type: [SheetStageView], description: 'The stages of the campaign, lowest first.' })
  stages: SheetStageView[];
  @ApiProperty({ type: [CodeAndNameView], description: 'The rounds of the campaign, in file order.' })
  rounds: CodeAndNameView[];
  @ApiProperty({ type: [SheetPartView] })
  parts: SheetPartView[];
  @ApiProperty({
    enum: ['drop', 'full', 'rescalePart', 'rescaleBase'],
    description: 'What becomes of the points of these: none, all of them, or the part or the base is scaled up.',
  })
  notAssignedMode: PlanScale['notAssigned'];
  @ApiProperty({ type: [NotAssignedView], description: 'Criteria of the scale that are not assigned to the unit.' })
  notAssigned: NotAssignedView[];
  @ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/SheetEntry' },
    description: 'Entries of the last submission; to who may edit the sheet, those of the draft if there is one.',
  })
  entries: object[];
  @ApiProperty({
    type: [SheetFaultView],
    description: 'What keeps the draft from being submitted as it is: wrong, missing, or scored by a higher stage.',
  })
  faults: SheetFaultView[];
  @ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/SheetEntry' },
    nullable: true,
    description: 'Those of the last submission, which the points are of, where `entries` are those of a draft.',
  })
  submittedEntries: object[] | null;
  @ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/LowerEntry' },
    description: 'What lower stages have submitted, with `stage`.',
  })
  lowerEntries: object[];
  @ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/LowerEntry' },
    description: 'Figures and reasons that higher stages have submitted, with `stage`; no marks of a panel.',
  })
  higherEntries: object[];
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
  @ApiProperty({ enum: SHEET_STATUSES, enumName: 'SheetStatus' })
  status: SheetStatus;
  @ApiProperty()
  version: number;
  @ApiProperty({ type: [String], enum: SHEET_RIGHTS })
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
  @ApiProperty({ description: 'False where no figure differs from the submission before: the ranking stands.' })
  counts: boolean;
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
