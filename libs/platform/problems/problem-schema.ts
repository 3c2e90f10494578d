/** The schema of a `ProblemDocument`, for the description of the API. */
export const PROBLEM_SCHEMA = {
  type: 'object',
  description:
    'Problem details (RFC 9457), in the language that `Accept-Language` asks for. Some codes have more members.',
  properties: {
    type: { type: 'string', description: '`urn:thidua:problem:` and the code.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable: what a program goes by.' },
    detail: { type: 'string', description: 'For a person.' },
    correlationId: { type: 'string', description: 'Under which the service has logged the request.' },
    errors: {
      type: 'array',
      description: 'Each fault in what was sent, the first 20 of them.',
      items: {
        type: 'object',
        properties: {
          code: { type: 'string' },
          path: { type: 'string', description: 'Where it stands, such as `entries[3].actual`.' },
          message: { type: 'string' },
          params: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
          line: { type: 'integer', description: 'In the text that was sent, from 1.' },
          column: { type: 'integer' },
        },
        required: ['code', 'path', 'message'],
      },
    },
    moreErrors: { type: 'integer', description: 'How many faults there are besides.' },
  },
  required: ['type', 'title', 'status', 'code', 'detail', 'correlationId'],
  additionalProperties: true,
} as const;
