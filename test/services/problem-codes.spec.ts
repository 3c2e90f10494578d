import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { AUDIT_FINDING_CODES, projectFolder } from '@thidua/platform';
import { ERROR_CODES, VOTE_ERROR_CODES, WARNING_CODES } from '@thidua/scoring';
import { MESSAGES_EN } from '../../libs/platform/problems/messages.en.js';
import { MESSAGES_VI } from '../../libs/platform/problems/messages.vi.js';
import { wordsOf } from '../scoring/public-functions.js';

const TOLD_BY_ENGINE: readonly string[] = [
  ...[...ERROR_CODES, ...VOTE_ERROR_CODES, ...WARNING_CODES],
  ...wordsOf('verify/verify-bundle.ts', 'FindingCode'),
];

/** The codes of problems and faults as the sources write them. */
async function codesInSources(): Promise<Set<string>> {
  const codes = new Set<string>();
  for (const folder of ['libs', 'apps/api']) {
    const files = await readdir(join(projectFolder(), folder), { recursive: true, withFileTypes: true });
    for (const file of files) {
      if (!file.isFile() || !file.name.endsWith('.ts') || /[\\/](dist|node_modules)/.test(file.parentPath)) continue;
      const text = await readFile(join(file.parentPath, file.name), 'utf8');
      for (const [, code] of text.matchAll(/(?:new Problem\(|\bcode: )\s*'([a-z]+(?:\.[a-zA-Z]+)+)'/g))
        codes.add(code!);
    }
  }
  return codes;
}

describe('every problem', () => {
  it('that the sources name has a message in both languages', async () => {
    const codes = await codesInSources();
    expect([...codes]).toEqual(
      expect.arrayContaining(['sheet.stale', 'scope.unknown', 'sheet.superseded', 'field.missing']),
    );
    const toldElsewhere = new Set<string>([...TOLD_BY_ENGINE, ...AUDIT_FINDING_CODES]);
    for (const code of [...codes].filter((each) => !toldElsewhere.has(each) || each.startsWith('field.'))) {
      expect([code, code in MESSAGES_VI, code in MESSAGES_EN]).toEqual([code, true, true]);
    }
    // Said once: what the engine tells comes with its own sentences.
    const twice = TOLD_BY_ENGINE.filter((code) => !code.startsWith('field.') && code in MESSAGES_VI);
    expect(twice).toEqual([]);
  });
});
