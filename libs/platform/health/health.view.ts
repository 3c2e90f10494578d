import { ApiProperty } from '@nestjs/swagger';

export class LiveView {
  @ApiProperty({ enum: ['up'] })
  status: 'up';
}

export class ReadinessView {
  @ApiProperty({ enum: ['up', 'down'] })
  status: string;
  @ApiProperty({
    description: 'Of each part; more of it to a caller on the same machine.',
    type: 'object',
    additionalProperties: {
      type: 'object',
      properties: { status: { enum: ['up', 'down'] } },
      required: ['status'],
      additionalProperties: true,
    },
  })
  checks: object;
}
