import type { CompiledCampaign } from '@thidua/campaigns';
import type { BareStanding } from '@thidua/rankings';
import type { ClassRule, CompetitionRules, DecimalText, PlanFactKind } from '@thidua/scoring';
import type { BoardClassBarView, ClassBarReasonView } from './board-standing.view.js';

/**
 * Why a ranked unit is not in the class above its own; null where it has the best, or its total alone says why.
 * @param standings of its cluster, by rank.
 * @param classOf the class of any unit of the campaign, for those who lead one.
 */
export function classBar(
  { plan, document }: CompiledCampaign,
  own: BareStanding,
  standings: readonly BareStanding[],
  classOf: (unit: string) => string | null,
): BoardClassBarView | null {
  const placeOf = (code: string | null): number => {
    const place = plan.classes.findIndex((known) => known.code === code);
    return place < 0 ? plan.classes.length : place;
  };
  const place = placeOf(own.class);
  if (own.rank === null || place === 0) return null;
  const rule = (document as unknown as CompetitionRules).classes![place - 1]!;
  const kinds = own.facts.flatMap((code) => plan.factKinds.find((kind) => kind.code === code) ?? []);
  const led = plan.units.get(own.unit)!.headOf;
  const reasons = [
    ...unmet(rule, own),
    ...kinds.filter((kind) => forbids(kind, place - 1)).map(({ name }) => reason('fact', { name })),
    ...(led !== null && placeOf(classOf(led)) > place - 1
      ? [reason('headOf', { name: plan.units.get(led)!.name })]
      : []),
  ];
  if (reasons.length === 0) {
    // All figures would do: the condition does not hold, or the places are taken.
    if (rule.when !== undefined) reasons.push(reason('when'));
    if (plan.classes[place - 1]!.share !== undefined) reasons.push(reason('places'));
  }
  const isOvertaken = standings.some((each) => (each.rank ?? 0) > own.rank! && placeOf(each.class) < place);
  return reasons.every(({ by }) => by === 'minTotal') && !isOvertaken ? null : { class: rule.code, reasons };
}

const forbids = ({ classAtMost }: PlanFactKind, place: number): boolean =>
  classAtMost !== undefined && place < classAtMost;

/** The minimums and the maximum of a class that a unit does not keep. */
function unmet({ minTotal, maxPenalty, minParts = {} }: ClassRule, own: BareStanding): ClassBarReasonView[] {
  const asked: [
    by: ClassBarReasonView['by'],
    name: string | null,
    required: DecimalText | undefined,
    actual: string,
  ][] = [
    ['minTotal', null, minTotal, own.total],
    ...Object.entries(minParts).map(([part, points]): (typeof asked)[number] => [
      'minParts',
      part,
      points,
      own.parts[part] ?? '0',
    ]),
    ['maxPenalty', null, maxPenalty, own.penalty],
  ];
  return asked.flatMap(([by, name, required, actual]) => {
    if (required === undefined) return [];
    const above = compareDecimals(actual, String(required));
    const isMet = by === 'maxPenalty' ? above <= 0 : above >= 0;
    return isMet ? [] : [reason(by, { name, required: String(required), actual })];
  });
}

function reason(by: ClassBarReasonView['by'], more: Partial<ClassBarReasonView> = {}): ClassBarReasonView {
  return { by, name: null, required: null, actual: null, ...more };
}

/** Below 0, 0 or above 0, as one decimal text is less than, equal to or more than another. */
function compareDecimals(one: string, other: string): number {
  const digits = Math.max(...[one, other].map((text) => text.split('.')[1]?.length ?? 0));
  const whole = (text: string): bigint => {
    const [integer = '0', fraction = ''] = text.split('.');
    return BigInt(integer + fraction.padEnd(digits, '0'));
  };
  const difference = whole(one) - whole(other);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
