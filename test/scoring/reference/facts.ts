import { holds } from './conditions.js';
import type { Subject } from './figures.js';
import type { FactKind, Period } from './file.js';
import type { Model } from './model.js';

export const inForce = (period: Period, day: string): boolean =>
  period.from <= day && (period.to === undefined || day <= period.to);

/** The kinds that the file lists for a unit. */
export const listedFacts = (unit: string, model: Model): Set<string> =>
  new Set(
    (model.file.facts ?? []).filter((fact) => fact.unit === unit && inForce(fact, model.asOf)).map((fact) => fact.kind),
  );

/** The kinds that follow from a unit's figures. */
export const derivedFacts = (subject: Subject, model: Model): string[] =>
  kindsOf(model)
    .filter(({ when }) => when !== undefined && holds(when, subject, model))
    .map(({ code }) => code);

export const kindsOf = (model: Model): FactKind[] => model.file.factKinds ?? [];

export const isHeld = (unit: string, model: Model): boolean =>
  (model.file.holds ?? []).some((hold) => hold.unit === unit && inForce(hold, model.asOf));
