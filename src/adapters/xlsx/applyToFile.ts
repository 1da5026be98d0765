import type { FileOutcome } from '../../app/ports/FileEditor';
import { fail, succeed, type Result } from '../../core/Result';
import type { SyncStep } from '../../core/sync/SyncPlan';
import { EditBook } from './edit/EditBook';
import { attribute, childOf } from './edit/editXml';
import { InTheWay, PackageSteps } from './edit/PackageSteps';
import { runEdit } from './editWorkbook';
import { readResult } from './read/ReadError';

/**
 * Runs the steps of a sync, or of its inverse, in the bytes of an .xlsx or .xlsm file, in place: parts that no step concerns stay byte for
 * byte as they are. What a step does not find as it expects is left and listed, but for cells and names with `overwrite`. The failures are those of reading, `in-the-way` (lines
 * cannot move) and, unless the result is a `draft`, `protected`; nothing is then changed.
 */
export function applyToFile(
  bytes: Uint8Array,
  steps: readonly SyncStep[],
  { overwrite = false, draft = false }: { readonly overwrite?: boolean | undefined; readonly draft?: boolean | undefined } = {},
): Result<FileOutcome> {
  if (steps.length === 0) return succeed({ bytes, cells: 0, skipped: [], inverse: [], signatureBroken: false });
  const opened = EditBook.open(bytes);
  if (!opened.ok) return opened;
  const book = opened.value;
  const locked = draft ? null : lockedBy(book, steps);
  if (locked !== null) return fail('protected', locked);
  const run = new PackageSteps(book, (edit) => runEdit(book, edit), overwrite);
  try {
    return readResult(() => {
      run.run(steps);
      const { cells, skipped, inverse } = run;
      const outcome = { cells, skipped, inverse };
      if (inverse.length === 0) return { ...outcome, bytes, signatureBroken: false };
      return { ...outcome, bytes: book.save(), signatureBroken: book.parts.paths.some((path) => /^\/?_xmlsignatures\//i.test(path)) };
    });
  } catch (error) {
    if (error instanceof InTheWay) return fail('in-the-way', `${error.message} Nothing was written.`);
    throw error;
  }
}

/** Why nothing may be changed: a sheet, or the list of sheets, is protected. */
function lockedBy(book: EditBook, steps: readonly SyncStep[]): string | null {
  const touched = new Set(steps.flatMap((step) => ('sheet' in step && step.kind !== 'deleteSheet' ? [step.sheet.toLowerCase()] : [])));
  for (const entry of book.sheets) {
    if (!touched.has(entry.name.toLowerCase())) continue;
    const sheet = book.sheet(entry);
    const protection = sheet && childOf(sheet.root, 'sheetProtection');
    if (protection && isSet(attribute(protection, 'sheet'))) {
      return `The sheet ${entry.name} is protected. Nothing was written. Unprotect it in Excel under Review, save, then retry.`;
    }
  }
  const structure = childOf(book.workbook, 'workbookProtection');
  const sheets = steps.some(({ kind }) => kind === 'addSheet' || kind === 'deleteSheet' || kind === 'setVisibility');
  if (!sheets || !structure || !isSet(attribute(structure, 'lockStructure'))) return null;
  return 'The structure of this workbook is protected. Nothing was written. Unprotect it in Excel under Review, save, then retry.';
}

function isSet(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
