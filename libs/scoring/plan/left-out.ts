import { CriterionSet } from './criterion-set.js';
import type { PlanScale } from './plan.js';

/** Criteria that ask for a trait, by index. */
interface Asking {
  any: number[];
  none: number[];
}

/** Which criteria of a scale are not assigned to units of this or that kind; units of one kind share one set. */
export class LeftOut {
  private readonly askingFor = new Map<string, Asking>();
  /** By criterion: 1 where it asks for at least one of some traits. */
  private readonly asksAny: Uint8Array;
  private readonly ofTraits = new Map<string, CriterionSet>();
  private readonly byKey = new Map<string, CriterionSet>();

  constructor(scale: PlanScale) {
    this.asksAny = Uint8Array.from(scale.criteria, ({ appliesTo }) => (appliesTo.any === undefined ? 0 : 1));
    for (const { index, appliesTo } of scale.criteria) {
      for (const trait of appliesTo.any ?? []) this.asking(trait).any.push(index);
      for (const trait of appliesTo.none) this.asking(trait).none.push(index);
    }
  }

  /** Those whose `appliesTo` leaves a unit of such traits out, and those listed for it. */
  of(traits: readonly string[], listed: Iterable<number>): CriterionSet {
    const key = traits.join(' ');
    let own = this.ofTraits.get(key);
    if (own === undefined) this.ofTraits.set(key, (own = this.shared(this.leftOutBy(traits))));
    const more = [...listed];
    return more.length === 0 ? own : this.shared(own.with(more, this.asksAny.length));
  }

  private leftOutBy(traits: readonly string[]): CriterionSet {
    const bytes = Uint8Array.from(this.asksAny);
    const asking = traits.flatMap((trait) => this.askingFor.get(trait) ?? []);
    for (const { any } of asking) for (const index of any) bytes[index] = 0;
    for (const { none } of asking) for (const index of none) bytes[index] = 1;
    return new CriterionSet(bytes);
  }

  private shared(set: CriterionSet): CriterionSet {
    if (set.size === 0) return CriterionSet.EMPTY;
    const { key } = set;
    const known = this.byKey.get(key);
    if (known === undefined) this.byKey.set(key, set);
    return known ?? set;
  }

  private asking(trait: string): Asking {
    let known = this.askingFor.get(trait);
    if (known === undefined) this.askingFor.set(trait, (known = { any: [], none: [] }));
    return known;
  }
}
