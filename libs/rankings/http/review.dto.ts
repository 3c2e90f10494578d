import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, CountField, TextField } from '@thidua/platform';
import type { ReviewOutcome } from '../review-ranking.service.js';

export class ReviewDto {
  @CountField({ description: 'Revision of the ranking that was looked at.' })
  revision: number;

  @CountField({
    nullable: true,
    description: 'Id of the review that was shown beside it, null where there was none: nobody overrules one unseen.',
  })
  seen: number | null;

  @ChoiceField(['endorse', 'return'])
  outcome: ReviewOutcome;

  @TextField({ most: 4000, optional: true, description: 'Required for a return.' })
  reason?: string;
}

export class ReviewView {
  @ApiProperty({ description: 'Named by whoever reviews after it.' })
  id: number;
  @ApiProperty({ enum: ['endorse', 'return'] })
  outcome: string;
  @ApiProperty()
  revision: number;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  @ApiProperty({ description: 'Name of the reviewer.' })
  by: string;
  @ApiProperty({ format: 'date-time' })
  at: string;
  @ApiProperty({ description: 'False when the ranking has moved since.' })
  current: boolean;
}
