import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';

export class ReopeningDto {
  @ApiProperty({ description: 'The unit is told why.' })
  @IsString()
  @MaxLength(2000)
  reason: string;
}
