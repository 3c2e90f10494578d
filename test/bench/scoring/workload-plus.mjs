import {
  caps,
  changes as plainChanges,
  CLUSTER,
  criteria as plain,
  figures as plainFigures,
  PART,
  PARTS,
} from './workload.mjs';

/**
 * The same workload with more asked of it. In each part the criteria from the fourth on stand in a group, cut to 80 % of
 * what it can reach, whose last one is subtracted; the first of the bonus is marked by a panel of five, whose best and
 * worst are dropped. Four rounds, of which the mean counts. Two facts follow from the figures: one lets a unit have the
 * last class only, one bars it. At most a fifth as many units have the first class as have the second.
 */
export { CLUSTER, CRITERIA, EXTRA, PART, PARTS, BONUS, PENALTY, PLACES } from './workload.mjs';

export const ROUNDS = 4;
/** The first criterion of a part that stands in its group. */
export const GROUPED = 3;
/** The one that is subtracted. */
export const MINUS = PART - 1;
/** The one that a panel marks. */
export const PANEL = PARTS * PART;
export const MARKS = 5;
export const OUT_OF = 10;

export const criteria = plain.map((each) =>
  each.index === PANEL
    ? { ...each, kind: 'panel', max: 600 }
    : { ...each, minus: each.place < PARTS && each.index % PART === MINUS },
);

/** What the group of a part is cut to, in hundredths. */
export const groupCaps = Array.from({ length: PARTS }, (_, part) => {
  const own = criteria.filter(
    ({ place, index }) => place === part && index % PART >= GROUPED && index % PART !== MINUS,
  );
  return (own.reduce((sum, { max }) => sum + max, 0) * 80) / 100;
});

/** What a part is cut to, in hundredths; a group's own cut may bite first. */
export const partCaps = caps.map((cap, part) => {
  const own = criteria.filter(({ place, index }) => place === part && index % PART < GROUPED);
  return Math.min(
    cap,
    own.reduce((sum, { max }) => sum + max, groupCaps[part]),
  );
});

/** Whole points: what the facts and classes ask for, so that each has some. */
export const ASKED = { weakPart: 20, barredPenalty: 30, first: 290, second: 260, sharePercent: 20 };

/** A figure of the panel is its five marks, a digit to the base of eleven each. */
const PANEL_FIGURES = 11 ** MARKS;
const panelFigure = (value) => (Math.imul(value + 1, 0x9e3779b1) >>> 0) % PANEL_FIGURES;

export function marksOf(figure) {
  const marks = [];
  for (let rest = figure, i = 0; i < MARKS; i++, rest = (rest / 11) | 0) marks.push(rest % 11);
  return marks;
}

/** By round, then unit: a row of 60. The rounds of a unit are those of four neighbours of the plain workload. */
export function figures(units) {
  const rows = plainFigures(units * ROUNDS);
  const values = new Int32Array(rows.length);
  const width = plain.length;
  for (let round = 0; round < ROUNDS; round++) {
    for (let unit = 0; unit < units; unit++) {
      const cluster = Math.floor(unit / CLUSTER);
      const from = ((cluster * ROUNDS + round) * CLUSTER + (unit % CLUSTER)) * width;
      const to = (round * units + unit) * width;
      for (let i = 0; i < width; i++) values[to + i] = i === PANEL ? panelFigure(rows[from + i]) : rows[from + i];
    }
  }
  return values;
}

export const changes = (units, count) =>
  plainChanges(units, count).map(({ unit, criterion, value }, i) => ({
    unit,
    criterion,
    value: criterion === PANEL ? panelFigure(value) : value,
    round: i % ROUNDS,
  }));
