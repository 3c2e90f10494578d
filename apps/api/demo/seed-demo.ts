import { readFile } from 'node:fs/promises';
import { isIPv4 } from 'node:net';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { CampaignRules } from '@thidua/campaigns';
import { ImportCompetition } from '@thidua/entries';
import { Accounts, SignIn } from '@thidua/identity';
import { Problem, projectFolder } from '@thidua/platform';
import type { Config } from '@thidua/platform';
import { demoAccounts } from './demo-accounts.js';

const DEMO_FILE = join('config', 'demo', 'vinh-yen-2022.yaml');

/**
 * Brings the demo competition in where it is not yet, and prints a one-time sign-in link for each of its roles. Only
 * where the service listens on this machine alone: a link signs in whoever holds it.
 */
export async function seedDemo(app: INestApplicationContext, config: Config, url: string): Promise<void> {
  if (!isLoopback(config.host)) {
    process.stdout.write('No demo sign-in links: they are only given when HOST is a loopback address.\n');
    return;
  }
  const campaign = await importOnce(app.get(ImportCompetition));
  const { plan } = await app.get(CampaignRules).get(campaign);
  const accounts = app.get(Accounts);
  const signIn = app.get(SignIn);
  process.stdout.write(`\nDemo competition: ${url}/campaigns/${campaign}\nSign in (each link works once):\n`);
  for (const account of demoAccounts(campaign, plan)) {
    if (!(await accounts.exists(account.login))) await accounts.create(account, null);
    const token = await signIn.issueLink(account.login);
    process.stdout.write(`  ${account.login.padEnd(20)} ${url}/sign-in#${token}   ${account.name}\n`);
  }
  process.stdout.write('Stop with Ctrl-C.\n');
}

/** The demo campaign's code, whether it came in now or before. */
async function importOnce(importCompetition: ImportCompetition): Promise<string> {
  const text = await readFile(join(projectFolder(), DEMO_FILE), 'utf8');
  try {
    return (await importCompetition.import(text, 'yaml', null)).campaign;
  } catch (error) {
    const { code, details } = error instanceof Problem ? error : { code: undefined, details: {} };
    if (code !== 'campaign.exists') throw error;
    return String(details.params!['campaign']);
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}
