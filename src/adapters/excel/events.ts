import type { HostChange } from '../../app/ports/WorkbookHost';
import type { Requests } from './Requests';

/** Calls `listener` with every selection the user makes; returns a function which stops it. */
export function onSelect(requests: Requests, listener: (sheet: string, address: string) => void): () => void {
  return listen(requests, ({ workbook }) =>
    workbook.worksheets.onSelectionChanged.add(async ({ address, worksheetId }) => {
      const sheet = await sheetName(requests, worksheetId);
      if (sheet !== null) listener(sheet, address);
    }),
  );
}

/** Calls `listener` with every change of cells, rows and columns; returns a function which stops it. */
export function onChange(requests: Requests, isWriting: () => boolean, listener: (change: HostChange) => void): () => void {
  return listen(requests, ({ workbook }) =>
    workbook.worksheets.onChanged.add(async (event) => {
      // Excel before API set 1.14 does not say who triggered it.
      const certain = 'triggerSource' in event && event.triggerSource !== undefined;
      const own = certain ? event.triggerSource === 'ThisLocalAddin' : isWriting() && event.source === 'Local';
      const sheet = await sheetName(requests, event.worksheetId);
      if (sheet !== null)
        listener({
          sheet,
          address: event.address,
          inCells: event.changeType === 'RangeEdited',
          own,
          moved: certain ? movedBy(event.changeType) : null,
        });
    }),
  );
}

/** Calls `listener` whenever a sheet was calculated; returns a function which stops it. */
export function onCalculated(requests: Requests, listener: () => void): () => void {
  return listen(requests, ({ workbook }) => workbook.worksheets.onCalculated.add(() => Promise.resolve(listener())));
}

function movedBy(changeType: string): HostChange['moved'] {
  return changeType.endsWith('Inserted') ? 'in' : changeType.endsWith('Deleted') ? 'out' : null;
}

function listen<T>(requests: Requests, add: (context: Excel.RequestContext) => OfficeExtension.EventHandlerResult<T>): () => void {
  let stopped = false;
  const added = requests.send(add).then(
    (handler) => handler,
    // Without events the pane still works: it reads the workbook when asked to.
    () => null,
  );
  return () => {
    if (stopped) return;
    stopped = true;
    void added.then(async (handler) => {
      if (!handler) return;
      handler.remove();
      await requests.sync(handler.context as Excel.RequestContext).catch(() => undefined);
    });
  };
}

async function sheetName(requests: Requests, id: string): Promise<string | null> {
  try {
    const sheet = await requests.send(({ workbook }) => workbook.worksheets.getItemOrNullObject(id).load('name'));
    return sheet.isNullObject ? null : sheet.name;
  } catch {
    // The user is typing, or the sheet is gone: there is nothing to tell about it.
    return null;
  }
}
