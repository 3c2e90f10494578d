import { Command, Option } from 'commander';
import type { ExplainOptions } from './commands/explain.js';
import { Failure, WrongFile } from './failures.js';
import type { CheckOptions } from './commands/check.js';
import type { ScoreOptions } from './commands/score.js';
import type { VerifyOptions } from './commands/verify.js';
import { LANGUAGES, languageOf, type Language } from './output/languages.js';
import { toldLine } from './output/told-lines.js';
import { complain } from './output/write.js';

const DEFAULT_URL = 'http://127.0.0.1:3000';

/** Runs one command and sets the exit status: 0 done, 2 the competition file is wrong, 1 anything else. */
export async function run(argv: readonly string[]): Promise<void> {
  // A reader that has seen enough (`thidua score FILE | head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const thidua = program();
  // What goes wrong is told in the language that the command was asked to speak.
  let language = languageOf(undefined);
  thidua.hook('preAction', (_, command) => {
    language = languageOf(command.opts()['lang']);
  });
  try {
    await thidua.parseAsync(argv);
  } catch (error) {
    process.exitCode = tell(error, language);
  }
}

/** Each command is loaded when it is called: scoring a file must not wait for a framework it does not use. */
function program(): Command {
  const thidua = new Command('thidua')
    .description('Emulation competitions: score files, and look after the database of a service')
    .addHelpText('after', '\nSettings of the service (DATA_DIR, DATABASE_URL, …) are read from the environment.');
  thidua
    .command('score')
    .description('compute a competition file: 0 computed, 2 the file is wrong, 1 anything else')
    .argument('<file>', 'competition file: .json, .yaml or .yml')
    .option('--json', 'print the result document, or {"errors": […]}')
    .addOption(new Option('--bundle', 'print the file and its result together, for `thidua verify`').conflicts('json'))
    .addOption(language())
    .action(async (file: string, options: ScoreOptions) =>
      (await import('./commands/score.js')).scoreFile(file, options),
    );
  thidua
    .command('verify')
    .description('compute the result of a bundle again: 0 the same, 2 changed, each place named, 1 anything else')
    .argument('<bundle>', 'as `thidua score FILE --bundle` prints it')
    .option('--json', 'print {"findings": […]}')
    .addOption(language())
    .action(async (bundle: string, options: VerifyOptions) =>
      (await import('./commands/verify.js')).verify(bundle, options),
    );
  thidua
    .command('diff')
    .description('compare two results: who moved, gained or lost a class or a reward, and why')
    .argument('<before>', 'result document or competition file')
    .argument('<after>', 'result document or competition file')
    .option('--json', 'print the comparison as a document')
    .addOption(language())
    .action(async (before: string, after: string, options: { json?: boolean; lang: Language }) =>
      (await import('./commands/diff.js')).diffFiles(before, after, options),
    );
  thidua
    .command('explain')
    .description('tell how the figures, the rank, the class and the rewards of one unit came about')
    .argument('<file>', 'competition file: .json, .yaml or .yml')
    .requiredOption('--unit <unit>', 'code of the unit')
    .option('--criterion <criterion>', 'only this criterion')
    .option('--reward <reward>', 'only this reward')
    .option('--json', 'print the whole account as a document')
    .addOption(language())
    .action(async (file: string, options: ExplainOptions) =>
      (await import('./commands/explain.js')).explainFile(file, options),
    );
  thidua
    .command('check')
    .description(
      'list what is wrong with a competition file, or hardly meant, by line: 0 sound, 2 wrong, 1 anything else',
    )
    .argument('<file>', 'competition file: .json, .yaml or .yml')
    .option('--json', 'print {"errors": […], "warnings": […]}')
    .addOption(language())
    .action(async (file: string, options: CheckOptions) =>
      (await import('./commands/check.js')).checkFile(file, options),
    );
  thidua
    .command('schema')
    .description('print the JSON Schema of competition files, for editors')
    .action(async () => (await import('./commands/schema.js')).printSchema());
  thidua
    .command('import')
    .description('take a competition file into the database, all of it or nothing')
    .argument('<file>', 'competition file: .json, .yaml or .yml')
    .addOption(language())
    .action(async (file: string, options: { lang: Language }) =>
      (await import('./commands/import.js')).importFile(file, options),
    );
  thidua
    .command('migrate')
    .description("bring the database's schema up to date")
    .action(async () => (await import('./commands/migrate.js')).migrate());
  thidua
    .command('demo')
    .description('drive the main job through a running service: submit, rank, review, decide')
    .option('--url <url>', 'address of the service', DEFAULT_URL)
    .option('--links <file>', 'sign-in links as `npm start` prints them; absent: made in the database of the service')
    .action(async (options: { url: string; links?: string }) => (await import('./commands/demo.js')).runDemo(options));
  return thidua;
}

const language = (): Option => new Option('--lang <lang>', 'language of the text').choices(LANGUAGES).default('vi');

function tell(error: unknown, lang: Language): number {
  if (error instanceof WrongFile) {
    for (const each of error.errors) complain(toldLine(each, lang));
    return 2;
  }
  complainOf(error, lang);
  return 1;
}

/** What somebody can put right is told in a line; anything else is a fault of the program and told whole. */
function complainOf(error: unknown, lang: Language): void {
  if (error instanceof AggregateError && error.errors.length > 0) complainOf(error.errors[0], lang);
  else if (error instanceof Failure) complain(typeof error.words === 'string' ? error.words : error.words[lang]);
  else if (isOperational(error)) complain((error as Error).message);
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
}

/** A wrong setting, or something outside the program that did not work: a file, a connection, a database. */
function isOperational(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'ConfigError' || typeof (error as NodeJS.ErrnoException).code === 'string';
}
