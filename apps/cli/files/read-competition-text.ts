import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Syntax } from '@thidua/scoring';
import { Failure, WrongFile } from '../failures.js';
import { FAILURES } from '../output/command-words.js';
import type { Words } from '../output/languages.js';

const SYNTAX: Readonly<Record<string, Syntax>> = { '.json': 'json', '.yaml': 'yaml', '.yml': 'yaml' };

export interface CompetitionText {
  readonly text: string;
  readonly syntax: Syntax;
}

/**
 * Reads a competition file's text; its extension says in which syntax it is written.
 * @throws Failure for another extension or a file that cannot be read; WrongFile when it is not UTF-8 text.
 */
export async function readCompetitionText(path: string): Promise<CompetitionText> {
  const syntax = SYNTAX[extname(path).toLowerCase()];
  if (syntax === undefined) throw new Failure(FAILURES.extension(path));
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(reasonOf(path, error));
  });
  return { text: decode(bytes), syntax };
}

function reasonOf(path: string, { code, message }: NodeJS.ErrnoException): Words {
  if (code === 'ENOENT') return FAILURES.missing(path);
  if (code === 'EISDIR') return FAILURES.folder(path);
  if (code === 'EACCES') return FAILURES.access(path);
  return FAILURES.unreadable(path, message);
}

/** Refuses bytes that are no text: a lenient decoder would score a file with names silently changed. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const params = { reason: 'encoding' };
    throw new WrongFile([{ code: 'file.syntax', path: '', message: 'the file is not UTF-8 text', params }]);
  }
}
