import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { listFiles } from '../../apps/setup/fingerprint.mjs';

const libs = fileURLToPath(new URL('../../libs', import.meta.url));

/** A body that is taken for a class without being checked against it. */
const UNCHECKED = /@Body\((?!checkedBody\))[^)]*\)\s*\w+\s*:\s*(?!unknown\b)\S/;

describe('request bodies', () => {
  it('are checked against their class, or taken as unknown', () => {
    const controllers = listFiles([libs], (path) => path.endsWith('.controller.ts'));
    const withBodies = controllers.filter((path) => readFileSync(path, 'utf8').includes('@Body('));
    expect(withBodies.length).toBeGreaterThan(0);
    expect(withBodies.filter((path) => UNCHECKED.test(readFileSync(path, 'utf8')))).toEqual([]);
  });

  it.each(['@Body() body: ReviewDto', "@Body('reason') reason: string", '@Body(otherPipe) body: Dto'])(
    'would be found here: %s',
    (line) => expect(line).toMatch(UNCHECKED),
  );

  it.each(['@Body(checkedBody) body: ReviewDto', '@Body() text: unknown'])('are right here: %s', (line) =>
    expect(line).not.toMatch(UNCHECKED),
  );
});
