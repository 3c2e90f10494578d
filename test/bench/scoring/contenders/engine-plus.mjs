import { compile, openStanding } from '@thidua/scoring';
import * as workload from '../workload-plus.mjs';
import { criteriaOf, openEngine, rulesFor, unitCode } from './engine.mjs';

const { ASKED, criteria, CRITERIA, groupCaps, GROUPED, marksOf, OUT_OF, PANEL, PART, partCaps, PARTS } = workload;

export { workload };

const roundCode = (round) => `R${round + 1}`;
const panel = { kind: 'panel', outOf: OUT_OF, drop: 1 };

function scaleOf(plain) {
  const parts = Array.from({ length: PARTS }, (_, part) => {
    const own = criteriaOf(part).map((each, i) =>
      criteria[part * PART + i].minus ? { ...each, sign: 'minus' } : each,
    );
    const code = `${part + 1}`;
    const group = { code: `${code}.A`, name: code, max: groupCaps[part] / 100, criteria: own.slice(GROUPED) };
    return { code, name: code, max: partCaps[part] / 100, criteria: own.slice(0, GROUPED), groups: [group] };
  });
  const [first, ...others] = plain.bonus.criteria;
  const bonus = { criteria: [{ ...first, max: criteria[PANEL].max / 100, rule: panel }, ...others] };
  return { ...plain, parts, bonus };
}

function rulesPlus(units) {
  const plain = rulesFor(units);
  const days = [31, 28, 31, 30].map((day, i) => [`2026-0${i + 1}-01`, `2026-0${i + 1}-${day}`]);
  return {
    ...plain,
    scales: plain.scales.map(scaleOf),
    rounds: days.map(([from, to], round) => ({ code: roundCode(round), name: roundCode(round), from, to })),
    factKinds: [
      {
        code: 'weak',
        name: 'weak',
        when: { inputs: { a: 'part:1', b: 'part:2' }, expr: `a < ${ASKED.weakPart} || b < ${ASKED.weakPart}` },
        classAtMost: 'third',
      },
      {
        code: 'barred',
        name: 'barred',
        when: { inputs: { p: 'penalty', t: 'total' }, expr: `p > ${ASKED.barredPenalty} && t < ${ASKED.second}` },
        barred: true,
      },
    ],
    classes: [
      {
        code: 'first',
        name: 'first',
        minTotal: ASKED.first,
        maxShare: { percent: ASKED.sharePercent, of: 'class:second' },
      },
      { code: 'second', name: 'second', minTotal: ASKED.second },
      { code: 'third', name: 'third' },
    ],
  };
}

function entryFor(unit, index, value, round) {
  const { code, kind } = criteria[index];
  const place = { unit: unitCode(unit), criterion: code, stage: 'self', round: roundCode(round) };
  if (kind === 'panel') {
    return { ...place, marks: Object.fromEntries(marksOf(value).map((mark, i) => [`G${i + 1}`, mark])) };
  }
  return kind === 'count' ? { ...place, count: value } : { ...place, actual: value };
}

/** The engine through its door, from entries as they lie in a file. */
export function open(values, units) {
  const row = units * CRITERIA;
  const entries = Array.from({ length: values.length }, (_, at) =>
    entryFor(Math.floor((at % row) / CRITERIA), at % CRITERIA, values[at], Math.floor(at / row)),
  );
  return openEngine(openStanding(compile(rulesPlus(units)), entries), units, (change) =>
    entryFor(change.unit, change.criterion, change.value, change.round),
  );
}
