import { CSRF_HEADER, SESSION_COOKIE } from '@thidua/identity';
import { ACCESS_EXTENSION, PROBLEM_SCHEMA, PUBLIC_ACCESS } from '@thidua/platform';

export const TAGS = [
  { name: 'session', description: 'Signing in and out.' },
  { name: 'people', description: 'Accounts, what they are granted, and their invitations.' },
  { name: 'campaigns', description: 'Campaigns, their rules and their competition files.' },
  { name: 'sheets', description: 'What units, heads and the office enter and submit.' },
  { name: 'rankings', description: 'The live board, events, results and reviews.' },
  { name: 'rewards', description: 'Proposals and decisions.' },
  { name: 'health', description: 'For whoever runs the service.' },
];

export const SECURITY = {
  session: { type: 'apiKey' as const, in: 'cookie', name: SESSION_COOKIE },
  csrf: {
    type: 'apiKey' as const,
    in: 'header',
    name: CSRF_HEADER,
    description: 'The `csrfToken` of the session, with what changes something.',
  },
  metricsToken: { type: 'http' as const, scheme: 'bearer', description: '`metricsToken` of the settings.' },
};

export const CSRF_PARAMETER = {
  name: CSRF_HEADER,
  in: 'header',
  required: true,
  description: 'The `csrfToken` that signing in and `GET /api/session` give.',
  schema: { type: 'string' },
};

/** This document is served beside the controllers. */
export const DESCRIPTION_PATH = {
  '/api/openapi.json': {
    get: {
      operationId: 'Description_show',
      summary: 'This description',
      tags: ['health'],
      [ACCESS_EXTENSION]: PUBLIC_ACCESS,
      responses: { 200: { description: 'OK', content: { 'application/json': { schema: { type: 'object' } } } } },
    },
  },
};

interface Named {
  readonly description: string;
  readonly schema: object;
}

const CODE = { $ref: '#/components/schemas/FileCode' };

/** What stands in addresses. Which values there are is data of the campaign, and told where each is read. */
export const PARAMETERS: Readonly<Record<string, Named>> = {
  campaign: { description: 'Code of a campaign: `code` of `GET /api/campaigns`.', schema: CODE },
  cluster: { description: 'Code of a cluster: `clusters` of the board.', schema: CODE },
  unit: { description: 'Code of a unit: `unit` of a sheet in the list of sheets.', schema: CODE },
  stage: {
    description:
      'Code of a stage of the campaign, by default `self`, `cluster` or `office`: `stage` of a sheet in the list of sheets, or `stages` of any sheet.',
    schema: CODE,
  },
  round: {
    description: 'Code of a round, where the campaign has rounds: `round` of a sheet in the list of sheets.',
    schema: CODE,
  },
  criterion: { description: 'Code of a criterion: `parts` of the sheet.', schema: CODE },
  number: {
    description: 'Number of a version of the rules: `number` of the list of rule sets.',
    schema: { type: 'integer', minimum: 1 },
  },
  review: { description: '`id` of a review on the board.', schema: { type: 'integer', minimum: 1 } },
  account: { description: '`id` of an account: `GET /api/accounts`.', schema: { type: 'integer', minimum: 1 } },
  session: { description: '`id` of one of the own sessions.', schema: { type: 'string' } },
  grant: { description: '`id` of a grant of the account.', schema: { type: 'integer', minimum: 1 } },
  proposal: {
    description: '`id` of a proposal in the list of proposals.',
    schema: { type: 'integer', minimum: 1 },
  },
};

/** `sheet.stale` has both versions: what somebody else has saved beside what was sent. */
const STALE_SHEET_PROBLEM = {
  ...PROBLEM_SCHEMA,
  properties: {
    ...PROBLEM_SCHEMA.properties,
    current: { $ref: '#/components/schemas/SheetView' },
    yours: {
      type: 'object',
      properties: {
        version: { type: 'integer' },
        entries: { anyOf: [{ type: 'array', items: { $ref: '#/components/schemas/SheetEntry' } }, { type: 'null' }] },
      },
      required: ['version', 'entries'],
    },
  },
  required: [...PROBLEM_SCHEMA.required, 'current', 'yours'],
};

export const PROBLEMS = { Problem: PROBLEM_SCHEMA, StaleSheetProblem: STALE_SHEET_PROBLEM };
