import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, type WorkBook } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describeWithLibreOffice, resaveWithLibreOffice } from '../support/soffice';

const FOLDER = join(__dirname, '../../assets/samples');

/** The file without a single cached formula result, so that whoever opens it has to calculate all of them. */
function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [path, part] of Object.entries(parts)) {
    if (!path.startsWith('xl/worksheets/sheet')) continue;
    const xml = strFromU8(part).replace(/(<c [^>]*?)( t="str")?(>)(<f(?:>[^<]*<\/f>| [^>]*?(?:\/>|>[^<]*<\/f>)))<v>[^<]*<\/v>/g, '$1$3$4');
    if (/(<\/f>|<f [^>]*\/>)<v>/.test(xml)) throw new Error(`${path} still has results`);
    parts[path] = strToU8(xml);
  }
  return zipSync(parts);
}

function formulaResults(workbook: WorkBook): Map<string, unknown> {
  const results = new Map<string, unknown>();
  for (const [name, sheet] of Object.entries(workbook.Sheets)) {
    for (const [address, cell] of Object.entries(sheet)) {
      if (!address.startsWith('!') && typeof cell.f === 'string') results.set(`${name}!${address}`, cell.v);
    }
  }
  return results;
}

describeWithLibreOffice('the samples, calculated afresh by LibreOffice', () => {
  const workshop = mkdtempSync(join(tmpdir(), 'tieout-samples-'));
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.xlsx'));
  const results = new Map<string, Map<string, unknown>>();

  beforeAll(() => {
    const stripped = join(workshop, 'stripped');
    mkdirSync(stripped);
    for (const name of names) writeFileSync(join(stripped, name), withoutResults(readFileSync(join(FOLDER, name))));
    resaveWithLibreOffice(
      names.map((name) => join(stripped, name)),
      workshop,
    );
    for (const name of names) results.set(name, formulaResults(read(readFileSync(join(workshop, name)), { cellFormula: true })));
  });

  afterAll(() => rmSync(workshop, { recursive: true, force: true }));

  test.each(names)('%s shows what its formulas give', (name) => {
    const cached = formulaResults(read(readFileSync(join(FOLDER, name)), { cellFormula: true }));
    const fresh = results.get(name)!;
    expect(cached.size).toBeGreaterThan(8000);
    const wrong: string[] = [];
    for (const [address, value] of cached) {
      const other = fresh.get(address);
      const same =
        typeof value === 'number' && typeof other === 'number'
          ? Math.abs(value - other) <= 1e-9 * Math.max(1, Math.abs(value), Math.abs(other))
          : value === other;
      if (!same) wrong.push(`${address}: ${String(value)} here, ${String(other)} in LibreOffice`);
    }
    expect(wrong.slice(0, 20)).toEqual([]);
  });
});
