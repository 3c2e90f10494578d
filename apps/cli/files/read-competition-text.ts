import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Syntax } from '@thidua/scoring';
import { Failure, WrongFile } from '../failures.js';

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
  if (syntax === undefined) throw new Failure(`${path}: a competition file ends in .json, .yaml or .yml`);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(`${path}: ${reasonOf(error)}`);
  });
  return { text: decode(bytes), syntax };
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'is a folder';
  if (code === 'EACCES') return 'may not be read';
  return message;
}

/** Refuses bytes that are no text: a lenient decoder would score a file with names silently changed. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new WrongFile([{ code: 'file.syntax', path: '', message: 'the file is not UTF-8 text' }]);
  }
}
