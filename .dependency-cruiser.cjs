// Which file may import which. Every rule has a name; test/tooling/imports.spec.ts shows that each one bites.

/** Lowest first: a library may import those before it, never those after it. */
const layers = ['platform', 'identity', 'campaigns', 'entries', 'rankings', 'rewards', 'composition'];

const layerRules = layers.slice(0, -1).map((layer, index) => ({
  name: `layers-${layer}`,
  comment: `libs/${layer} must not know the layers above it`,
  severity: 'error',
  from: { path: `^libs/${layer}/` },
  to: { path: `^libs/(${layers.slice(index + 1).join('|')})/` },
}));

/** The same inside the engine, from numbers up to what is told of a result. */
const engineFolders = [
  ...['number', 'text', 'rules', 'plan', 'votes', 'entries', 'standings', 'rewards', 'live', 'words'],
  ...['warnings', 'check', 'schema', 'diff', 'explain', 'verify'],
];

const engineRules = engineFolders.slice(0, -1).map((folder, index) => ({
  name: `engine-${folder}`,
  comment: `libs/scoring/${folder} must not know what is built on it`,
  severity: 'error',
  from: { path: `^libs/scoring/${folder}/` },
  to: { path: `^libs/scoring/(${engineFolders.slice(index + 1).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'two files that need each other cannot be understood, tested or moved one at a time',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'library-door',
      comment: 'a library is entered by its index.ts alone; only its own files and its tests see what is behind it',
      severity: 'error',
      from: { path: '^((?:apps|libs)/[^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/[^/]+/index\\.ts$', '^$1/'] },
    },
    {
      name: 'no-app-to-app',
      comment: 'processes share libraries, not code of each other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'no-library-to-app',
      comment: 'a library does not know who runs it',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'nothing-to-test',
      comment: 'what runs must not need what tests it',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    ...layerRules,
    ...engineRules,
    {
      name: 'scoring-users',
      comment: 'points are computed in few places: identity, platform and the processes have no business with them',
      severity: 'error',
      from: {
        pathNot: ['^libs/(scoring|campaigns|entries|rankings|rewards|composition)/', '^apps/(cli|web)/', '^test/'],
      },
      to: { path: '^libs/scoring/' },
    },
    {
      name: 'scoring-pure',
      comment:
        'the engine answers from its arguments alone: no library, no module of Node, no package but the YAML reader and the parser of formulas',
      severity: 'error',
      from: { path: '^libs/scoring/' },
      to: { pathNot: ['^libs/scoring/', '(^|/)node_modules/(yaml|jsep)/'] },
    },
    {
      name: 'web-talks-by-http',
      comment: 'the page knows the service by its published contract only',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^libs/', pathNot: '^libs/scoring/' },
    },
    {
      name: 'resolvable',
      comment: 'an import that leads nowhere fails at run time; the bench of the engine installs its own when it runs',
      severity: 'error',
      from: { pathNot: '^test/bench/scoring/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'declared-packages',
      comment: 'a package must be named in a package.json: what is only there by chance may vanish',
      severity: 'error',
      from: { path: '^(apps|libs)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', '^test/fixtures/', '\\.(css|svg|png|woff2)$'] },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    webpackConfig: { fileName: '.dependency-cruiser.resolve.cjs' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
    },
  },
};
