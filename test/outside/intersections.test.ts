import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readWorkbook } from '../../src/adapters/xlsx/readWorkbook';
import { isCellError } from '../../src/core/workbook/CellValue';
import { parseRange } from '../../src/core/workbook/Address';
import { hostBookFromSnapshot } from '../../src/workbench/book/hostBookFromSnapshot';
import { FORMULAS, intersectionsFile } from '../support/intersections';
import { describeWithLibreOffice, resaveWithLibreOffice } from '../support/soffice';

/** What the browser test of the workbench expects (test/browser/intersections.test.ts) is what LibreOffice calculates. */
describeWithLibreOffice('formulas that take one cell of a range, in LibreOffice', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tieout-intersections-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(['before', 'after'] as const)('%s the edits', async (inputs) => {
    const file = path.join(folder, `${inputs}.xlsx`);
    const out = path.join(folder, 'out');
    writeFileSync(file, intersectionsFile(inputs, false));
    resaveWithLibreOffice([file], out);
    const read = await readWorkbook(new Uint8Array(readFileSync(path.join(out, `${inputs}.xlsx`))), 'Model.xlsx', () => undefined);
    if (!read.ok) throw new Error(read.failure.message);
    const model = hostBookFromSnapshot(read.value).sheet('Model');
    const calculated = FORMULAS.map(([address, formula]) => {
      const { firstRow, firstColumn } = parseRange(address)!;
      const { value } = model.cell(firstRow, firstColumn);
      return [address, formula, isCellError(value) ? value.error : value];
    });
    expect(calculated).toEqual(
      FORMULAS.map(([address, formula, before, after]) => [address, formula, inputs === 'before' ? before : after]),
    );
  });
});
