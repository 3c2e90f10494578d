import { verifyBundle } from '@thidua/scoring';
import { WrongFile } from '../failures.js';
import { sha256 } from '../files/input-of.js';
import { readDocument } from '../files/read-document.js';
import { say } from '../output/write.js';

/**
 * `thidua verify BUNDLE`: computes a bundle's result again and says that it is the same, or names every value that
 * was changed. With `json` prints `{"findings": […]}`, none when the bundle is sound.
 * @throws WrongFile when something was changed, Failure when the file cannot be read.
 */
export async function verify(path: string, { json = false }: { json?: boolean }): Promise<void> {
  const findings = verifyBundle(await readDocument(path), sha256);
  if (json) say(JSON.stringify({ findings }, null, 2));
  if (findings.length > 0) {
    throw new WrongFile(
      findings.map(({ code, path: place, message, expected, found }) => ({
        code,
        path: place,
        message: found === undefined || expected === undefined ? message : `${message} (${sides(expected, found)})`,
      })),
    );
  }
  if (!json) say(`${path}: the result is that of the file, value by value`);
}

const sides = (expected: unknown, found: unknown): string =>
  `expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`;
