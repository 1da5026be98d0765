import { z } from 'zod';
import type { HighlightMark } from '../../app/ports/WorkbookHost';
import { getSetting, setSetting } from './settings';
import type { Requests } from './Requests';

/** The rule of every highlight: always true, and so unlike anything people write that it can be known again by it. */
const RULE = '=LEN("Tieout highlight")>0';
const COLOR = '#FFE699';
const SETTING = 'tieout.highlight';
/** Excel takes addresses of ranges up to 8,192 characters. */
const LONGEST_ADDRESS = 8_000;

const remembered = z.record(z.string(), z.array(z.string()));

/** Marks the cells with a conditional format, so that no fill of the user's is touched. Throws an OfficeProblem. */
export async function highlight(requests: Requests, marks: readonly HighlightMark[]): Promise<void> {
  await clearHighlight(requests);
  const groups = groupMarks(marks);
  if (groups.length === 0) return;
  const added = await requests.send(({ workbook }) =>
    groups.map(({ sheet, addresses }) => {
      const format = workbook.worksheets.getItem(sheet).getRanges(addresses).conditionalFormats.add('Custom');
      format.custom.rule.formula = RULE;
      format.custom.format.fill.color = COLOR;
      return { sheet, format: format.load('id') };
    }),
  );
  const ids: Record<string, string[]> = {};
  for (const { sheet, format } of added) ids[sheet] = [...(ids[sheet] ?? []), format.id];
  // Remembered in the workbook, so that they are found again even after a crash.
  await setSetting(SETTING, ids);
}

/** Removes every highlight of ours, also those of a session that crashed, and nothing else. Throws an OfficeProblem. */
export async function clearHighlight(requests: Requests): Promise<void> {
  const kept = getSetting(SETTING);
  const ids = new Set(Object.values(remembered.safeParse(kept).data ?? {}).flat());
  const sheets = await requests.send(({ workbook }) => workbook.worksheets.load('items/name,items/protection/protected'));
  const found = await requests.send(({ workbook }) =>
    sheets.items.map(({ name }) => workbook.worksheets.getItem(name).getRange().conditionalFormats.load('items/id,items/type')),
  );
  const custom = found.flatMap((formats, index) =>
    formats.items.filter(({ type }) => type === 'Custom').map(({ id }) => ({ sheet: sheets.items[index]!.name, id })),
  );
  if (custom.length > 0) {
    const rules = await requests.send(({ workbook }) =>
      custom.map(({ sheet, id }) =>
        workbook.worksheets.getItem(sheet).getRange().conditionalFormats.getItem(id).custom.rule.load('formula'),
      ),
    );
    const ours = custom.filter(({ id }, index) => ids.has(id) || rules[index]!.formula === RULE);
    if (ours.length > 0) {
      await requests.send(({ workbook }) => {
        for (const { sheet, id } of ours) workbook.worksheets.getItem(sheet).getRange().conditionalFormats.getItem(id).delete();
      });
    }
  }
  if (kept !== undefined) await setSetting(SETTING, undefined);
}

function groupMarks(marks: readonly HighlightMark[]): { readonly sheet: string; readonly addresses: string }[] {
  const groups: { sheet: string; addresses: string }[] = [];
  const open = new Map<string, { sheet: string; addresses: string }>();
  for (const { sheet, address } of marks) {
    const group = open.get(sheet);
    if (group && group.addresses.length + address.length < LONGEST_ADDRESS) group.addresses += `,${address}`;
    else {
      const started = { sheet, addresses: address };
      open.set(sheet, started);
      groups.push(started);
    }
  }
  return groups;
}
