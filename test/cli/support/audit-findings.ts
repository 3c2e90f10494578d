import { runCli } from './run-cli.js';

/** What `thidua audit verify` finds in the database of these settings, a line each. */
export async function auditFindings(settings: Readonly<Record<string, string>>): Promise<string[]> {
  const { status, stdout, stderr } = await runCli(['audit', 'verify', '--json', '--lang', 'en'], { ...settings });
  const { head } = JSON.parse(stdout) as { head: string };
  const found = stderr.split('\n').filter((line) => line !== '');
  if ((status === 0) !== (found.length === 0) || head.startsWith('0:')) {
    throw new Error(`status ${status}, ${head}: ${stderr}`);
  }
  return found;
}
