import { sentenceOf, verifyBundle, type Finding } from '@thidua/scoring';
import { sha256 } from '../files/input-of.js';
import { readDocument } from '../files/read-document.js';
import { DONE } from '../output/command-words.js';
import type { Language } from '../output/languages.js';
import { complain, say } from '../output/write.js';

export interface VerifyOptions {
  json?: boolean;
  lang: Language;
}

/**
 * `thidua verify BUNDLE`: computes a bundle's result again and says that it is the same, or names every value that
 * was changed, on standard error and with exit status 2. With `json` prints `{"findings": […]}` as well, none when
 * the bundle is sound.
 * @throws WrongFile when it is no JSON or YAML text, Failure when it cannot be read.
 */
export async function verify(path: string, { json = false, lang }: VerifyOptions): Promise<void> {
  const { value } = await readDocument(path);
  const findings = verifyBundle(value, sha256);
  if (json) say(JSON.stringify({ findings }, null, 2));
  for (const finding of findings) complain(lineOf(finding, lang));
  if (findings.length > 0) process.exitCode = 2;
  else if (!json) say(DONE.verified(path)[lang]);
}

function lineOf(finding: Finding, lang: Language): string {
  const { code, path, cause, expected, found } = finding;
  const said = [sentenceOf(finding, lang)];
  if (cause !== undefined) said.push(`${cause.code}: ${sentenceOf(cause, lang)}`);
  if (expected !== undefined && found !== undefined) {
    said.push(DONE.sides(JSON.stringify(expected), JSON.stringify(found))[lang]);
  }
  return `${code} ${path}: ${said.join(' ')}`;
}
