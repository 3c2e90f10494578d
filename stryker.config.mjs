/** Which of the engine's tests a mutant runs: see docs/mutation-testing.md. */
const SPECS = ['mutation/*.spec.js', '*.spec.js'];
/** Left out: what needs another process, and laws over thousands of random competitions. */
const SLOW = ['hostile.spec.js', 'laws.spec.js', 'live.spec.js'];
/** Left out as well, by a piece of their titles: the like among other tests, some of which count what they met. */
const SLOW_TESTS = [
  'finds a difference exactly where there is one',
  'names a key that parts a unit from its neighbours',
  'gives the conditions by which classes and rewards were given',
  'gives what the host gives where the host is exact',
  'is found changed by one digit or character of any one value',
  'is found changed by one character of its text',
  'is found changed at each single value of one file',
  'refuses nothing in a golden file changed in one place',
];

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  packageManager: 'npm',
  mutate: ['libs/scoring/**/*.ts', '!libs/scoring/dist/**'],
  ignorePatterns: [
    ...['/*', '!/config', '!/libs', '!/test', '!/package.json'],
    ...['/libs/*', '!/libs/scoring', '/libs/scoring/dist'],
    ...['/test/*', '!/test/fixtures', '!/test/golden', '!/test/scoring'],
  ],
  buildCommand: 'node test/scoring/mutation/harness/build.mjs',
  plugins: ['@stryker-mutator/mocha-runner', './test/scoring/mutation/harness/ignore-messages.mjs'],
  ignorers: ['messages'],
  testRunner: 'mocha',
  mochaOptions: {
    spec: SPECS.map((spec) => `test/scoring/${spec}`),
    grep: `/^(?![^]*(${SLOW_TESTS.join('|')}))/`,
    ignore: SLOW.map((spec) => `test/scoring/${spec}`),
  },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  timeoutMS: 4_000,
  timeoutFactor: 3,
  incremental: true,
  incrementalFile: '.setup/mutation/incremental.json',
  tempDirName: '.setup/mutation/tree',
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: '.setup/mutation/report.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, skipFull: true },
  thresholds: { high: 95, low: 90, break: 90 },
};
