import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class WordsView {
  @ApiProperty()
  vi: string;
  @ApiProperty()
  en: string;
}

export class FormOptionView {
  @ApiProperty()
  value: string;
  @ApiProperty({ description: 'What it is worth, a decimal.' })
  points: string;
}

/** As the engine describes it (`FormField` of the scoring library). */
export class FormFieldView {
  @ApiProperty({ type: [String], description: 'Where its value stands in the entry; of a row, where in the row.' })
  path: string[];
  @ApiProperty({ enum: ['number', 'count', 'date', 'choice', 'choices', 'rows', 'byName'] })
  type: 'number' | 'count' | 'date' | 'choice' | 'choices' | 'rows' | 'byName';
  @ApiProperty({ type: WordsView })
  label: WordsView;
  @ApiPropertyOptional({ type: WordsView })
  unit?: WordsView;
  @ApiPropertyOptional({ description: 'The entry may lack it.' })
  optional?: true;
  @ApiPropertyOptional({ description: 'What counts where it is left out.' })
  otherwise?: string;
  @ApiPropertyOptional()
  least?: string;
  @ApiPropertyOptional()
  most?: string;
  @ApiPropertyOptional()
  step?: string;
  @ApiPropertyOptional({ description: 'How many are needed at least.' })
  fewest?: number;
  @ApiPropertyOptional({ type: [FormOptionView] })
  options?: FormOptionView[];
  @ApiPropertyOptional({ type: () => [FormFieldView] })
  fields?: FormFieldView[];
}

export class RuleSentenceView {
  @ApiProperty({ description: 'What its kind is called.' })
  name: string;
  @ApiProperty({ description: 'One sentence with its own figures.' })
  sentence: string;
}

export class RuleWordsView {
  @ApiProperty({ type: RuleSentenceView })
  vi: RuleSentenceView;
  @ApiProperty({ type: RuleSentenceView })
  en: RuleSentenceView;
}
