import { ApiProperty } from '@nestjs/swagger';
import type { FormField } from '@thidua/scoring';
import { FormFieldView, RuleWordsView } from './rule.view.js';

export class SheetParamView {
  @ApiProperty()
  name: string;
  @ApiProperty({ type: String, nullable: true, description: "The unit's figure, a decimal; null where it has none." })
  value: string | null;
}

export class ScoredByView {
  @ApiProperty({ description: 'Code of the stage.' })
  stage: string;
  @ApiProperty({ type: String, nullable: true, description: 'Name of who entered it; null when it came with a file.' })
  by: string | null;
  @ApiProperty({ format: 'date-time' })
  at: string;
}

export class ReopenedByView extends ScoredByView {
  @ApiProperty()
  reason: string;
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
  @ApiProperty({
    allOf: [{ $ref: '#/components/schemas/FileRule' }],
    description: 'The rule as the scale gives it.',
  })
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
  @ApiProperty({
    type: [ScoredByView],
    description: 'Who entered what counts now, at each stage that has submitted it.',
  })
  scored: ScoredByView[];
  @ApiProperty({
    type: ReopenedByView,
    nullable: true,
    description: 'Who took back the entry of a stage last, until that stage enters one again.',
  })
  reopened: ReopenedByView | null;
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
  @ApiProperty({ description: 'It is worth 0 only because its own condition does not hold, for the unit by itself.' })
  unmet: boolean;
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
