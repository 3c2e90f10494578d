import { HyperFormula } from 'hyperformula';
import { caps, CLUSTER, criteria, CRITERIA, EXTRA, PART, PARTS, PLACES } from '../workload.mjs';

/** Column letters of a zero-based column. */
const column = (index) =>
  index < 26 ? String.fromCodePoint(65 + index) : column(Math.floor(index / 26) - 1) + column(index % 26);

const POINTS = CRITERIA;
const SUMS = 2 * CRITERIA;
const TOTAL = SUMS + PARTS + 2;
const WIDTH = TOTAL + 3;
/** The sheet of the scale has a column a criterion: max, plan or each, four edges, five steps, then the part's cap. */
const ROWS = { max: 1, factor: 2, edges: 3, steps: 7, cap: 12 };
const SCALE_SHEET = 1;
const UNIT_SHEET = 0;

const scaleRows = () => {
  const rows = Array.from({ length: ROWS.cap }, () => Array.from({ length: CRITERIA }, () => 0));
  criteria.forEach(({ max, plan, each, edges = [], points = [] }, i) => {
    rows[ROWS.max - 1][i] = max;
    rows[ROWS.factor - 1][i] = plan ?? each ?? 0;
    edges.forEach((edge, k) => (rows[ROWS.edges - 1 + k][i] = edge));
    points.forEach((value, k) => (rows[ROWS.steps - 1 + k][i] = value));
  });
  caps.forEach((cap, part) => (rows[ROWS.cap - 1][part] = cap));
  return rows;
};

function pointsFormula({ index, kind }, row) {
  const value = `${column(index)}${row}`;
  const of = (line) => `Scale!$${column(index)}$${line}`;
  if (kind === 'ratio') return `=INT(${of(ROWS.max)}*MIN(${value},${of(ROWS.factor)})/${of(ROWS.factor)})`;
  if (kind === 'count') return `=MIN(${of(ROWS.factor)}*${value},${of(ROWS.max)})`;
  const band = (k) =>
    k === 4 ? of(ROWS.steps + 4) : `IF(${value}<${of(ROWS.edges + k)},${of(ROWS.steps + k)},${band(k + 1)})`;
  return `=${band(0)}`;
}

function rowOf(values, unit) {
  const row = unit + 1;
  const first = unit - (unit % CLUSTER) + 1;
  const cells = Array.from(values.subarray(unit * CRITERIA, (unit + 1) * CRITERIA));
  for (const criterion of criteria) cells.push(pointsFormula(criterion, row));
  const range = (from, count) => `SUM(${column(POINTS + from)}${row}:${column(POINTS + from + count - 1)}${row})`;
  for (let part = 0; part < PARTS; part++) {
    cells.push(`=MIN(${range(part * PART, PART)},Scale!$${column(part)}$${ROWS.cap})`);
  }
  cells.push(`=${range(PARTS * PART, EXTRA)}`, `=${range(PARTS * PART + EXTRA, EXTRA)}`);
  const sum = (index) => `${column(SUMS + index)}${row}`;
  cells.push(`=MAX(0,SUM(${sum(0)}:${sum(PARTS)})-${sum(PARTS + 1)})`);
  const total = column(TOTAL);
  const cluster = `${total}$${first}:${total}$${first + CLUSTER - 1}`;
  cells.push(`=1+COUNTIF(${cluster},">"&${total}${row})`);
  const last = `${column(TOTAL + 1)}${row}+COUNTIF(${cluster},${total}${row})-1`;
  cells.push(`=IF(${last}<=${PLACES[0]},1,0)+IF(${last}<=${PLACES[1]},2,0)`);
  return cells;
}

/** The workload as a workbook: a row a unit, a formula a criterion, the scale on a sheet of its own. */
export function open(values, units) {
  const rows = Array.from({ length: units }, (_, unit) => rowOf(values, unit));
  const right = scaleRows();
  const wrong = right.map((row) => row.map((value) => value + 1));
  const book = HyperFormula.buildFromSheets(
    { Units: rows, Scale: right },
    {
      licenseKey: 'gpl-v3',
      maxRows: units + ROWS.cap,
      maxColumns: WIDTH,
      smartRounding: false,
      useArrayArithmetic: false,
    },
  );
  rows.length = 0;
  const setScale = (cells) => book.setCellContents({ sheet: SCALE_SHEET, row: 0, col: 0 }, cells);
  const cell = (row, col) => book.getCellValue({ sheet: UNIT_SHEET, row, col });
  return {
    /** Another scale first, untimed: then every formula has to be computed, and none to be parsed. */
    beforeFull: () => void setScale(wrong),
    full: () => void setScale(right),
    readFull({ totals, ranks, awards }) {
      for (let unit = 0; unit < units; unit++) {
        totals[unit] = cell(unit, TOTAL);
        ranks[unit] = cell(unit, TOTAL + 1);
        awards[unit] = cell(unit, TOTAL + 2);
      }
    },
    startUpdates() {},
    update({ unit, criterion, value }) {
      book.setCellContents({ sheet: UNIT_SHEET, row: unit, col: criterion }, value);
      const start = unit - (unit % CLUSTER);
      return book.getRangeValues({
        start: { sheet: UNIT_SHEET, row: start, col: TOTAL },
        end: { sheet: UNIT_SHEET, row: start + CLUSTER - 1, col: TOTAL + 1 },
      });
    },
    readUpdate(found, totals, ranks) {
      found.forEach(([total, rank], i) => {
        totals[i] = total;
        ranks[i] = rank;
      });
    },
  };
}
