import { readFile } from 'node:fs/promises';
import type { Config } from '@thidua/platform';
import { Failure } from '../failures.js';
import { databaseLine } from '../output/command-words.js';
import type { Language } from '../output/languages.js';
import { say } from '../output/write.js';

/** The demonstration's accounts by their part, as `npm start` creates them. */
export const PLAYERS = {
  officer: 'demo-don-vi',
  office: 'demo-thuong-truc',
  committee: 'demo-ban-thuong-vu',
  council: 'demo-hoi-dong',
} as const;
export type Player = keyof typeof PLAYERS;
type Tokens = Readonly<Record<Player, string>>;

/** Login and token of a line such as `demo-don-vi  http://…/sign-in#TOKEN   name`. */
const LINE = /^\s*(\S+)\s+\S+\/sign-in#(\S+)/;

/**
 * The tokens in a file that holds what `npm start` printed. Each signs in once.
 * @throws Failure when the file cannot be read or an account is not in it.
 */
export async function readLinks(file: string): Promise<Tokens> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new Failure(`${file}: ${error.message}`);
  });
  const tokens = new Map(
    text.split('\n').flatMap((line) => (LINE.exec(line) ? [LINE.exec(line)!.slice(1, 3)] : [])) as [string, string][],
  );
  return forEachPlayer(async (login) => {
    const token = tokens.get(login);
    if (token === undefined) throw new Failure(`${file} holds no sign-in link of ${login}`);
    return token;
  });
}

/**
 * Makes tokens in the configured database, which must be that of the service.
 * @throws Failure when there is no such database or it does not know the accounts.
 */
export async function issueLinks(lang: Language): Promise<Tokens> {
  // Loaded only here: with links from a file no database is opened.
  const [{ Accounts, SignIn }, { nameOf }, { withOperator }] = await Promise.all([
    import('@thidua/identity'),
    import('../operator/find-database.js'),
    import('../operator/with-operator.js'),
  ]);
  const onOpen = (config: Config) => say(databaseLine(nameOf(config))[lang]);
  return withOperator({ mayMigrate: false, creation: 'never', onOpen }, async (operator) => {
    const accounts = operator.get(Accounts);
    const signIn = operator.get(SignIn);
    return forEachPlayer(async (login) => {
      if (!(await accounts.exists(login)))
        throw new Failure(`there is no account ${login}: start the service with \`npm start\``);
      return signIn.issueLink(login);
    });
  });
}

async function forEachPlayer(token: (login: string) => Promise<string>): Promise<Tokens> {
  const tokens: Partial<Record<Player, string>> = {};
  for (const [player, login] of Object.entries(PLAYERS)) tokens[player as Player] = await token(login);
  return tokens as Tokens;
}
