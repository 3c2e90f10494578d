import type { CompiledCampaign } from '@thidua/campaigns';
import type { StageName } from '@thidua/identity';
import type { CompetitionRules, Criterion } from '@thidua/scoring';
import type { SheetCriterionView, SheetPartView } from './http/sheet.view.js';

type ScoredBy = NonNullable<Criterion['scoredBy']>;

/** Who may enter a criterion first leaves the stages before to nobody (competition file, "Criterion"). */
const OPEN_TO: Readonly<Record<ScoredBy, readonly StageName[]>> = {
  unit: ['self', 'cluster', 'office'],
  cluster: ['cluster', 'office'],
  office: ['office'],
};

/** The unit's scale as the sheet shows it: every criterion with its rule, its target and the points it has now. */
export function sheetParts(
  { document, plan }: CompiledCampaign,
  unit: string,
  stage: StageName,
  points: ReadonlyMap<string, string>,
): SheetPartView[] {
  const rules = document as unknown as CompetitionRules;
  const code = plan.scaleOf(unit).code;
  const scale = rules.scales.find((each) => each.code === code)!;
  const targets = new Map(
    rules.targets?.filter((target) => target.unit === unit).map((target) => [target.criterion, target.plan]),
  );

  const view = (criterion: Criterion, mandatory: boolean): SheetCriterionView => {
    const assigned = targets.get(criterion.code) ?? (criterion.rule['plan'] as string | number | undefined);
    return {
      code: criterion.code,
      name: criterion.name,
      max: String(criterion.max),
      scoredBy: criterion.scoredBy ?? 'unit',
      evidence: criterion.evidence ?? 'optional',
      mandatory: criterion.mandatory ?? mandatory,
      open: OPEN_TO[criterion.scoredBy ?? 'unit'].includes(stage),
      rule: criterion.rule,
      plan: assigned === undefined ? null : String(assigned),
      points: points.get(criterion.code) ?? null,
    };
  };
  const extra = (kind: 'bonus' | 'penalty'): SheetPartView[] => {
    const part = scale[kind];
    if (!part) return [];
    const max = part.max === undefined ? null : String(part.max);
    return [{ code: kind, name: null, max, kind, criteria: part.criteria.map((each) => view(each, false)) }];
  };
  return [
    ...scale.parts.map((part) => ({
      code: part.code,
      name: part.name,
      max: String(part.max),
      kind: 'part' as const,
      criteria: part.criteria.map((each) => view(each, true)),
    })),
    ...extra('bonus'),
    ...extra('penalty'),
  ];
}
