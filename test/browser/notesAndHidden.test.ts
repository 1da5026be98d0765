import type { Page } from 'playwright-core';
import type { SheetSnapshot } from '../../src/core/workbook/Snapshot';
import { fileOfSnapshot } from '../support/fileOfSnapshot';
import { giveNotes } from '../support/giveNotes';
import { snapshotOf } from '../support/snapshotOf';
import { workbook } from '../support/workbook';
import { compareModels } from './harness/mainJob';
import { openWorkbench, pane } from './harness/openWorkbench';
import { shootPane } from './harness/shootPane';
import { useBrowser } from './harness/useBrowser';
import { saveWorkbook } from './harness/workbookFiles';

const span = (first: number, last = first) => ({ first, last });
const cells = {
  A1: 'Price',
  B1: 120,
  A2: 'Seats',
  B2: 40,
  A3: 'Churn',
  B3: 0.1,
  A4: 'Uplift',
  B4: 0.2,
  A5: 'Discount',
  B5: 0.3,
  A6: 'Net',
  D6: 7,
};
const LONG =
  'Agreed with the regions on the Q3 replan: list price less the volume discount, before the uplift that pricing decides on each year in January.';
const note = (row: number, column: number, text: string) => ({ row, column, author: 'Dana', text, kind: 'note' as const });
const local = fileOfSnapshot(
  workbook(
    { Model: cells, Rates: { A1: 1 } },
    { sheets: { Model: { hiddenColumns: [span(4)], notes: [note(1, 2, 'Old list price'), note(3, 2, 'To be checked')] } } },
  ),
);
const official = fileOfSnapshot(
  workbook(
    { Model: cells, Rates: { A1: 1 } },
    {
      sheets: {
        Model: { hiddenRows: [span(3, 5)], notes: [note(1, 2, LONG), note(2, 2, 'Seats as billed')] },
        Rates: { visibility: 'veryHidden' },
      },
    },
  ),
);

const linesOf = (spans: SheetSnapshot['hiddenRows']): string => spans.map(({ first, last }) => `${first}:${last}`).join(' ');

async function saved(page: Page): Promise<readonly string[]> {
  const [model, rates] = (await snapshotOf(await saveWorkbook(page))).sheets;
  const notes = model!.notes.map(({ row, column, text }) => `${row},${column} ${text}`);
  return [linesOf(model!.hiddenRows), linesOf(model!.hiddenColumns), rates!.visibility, ...notes];
}

const BEFORE = ['', '4:4', 'visible', '1,2 Old list price', '3,2 To be checked'];
const AFTER = ['3:5', '', 'veryHidden', `1,2 ${LONG}`, '2,2 Seats as billed'];

describe('notes, and rows, columns and sheets that are hidden', () => {
  const browser = useBrowser();

  it('stand in the plan in words, are taken, and taken back', async () => {
    const page = await browser.newPage({ allow: /404/, width: 1000, height: 1000 });
    await openWorkbench(page, browser.workbenchUrl, {
      official: { name: 'Official.xlsx', bytes: official },
      local: { name: 'Local.xlsx', bytes: local },
    });
    const frame = pane(page);
    await frame.locator('body').evaluate(giveNotes);
    await compareModels(frame);
    await frame.getByRole('tab', { name: /^Differences/ }).click();
    await frame.getByRole('button', { name: 'Tick all' }).click();
    await shootPane(page, 320, 'notes-list-320-light');
    await frame.getByRole('button', { name: /^Sync \d ticked/ }).click();
    await frame.getByRole('heading', { name: 'Before anything is written' }).waitFor();
    await frame.getByRole('checkbox', { name: 'Delete the note on Model!B3 (Churn)' }).click();
    await frame.getByRole('button', { name: 'Make 6 changes' }).waitFor();
    await shootPane(page, 320, 'notes-plan-320-light');
    await shootPane(page, 450, 'notes-plan-450-light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await shootPane(page, 450, 'notes-plan-450-dark');
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    await shootPane(page, 320, 'notes-plan-320-contrast');
    await page.emulateMedia({ forcedColors: 'none' });
    const lines = (await frame.getByRole('listitem').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    expect(lines).toEqual([
      'Delete the note on Model!B3 (Churn)',
      'Model',
      `B1 Note from Old list price → to ${LONG}`,
      'B2 Note from no note → to Seats as billed',
      'B3 Note from To be checked → to no note',
      'Hide rows 3–5',
      'Show column D',
      'Rates',
      'Hide the sheet',
    ]);

    await frame.getByRole('button', { name: /^(?:Write|Make) \d/ }).click();
    await frame.getByText('What was taken no longer differs.').waitFor();
    expect(await saved(page)).toEqual(AFTER);
    await frame.getByRole('tab', { name: 'Tie-out' }).click();
    await frame.getByRole('button', { name: 'Undo sync' }).click();
    await frame.getByText('Sync undone').waitFor();
    expect(await saved(page)).toEqual(BEFORE);
    await page.close();
  });
});
