import { columnName } from '../../../src/core/workbook/Address';
import { FORMAT } from '../styles';
import type { Look } from '../styles';
import type { Sheet, Workbook } from '../Workbook';
import { BOOKINGS, PRODUCTS, QUARTERS, REGIONS, SEGMENTS } from './vocabulary';

const MONTHS = Array.from({ length: 12 }, (_, i) => columnName(4 + i));
const QUARTER_COLUMNS = ['P', 'Q', 'R', 'S'];
/** The roll-forward keeps its quarters here, and the year in H. */
const ROLL = ['D', 'E', 'F', 'G'];
const FLOWS = ['New', 'Expansion', 'Price uplift on renewal', 'Downgrade', 'Churn'];

/** Adds monthly recognition by product and region, the split of net revenue and the ARR roll-forward. */
export function addRevenue(workbook: Workbook): void {
  const sheet = workbook.add('Revenue');
  sheet.put('A1', 'Revenue FY26', 'title');
  sheet.put('A2', 'USD · booked deals recognised month by month, the existing base by the ARR roll-forward below', 'subtitle');
  sheet.putRow('A4', ['Line', 'Region', 'Source'], 'header');
  MONTHS.forEach((column, i) => {
    sheet.put(`${column}3`, `="Q"&ROUNDUP(MONTH(${column}4)/3,0)`, 'subtitle');
    sheet.put(`${column}4`, i === 0 ? '=FY_start' : `=EDATE(${MONTHS[i - 1]}4,1)`, 'figureHeader', FORMAT.month);
  });
  sheet.putHeader('P4', [...QUARTERS, 'FY26'], 0);
  addBooked(sheet);
  addBase(sheet);
  addNet(sheet);
  addSplit(sheet, 55, 'Net revenue by product', PRODUCTS, 'A');
  addSplit(sheet, 63, 'Net revenue by region', REGIONS, 'B');
  addRollForward(sheet);
  sheet.notes.set('A52', 'Credits for missed service levels. Booked against revenue, not cost, since the 2024 audit.');
  sheet.widths.push(30, 15, 12, ...Array.from({ length: 12 }, () => 12), 13, 13, 13, 13, 14);
  sheet.frozenAt = 'D5';
}

function addBooked(sheet: Sheet): void {
  sheet.put('A5', 'Booked in FY26', 'section');
  const deals = (column: string) => `Bookings!$${column}$${BOOKINGS.first}:$${column}$${BOOKINGS.last}`;
  eachLine((product, region, i) => {
    const r = 6 + i;
    sheet.putRow(`A${r}`, [product, region, 'Booked']);
    MONTHS.forEach((column, month) => {
      const recognised = columnName(20 + month);
      const range = `Bookings!${recognised}$${BOOKINGS.first}:${recognised}$${BOOKINGS.last}`;
      sheet.put(`${column}${r}`, `=SUMIFS(${range},${deals('F')},$A${r},${deals('D')},$B${r})`, 'plain', FORMAT.number);
    });
    putPeriods(sheet, r, 'plain');
  });
  putTotal(sheet, 26, 'Booked in FY26', 6, 25);
}

function addBase(sheet: Sheet): void {
  sheet.put('A28', 'Existing base', 'section');
  eachLine((product, region, i) => {
    const r = 29 + i;
    sheet.putRow(`A${r}`, [product, region, 'Base']);
    for (const column of MONTHS) {
      const opening = `INDEX(Assumptions!$D$52:$G$56,MATCH($A${r},Assumptions!$A$52:$A$56,0),MATCH($B${r},Assumptions!$D$51:$G$51,0))`;
      sheet.put(`${column}${r}`, `=${opening}/12*INDEX($D$104:$G$104,MATCH(${column}$3,$D$73:$G$73,0))`, 'plain', FORMAT.number);
    }
    putPeriods(sheet, r, 'plain');
  });
  putTotal(sheet, 49, 'Existing base', 29, 48);
}

function addNet(sheet: Sheet): void {
  const lines: readonly [row: number, label: string, formula: (column: string) => string, look: Look][] = [
    [51, 'Gross revenue', (c) => `=${c}26+${c}49`, 'plain'],
    [52, 'Service credits', (c) => `=-${c}51*Service_credits`, 'plain'],
    [53, 'Net revenue', (c) => `=${c}51+${c}52`, 'total'],
  ];
  for (const [row, label, formula, look] of lines) {
    sheet.put(`A${row}`, label, look);
    for (const column of MONTHS) sheet.put(`${column}${row}`, formula(column), look, FORMAT.number);
    putPeriods(sheet, row, look);
  }
}

/** Net revenue by the labels of column A or B of the two blocks above, with its total and a check against net revenue. */
function addSplit(sheet: Sheet, top: number, title: string, labels: readonly string[], key: 'A' | 'B'): void {
  sheet.put(`A${top}`, title, 'section');
  labels.forEach((label, i) => {
    const r = top + 1 + i;
    sheet.put(`A${r}`, label);
    for (const c of MONTHS) {
      const booked = `SUMIFS(${c}$6:${c}$25,$${key}$6:$${key}$25,$A${r})`;
      const base = `SUMIFS(${c}$29:${c}$48,$${key}$29:$${key}$48,$A${r})`;
      sheet.put(`${c}${r}`, `=(${booked}+${base})*(1-Service_credits)`, 'plain', FORMAT.number);
    }
    putPeriods(sheet, r, 'plain');
  });
  putTotal(sheet, top + 1 + labels.length, title, top + 1, top + labels.length);
}

