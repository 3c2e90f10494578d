import { ApiQuery } from '@nestjs/swagger';

/** The round of a sheet, which its address names beside the stage. */
export const ApiRound = () =>
  ApiQuery({ name: 'round', required: false, type: String, description: 'Code of the round, where there are rounds.' });
