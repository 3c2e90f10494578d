import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsOptional } from 'class-validator';

const anyObject = { type: 'object', additionalProperties: true } as const;

/** Entries are checked against the unit's scale, not by these classes. */
export class DraftDto {
  @ApiProperty({ type: 'array', items: anyObject, description: 'Entries as in the competition file, without unit and stage.' })
  @IsArray()
  entries: object[];
}

export class SubmissionDto {
  @ApiPropertyOptional({ type: 'array', items: anyObject, description: 'Absent: the saved draft is submitted.' })
  @IsOptional()
  @IsArray()
  entries?: object[];
}
