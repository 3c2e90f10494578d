/** The format's name and the keys of its top level. */
export const FORMAT = {
  name: 'thidua/1',
  keys: [
    'format',
    'asOf',
    'campaign',
    'scales',
    'clusters',
    'targets',
    'entries',
    'holds',
    'stages',
    'rounds',
    'combine',
    'notAssigned',
    'factKinds',
    'facts',
    'ranking',
    'classes',
    'rewards',
  ],
} as const;
