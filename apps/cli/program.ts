import { Command, Help, Option } from 'commander';
import type { AuditVerifyOptions } from './commands/audit-verify.js';
import type { CheckOptions } from './commands/check.js';
import type { DemoOptions } from './commands/demo.js';
import type { ExplainOptions } from './commands/explain.js';
import type { ImportOptions } from './commands/import.js';
import type { MigrateOptions } from './commands/migrate.js';
import type { ScoreOptions } from './commands/score.js';
import type { VerifyOptions } from './commands/verify.js';
import { LANGUAGES, type Language } from './output/languages.js';
import type { Usage } from './output/usage-errors.js';
import { USAGE_WORDS, type UsageWords } from './output/usage-words.js';

const DEFAULT_URL = 'http://127.0.0.1:3000';

/**
 * The commands, in a language that `--lang` may change after them. Each is loaded when it is called: scoring a file must
 * not wait for a framework it does not use. What is wrong with a command line is thrown as a CommanderError.
 */
export function program(lang: Language): Command {
  const words = USAGE_WORDS[lang];
  const { commands, flags } = words;
  const language = (): Option => new Option('--lang <lang>', words.lang).choices(LANGUAGES).default(lang);
  const thidua = new Command('thidua')
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .configureHelp(helpIn(words))
    .helpOption('-h, --help', words.help)
    .helpCommand('help [command]', words.help)
    .description(words.thidua)
    .addOption(language())
    .addHelpText('after', `\n${words.settings}`);
  thidua
    .command('score')
    .description(commands.score)
    .argument('<file>', words.file)
    .option('--json', flags.resultJson)
    .addOption(new Option('--bundle', flags.bundle).conflicts('json'))
    .addOption(language())
    .action(async (file: string, options: ScoreOptions) =>
      (await import('./commands/score.js')).scoreFile(file, options),
    );
  thidua
    .command('verify')
    .description(commands.verify)
    .argument('<bundle>', words.arguments.bundle)
    .option('--json', flags.findingsJson)
    .addOption(language())
    .action(async (bundle: string, options: VerifyOptions) =>
      (await import('./commands/verify.js')).verify(bundle, options),
    );
  thidua
    .command('diff')
    .description(commands.diff)
    .argument('<before>', words.arguments.result)
    .argument('<after>', words.arguments.result)
    .option('--json', flags.diffJson)
    .addOption(language())
    .action(async (before: string, after: string, options: { json?: boolean; lang: Language }) =>
      (await import('./commands/diff.js')).diffFiles(before, after, options),
    );
  thidua
    .command('explain')
    .description(commands.explain)
    .argument('<file>', words.file)
    .requiredOption('--unit <unit>', flags.unit)
    .option('--criterion <criterion>', flags.criterion)
    .option('--reward <reward>', flags.reward)
    .option('--json', flags.explainJson)
    .addOption(language())
    .action(async (file: string, options: ExplainOptions) =>
      (await import('./commands/explain.js')).explainFile(file, options),
    );
  thidua
    .command('check')
    .description(commands.check)
    .argument('<file>', words.file)
    .option('--json', flags.checkJson)
    .addOption(language())
    .action(async (file: string, options: CheckOptions) =>
      (await import('./commands/check.js')).checkFile(file, options),
    );
  thidua
    .command('schema')
    .description(commands.schema)
    .action(async () => (await import('./commands/schema.js')).printSchema());
  thidua
    .command('import')
    .description(commands.import)
    .argument('<file>', words.file)
    .option('--create', flags.create)
    .addOption(language())
    .action(async (file: string, options: ImportOptions) =>
      (await import('./commands/import.js')).importFile(file, options),
    );
  thidua
    .command('migrate')
    .description(commands.migrate)
    .option('--create', flags.create)
    .addOption(language())
    .action(async (options: MigrateOptions) => (await import('./commands/migrate.js')).migrate(options));
  thidua
    .command('audit')
    .description(commands.audit)
    .command('verify')
    .description(commands.auditVerify)
    .option('--head <head...>', flags.heads)
    .option('--json', flags.auditJson)
    .addOption(language())
    .action(async (options: AuditVerifyOptions) => (await import('./commands/audit-verify.js')).verifyAudit(options));
  thidua
    .command('admin')
    .description(commands.admin)
    .command('create')
    .description(commands.adminCreate)
    .addOption(language())
    .action(async (options: { lang: Language }) =>
      (await import('./commands/admin-create.js')).createAdministrator(options),
    );
  thidua
    .command('demo')
    .description(commands.demo)
    .option('--url <url>', flags.url.replace('{url}', DEFAULT_URL), DEFAULT_URL)
    .option('--links <file>', flags.links)
    .addOption(language())
    .action(async (options: DemoOptions) => (await import('./commands/demo.js')).runDemo(options));
  return thidua;
}

/** How the command is written that a command line names, or all of them where it names none. */
export function usageOf(argv: readonly string[], lang: Language): Usage {
  let named = program(lang);
  let command = named.name();
  for (const arg of argv) {
    const found = named.commands.find((each) => each.name() === arg);
    if (found === undefined) continue;
    named = found;
    command += ` ${arg}`;
  }
  return { command, usage: named.createHelp().commandUsage(named) };
}

/** The library's own words of a help text in the language. */
function helpIn({ titles, options, command }: UsageWords): Partial<Help> {
  const help = new Help();
  const inWords = (usage: string): string => usage.replace('[options]', options).replace('[command]', command);
  return {
    styleTitle: (title) => titles[title.toLowerCase().replace(':', '') as keyof UsageWords['titles']] ?? title,
    commandUsage: (each) => inWords(help.commandUsage(each)),
    subcommandTerm: (each) => inWords(help.subcommandTerm(each)),
    // Choices and defaults are said by each in its own words.
    optionDescription: ({ description }) => description,
  };
}
