const swc = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', tsx: false, decorators: true },
    // The same meaning of decorators and class fields as tsconfig.json: Nest injects by the types they record.
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test', '<rootDir>/libs', '<rootDir>/apps'],
  testMatch: ['<rootDir>/test/**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/(apps|libs)/[^/]+/dist/', '<rootDir>/data/'],
  watchman: false,
  injectGlobals: false,
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  // Tests run the sources, not the build: a library's door is its index.ts, and `./x.js` is written for `./x.ts`.
  moduleNameMapper: {
    '^@thidua/([a-z]+)$': '<rootDir>/libs/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  // Only what hangs meets it: the longest test takes half a minute on a busy machine of two cores.
  testTimeout: 300_000,
  maxWorkers: 2,
  // Modules loaded behind Node's flag are never freed: a worker that has grown is replaced between two files.
  workerIdleMemoryLimit: '1500MB',
};