function addRollForward(sheet: Sheet): void {
  sheet.put('A70', 'Check: splits less net revenue', 'check');
  for (const column of [...MONTHS, ...QUARTER_COLUMNS, 'T']) {
    sheet.put(`${column}70`, `=ROUND(ABS(${column}61-${column}53)+ABS(${column}68-${column}53),2)`, 'check', FORMAT.number);
  }
  sheet.put('A72', 'ARR roll-forward', 'section');
  sheet.putHeader('A73', ['Line', 'Segment', 'Source', ...QUARTERS, 'FY26'], 3);
  SEGMENTS.forEach((segment, i) => addSegment(sheet, 74 + 7 * i, segment, i));
  addTotalSegment(sheet, 95);
  sheet.put('A103', 'Base retained at quarter end');
  sheet.put('A104', 'Base retained, quarter average');
  ROLL.forEach((c, i) => {
    sheet.put(`${c}103`, `=1+SUM($D98:${c}100)/$D95`, 'plain', FORMAT.percent);
    sheet.put(`${c}104`, i === 0 ? `=(1+${c}103)/2` : `=(${ROLL[i - 1]}103+${c}103)/2`, 'plain', FORMAT.percent);
  });
}

function addSegment(sheet: Sheet, top: number, segment: string, index: number): void {
  const deals = (column: string) => `Bookings!$${column}$${BOOKINGS.first}:$${column}$${BOOKINGS.last}`;
  sheet.putRow(`A${top}`, ['Opening ARR', segment, 'Roll']);
  FLOWS.forEach((flow, i) => sheet.putRow(`A${top + 1 + i}`, [flow, segment, i < 2 ? 'Booked' : 'Base']));
  sheet.putRow(`A${top + 6}`, ['Closing ARR', segment, 'Roll'], 'total');
  ROLL.forEach((c, quarter) => {
    const q = 'BCDE'[quarter]!;
    const rate = (blockTop: number) => `Assumptions!${q}${blockTop + 2 + index}`;
    const opening = `${c}${top}`;
    const booked = (row: number) => `=SUMIFS(${deals('R')},${deals('G')},$A${row},${deals('E')},$B${row},${deals('O')},${c}$73)`;
    const contents = [
      quarter === 0 ? `=Assumptions!$C${61 + index}` : `=${ROLL[quarter - 1]}${top + 6}`,
      booked(top + 1),
      booked(top + 2),
      `=${opening}*${rate(32)}*${rate(26)}*${rate(44)}*Average_price_change`,
      `=-${opening}*${rate(38)}`,
      `=-${opening}*${rate(32)}*(1-${rate(26)})`,
    ];
    contents.forEach((content, i) => sheet.put(`${c}${top + i}`, content, 'plain', FORMAT.number));
    sheet.put(`${c}${top + 6}`, `=SUM(${c}${top}:${c}${top + 5})`, 'total', FORMAT.number);
  });
  putRollYear(sheet, top);
}

function addTotalSegment(sheet: Sheet, top: number): void {
  ['Opening ARR', ...FLOWS, 'Closing ARR'].forEach((line, i) => {
    const row = top + i;
    const look = i === 6 ? 'total' : 'figure';
    sheet.putRow(`A${row}`, [line, 'All segments', 'Total'], look);
    for (const c of ROLL) sheet.put(`${c}${row}`, `=${c}${row - 21}+${c}${row - 14}+${c}${row - 7}`, look, FORMAT.number);
  });
  putRollYear(sheet, top);
}

function putRollYear(sheet: Sheet, top: number): void {
  for (let row = top; row <= top + 6; row++) {
    const formula = row === top ? `=D${row}` : row === top + 6 ? `=G${row}` : `=SUM(D${row}:G${row})`;
    sheet.put(`H${row}`, formula, row === top + 6 ? 'total' : 'figure', FORMAT.number);
  }
}

function putPeriods(sheet: Sheet, row: number, look: Look): void {
  QUARTER_COLUMNS.forEach((column, q) => {
    sheet.put(`${column}${row}`, `=SUM(${MONTHS[q * 3]}${row}:${MONTHS[q * 3 + 2]}${row})`, look, FORMAT.number);
  });
  sheet.put(`T${row}`, `=SUM(P${row}:S${row})`, look === 'total' ? 'total' : 'figure', FORMAT.number);
}

function putTotal(sheet: Sheet, row: number, label: string, first: number, last: number): void {
  sheet.put(`A${row}`, `Total ${label.charAt(0).toLowerCase()}${label.slice(1)}`, 'total');
  for (const c of [...MONTHS, ...QUARTER_COLUMNS, 'T']) sheet.put(`${c}${row}`, `=SUM(${c}${first}:${c}${last})`, 'total', FORMAT.number);
}

function eachLine(visit: (product: string, region: string, index: number) => void): void {
  PRODUCTS.forEach((product, p) => REGIONS.forEach((region, r) => visit(product, region, p * REGIONS.length + r)));
}
