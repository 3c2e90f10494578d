import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import type { ReviewOutcome } from '../review-ranking.service.js';

export class ReviewDto {
  @ApiProperty({ description: 'Revision of the ranking that was looked at.' })
  @IsInt()
  @Min(0)
  revision: number;

  @ApiProperty({ enum: ['endorse', 'return'] })
  @IsIn(['endorse', 'return'])
  outcome: ReviewOutcome;

  @ApiPropertyOptional({ description: 'Required for a return.' })
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  reason?: string;
}

export class ReviewView {
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
