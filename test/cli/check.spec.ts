import { describe, expect, it } from '@jest/globals';
import { linesOf, runCli } from './support/run-cli.js';

const WRONG = 'test/fixtures/not-ok/05-unknown-keys.json';

describe('thidua check', () => {
  it('lists warnings with line and column, and exits with 0', async () => {
    const { status, stdout, stderr } = await runCli(['check', 'test/golden/rewards.yaml']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const line of linesOf(stdout)) expect(line).toMatch(/^[a-z.]+ \d+:\d+ \S+: \S/i);
  });

  it('says nothing of the demonstration', async () => {
    expect(await runCli(['check', 'config/demo/vinh-yen-2022.yaml'])).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('lists every error with line and column, and exits with 2', async () => {
    const { status, stdout } = await runCli(['check', WRONG]);
    expect(status).toBe(2);
    expect(linesOf(stdout).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      expect.stringMatching(/^field\.unknown \d+:\d+ \S+:$/),
      expect.stringMatching(/^field\.unknown \d+:\d+ \S+:$/),
    ]);
  });

  it('names no place in the file for what concerns all of it', async () => {
    const { status, stdout } = await runCli(['check', 'test/fixtures/not-ok/04-not-an-object.yaml']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: 'file.format 1:1: the file must say format: thidua/1\n' });
  });

  it('gives both lists as JSON', async () => {
    const { status, stdout } = await runCli(['check', WRONG, '--json']);
    const { errors, warnings } = JSON.parse(stdout) as { errors: Record<string, unknown>[]; warnings: unknown[] };
    expect({ status, warnings, found: errors.length }).toEqual({ status: 2, warnings: [], found: 2 });
    for (const error of errors) expect(Object.keys(error)).toEqual(['code', 'line', 'column', 'path', 'message']);
  });

  it('exits with 1 where there is no file to check', async () => {
    expect(await runCli(['check', 'no-such.yaml'])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'no-such.yaml: there is no such file\n',
    });
  });
});
