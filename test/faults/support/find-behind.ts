import type { StoredRevisions } from './stored-state.js';

/** Which stored rankings and proposals do not stand at the revision of their entries, a line each. */
export function findBehind({ clusters, campaignRevision }: StoredRevisions): string[] {
  const behind = clusters
    .filter(({ requested, stored }) => stored !== requested)
    .map(({ code, requested, stored }) => `${code}: ranking of revision ${stored}, entries of ${requested}`);
  const sum = clusters.reduce((total, { requested }) => total + requested, 0);
  if (campaignRevision !== sum) behind.push(`campaign: proposals of revision ${campaignRevision}, entries of ${sum}`);
  return behind;
}
