import { ICommandService, type Injector } from '@univerjs/core';
import { IDefinedNamesService, IFunctionService, RemoveDefinedNameMutation, SetDefinedNameMutation } from '@univerjs/preset-sheets-core';
import type { HostBook } from '../book/HostBook';
import type { HostName } from '../book/HostNames';
import type { HostSheet } from '../book/HostSheet';

/** A defined name as Univer keeps it. */
export interface GridName {
  readonly id: string;
  readonly name: string;
  readonly formulaOrRefString: string;
  readonly comment: string;
  readonly localSheetId: string;
}

/** What Univer calls the scope of a name that belongs to the whole workbook. */
const WHOLE_WORKBOOK = 'AllDefaultWorkbook';
const REFERENCE = /^(?:'(?:[^']|'')+'|[\w.\u0080-\uffff]+)!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/i;

/** A name for Univer, which writes plain references without and all else with `=`. */
export function gridName({ name, formula, comment, scope }: HostName, id: string): GridName {
  return {
    id,
    name,
    formulaOrRefString: REFERENCE.test(formula) ? formula : `=${formula}`,
    comment,
    localSheetId: scope?.id ?? WHOLE_WORKBOOK,
  };
}

/** Takes a name that was made or changed in the grid into the book. */
export function takeGridName(book: HostBook, { name, formulaOrRefString, comment, localSheetId }: GridName): void {
  const scope = localSheetId === WHOLE_WORKBOOK ? null : book.findSheet(localSheetId);
  const formula = formulaOrRefString.replace(/^=/, '');
  const known = book.names.find(name, scope);
  if (!known) book.names.add({ name, scope, formula, hidden: false, comment: comment ?? '' }, 'user');
  else if (known.formula !== formula) book.names.change(known, { formula }, 'user');
}

/**
 * Gives Univer the book's names. Past its own command, which refuses names that Excel takes, such as `Rate`; `scopeOf` is Univer's id of a sheet.
 */
export function showNames(injector: Injector, unit: string, book: HostBook, scopeOf: (sheet: HostSheet) => string): void {
  const commands = injector.get(ICommandService);
  const functions = injector.get(IFunctionService);
  const known = new Map<string, GridName>();
  for (const name of Object.values(injector.get(IDefinedNamesService).getDefinedNameMap(unit) ?? {})) {
    known.set(keyOf(name.name, name.localSheetId), {
      ...name,
      comment: name.comment ?? '',
      localSheetId: name.localSheetId ?? WHOLE_WORKBOOK,
    });
  }
  for (const item of book.names.items) {
    const scope = item.scope ? scopeOf(item.scope) : WHOLE_WORKBOOK;
    const old = known.get(keyOf(item.name, scope));
    known.delete(keyOf(item.name, scope));
    const wanted = { ...gridName(item, old?.id ?? `name-${item.name}-${scope}`), localSheetId: scope };
    if (old?.formulaOrRefString === wanted.formulaOrRefString) continue;
    commands.syncExecuteCommand(SetDefinedNameMutation.id, { unitId: unit, ...wanted });
    // Univer keeps formulas as it once read them, with what their names stood for then.
    functions.deleteFormulaAstCacheKey(item.name);
  }
  for (const gone of known.values()) commands.syncExecuteCommand(RemoveDefinedNameMutation.id, { unitId: unit, ...gone });
}

function keyOf(name: string, scope: string | undefined): string {
  return `${scope ?? WHOLE_WORKBOOK}!${name.toLowerCase()}`;
}
