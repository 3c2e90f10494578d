import type { Evaluate } from '../rules/formula/expression.js';

/** What a unit comes to, by itself or in one of the scale's sections or criteria. */
export type FigureField = 'total' | 'base' | 'bonus' | 'penalty' | 'part' | 'group' | 'criterion';

/** Where an input of a condition takes its number from (spec, "Conditions"). `code` is empty where there is none. */
export interface ConditionSource {
  kind: FigureField | 'value' | 'mean' | 'percent' | 'fact' | 'param';
  /** Of the part, group, criterion, fact kind or param. */
  code: string;
}

/** A checked condition over figures of one unit. */
export interface Condition {
  /** By the name the expression gives it. */
  inputs: ReadonlyMap<string, ConditionSource>;
  /** As the file writes it. */
  expr: string;
  /** Throws DivisionByZero. */
  evaluate: Evaluate<boolean>;
  /** How many figures and steps it asks for a unit. */
  steps: number;
  /** Where it stands in the file, e.g. `classes[0].when`. */
  path: string;
}
