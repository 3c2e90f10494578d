import { expect, it } from '@jest/globals';
import { competitionSchema } from '@thidua/scoring';
import { runCli } from './support/run-cli.js';

it('thidua schema prints the JSON Schema of competition files', async () => {
  const { status, stdout, stderr } = await runCli(['schema']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toEqual(competitionSchema());
});
