import { Problem } from '@thidua/platform';

const TAG = /^"(\d{1,9})"$/;
const tag = { type: 'string' as const, pattern: TAG.source };

/** For the description of the API. */
export const IF_MATCH = {
  name: 'If-Match',
  required: true,
  schema: tag,
  description: 'ETag of the sheet that was looked at: its version in quotation marks.',
};
export const ETAG_HEADER = { etag: { description: 'Version of the sheet.', schema: tag } };

/**
 * The version that an `If-Match: "<version>"` names.
 * @throws Problem `precondition.required` without one, `field.type` when it is no version.
 */
export function versionOf(ifMatch: string | undefined): number {
  if (ifMatch === undefined) throw new Problem('precondition.required', 428);
  const version = TAG.exec(ifMatch)?.[1];
  if (version === undefined) throw new Problem('header.invalid', 400, { params: { header: 'If-Match' } });
  return Number(version);
}
