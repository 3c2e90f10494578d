import type { CompiledCampaign } from '@thidua/campaigns';
import { ownMember } from '@thidua/platform';
import { describeRule } from '@thidua/scoring';
import type {
  CompetitionRules,
  Criterion,
  DecimalText,
  PlanCriterion,
  PlanUnit,
  ScaleExtra,
  ScalePart,
} from '@thidua/scoring';
import { formFor } from './form-for.js';
import type { NotAssignedView, SheetCriterionView, SheetParamView, SheetPartView } from './http/sheet-parts.view.js';
import type { Histories } from './scoring-histories.service.js';

/** What a unit has now in the round of the sheet; null before anything is there to score. */
export interface SheetPoints {
  readonly criteria: Readonly<Record<string, { readonly points: string }>>;
  readonly parts: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, string>>;
  readonly bonus: string;
  readonly penalty: string;
}

const NEVER = { scored: [], reopened: null };

type Section = ScaleExtra & Partial<Pick<ScalePart, 'code' | 'name' | 'min'>>;

interface Shown {
  readonly parts: SheetPartView[];
  readonly notAssigned: NotAssignedView[];
}

/**
 * The unit's scale as the sheet at a stage shows it: every criterion assigned to the unit, with what is entered for it,
 * its target and the points it has now; what is not assigned by itself, with the reason.
 */
export function sheetParts(
  rules: CompiledCampaign,
  unit: string,
  stage: string,
  points: SheetPoints,
  histories: Histories,
): Shown {
  const { plan } = rules;
  const document = rules.document as unknown as CompetitionRules;
  const known = plan.units.get(unit)!;
  const scale = document.scales.find(({ code }) => code === known.scale.code)!;
  const view = criterionView(rules, known, stage, points, histories);
  const isAssigned = ({ code }: Criterion): boolean => !known.notAssigned.has(known.scale.byCode.get(code)!.index);

  const section = (
    each: Section,
    kind: SheetPartView['kind'],
    worth: string | undefined,
    taken = false,
  ): SheetPartView => ({
    code: each.code ?? '',
    name: each.name ?? null,
    max: each.max === undefined ? null : String(each.max),
    min: each.min === null ? null : String(each.min ?? 0),
    kind,
    points: restsOnCluster(each) ? null : (worth ?? null),
    unmet: each.when !== undefined && isClosed(each, worth, points),
    criteria: (each.criteria ?? []).filter(isAssigned).map((criterion) => view(criterion, taken)),
    groups: (each.groups ?? []).map((group) => section(group, 'group', points.groups[group.code], taken)),
  });
  return {
    parts: [
      ...scale.parts.map((part) => section(part, 'part', points.parts[part.code])),
      ...(scale.bonus ? [section(scale.bonus, 'bonus', points.bonus)] : []),
      ...(scale.penalty ? [section(scale.penalty, 'penalty', points.penalty, true)] : []),
    ],
    notAssigned: notAssignedTo(document, known),
  };
}

/** Points in the smallest unit of their scale: all of one scale have as many decimals. */
const inUnits = (decimal = '0'): bigint => BigInt(decimal.replace('.', ''));

/** Whether a section that has a condition is worth 0 although something is in it. */
function isClosed({ criteria = [], groups = [] }: Section, worth: string | undefined, points: SheetPoints): boolean {
  const inside = [
    ...criteria.map(({ code, sign }) => inUnits(points.criteria[code]?.points) * (sign === 'minus' ? -1n : 1n)),
    ...groups.map(({ code }) => inUnits(points.groups[code])),
  ];
  return inUnits(worth) === 0n && inside.reduce((sum, each) => sum + each, 0n) > 0n;
}

/** Whether a section holds criteria measured against other units. */
function restsOnCluster({ criteria = [], groups = [] }: Section): boolean {
  return criteria.some(({ rule }) => isRelative(rule)) || groups.some(restsOnCluster);
}

function criterionView(
  { plan, document }: CompiledCampaign,
  unit: PlanUnit,
  stage: string,
  { criteria }: SheetPoints,
  histories: Histories,
): (criterion: Criterion, taken: boolean) => SheetCriterionView {
  const { stages } = plan;
  const level = stages.levelOf.get(stage)!;
  const { targets = [] } = document as unknown as CompetitionRules;
  const assigned = new Map(
    targets.filter((each) => each.unit === unit.code).map((each) => [each.criterion, each.plan]),
  );
  return ({ code, name, max, evidence, rule }, inPenalty) => {
    const { firstLevel, mandatory, sign } = unit.scale.byCode.get(code)!;
    const target = assigned.get(code) ?? (rule['plan'] as DecimalText | undefined);
    const most = String(max);
    const taken = inPenalty || sign === 'minus';
    return {
      code,
      name,
      max: most,
      openFrom: stages.list[firstLevel]!.name,
      evidence: evidence ?? 'optional',
      mandatory,
      sign,
      open: level >= firstLevel,
      rule,
      form: formFor(rule, most, target),
      words: { vi: describeRule(rule, most, 'vi', taken)!, en: describeRule(rule, most, 'en', taken)! },
      plan: target === undefined ? null : String(target),
      params: paramsOf(document as unknown as CompetitionRules, unit, rule),
      // What one unit gets for it depends on its whole cluster; a sheet knows of itself.
      points: isRelative(rule) ? null : (criteria[code]?.points ?? null),
      ...(histories.get(code) ?? NEVER),
    };
  };
}

const isRelative = ({ kind }: Criterion['rule']): boolean => kind === 'relative';

/** The figures of the unit that a formula reads, as the office wrote them. */
function paramsOf({ clusters }: CompetitionRules, unit: PlanUnit, rule: Criterion['rule']): SheetParamView[] {
  const names = (rule['params'] as string[] | undefined) ?? [];
  if (names.length === 0) return [];
  const own = clusters.find(({ code }) => code === unit.cluster)!.units.find(({ code }) => code === unit.code)!;
  return names.map((name) => {
    const value = ownMember(own.params ?? {}, name);
    return { name, value: value === undefined ? null : String(value) };
  });
}

/** In scale order; a decision names its reason, else the unit's traits are the reason. */
function notAssignedTo(
  { notAssigned = [] }: CompetitionRules,
  { code, scale, notAssigned: left }: PlanUnit,
): NotAssignedView[] {
  const listed = new Map(notAssigned.filter(({ unit }) => unit === code).map((each) => [each.criterion, each]));
  return scale.criteria
    .filter(({ index }: PlanCriterion) => left.has(index))
    .map((criterion) => ({
      code: criterion.code,
      name: criterion.name,
      by: listed.has(criterion.code) ? 'listed' : 'traits',
      reason: listed.get(criterion.code)?.reason ?? null,
    }));
}
