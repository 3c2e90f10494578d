import { Problem } from '@thidua/platform';

/**
 * The version that an `If-Match: "<version>"` names.
 * @throws Problem `precondition.required` without one, `field.type` when it is no version.
 */
export function versionOf(ifMatch: string | undefined): number {
  if (ifMatch === undefined) throw new Problem('precondition.required', 428);
  const version = /^"(\d{1,9})"$/.exec(ifMatch)?.[1];
  if (version === undefined) throw new Problem('header.invalid', 400, { params: { header: 'If-Match' } });
  return Number(version);
}
