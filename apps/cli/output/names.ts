import type { Competition, Criterion, Scale, ScaleExtra, ScaleGroup } from '@thidua/scoring';
import type { Language } from './languages.js';

/** Names of a competition's things by their codes. */
export interface Names {
  unit(code: string): string;
  cluster(code: string): string;
  class(code: string): string;
  reward(code: string): string;
  stage(code: string): string;
  round(code: string): string;
  fact(code: string): string;
  part(code: string): string;
  group(code: string): string;
  criterion(code: string): string;
  /** The same, with parts, groups and criteria of the scale of a cluster. */
  within(cluster: string): Names;
}

interface Named {
  code: string;
  name: string;
}

/** Of competitions that name no stages, and of what is no stage. */
const STAGES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  vi: { self: 'tự chấm', cluster: 'cụm chấm', office: 'thẩm định', weighted: 'theo trọng số các bước' },
  en: { self: 'self-score', cluster: 'cluster', office: 'office', weighted: 'weighted' },
};

/** The names the competitions give, later ones first; a code without a name stands for itself. */
export function namesOf(lang: Language, ...given: (Competition | undefined)[]): Names {
  const competitions = given.filter((each) => each !== undefined);
  const lookUp = (list: (competition: Competition) => readonly Named[]) => lookUpIn(competitions, list);
  const byName = (list: (competition: Competition) => readonly Named[]) => nameIn(competitions, list);
  const stages = new Map(competitions.flatMap(({ stages: own = [] }) => own).map(({ code, name }) => [code, name]));
  const common = {
    unit: lookUp(({ clusters }) => clusters.flatMap(({ units }) => units)),
    cluster: byName(({ clusters }) => clusters),
    class: byName(({ classes }) => classes ?? []),
    reward: byName(({ rewards }) => rewards ?? []),
    stage: (code: string) => stages.get(code) ?? STAGES[lang][code] ?? code,
    round: byName(({ rounds }) => rounds ?? []),
    fact: byName(({ factKinds }) => factKinds ?? []),
  };
  // A large file has many clusters: only what is of their scales is looked up anew for each.
  const within = (cluster?: string): Names => ({ ...common, ...namesOfScales(competitions, cluster), within });
  return within();
}

function lookUpIn(competitions: readonly Competition[], list: (competition: Competition) => readonly Named[]) {
  const known = new Map(competitions.flatMap(list).map(({ code, name }) => [code, name]));
  return (code: string): string => (known.has(code) ? `${known.get(code)} (${code})` : code);
}

/** The same of what officials call by its name, not by a number: the code only where two have one name. */
function nameIn(competitions: readonly Competition[], list: (competition: Competition) => readonly Named[]) {
  const known = new Map(competitions.flatMap(list).map(({ code, name }) => [code, name]));
  const names = [...known.values()];
  return (code: string): string => {
    const name = known.get(code);
    if (name === undefined) return code;
    return names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} (${code})`;
  };
}

/** Parts, groups and criteria of the scale of a cluster, or of all scales. */
function namesOfScales(
  competitions: readonly Competition[],
  cluster: string | undefined,
): Pick<Names, 'part' | 'group' | 'criterion'> {
  const inScales = (list: (section: ScaleGroup | ScaleExtra) => readonly Named[]) =>
    lookUpIn(competitions, (competition) => scalesOf(competition, cluster).flatMap(sectionsOf).flatMap(list));
  return {
    part: lookUpIn(competitions, (competition) => scalesOf(competition, cluster).flatMap(({ parts }) => parts)),
    group: inScales(({ groups = [] }) => groups),
    criterion: inScales(({ criteria = [] }): Criterion[] => criteria),
  };
}

function scalesOf({ scales, clusters }: Competition, cluster: string | undefined): Scale[] {
  const used = clusters.find(({ code }) => code === cluster)?.scale;
  return scales.filter(({ code }) => used === undefined || code === used);
}

/** Every section of a scale, those within others as well. */
function sectionsOf({ parts, bonus, penalty }: Scale): (ScaleGroup | ScaleExtra)[] {
  const withInner = (section: ScaleGroup | ScaleExtra): (ScaleGroup | ScaleExtra)[] => [
    section,
    ...(section.groups ?? []).flatMap(withInner),
  ];
  return [...parts, ...(bonus ? [bonus] : []), ...(penalty ? [penalty] : [])].flatMap(withInner);
}
