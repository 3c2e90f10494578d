import { faultsOf } from '@thidua/entries';
import { translate } from '@thidua/platform';
import type { Changed, Plan, RewardDiff, UnitDiff } from '@thidua/scoring';
import type { Assessment, DroppedEntry } from '../assess-rule-set.service.js';
import type {
  AwardShiftView,
  DroppedEntryView,
  NamedView,
  RuleSetPreviewView,
  ShiftView,
  UnitShiftView,
} from './rule-set.dto.js';

/** Faults that are told one by one. */
const MOST_FAULTS = 200;

export function previewView(assessment: Assessment, isDraft: boolean): RuleSetPreviewView {
  const { number, inForce, revision, before, after, diff, dropped, errors } = assessment;
  const names = new Names(before.plan, after?.plan ?? before.plan);
  return {
    ...{ number, inForce, revision },
    applicable: isDraft && errors.length === 0,
    units: (diff?.clusters ?? []).flatMap(({ code, units }) =>
      units.flatMap((unit) => unitShift(unit, names.cluster(code), names) ?? []),
    ),
    awards: (diff?.rewards ?? []).flatMap((reward) => awardShifts(reward, names)),
    dropped: dropped.map((entry) => droppedView(entry, before.plan)),
    faults: faultsOf(errors.slice(0, MOST_FAULTS)).map(({ code, path, params = {}, sentences }) => ({
      ...{ code, path },
      vi: sentences?.vi ?? translate(code, params, 'vi'),
      en: sentences?.en ?? translate(code, params, 'en'),
    })),
  };
}

class Names {
  private readonly classes: ReadonlyMap<string, string>;
  private readonly rewards: ReadonlyMap<string, string>;

  constructor(
    private readonly before: Plan,
    private readonly after: Plan,
  ) {
    const named = (list: (plan: Plan) => readonly NamedView[]) =>
      new Map([...list(before), ...list(after)].map(({ code, name }) => [code, name]));
    this.classes = named(({ classes }) => classes);
    this.rewards = named(({ rewards }) => rewards);
  }

  cluster(code: string): NamedView {
    return { code, name: (this.after.clusterOf.get(code) ?? this.before.clusterOf.get(code))?.name ?? code };
  }

  unit(code: string): NamedView {
    return { code, name: (this.after.units.get(code) ?? this.before.units.get(code))?.name ?? code };
  }

  reward(code: string): NamedView {
    return { code, name: this.rewards.get(code) ?? code };
  }

  class(code: string | null): string | null {
    return code === null ? null : (this.classes.get(code) ?? code);
  }
}

function unitShift(
  { unit, rank, total, class: given }: UnitDiff,
  cluster: NamedView,
  names: Names,
): UnitShiftView | null {
  if (!rank && !total && !given) return null;
  return {
    ...{ unit: names.unit(unit), cluster },
    rank: shift(rank, (place) => (place === null ? null : String(place))),
    total: shift(total, (points) => points),
    class: shift(given, (code) => names.class(code)),
  };
}

function shift<T>(changed: Changed<T> | undefined, text: (value: T) => string | null): ShiftView | null {
  return changed ? { before: text(changed.before), after: text(changed.after) } : null;
}

const told = (state: string): string | null => (state === 'none' ? null : state);

function awardShifts({ code, moves }: RewardDiff, names: Names): AwardShiftView[] {
  return moves.map(({ unit, state }) => ({
    ...{ reward: names.reward(code), unit: names.unit(unit) },
    state: { before: told(state.before), after: told(state.after) },
  }));
}

function droppedView({ unit, criterion, stage, round }: DroppedEntry, { units, stages }: Plan): DroppedEntryView {
  const owner = units.get(unit)!;
  return {
    unit: { code: unit, name: owner.name },
    criterion: { code: criterion, name: owner.scale.byCode.get(criterion)?.name ?? criterion },
    stage: { code: stage, name: stages.list[stages.levelOf.get(stage)!]!.name },
    round,
  };
}
