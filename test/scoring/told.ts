import { checkText, type Located, type ScoringError } from '@thidua/scoring';
import { listFiles, readText } from './read-file.js';

/** `code line path`, as `thidua check` lists what it finds. */
export type Told = string;

const EXPECTED = /# (?:.* )?=> (\S+) ?(.*)$/;

/** What a golden file says will be told of it: `# … => code path` at the line it must be told of, or on lines below it. */
export function expectedOf(path: string): Told[] {
  let line = 0;
  return readText(path)
    .split('\n')
    .flatMap((text, index) => {
      if (!text.trimStart().startsWith('#')) line = index + 1;
      const found = EXPECTED.exec(text);
      return found === null ? [] : [`${found[1]} ${line} ${found[2]}`];
    });
}

/** What is told of a file: its errors, else its warnings. */
export function toldOf(path: string): { errors: Told[]; warnings: Told[] } {
  const { errors, warnings } = checkText(readText(path), 'yaml');
  const asTold = ({ code, line, path: place }: Located<ScoringError>): Told => `${code} ${line} ${place}`;
  return { errors: errors.map(asTold), warnings: warnings.map(asTold) };
}

/** The golden files of a folder, e.g. `golden/refused/`. */
export const goldenFiles = (folder: string): string[] =>
  listFiles(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${folder}${name}`);

/** Those that are computed, each with its result beside it; those that are refused; those that are warned of. */
export const COMPUTED: readonly string[] = ['golden/', 'golden/rules/'].flatMap(goldenFiles);
export const REFUSED: readonly string[] = ['golden/refused/', 'golden/rules/refused/'].flatMap(goldenFiles);
export const WARNED: readonly string[] = goldenFiles('golden/warned/');

/** The codes that files expect to be told. */
export const codesIn = (paths: readonly string[]): Set<string> =>
  new Set(paths.flatMap((path) => expectedOf(path).map((told) => told.split(' ')[0]!)));
