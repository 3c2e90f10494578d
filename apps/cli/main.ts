import { CommanderError } from 'commander';
import { Failure, WrongFile } from './failures.js';
import { askedLanguage, type Language } from './output/languages.js';
import { toldLine } from './output/told-lines.js';
import { usageError } from './output/usage-errors.js';
import { complain } from './output/write.js';
import { program, usageOf } from './program.js';

/** Runs one command and sets the exit status: 0 done, 2 the competition file is wrong, 1 anything else. */
export async function run(argv: readonly string[]): Promise<void> {
  // A reader that has seen enough (`thidua score FILE | head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  // What is wrong with the command line itself is told in the language that it asks for as well.
  const language = askedLanguage(argv);
  try {
    await program(language).parseAsync(argv);
  } catch (error) {
    process.exitCode = await tell(error, argv, language);
  }
}

async function tell(error: unknown, argv: readonly string[], lang: Language): Promise<number> {
  if (error instanceof CommanderError) {
    // Help that was asked for, or printed where no command was given, has been told.
    if (!/^commander\.(help|version)/.test(error.code)) complain(usageError(error, usageOf(argv, lang), lang));
    return error.exitCode;
  }
  if (error instanceof WrongFile) {
    for (const each of error.errors) complain(toldLine(each, lang));
    return 2;
  }
  await complainOf(error, lang);
  return 1;
}

/** What somebody can put right is told in a line; anything else is a fault of the program and told whole. */
async function complainOf(error: unknown, lang: Language): Promise<void> {
  if (error instanceof AggregateError && error.errors.length > 0) return complainOf(error.errors[0], lang);
  if (error instanceof Failure) return complain(typeof error.words === 'string' ? error.words : error.words[lang]);
  // It knows what of a database's error may be shown, and takes its time to load.
  const { errorMessage, errorText } = await import('@thidua/platform');
  if (isOperational(error)) complain(errorMessage(error as Error));
  else process.stderr.write(`${errorText(error)}\n`);
}

/** A wrong setting, or something outside the program that did not work: a file, a connection, a database. */
function isOperational(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'ConfigError' || typeof (error as NodeJS.ErrnoException).code === 'string';
}
