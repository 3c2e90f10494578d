import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { validateSync } from 'class-validator';
import { parse } from 'yaml';
import { ConfigError } from './config-error.js';
import { Config } from './config.js';
import { placeholderIn } from './placeholders.js';
import { projectFolder } from './project-folder.js';
import { ENVIRONMENT, SECRET_SETTINGS, Settings } from './settings.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** A value beside the words that tell the reader where it was written. */
interface Written {
  readonly value: unknown;
  readonly where: string;
  /** Absent: the environment. */
  readonly file?: string;
}

/**
 * Reads the settings: config/default.yaml, then the file named by CONFIG_FILE, then the environment; later ones win.
 * An empty environment variable counts as absent. Relative paths start from `cwd`.
 * @throws ConfigError naming the first setting that is unknown or wrong, or still says what an example says.
 */
export function loadConfig(environment: Environment = process.env, cwd: string = process.cwd()): Config {
  const written = new Map<string, Written>();
  const defaults = defaultsFile();
  readInto(written, defaults);
  const named = environment['CONFIG_FILE'];
  if (named) readInto(written, resolve(cwd, named));
  for (const [variable, setting] of Object.entries(ENVIRONMENT)) {
    const text = environment[variable];
    if (text) written.set(setting, { value: fromText(setting, text), where: variable });
  }
  const own = [...written].filter(([, { file }]) => file !== defaults).map(([setting]) => setting);
  return new Config(check(written), cwd, new Set(own));
}

function defaultsFile(): string {
  return join(projectFolder(), 'config', 'default.yaml');
}

function readInto(written: Map<string, Written>, file: string): void {
  for (const [key, value] of Object.entries(readYaml(file))) {
    written.set(key, { value, where: `${key} in ${file}`, file });
  }
}

function readYaml(file: string): object {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigError(`CONFIG_FILE: cannot read ${file} (${(error as NodeJS.ErrnoException).code})`);
  }
  let content: unknown;
  try {
    content = parse(text) ?? {};
  } catch (error) {
    throw new ConfigError(`${file} is not YAML: ${(error as Error).message.split('\n')[0]}`);
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new ConfigError(`${file} must hold settings, one "name: value" a line`);
  }
  return content;
}

function fromText(setting: keyof Settings, text: string): unknown {
  return setting === 'port' && /^\d{1,6}$/.test(text) ? Number(text) : text;
}

function check(written: Map<string, Written>): Settings {
  const settings = Object.assign(
    new Settings(),
    Object.fromEntries([...written].map(([key, { value }]) => [key, value])),
  );
  const [wrong] = validateSync(settings, { whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: true });
  if (!wrong) {
    refusePlaceholders(written);
    return settings;
  }
  const where = written.get(wrong.property)?.where ?? wrong.property;
  if (wrong.constraints?.['whitelistValidation']) throw new ConfigError(`${where}: there is no such setting`);
  const shown = SECRET_SETTINGS.has(wrong.property) ? '' : `, not ${JSON.stringify(wrong.value)}`;
  throw new ConfigError(`${where}: ${Object.values(wrong.constraints ?? {})[0]}${shown}`);
}

/** Of the values that count: a secret given in the environment stands for what the file still says. */
function refusePlaceholders(written: ReadonlyMap<string, Written>): void {
  for (const [setting, { value, where }] of written) {
    const part = placeholderIn(setting, value);
    if (part !== undefined) throw new ConfigError(`${where}: ${part} is still that of an example; write your own there`);
  }
}
