import { columnName, stringifyAddress } from '../../core/workbook/Address';
import type { CellContent, NameContent, SyncPlan, SyncStep } from '../../core/sync/SyncPlan';

/** One line of the plan. */
export type PlanRow =
  | { readonly row: 'sheet'; readonly id: string; readonly sheet: string; readonly cells: number }
  | {
      readonly row: 'cell';
      readonly id: string;
      readonly address: string;
      /** Its sheet, when the address is the same as before the sync; null when lines come or go in that sheet. */
      readonly sheet: string | null;
      readonly before: CellContent;
      readonly after: CellContent;
    }
  | {
      readonly row: 'lines';
      readonly id: string;
      readonly act: 'insert' | 'delete';
      readonly axis: 'row' | 'column';
      readonly count: number;
      readonly at: string;
    }
  | { readonly row: 'table'; readonly id: string; readonly table: string; readonly rows: number }
  | { readonly row: 'sheetStep'; readonly id: string; readonly act: 'addSheet' | 'deleteSheet' }
  | {
      readonly row: 'name';
      readonly id: string;
      readonly name: string;
      readonly before: NameContent | null;
      readonly after: NameContent | null;
    };

const EMPTY: CellContent = { formula: null, value: null, format: null };

/** The plan as lines grouped by sheet, in the order sheets first come; names, which belong to the workbook, last under `''`. */
export function planRows(plan: SyncPlan): readonly PlanRow[] {
  const shifting = new Set(plan.steps.flatMap((step) => (step.kind === 'insert' || step.kind === 'delete' ? [step.sheet] : [])));
  const sheets = new Map<string, PlanRow[]>();
  plan.steps.forEach((step, index) => {
    const sheet = step.kind === 'setName' ? (step.scope ?? '') : step.sheet;
    const rows = sheets.get(sheet) ?? [];
    sheets.set(sheet, rows);
    for (const row of rowsOf(step, `${index}`, 'sheet' in step && !shifting.has(step.sheet))) rows.push(row);
  });
  const workbook = sheets.get('');
  if (workbook !== undefined) {
    sheets.delete('');
    sheets.set('', workbook);
  }
  return [...sheets].flatMap(([sheet, rows]) => [
    { row: 'sheet', id: `sheet ${sheet}`, sheet, cells: rows.filter(({ row }) => row === 'cell').length } as const,
    ...rows,
  ]);
}

function rowsOf(step: SyncStep, id: string, fixed: boolean): PlanRow[] {
  switch (step.kind) {
    case 'addSheet':
    case 'deleteSheet':
      return [{ row: 'sheetStep', id, act: step.kind }];
    case 'insert':
    case 'delete':
      return [
        {
          row: 'lines',
          id,
          act: step.kind,
          axis: step.axis,
          count: step.count,
          at: step.axis === 'row' ? `${step.at}` : columnName(step.at),
        },
      ];
    case 'resizeTable':
      return [{ row: 'table', id, table: step.table, rows: step.after.lastRow - step.before.lastRow }];
    case 'setName':
      return [{ row: 'name', id, name: step.name, before: step.before, after: step.after }];
    case 'write': {
      const { firstRow, firstColumn } = step.range;
      return step.after.flatMap((line, i) =>
        line.flatMap((after, j) => {
          if (after === null) return [];
          const address = stringifyAddress({ row: firstRow + i, column: firstColumn + j });
          return [
            {
              row: 'cell',
              id: `${id} ${address}`,
              address,
              sheet: fixed ? step.sheet : null,
              before: step.before[i]?.[j] ?? EMPTY,
              after,
            } as const,
          ];
        }),
      );
    }
  }
}
