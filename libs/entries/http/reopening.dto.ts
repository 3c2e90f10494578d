import { TextField } from '@thidua/platform';

export class ReopeningDto {
  @TextField({ most: 2000, description: 'The unit is told why.' })
  reason: string;
}
