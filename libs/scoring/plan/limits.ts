import type { Fields } from '../text/fields.js';
import { isObject, type JsonValue } from '../text/json-value.js';
import { at, type Path } from '../text/path.js';
import type { Problems } from '../text/problems.js';
import type { Condition } from './condition.js';
import type { Plan, PlanScale } from './plan.js';

/**
 * How many items lists may have whose items are gone through for every unit, cluster or other item: limits of this
 * engine, not of the format, and far beyond what any campaign has. Other lists cost no more than they are long.
 */
export const MOST_ITEMS = {
  scales: 100,
  clusters: 20_000,
  stages: 20,
  rounds: 366,
  factKinds: 100,
  classes: 50,
  rewards: 100,
} as const;

/** The same within one scale, wherever they stand in it, and of the keys units are ranked by. */
export const MOST_CRITERIA = 1_000;
export const MOST_SECTIONS = 300;
export const MOST_KEYS = 50;

/** What each of several counts may be while their product may not. */
export const MOST_PRODUCTS = {
  /** Points kept: units × criteria of their scale × rounds. */
  cells: 8_000_000,
  /** Sums written: units × parts and groups of their scale × rounds. Some for each unit are always possible. */
  sums: 1_200_000,
  /** Standings written where there are rounds: units × rounds. */
  standings: 150_000,
  /** Clusters × rounds. */
  rankings: 25_000,
  /** Clusters × kinds of facts, classes and rewards. */
  rows: 60_000,
  /** What conditions and requirements ask of units: see `checkWork`. */
  questions: 7_000_000,
} as const;

/** So many sums and steps for each unit are possible whatever the number of units, since that takes a long file. */
const SUMS_ALWAYS_POSSIBLE = 60;
const STEPS_ALWAYS_POSSIBLE = 1_000;

/**
 * Checks how much a file holds, before anything of it is read: `field.range` at each list that is too long, or whose
 * product with others is too large. True where nothing is.
 */
export function checkSize(top: Fields): boolean {
  const before = top.problems.errors.length;
  for (const key of Object.keys(MOST_ITEMS) as (keyof typeof MOST_ITEMS)[]) {
    checkCount(top.problems, top.at(key), key, itemsOf(top.record, key).length, MOST_ITEMS[key]);
  }
  itemsOf(top.record, 'scales').forEach((scale, index) => {
    const path = at(at(top.at('scales'), index), 'parts');
    const { criteria, sections } = contentOf(scale);
    checkCount(top.problems, path, 'criteria', criteria, MOST_CRITERIA);
    checkCount(top.problems, path, 'groups', sections, MOST_SECTIONS);
  });
  const keys = itemsOf(top.record['ranking'], 'precedence').length;
  checkCount(top.problems, at(top.at('ranking'), 'precedence'), 'precedence', keys, MOST_KEYS);
  if (top.problems.errors.length === before) checkProducts(top);
  return top.problems.errors.length === before;
}

function checkCount(problems: Problems, path: Path, key: string, count: number, most: number): void {
  if (count <= most) return;
  problems.add('field.range', path, `${count} ${key}, where ${most} are possible`, {
    reason: 'many',
    key,
    count,
    most,
  });
}

