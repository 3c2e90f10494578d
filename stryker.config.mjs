/** Tests that are left out, by a piece of their titles: the like among others, some of which count what they met. */
const SLOW_TESTS = [
  'finds a difference exactly where there is one',
  'names a key that parts a unit from its neighbours',
  'gives the conditions by which classes and rewards were given',
  'gives what the host gives where the host is exact',
  'is found changed by one digit or character of any one value',
  'is found changed by one character of its text',
  'is found changed at each single value of one file',
  'is refused where a number is none to the host',
  'refuses nothing in a golden file changed in one place',
  'rules out nothing that happens',
  // Of each key of the format, a dozen files.
  'is told of in words where it is something else',
  'is of one type',
  'stands beside no key that is not known',
  'is missed where the schema asks for it',
  // At the limits of the format, where a file is largest.
  'may ask a thousand steps of any number of units',
  'may have sixty parts and groups for any number of units',
  'leaves room for 100,000 units',
  // What other tests find in smaller files, and sooner.
  'followed with pencil and paper, comes to the result of',
  'is found changed at each single value: (places|campaign)',
  // Of the laws themselves.
  'would be found out if',
  // Of the sources as they are written.
  'what the sources tell',
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
  buildCommand: 'node test/scoring/mutation/build.mjs',
  plugins: ['@stryker-mutator/mocha-runner', './test/scoring/mutation/ignore-messages.mjs'],
  ignorers: ['messages'],
  testRunner: 'mocha',
  mochaOptions: {
    spec: ['test/scoring/mutation/all.mjs'],
    grep: `/^(?![^]*(${SLOW_TESTS.join('|')}))/`,
  },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  timeoutMS: 2_500,
  timeoutFactor: 1.5,
  incremental: true,
  incrementalFile: '.setup/mutation/incremental.json',
  tempDirName: '.setup/mutation/tree',
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: '.setup/mutation/report.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, skipFull: true },
  // The score is judged by test/scoring/mutation/survivors.mjs, over all folders.
  thresholds: { high: 95, low: 90, break: null },
};
