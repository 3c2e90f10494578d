import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { forbidden: rulesOfConfig } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: { name: string }[];
};
const libraries = ['scoring', 'platform', 'identity', 'campaigns', 'entries', 'rankings', 'rewards', 'composition'];
/** Of the engine, lowest first. */
const engineFolders = [
  ...['number', 'text', 'rules', 'plan', 'votes', 'entries', 'standings', 'rewards', 'live', 'words'],
  ...['warnings', 'check', 'schema', 'diff', 'explain', 'verify'],
];
const imports = (...specifiers: string[]): string =>
  specifiers.map((specifier, index) => `import * as m${index} from '${specifier}';\nvoid m${index};\n`).join('');

/** Files that keep every rule: one library deep, through doors, downwards. */
const allowed: Record<string, string> = {
  ...Object.fromEntries(libraries.map((name) => [`libs/${name}/index.ts`, `export const ${name} = 1;\n`])),
  ...Object.fromEntries(engineFolders.map((name) => [`libs/scoring/${name}/own.ts`, `export const own = 1;\n`])),
  'libs/platform/inside.ts': 'export const inside = 1;\n',
  'libs/scoring/read.ts': imports('yaml', './number.js'),
  'libs/scoring/number.ts': 'export const number = 1;\n',
  'libs/rewards/propose.ts': imports('@thidua/rankings', '@thidua/scoring', 'node:fs'),
  'libs/composition/main.module.ts': imports('@thidua/rewards', '@thidua/scoring', '@thidua/platform'),
  'apps/api/main.ts': imports('@thidua/composition', './shared.js'),
  'apps/api/shared.ts': 'export const shared = 1;\n',
  'apps/web/page.ts': imports('@thidua/scoring'),
  'test/some.spec.ts': imports('../libs/platform/inside.js', '@thidua/scoring'),
};

/** One file for each way to break the rules, and the rules it breaks. */
const forbidden: Record<string, { text: string; rules: string[] }> = {
  'libs/entries/one.ts': { text: imports('./two.js'), rules: ['no-cycles'] },
  // A cycle is told once, where it was entered.
  'libs/entries/two.ts': { text: imports('./one.js'), rules: [] },
  'libs/identity/deep.ts': { text: imports('../platform/inside.js'), rules: ['library-door'] },
  'libs/identity/deep-by-name.ts': { text: imports('@thidua/platform/inside.js'), rules: ['resolvable'] },
  'apps/worker/borrow.ts': { text: imports('../api/shared.js'), rules: ['no-app-to-app'] },
  'libs/platform/boot.ts': { text: imports('../../apps/api/shared.js'), rules: ['no-library-to-app'] },
  'apps/cli/helped.ts': { text: imports('../../test/some.spec.js'), rules: ['nothing-to-test'] },
  'libs/platform/up.ts': { text: imports('@thidua/identity'), rules: ['layers-platform'] },
  'libs/identity/up.ts': { text: imports('@thidua/campaigns'), rules: ['layers-identity'] },
  'libs/campaigns/up.ts': { text: imports('@thidua/entries'), rules: ['layers-campaigns'] },
  'libs/entries/up.ts': { text: imports('@thidua/rewards'), rules: ['layers-entries'] },
  'libs/rankings/up.ts': { text: imports('@thidua/rewards'), rules: ['layers-rankings'] },
  'libs/rewards/up.ts': { text: imports('@thidua/composition'), rules: ['layers-rewards'] },
  'libs/identity/score.ts': { text: imports('@thidua/scoring'), rules: ['scoring-users'] },
  'apps/api/score.ts': { text: imports('@thidua/scoring'), rules: ['scoring-users'] },
  'libs/scoring/reads-disk.ts': { text: imports('node:fs'), rules: ['scoring-pure'] },
  'libs/scoring/reads-platform.ts': { text: imports('@thidua/platform'), rules: ['scoring-pure'] },
  'libs/scoring/uses-package.ts': { text: imports('typeorm'), rules: ['scoring-pure'] },
  ...Object.fromEntries(
    engineFolders
      .slice(0, -1)
      .map((name, index) => [
        `libs/scoring/${name}/up.ts`,
        { text: imports(`../${engineFolders[index + 1]}/own.js`), rules: [`engine-${name}`] },
      ]),
  ),
  'apps/web/server-side.ts': { text: imports('@thidua/platform'), rules: ['web-talks-by-http'] },
  'apps/cli/nowhere.ts': { text: imports('./not-there.js'), rules: ['resolvable'] },
  'libs/entries/undeclared.ts': { text: imports('picocolors'), rules: ['declared-packages'] },
};

interface Report {
  summary: { violations: { from: string; rule: { name: string } }[]; totalCruised: number };
}

function cruise(folder: string): Promise<Report> {
  const program = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const args = [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'libs', 'test'];
  return new Promise((resolve, reject) => {
    // The exit code is not looked at: the JSON report is the answer, with or without violations.
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 64e6 }, (_error, stdout, stderr) => {
      if (stdout === '') reject(new Error(stderr));
      else resolve(JSON.parse(stdout) as Report);
    });
  });
}

describe('the import rules', () => {
  let folder: string;

  const lay = async (files: Record<string, string>): Promise<void> => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'thidua-imports-'));
    for (const name of ['.dependency-cruiser.cjs', '.dependency-cruiser.resolve.cjs', 'libs/scoring/package.json']) {
      await cp(join(root, name), join(folder, name));
    }
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    await lay({ ...allowed, 'package.json': '{ "type": "module", "dependencies": { "typeorm": "*" } }' });
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('leave a tree alone that keeps them', async () => {
    const { summary } = await cruise(folder);
    expect(summary.violations).toEqual([]);
    expect(summary.totalCruised).toBeGreaterThan(Object.keys(allowed).length);
  });

  it('bite, each by its name, and nothing but what breaks them', async () => {
    await lay(Object.fromEntries(Object.entries(forbidden).map(([path, { text }]) => [path, text])));
    const { summary } = await cruise(folder);
    const found: Record<string, string[]> = {};
    for (const { from, rule } of summary.violations) found[from] = [...new Set([...(found[from] ?? []), rule.name])];
    const expected = Object.entries(forbidden).filter(([, { rules }]) => rules.length > 0);
    expect(found).toEqual(Object.fromEntries(expected.map(([path, { rules }]) => [path, rules])));
  });

  it('are all tried here', () => {
    const tried = new Set(Object.values(forbidden).flatMap(({ rules }) => rules));
    expect([...tried].toSorted()).toEqual(rulesOfConfig.map((rule) => rule.name).toSorted());
  });
});
