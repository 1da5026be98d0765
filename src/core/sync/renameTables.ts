import { renameTable } from '../formula/renameTable';
import type { Difference } from '../compare/Difference';
import type { Snapshot } from '../workbook/Snapshot';
import type { Refusal, RenameTableStep } from './SyncPlan';

/** What calling tables as official does makes of the local workbook; all else is planned on that. */
export interface RenamedTables {
  readonly local: Snapshot;
  readonly steps: readonly RenameTableStep[];
  readonly refused: readonly Refusal[];
  /** The taken differences, by what their tables are then called. */
  readonly take: readonly Difference[];
}

/** Returns the local workbook with the tables of taken differences called as official calls them, every formula following, and those that cannot be. */
export function renameTables(local: Snapshot, take: readonly Difference[]): RenamedTables {
  const steps: RenameTableStep[] = [];
  const refused: Refusal[] = [];
  for (const { id, kind, official, local: side } of take) {
    if (kind !== 'table' || official === null || side === null) continue;
    const [before, after] = [side.address, official.address];
    if (before.toLowerCase() === after.toLowerCase()) continue;
    const reason = whyNotCalled(local, before, after);
    if (reason === null) steps.push({ kind: 'renameTable', sheet: side.sheet, before, after });
    else refused.push({ difference: id, reason });
  }
  const renamed = (text: string): string => steps.reduce((now, { before, after }) => renameTable(now, before, after), text);
  const called = (name: string): string => steps.find(({ before }) => before === name)?.after ?? name;
  if (steps.length === 0) return { local, steps, refused, take };
  return {
    local: {
      ...local,
      formulas: local.formulas.map(renamed),
      names: local.names.map((name) => ({ ...name, formula: renamed(name.formula) })),
      tables: local.tables.map((table) => ({
        ...table,
        name: called(table.name),
        columns: table.columns.map((column) => ({ ...column, formula: column.formula && renamed(column.formula) })),
      })),
    },
    steps,
    refused,
    take: take.map((difference): Difference => {
      const side = difference.local;
      return difference.kind === 'table' && side !== null
        ? { ...difference, local: { ...side, address: called(side.address) } }
        : difference;
    }),
  };
}

function whyNotCalled({ tables, names }: Snapshot, before: string, after: string): string | null {
  const same = ({ name }: { readonly name: string }): boolean => name.toLowerCase() === after.toLowerCase();
  const stays = `so ${before} keeps its name: call the other one otherwise first, then sync again.`;
  if (tables.some(same)) return `Another table of your workbook is called ${after}, ${stays}`;
  return names.some(same) ? `A defined name of your workbook is called ${after}, ${stays}` : null;
}
