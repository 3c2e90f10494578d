import type { Competition } from '@thidua/scoring';

/** Names of a competition's things by their codes. */
export interface Names {
  unit(code: string): string;
  cluster(code: string): string;
  class(code: string): string;
  reward(code: string): string;
}

/** The names the competitions give, later ones first; a code without a name stands for itself. */
export function namesOf(...competitions: (Competition | undefined)[]): Names {
  const lookUp = (list: (competition: Competition) => readonly { code: string; name: string }[]) => {
    const names = new Map(
      competitions
        .flatMap((competition) => (competition ? list(competition) : []))
        .map(({ code, name }) => [code, name]),
    );
    return (code: string): string => (names.has(code) ? `${names.get(code)} (${code})` : code);
  };
  return {
    unit: lookUp(({ clusters }) => clusters.flatMap(({ units }) => units)),
    cluster: lookUp(({ clusters }) => clusters),
    class: lookUp(({ classes }) => classes ?? []),
    reward: lookUp(({ rewards }) => rewards ?? []),
  };
}
