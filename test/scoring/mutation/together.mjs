/*
 * The folders of the engine that are tried together, a few at a time: code with all of its mutants in it runs several
 * times slower than with some of them. Each with the files of tests that are about it, those first that kill most; a
 * mutant that survives costs as much time as all of them.
 */
const edges = (...names) => names.map((name) => `edges/${name}`);
const laws = (...names) => names.map((name) => `laws/${name}`);

const READERS = [
  ...edges(
    'plan',
    'plan-readers',
    'classes-and-members',
    'fields',
    'keys',
    'check',
    'told',
    'texts',
    'limits',
    'thousands',
  ),
  'not-ok',
  'check',
];
const TEXTS = ['names-and-quotes', 'look-alikes', 'words-to-mend', 'composed-texts', ...edges('many-marks')];
const RULES = ['kernels', ...edges('any-rule', 'plain-rules', 'planned-rules', 'panel', 'relative'), 'formula'];
const RESULTS = [
  ...[
    'golden',
    ...laws('reference'),
    ...edges('standing', 'shares', 'followed', 'rounds', 'conditions', 'changes', 'result'),
  ],
  ...['columns', 'live', 'step-by-step', 'thousands', 'total-gaps', 'examples', 'sheet'],
  ...laws('stored', 'live', 'chains', 'order', 'wide'),
];
const WARNED = ['scales', 'rounds', 'conditions', 'awards'].map((name) => `warned-${name}`);
const WARNINGS = ['warnings', ...edges('warnings', 'ranges', ...WARNED), 'warnings/cases', 'warnings/sound'];
const EXPLAINED = [
  'explain',
  ...edges('explain', 'accounts', 'accounts-places'),
  'explain/points',
  'explain/places',
  'explain/agreement',
];
const SCHEMA = ['schema', ...edges('schema-parts')];

export const TOGETHER = [
  {
    folders: ['number', 'votes', 'check', 'diff', 'verify', 'explain'],
    tests: [
      ...[...edges('number', 'votes', 'diff', 'diff-rounds', 'verify'), 'votes', 'diff', ...EXPLAINED],
      ...['verify', ...READERS, ...TEXTS, ...RESULTS, 'kernels', ...edges('formula', 'any-rule')],
    ],
  },
  {
    folders: ['warnings', 'words'],
    tests: [
      ...WARNINGS,
      'words',
      ...edges('rule-words', 'spoken'),
      ...EXPLAINED,
      ...READERS,
      ...TEXTS,
      'golden',
      ...SCHEMA,
    ],
  },
  { folders: ['standings', 'live'], tests: [...RESULTS, ...RULES, ...EXPLAINED] },
  {
    folders: ['entries', 'rewards'],
    tests: [...edges('entries'), 'sheet', ...RESULTS, ...RULES, ...READERS, 'votes', ...edges('votes')],
  },
  {
    folders: ['plan'],
    tests: ['golden', ...edges('meant-source'), ...READERS, ...TEXTS, ...WARNINGS, ...RESULTS, ...SCHEMA],
  },
  {
    folders: ['rules'],
    tests: [
      ...[
        ...RULES,
        ...edges('formula', 'formula-words', 'rule-words', 'rule-forms'),
        'golden',
        ...READERS,
        ...WARNINGS,
        ...EXPLAINED,
        ...SCHEMA,
      ],
      ...['words', 'sheet', 'columns', ...laws('reference')],
    ],
  },
  { folders: ['schema', 'index.ts'], tests: [...SCHEMA, ...READERS, 'verify'] },
  {
    folders: ['text/!(*yaml*).ts'],
    tests: [
      ...['json-text', 'parse-text', ...edges('number', 'text-parts'), ...READERS, ...TEXTS, 'golden', 'verify'],
      ...[...edges('result'), 'words', 'thousands', ...laws('texts')],
    ],
  },
  {
    folders: ['text/*yaml*.ts'],
    tests: ['parse-text', ...READERS, ...TEXTS, 'golden', ...laws('texts'), ...edges('yaml-limits', 'yaml-faults')],
  },
];