function checkProducts(top: Fields): void {
  const clusters = itemsOf(top.record, 'clusters');
  const rounds = itemsOf(top.record, 'rounds').length;
  const times = Math.max(1, rounds);
  const contents = new Map(itemsOf(top.record, 'scales').map((scale) => [codeOf(scale), contentOf(scale)]));
  const { cells, sums, standings, rankings, rows } = MOST_PRODUCTS;
  let units = 0;
  let product = 0;
  let summed = 0;
  for (const cluster of clusters) {
    const own = itemsOf(cluster, 'units').length;
    const content = contents.get(isObject(cluster) ? cluster['scale'] : undefined);
    units += own;
    product += own * times * (content?.criteria ?? 0);
    const each = times * (content?.sections ?? 0);
    if (each > SUMS_ALWAYS_POSSIBLE) summed += own * each;
  }
  const longest = rounds > 1 ? 'rounds' : 'clusters';
  if (product > cells) {
    const message = `${units} units have ${product} points of criteria, where ${cells} are possible`;
    top.range(longest, message, 'cells', { units, product, most: cells });
  }
  if (summed > sums) {
    const message = `${units} units have ${summed} points of parts and groups, where ${sums} are possible`;
    top.range(longest, message, 'sums', { units, product: summed, most: sums });
  }
  if (units * rounds > standings) {
    const params = { units, rounds, product: units * rounds, most: standings };
    top.range('rounds', `${units} units in ${rounds} rounds, where ${standings} are possible`, 'standings', params);
  }
  if (clusters.length * rounds > rankings) {
    const params = { clusters: clusters.length, rounds, product: clusters.length * rounds, most: rankings };
    top.range('rounds', `${clusters.length} clusters in ${rounds} rounds`, 'rankings', params);
  }
  const rules = (['rewards', 'classes', 'factKinds'] as const).map((key) => ({
    key,
    count: itemsOf(top.record, key).length,
  }));
  const all = sumOf(rules, ({ count }) => count);
  if (clusters.length * all > rows) {
    const { key } = rules.reduce((a, b) => (b.count > a.count ? b : a));
    const params = { clusters: clusters.length, rules: all, product: clusters.length * all, most: rows };
    top.range(key, `${all} rewards, classes and kinds of facts for ${clusters.length} clusters`, 'rows', params);
  }
}

/**
 * Checks how much is asked of units, once it is known what: every figure and step of a condition, the params of
 * formulas, the least points of parts, and what a reward requires and excludes, of each unit. A thousand for each unit are always possible.
 */
export function checkWork(top: Fields, plan: Plan): void {
  const { scales, classes, rewards, factKinds, rounds } = plan;
  const units = plan.units.size;
  const asked = {
    classes: sumOf(classes, ({ when, minParts }) => stepsOf(when) + minParts.length),
    rewards: sumOf(rewards, ({ when, requires, excludes }) => stepsOf(when) + requires.length + excludes.length),
    factKinds: sumOf(factKinds, ({ when }) => stepsOf(when)),
    scales: Math.max(0, ...[...scales.values()].map((scale) => stepsOfScale(scale, rounds?.list.length ?? 1))),
  };
  const steps = Object.values(asked).reduce((sum, each) => sum + each, 0);
  if (steps <= STEPS_ALWAYS_POSSIBLE || steps * units <= MOST_PRODUCTS.questions) return;
  const longest = (Object.keys(asked) as (keyof typeof asked)[]).reduce((a, b) => (asked[b] > asked[a] ? b : a));
  const params = { steps, units, product: steps * units, most: MOST_PRODUCTS.questions };
  top.range(longest, `${steps} steps of conditions for each of ${units} units`, 'questions', params);
}

/**
 * What a condition costs. Numbers grow longer with every step that multiplies or divides, so that long conditions cost
 * more than their steps.
 */
const stepsOf = (when: Condition | undefined): number =>
  when === undefined ? 0 : when.steps + Math.floor((when.steps * when.steps) / 15);

/** The conditions of the bonus and the penalty are judged in every round; params are looked for in every unit. */
const stepsOfScale = ({ sections, criteria }: PlanScale, rounds: number): number =>
  rounds * sumOf(sections, ({ when }) => stepsOf(when)) + sumOf(criteria, ({ rule }) => rule?.params?.length ?? 0);

const sumOf = <T>(list: readonly T[], of: (item: T) => number): number => list.reduce((sum, item) => sum + of(item), 0);

const itemsOf = (owner: JsonValue | undefined, key: string): readonly JsonValue[] => {
  const list = isObject(owner) ? owner[key] : undefined;
  return Array.isArray(list) ? list : [];
};

const codeOf = (owner: JsonValue): JsonValue | undefined => (isObject(owner) ? owner['code'] : undefined);

/** How many criteria a scale has, and how many parts and groups. */
function contentOf(scale: JsonValue): { criteria: number; sections: number } {
  const count = { criteria: 0, sections: 0 };
  const add = (section: JsonValue | undefined): void => {
    count.criteria += itemsOf(section, 'criteria').length;
    for (const group of itemsOf(section, 'groups')) {
      count.sections++;
      add(group);
    }
  };
  for (const part of itemsOf(scale, 'parts')) {
    count.sections++;
    add(part);
  }
  if (isObject(scale)) for (const key of ['bonus', 'penalty']) add(scale[key]);
  return count;
}
