import { competitionSchema } from '@thidua/scoring';
import { say } from '../output/write.js';

/** `thidua schema`: prints the JSON Schema of competition files, for editors. */
export function printSchema(): void {
  say(JSON.stringify(competitionSchema(), null, 2));
}
